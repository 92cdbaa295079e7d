import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { Column } from '../../ui/data-table-rows.tsx'
import { Tag } from '../../ui/tag.tsx'

export type CatalogueRow = OutputOf<'archives.list'>['rows'][number]

/** The columns of the volume catalogue (案卷目录) in the order of the official form; `offset` rows stand before the first one shown. */
export function catalogueColumns(offset: number): readonly Column<CatalogueRow>[] {
  return [{ key: 'index', head: '序号', width: 62, cell: (_, index) => offset + index + 1 }, ...COLUMNS]
}

const COLUMNS: readonly Column<CatalogueRow>[] = [
  { key: 'number', head: '档号', width: 220, clip: true, cell: row => row.archiveNumber ?? <Tag tone="amber">整理中</Tag> },
  { key: 'title', head: '案卷题名', clip: true, cell: row => row.title },
  {
    key: 'dates',
    head: '起止日期',
    width: 160,
    cell: row => `${row.startedOn} – ${row.endedOn.slice(row.endedOn.slice(0, 4) === row.startedOn.slice(0, 4) ? 5 : 0)}`,
  },
  { key: 'items', head: '件数', width: 56, align: 'right', cell: row => row.items },
  { key: 'pages', head: '页数', width: 56, align: 'right', cell: row => row.pages },
  { key: 'retention', head: '保管期限', width: 84, cell: row => row.retentionLabel },
  { key: 'secrecy', head: '密级', width: 56, cell: row => (row.secrecy === 'restricted' ? '密卷' : '') },
  { key: 'location', head: '存放位置', width: 130, clip: true, cell: row => row.location },
  { key: 'case', head: '备注', width: 176, clip: true, cell: row => <span className="soft">{row.caseNumber}</span> },
]
