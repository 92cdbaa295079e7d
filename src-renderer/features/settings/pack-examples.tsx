import { IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, SectionHead } from '../../ui/page.tsx'
import { BackBar } from './back-bar.tsx'
import { BasisClause } from './basis-clause.tsx'
import { ChangeTable } from './change-table.tsx'

type Example = OutputOf<'packs.examples'>[number]
type ExamplesProps = { readonly inForceId: string; readonly mayStart: boolean; readonly onBack: () => void }

/** 示例标准: the local standards that ship with the program, what each rests on, and how it differs from the rules in force. */
export function PackExamples({ inForceId, mayStart, onBack }: ExamplesProps) {
  const examples = useAsk('packs.examples', {})
  const start = useDo('packs.startDraft')
  const [, go] = useLocation()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = examples.data?.find(one => one.id === chosenId) ?? examples.data?.[0] ?? null
  const begin = async () => {
    if (!chosen || !mayStart) return
    const reply = await start.run({ from: { exampleId: chosen.id } })
    if (reply.ok) go(`/settings/packs/draft/${reply.value.id}`)
  }
  const turn = (by: number) => {
    const next = examples.data?.[examples.data.findIndex(one => one.id === chosen?.id) + by]
    if (next) setChosenId(next.id)
  }
  useKeys([
    { keys: '[', label: '上一个示例', run: () => turn(-1) },
    { keys: ']', label: '下一个示例', run: () => turn(1) },
    { keys: 'Escape', label: '回现行规则', run: onBack },
    { keys: 'Ctrl+Enter', label: '从这个示例开始', run: () => void begin(), when: mayStart && !start.isBusy },
  ])
  return (
    <>
      <BackBar title="示例标准" onBack={onBack} />
      <ErrorBanner error={start.error} />
      <AskState ask={examples}>
        {list => (
          <Panes>
            <Pane label="示例标准" width={300}>
              <ul className="plain pack-list">
                {list.map(one => (
                  <li key={one.id}>
                    <button
                      type="button"
                      className="bare"
                      aria-pressed={one.id === chosen?.id}
                      onClick={() => setChosenId(one.id)}
                    >
                      <b className="strong">{one.name}</b>
                      <span className="note muted">{one.sources[0]?.name}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </Pane>
            {chosen && <ExamplePane key={chosen.id} one={chosen} inForceId={inForceId} />}
          </Panes>
        )}
      </AskState>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['[', ']'], label: '换示例', keep: true },
            { keys: ['Escape'], label: '现行规则', keep: true },
          ]}
        />
        <span className="push row">
          {!mayStart && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />
              由主任、管理员起草
            </span>
          )}
          <BusyButton keys="Ctrl+Enter" refusesEnter disabled={!mayStart || !chosen} busy={start.isBusy} onClick={begin}>
            从这个示例标准开始
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

function ExamplePane({ one, inForceId }: { readonly one: Example; readonly inForceId: string }) {
  const difference = useAsk(
    'packs.difference',
    { before: { kind: 'pack', id: inForceId }, after: { kind: 'example', id: one.id } },
    { enabled: inForceId !== '' },
  )
  return (
    <Pane label={one.name}>
      <section className="rule-group">
        <SectionHead title={one.name} />
        <p className="second soft">{one.note}</p>
        <p className="second amber">金额是示例，起草后须换成本地公布的数；起草不改现行规则，要试算、由主任签发才施行。</p>
      </section>
      <section className="rule-group" aria-label="依据">
        <SectionHead title="依据" />
        <table className="plain-table rule-table">
          <tbody>
            {one.bases.map(basis => (
              <tr key={`${basis.source}${basis.article}${basis.note ?? ''}`}>
                <th scope="row">
                  <BasisClause basis={basis} />
                </th>
                <td>{basis.note ?? one.sources.find(source => source.name === basis.source)?.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="rule-group" aria-label="与现行规则的不同">
        <SectionHead title="与现行规则的不同" note={difference.data ? `${difference.data.changes.length} 处` : undefined} />
        <AskState ask={difference}>
          {({ changes, before }) =>
            changes.length === 0 ? (
              <Banner tone="info">与现行规则没有不同。</Banner>
            ) : (
              <ChangeTable changes={changes} before={`现行 ${before.version}`} after="用这个示例" />
            )
          }
        </AskState>
      </section>
    </Pane>
  )
}
