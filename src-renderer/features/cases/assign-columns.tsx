import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { labelOf } from '../../api/use-pack.ts'
import type { Column } from '../../ui/data-table-rows.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { type Candidate, cautions, type ProviderChoice, practiceYears } from './assign-choices.ts'

/** The columns of the providers. */
export const providerColumns: readonly Column<ProviderChoice>[] = [
  {
    key: 'name',
    head: '承办机构',
    clip: true,
    cell: row => <TwoLines first={row.name} second={`${row.handlers} 人，${row.allowed} 人可指派`} />,
  },
  { key: 'open', head: '在办', width: 70, align: 'right', cell: row => `${row.openCases} 件` },
]

/** The columns of the handlers; years of practice are those on `day`. */
export function handlerColumns(day: string, pack: RulePack | null): readonly Column<Candidate>[] {
  return [
    {
      key: 'name',
      head: '承办人',
      width: 190,
      clip: true,
      cell: ({ handler }) => (
        <TwoLines first={handler.handler.name} second={labelOf(pack?.codes.handlerKinds, handler.handler.kind)} />
      ),
    },
    {
      key: 'years',
      head: '执业',
      width: 64,
      align: 'right',
      cell: ({ handler }) => {
        const years = practiceYears(handler.handler.practisingSince, day)
        return years === null ? '—' : `${years} 年`
      },
    },
    { key: 'open', head: '在办', width: 64, align: 'right', cell: ({ handler }) => `${handler.openCases} 件` },
    {
      key: 'state',
      head: '能否指派',
      clip: true,
      cell: candidate => <Verdict candidate={candidate} />,
    },
  ]
}

function Verdict({ candidate }: { readonly candidate: Candidate }) {
  if (candidate.refusal) {
    return <TwoLines plain first={<StatusWord kind="not-met">不能指派</StatusWord>} second={candidate.refusal.message} />
  }
  const open = cautions(candidate)
  if (open.length > 0)
    return <TwoLines plain first={<StatusWord kind="attention">指派前须核实</StatusWord>} second={open.join('；')} />
  return <StatusWord kind="met">可以指派</StatusWord>
}
