import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { labelOf } from '../../api/use-pack.ts'
import type { Column } from '../../ui/data-table-rows.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'

type Row = OutputOf<'consultations.list'>['rows'][number]

/** 王建国等 3 人. */
function visitorWords({ personName, persons }: Row): string {
  return persons > 1 ? `${personName}等 ${persons} 人` : personName
}

/** The columns of the register (咨询登记簿). */
export function registerColumns(pack: RulePack | null): readonly Column<Row>[] {
  return [
    {
      key: 'date',
      head: '日期',
      width: 128,
      cell: row => (
        <span className="nowrap">
          {row.receivedOn} <span className="muted">{row.receivedAt}</span>
        </span>
      ),
    },
    { key: 'channel', head: '方式', width: 88, cell: row => <Tag outlined>{labelOf(pack?.codes.channels, row.channel)}</Tag> },
    {
      key: 'person',
      head: '来访人',
      width: 186,
      clip: true,
      cell: row => (
        <TwoLines
          first={visitorWords(row)}
          second={[row.number, row.agentName === null ? '' : `${row.agentName}代`].filter(Boolean).join('　')}
        />
      ),
    },
    {
      key: 'matter',
      head: '事项',
      width: 190,
      clip: true,
      cell: row => <TwoLines plain first={row.cause} second={labelOf(pack?.codes.matterTypes, row.matterType)} />,
    },
    {
      key: 'content',
      head: '咨询内容',
      clip: true,
      cell: row => (
        <span className="soft second">{row.voidReason === null ? row.content : `作废：${row.voidReason}　${row.content}`}</span>
      ),
    },
    {
      key: 'outcome',
      head: '办理结果',
      width: 112,
      cell: row => (
        <span className="nowrap">
          {row.voidReason !== null ? (
            <Tag tone="red">作废</Tag>
          ) : row.applicationId !== null ? (
            <Tag tone="dai">已转为申请</Tag>
          ) : (
            labelOf(pack?.codes.consultationOutcomes, row.outcome)
          )}
        </span>
      ),
    },
    {
      key: 'told',
      head: '告知',
      width: 56,
      cell: row => (row.toldOfRight ? <span className="muted">已告</span> : <span className="amber">未告</span>),
    },
    { key: 'consultant', head: '接待人', width: 84, clip: true, cell: row => row.consultantName },
  ]
}
