import { label, row, value } from '../blocks.ts'
import { fieldsHeightMm } from '../field-grid.ts'
import type { Block, FieldRow, NoWording, Page, PaperDefinition } from '../model.ts'
import { textWidthMm } from '../model.ts'
import { chineseDate, chineseMonth } from '../paper-date.ts'
import { linesNeeded, MM_PER_POINT, titlePoints } from '../text-fit.ts'

/** The cover of a volume (案卷封面): the items of GB/T 9705-2008, then those a legal aid volume adds. Null leaves room. */
export type VolumeCoverFacts = {
  readonly fondsName: string
  readonly categoryName: string
  readonly volumeTitle: string
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly retention: string | null
  readonly items: number | null
  readonly pages: number | null
  readonly filingNumber: string | null
  readonly fondsCode: string
  readonly catalogueCode: string
  readonly volumeCode: string | null
  readonly archiveNumber: string | null
  readonly secrecy: string | null
  readonly matterKind: string
  readonly caseNumber: string | null
  readonly cause: string
  readonly recipient: string
  readonly opponent: string | null
  readonly unit: string | null
  readonly handler: string | null
  readonly agency: string | null
  readonly acceptedOn: string | null
  readonly closedOn: string | null
  readonly outcome: string | null
  readonly filedOn: string | null
  readonly filedBy: string | null
  readonly parts: number | null
  readonly part: number | null
}

const COVER: Page = { orientation: 'portrait', margins: { topMm: 20, rightMm: 20, bottomMm: 18, leftMm: 30 } }

export const volumeCover: PaperDefinition<VolumeCoverFacts, NoWording> = {
  id: 'volume-cover',
  title: '案卷封面',
  formNumber: null,
  page: COVER,
  pageNumbers: false,
  build: facts => [
    { kind: 'paragraph', text: `密级：${facts.secrecy ?? '　　　　'}`, indent: false, align: 'right', points: 12 },
    { kind: 'paragraph', ...fondsName(facts), indent: false, align: 'center', typeface: 'title', bold: true, beforeMm: 8 },
    { kind: 'paragraph', ...categoryName(facts), indent: false, align: 'center', typeface: 'title', beforeMm: 2 },
    itemTable(facts),
    archiveCells(facts),
  ],
}

/** The items of the cover. Long names shrink the type by steps before anything runs on to a second sheet. */
function itemTable(facts: VolumeCoverFacts): Block {
  const rows = itemRows(facts)
  const room = ROOM_MM - nameHeightMm(fondsName(facts)) - nameHeightMm(categoryName(facts))
  const points = [14, 12, 10.5].find(size => fieldsHeightMm(rows, COLUMNS_MM, size) <= room) ?? 10.5
  return { kind: 'fields', columnsMm: COLUMNS_MM, points, beforeMm: 8, rows }
}

const COLUMNS_MM = [27, 53, 27, 53] as const
/** What the lines above the names, the cells below the items and all white space leave for names and items on one sheet. */
const ROOM_MM = 205

function itemRows(facts: VolumeCoverFacts): readonly FieldRow[] {
  return [
    {
      heightMm: 30,
      cells: [
        label('案卷题名'),
        {
          role: 'value',
          columns: 3,
          align: 'left',
          lines: [{ text: facts.volumeTitle, points: titleSize(facts.volumeTitle) }],
        },
      ],
    },
    row(11.5, label('案件类型'), value(facts.matterKind), label('援助编号'), value(facts.caseNumber)),
    row(11.5, label('案　　由'), value(facts.cause, { columns: 3 })),
    row(11.5, label('受援人'), value(facts.recipient), label('对方\n当事人'), value(facts.opponent)),
    row(11.5, label('承办单位'), value(facts.unit), label('承办人'), value(facts.handler)),
    row(11.5, label('审理机关'), value(facts.agency), label('结案方式\n及结果'), value(facts.outcome)),
    row(11.5, label('收案日期'), value(day(facts.acceptedOn)), label('结案日期'), value(day(facts.closedOn))),
    row(11.5, label('立卷人'), value(facts.filedBy), label('归档日期'), value(day(facts.filedOn))),
    row(
      12,
      label('时　　间'),
      value(`自 ${chineseMonth(facts.fromDay)}\n至 ${chineseMonth(facts.toDay)}`),
      label('保管期限'),
      value(facts.retention),
    ),
    row(
      12,
      label('件数页数'),
      value(`本卷共 ${count(facts.items)} 件 ${count(facts.pages)} 页`),
      label('卷　　册'),
      value(`共 ${count(facts.parts)} 册　第 ${count(facts.part)} 册`),
    ),
    row(11.5, label('归档号'), value(facts.filingNumber, { columns: 3 })),
    row(11.5, label('档　　号'), value(facts.archiveNumber, { columns: 3 })),
  ]
}

/** The three cells at the lower right: 全宗号 | 目录号 | 案卷号. */
function archiveCells(facts: VolumeCoverFacts): Block {
  return {
    kind: 'fields',
    columnsMm: [26, 48, 26],
    beforeMm: 6,
    align: 'right',
    rows: [
      { ...row(8, label('全宗号'), label('目录号'), label('案卷号')), withNext: true },
      row(10, label(facts.fondsCode), label(facts.catalogueCode), label(facts.volumeCode ?? '')),
    ],
  }
}

type Name = { readonly text: string; readonly points: number }

function fondsName(facts: VolumeCoverFacts): Name {
  return { text: facts.fondsName, points: titlePoints(facts.fondsName, textWidthMm(COVER), [30, 26, 22, 20, 18]) }
}

function categoryName(facts: VolumeCoverFacts): Name {
  return { text: facts.categoryName, points: titlePoints(facts.categoryName, textWidthMm(COVER), [22, 20, 18, 16]) }
}

function nameHeightMm(name: Name): number {
  // Up to 20 pt the lines of a paper stand 1.75 apart, above it 1.4.
  const apart = name.points > 20 ? 1.4 : 1.75
  return linesNeeded(name.text, textWidthMm(COVER), name.points) * name.points * apart * MM_PER_POINT
}

/** Three lines of the title box hold 25 signs each at 14 pt, 30 at 12 pt. */
function titleSize(title: string): number {
  return titlePoints(title, 130 * 2, [18, 16, 14, 12])
}

function count(number: number | null): string {
  return number === null ? '　　' : String(number)
}

function day(text: string | null): string {
  return text === null ? '' : chineseDate(text)
}
