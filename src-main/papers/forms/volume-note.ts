import type { CellLine, NoWording, Page, PaperDefinition } from '../model.ts'
import { BLANK_DATE, chineseDate } from '../paper-date.ts'

/** The note at a volume's end (卷内备考表). A kind of papers that nobody counted (null) is left out; null pages leave room to write. */
export type VolumeNoteFacts = {
  readonly archiveNumber: string | null
  readonly pages: number | null
  readonly textPages: number | null
  readonly drawingPages: number | null
  readonly photographs: number | null
  /** Missing, damaged, copied, added, removed papers and references to other volumes (互见号). */
  readonly statement: string | null
  readonly filedBy: string | null
  readonly checkedBy: string | null
  readonly filedOn: string | null
}

const NOTE: Page = { orientation: 'portrait', margins: { topMm: 22, rightMm: 20, bottomMm: 20, leftMm: 25 } }

export const volumeNote: PaperDefinition<VolumeNoteFacts, NoWording> = {
  id: 'volume-note',
  title: '卷内备考表',
  formNumber: null,
  page: NOTE,
  pageNumbers: false,
  build: facts => [
    { kind: 'title', text: '卷内备考表' },
    { kind: 'number', label: '档号：', number: facts.archiveNumber },
    {
      kind: 'fields',
      columnsMm: [65, 100],
      points: 14,
      rows: [
        {
          heightMm: 150,
          mayBreak: true,
          cells: [{ role: 'value', columns: 2, at: 'top', open: ['below'], lines: statementLines(facts) }],
        },
        {
          heightMm: 60,
          cells: [
            { role: 'value', open: ['above', 'right'], lines: [] },
            { role: 'value', open: ['above', 'left'], at: 'middle', lines: signLines(facts) },
          ],
        },
      ],
    },
  ],
}

function statementLines(facts: VolumeNoteFacts): readonly CellLine[] {
  const kinds = [
    { name: '文字材料', count: facts.textPages, unit: '页' },
    { name: '图样材料', count: facts.drawingPages, unit: '页' },
    { name: '照片', count: facts.photographs, unit: '张' },
  ].flatMap(kind => (kind.count === null ? [] : [`${kind.name} ${kind.count} ${kind.unit}`]))
  const counts = `本案卷共有文件材料 ${facts.pages ?? '　　'} 页${kinds.length === 0 ? '' : `，其中：${kinds.join('，')}`}。`
  const statement = (facts.statement ?? '').split(/\r?\n/).filter(line => line.trim() !== '')
  return [{ text: '本卷情况说明：' }, { text: counts, indent: true, align: 'justify' }, ...statement.map(indented)]
}

function indented(text: string): CellLine {
  return { text: text.trim(), indent: true, align: 'justify' }
}

function signLines(facts: VolumeNoteFacts): readonly CellLine[] {
  const filedOn = facts.filedOn === null ? BLANK_DATE : chineseDate(facts.filedOn)
  return [
    { text: `立　卷　人：${facts.filedBy ?? ''}` },
    { text: `检　查　人：${facts.checkedBy ?? ''}` },
    { text: `立 卷 时 间：${filedOn}` },
  ]
}
