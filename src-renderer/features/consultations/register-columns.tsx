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

function contentWords({ voidReason, content }: Row): string {
  return voidReason === null ? content : `作废：${voidReason}　${content}`
}

/** The columns of the register (咨询登记簿). Beside the waiting queue it is narrow: what was asked stands under the cause. */
export function registerColumns(pack: RulePack | null, isNarrow: boolean): readonly Column<Row>[] {
  const typeOf = (row: Row) => labelOf(pack?.codes.matterTypes, row.matterType)
  const matter: Column<Row> = {
    key: 'matter',
    head: '事项',
    width: 190,
    clip: true,
    cell: row => <TwoLines plain first={row.cause} second={typeOf(row)} />,
  }
  const content: Column<Row> = {
    key: 'content',
    head: '咨询内容',
    clip: true,
    cell: row => <span className="soft second">{contentWords(row)}</span>,
  }
  const matterWithContent: Column<Row> = {
    key: 'matter',
    head: '事项、咨询内容',
    clip: true,
    cell: row => <TwoLines plain first={row.cause} second={`${typeOf(row)}　${contentWords(row)}`} />,
  }
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
      width: 200,
      clip: true,
      cell: row => (
        <TwoLines
          first={visitorWords(row)}
          second={[row.number, row.agentName === null ? '' : `${row.agentName}代`].filter(Boolean).join('　')}
        />
      ),
    },
    ...(isNarrow ? [matterWithContent] : [matter, content]),
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
