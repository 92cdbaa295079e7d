import { CELL_PADDING_MM, LINE_HEIGHT } from '../field-grid.ts'
import { blankRowsToFill } from '../fill-sheet.ts'
import type { ListColumn, ListRow, NoWording, Page, PaperDefinition } from '../model.ts'
import { textHeightMm } from '../model.ts'
import { eightDigitDate } from '../paper-date.ts'
import { linesNeeded, MM_PER_POINT } from '../text-fit.ts'

/** A file in the volume (卷内文件). `pages` is ready to print: the first page, or first–last, as the pack sets it. */
export type VolumeFile = {
  readonly documentNumber: string
  readonly responsible: string
  readonly title: string
  readonly day: string | null
  readonly pages: string
  readonly remark: string
}

export type VolumeContentsFacts = { readonly archiveNumber: string | null; readonly files: readonly VolumeFile[] }

/** 25 mm for the binding, and the 175 mm of the seven columns. */
const CONTENTS: Page = { orientation: 'portrait', margins: { topMm: 20, rightMm: 10, bottomMm: 20, leftMm: 25 } }

const COLUMNS: readonly ListColumn[] = [
  { heading: '顺序\n号', widthMm: 10, align: 'center' },
  { heading: '文号', widthMm: 25 },
  { heading: '责任者', widthMm: 30 },
  { heading: '题名', widthMm: 65 },
  { heading: '日期', widthMm: 20, align: 'center' },
  { heading: '页号', widthMm: 12, align: 'center' },
  { heading: '备注', widthMm: 13 },
]

const POINTS = 10.5
const ROW_MM = 13
const HEAD_MM = 12
/** Title, number line and their spacing above the list on the first sheet. */
const ABOVE_MM = 30

export const volumeContents: PaperDefinition<VolumeContentsFacts, NoWording> = {
  id: 'volume-contents',
  title: '卷内文件目录',
  formNumber: null,
  page: CONTENTS,
  pageNumbers: true,
  build: facts => {
    const rows = facts.files.map(fileRow)
    const nextMm = textHeightMm(CONTENTS) - HEAD_MM - 1
    const blanks = blankRowsToFill(rows.map(rowHeightMm), { firstMm: nextMm - ABOVE_MM, nextMm, rowMm: ROW_MM })
    return [
      { kind: 'title', text: '卷内文件目录' },
      { kind: 'number', label: '档号：', number: facts.archiveNumber },
      {
        kind: 'list',
        columns: COLUMNS,
        points: POINTS,
        rowMm: ROW_MM,
        headMm: HEAD_MM,
        rows: [...rows, ...Array.from({ length: blanks }, () => ({ cells: COLUMNS.map(() => '') }))],
      },
    ]
  },
}

function fileRow(file: VolumeFile, index: number): ListRow {
  const { documentNumber, responsible, title, day, pages, remark } = file
  return { cells: [String(index + 1), documentNumber, responsible, title, eightDigitDate(day), pages, remark] }
}

/** The height a row takes in print, from the cell with the most lines. */
function rowHeightMm(row: ListRow): number {
  const lines = row.cells.map((cell, index) => {
    const width = (COLUMNS[index]?.widthMm ?? ROW_MM) - CELL_PADDING_MM.across
    return typeof cell === 'string' ? linesNeeded(cell, width, POINTS) : 1
  })
  return Math.max(ROW_MM, Math.max(...lines) * POINTS * LINE_HEIGHT * MM_PER_POINT + CELL_PADDING_MM.down)
}
