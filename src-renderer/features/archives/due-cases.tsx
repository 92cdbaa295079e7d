import { Button } from '@mantine/core'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { matterWords, usePack } from '../../api/use-pack.ts'
import { SectionHead } from '../../ui/page.tsx'

export type DueCasesProps = {
  readonly cases: OutputOf<'archives.due'>
  readonly mayArrange: boolean
  readonly onStart: (caseId: string) => void
}

/** Closed cases whose papers were accepted and that wait for a volume, oldest first; more than three scroll. */
export function DueCases({ cases, mayArrange, onStart }: DueCasesProps) {
  const pack = usePack()
  return (
    <section className="due-cases" aria-label="待整理">
      <div className="due-head">
        <SectionHead title="待整理" count={cases.length} note="已结案，结案材料已审核通过" />
      </div>
      <ul>
        {cases.map(one => (
          <li key={one.caseId}>
            <b className="due-name clip">{one.personName}</b>
            <span className="due-cause clip">{one.cause}</span>
            <span className="due-type soft">{matterWords(pack, one.matterType, '').type}</span>
            <span className="due-number soft">{one.caseNumber}</span>
            <span className="soft nowrap">{one.closedOn} 结案</span>
            {mayArrange && (
              <Button variant="default" size="xs" className="push" onClick={() => onStart(one.caseId)}>
                开始整理
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
