/**
 * The closed vocabulary of blocks (版块) every paper (文书) is written in. Blocks are plain data: one list of them is shown,
 * printed and exported, and no form draws anything by itself. Lengths are millimetres, type sizes are points.
 */

/** Margins (页边距) of a sheet in mm. */
export type Margins = { readonly topMm: number; readonly rightMm: number; readonly bottomMm: number; readonly leftMm: number }

/** Sizes of sheets (GB/T 148, ISO 216), upright, in mm. */
const SHEETS_MM = { A4: { short: 210, long: 297 }, A5: { short: 148, long: 210 }, A6: { short: 105, long: 148 } } as const

/** A sheet: its size, A4 when not given; which way it lies, and its margins. */
export type Page = {
  readonly size?: keyof typeof SHEETS_MM
  readonly orientation: 'portrait' | 'landscape'
  readonly margins: Margins
}

/** A family of type: 宋体 for titles, 仿宋 for text, and an even-width one for keys and digests. */
export type Typeface = 'title' | 'body' | 'code'

/** A piece of a line. A `gap` is a place kept for something that is not known yet; a `choice` is a tick box (勾选框) with its word. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly underline?: boolean }
  | ({ readonly kind: 'choice' } & Choice)
  | { readonly kind: 'gap'; readonly characters: number }
  | { readonly kind: 'number'; readonly number: string | null }

/** A line of text: plain, or made of runs. Line breaks in plain text are kept. */
export type Text = string | readonly Run[]

export type Align = 'left' | 'center' | 'right' | 'justify'

/** A choice of a tick-box line: the app fills `label` from the rule pack's lists (规则包代码表). */
export type Choice = { readonly label: string; readonly checked: boolean }

/** A line inside a cell of a field table. */
export type CellLine = {
  readonly text: Text
  readonly align?: Align
  readonly indent?: boolean
  readonly bold?: boolean
  readonly points?: number
}

export type Side = 'above' | 'below' | 'left' | 'right'

/** One cell of a field table (表格): a label (项目名) or a value (填写内容), with its spans. */
export type FieldCell = {
  readonly role: 'label' | 'value'
  readonly lines: readonly CellLine[]
  /** How many columns the cell covers; 1 when not given. */
  readonly columns?: number
  /** How many rows the cell covers; 1 when not given. */
  readonly rows?: number
  readonly align?: Align
  readonly at?: 'top' | 'middle' | 'bottom'
  readonly typeface?: Typeface
  /** Sides without a rule, so that neighbouring cells read as one box. */
  readonly open?: readonly Side[]
}

/**
 * One row of a field table. `heightMm` is the least height it is drawn with; `leastMm` how far a form may lower that to spare a sheet;
 * `withNext` keeps the row on the sheet of the row that follows.
 */
export type FieldRow = {
  readonly cells: readonly FieldCell[]
  readonly heightMm?: number
  readonly leastMm?: number
  readonly mayBreak?: boolean
  readonly withNext?: boolean
}

/** A column of a list table (列表). */
export type ListColumn = {
  readonly heading: string
  readonly widthMm: number
  readonly align?: Align
  readonly typeface?: Typeface
}

/** A cell of a list row, when it is more than plain text. */
export type ListCell =
  | string
  | { readonly text: Text; readonly columns?: number; readonly align?: Align; readonly bold?: boolean }

export type ListRow = { readonly cells: readonly ListCell[]; readonly bold?: boolean }

