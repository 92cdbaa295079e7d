import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import type { Ask } from '../../api/use-ask.ts'
import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { Clause } from '../../ui/clause.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { Section, SectionHead } from '../../ui/page.tsx'

/** The same computation that saving makes, while the form is typed. */
export function PreparePreview({ preview }: { readonly preview: Ask<OutputOf<'subsidies.preview'>> }) {
  const pack = usePack()
  const { data } = preview
  return (
    <Section label="核算各行">
      <SectionHead title="核算" note={data?.tableName} />
      <ErrorBanner error={preview.error} />
      {data && (
        <>
          {!data.isPayable && data.notPayableReason && (
            <Banner tone="info" title="不领取办案补贴">
              {data.notPayableReason}
            </Banner>
          )}
          <ol className="prepare-lines">
            {data.lines
              .map((line, index) => ({ ...line, key: `${index}` }))
              .map(line => (
                <li key={line.key}>
                  <span>
                    {line.label}
                    <small>
                      {[line.detail, line.rate].filter(Boolean).join('　')}
                      {line.clause && (
                        <>
                          {'　'}
                          <Clause text={line.clause} source={sourceOfClause(pack, line.clause)?.fullName} />
                        </>
                      )}
                    </small>
                  </span>
                  <b className="strong">{formatYuan(line.amountFen)}</b>
                </li>
              ))}
          </ol>
          <div className="prepare-total">
            <div className="row">
              <span className="strong">合计</span>
              <span className="push figure-20">{formatYuan(data.totalFen)}</span>
            </div>
            <p className="second soft">{data.totalInCapitals}</p>
          </div>
          {data.notUsed.map(other => (
            <p key={other.label} className="note muted">
              未选用　{other.label}：{other.why}
            </p>
          ))}
        </>
      )}
    </Section>
  )
}