/** One place to sign (签名处). A null name or date leaves room to write. */
export type Signer = { readonly label: string; readonly name: string | null; readonly date?: string | null }

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly under?: string; readonly points?: number }
  | { readonly kind: 'number'; readonly label: string; readonly number: string | null; readonly align?: Align }
  | { readonly kind: 'salutation'; readonly text: string }
  | {
      readonly kind: 'paragraph'
      readonly text: Text
      readonly indent?: boolean
      readonly align?: Align
      readonly points?: number
      readonly bold?: boolean
      readonly typeface?: Typeface
      readonly beforeMm?: number
      /** Stays on the same sheet as the block that follows. */
      readonly withNext?: boolean
    }
  | {
      readonly kind: 'fields'
      readonly columnsMm: readonly number[]
      readonly rows: readonly FieldRow[]
      readonly points?: number
      readonly beforeMm?: number
      /** Where a table narrower than the sheet stands; in the middle when not given. */
      readonly align?: 'center' | 'right'
    }
  | {
      readonly kind: 'list'
      readonly columns: readonly ListColumn[]
      readonly rows: readonly ListRow[]
      readonly points?: number
      readonly rowMm?: number
      readonly headMm?: number
      readonly beforeMm?: number
    }
  | { readonly kind: 'choices'; readonly label: string | null; readonly choices: readonly Choice[]; readonly points?: number }
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[]; readonly points?: number; readonly beforeMm?: number }
  | { readonly kind: 'seal'; readonly unit: string; readonly date: string | null }
  | { readonly kind: 'notes'; readonly notes: readonly string[]; readonly beforeMm?: number }
  | { readonly kind: 'pageBreak' }

/**
 * A form (文书格式) of the office. `formNumber` is its place in the ministry's set of forms, null for a local or archive form.
 * `build` is pure. `wording` holds sentences that rest on law, already filled in; a form never writes one itself.
 */
export type PaperDefinition<Facts, Wording> = {
  readonly id: string
  readonly title: string
  readonly formNumber: number | null
  readonly page: Page
  /** Whether “第 n 页 共 m 页” stands in the foot. It is never the volume page number (案卷页号). */
  readonly pageNumbers: boolean
  readonly build: (facts: Facts, wording: Wording) => readonly Block[]
  /** What else the foot says: pack version, time and maker of a report or a sheet. */
  readonly foot?: (facts: Facts) => string
}

/** For forms whose words all come with the facts. */
export type NoWording = undefined

/** Who made a report or a sheet, when, and under which rule pack (规则包). `madeAt` is a UTC instant. */
export type Origin = { readonly packVersion: string; readonly madeAt: string; readonly maker: string }

/** What the reader must see when a number (编号、文号) has not been drawn: the words round the grey gap. */
export type NumberPlaceholder = { readonly before: string; readonly after: string }

/** The seal image (印章图) to overprint on the signature block, as a `data:` address with its printed size. */
export type SealImage = { readonly dataUri: string; readonly widthMm: number; readonly heightMm: number }

export type RenderOptions = {
  /** Printed large and pale across each sheet, e.g. 预览. */
  readonly stamp?: '预览' | '样张' | '副本' | '作废'
  readonly numberPlaceholder?: NumberPlaceholder
  /** Only where it was asked for and allowed; an editable file (DOCX) never carries it. */
  readonly seal?: SealImage
}

/** The usual sheet of the office's letters and tables: 25 mm for the binding, 20 mm elsewhere, a little more at the foot. */
export const PORTRAIT: Page = { orientation: 'portrait', margins: { topMm: 22, rightMm: 20, bottomMm: 22, leftMm: 25 } }
export const LANDSCAPE: Page = { orientation: 'landscape', margins: { topMm: 25, rightMm: 18, bottomMm: 20, leftMm: 18 } }
/** Slips: half a sheet to take along, and a quarter for a ticket. */
export const A5: Page = {
  size: 'A5',
  orientation: 'portrait',
  margins: { topMm: 14, rightMm: 15, bottomMm: 12, leftMm: 15 },
}
export const A6: Page = {
  size: 'A6',
  orientation: 'portrait',
  margins: { topMm: 12, rightMm: 10, bottomMm: 10, leftMm: 10 },
}

/** Usable width of a page in mm. */
export function textWidthMm(page: Page): number {
  const { width } = sheetSizeMm(page)
  return width - page.margins.leftMm - page.margins.rightMm
}

/** Usable height of a page in mm. */
export function textHeightMm(page: Page): number {
  const { height } = sheetSizeMm(page)
  return height - page.margins.topMm - page.margins.bottomMm
}

/** Height in mm of a title of one line with its number line under it, as both stand above a table; with the line under the title. */
export const HEAD_MM = { plain: 31, withUnder: 37 } as const

/** The sheet in mm, as the page lies. */
export function sheetSizeMm(page: Page): { readonly width: number; readonly height: number } {
  const { short, long } = SHEETS_MM[page.size ?? 'A4']
  return page.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}
