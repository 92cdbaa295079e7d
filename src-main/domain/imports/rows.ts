import type { CertificateKindEntry } from '../rule-pack/codes.ts'
import { cellText, type RegisterCell, type RegisterRow, type RegisterSheet, tightText } from './cell.ts'
import { readDay, readTime } from './day.ts'
import type { ImportEntry, ImportFault } from './entry.ts'
import { type ImportField, type ImportFieldId, type ImportList, importFields } from './fields.ts'
import { headersOf } from './header.ts'
import { readNumber } from './number.ts'
import { readPerson } from './person.ts'
import type { ImportPlan } from './plan.ts'
import { judgeRow, type SkippedRow, yearIn } from './skipped.ts'
import { codeOfWord, type ListedCode } from './words.ts'

/** What the reading of a register needs of the office: its lists of codes and the day. */
export type ImportGround = {
  readonly lists: Readonly<Record<ImportList, readonly ListedCode[]>>
  readonly stagesOf: (matterType: string) => readonly ListedCode[]
  readonly certificateKinds: readonly CertificateKindEntry[]
  readonly today: string
}

/** A word of a coded column, how often it stands there, and the code it was taken for; null while nobody has said. */
export type WordOfColumn = {
  readonly field: ImportFieldId
  readonly word: string
  readonly count: number
  readonly code: string | null
}

/** A register read by its plan. Rows that were excluded are not among `entries`, and their faults are not among `faults`. */
export type ReadRegister = {
  readonly entries: readonly ImportEntry[]
  readonly faults: readonly ImportFault[]
  readonly skipped: readonly SkippedRow[]
  readonly blankRows: number
  readonly hiddenRows: number
  readonly excluded: readonly number[]
  readonly words: readonly WordOfColumn[]
}

/** Reads every row below the head, each fault by row and column; nothing of a row that cannot be read is guessed. */
export function readRows(sheet: RegisterSheet, plan: ImportPlan, ground: ImportGround): ReadRegister {
  const headers = headersOf(sheet, { row: plan.headerRow, rows: plan.headerRows })
  const words = new WordBook(plan, ground)
  const excludedRows = new Set(plan.excluded.map(one => one.row))
  const entries: ImportEntry[] = []
  const faults: ImportFault[] = []
  const skipped: SkippedRow[] = []
  const excluded: number[] = []
  let year = yearOfSheet(sheet, plan)
  let hiddenRows = 0
  let blankRows = 0
  let last = plan.headerRow + plan.headerRows - 1
  for (const row of sheet.rows) {
    if (row.number < plan.headerRow + plan.headerRows) continue
    blankRows += row.number - last - 1
    last = row.number
    const judgement = judgeRow(row, headers)
    if (judgement) {
      skipped.push({ row: row.number, why: judgement.why })
      year = judgement.year ?? year
      continue
    }
    if (row.isHidden) hiddenRows += 1
    if (excludedRows.has(row.number)) {
      excluded.push(row.number)
      continue
    }
    const reader = new RowReader(row, plan, ground, words)
    entries.push(reader.entry(year))
    faults.push(...reader.faults)
  }
  return { entries, faults, skipped, blankRows, hiddenRows, excluded, words: words.list() }
}

/** The year that the title above the head or the sheet's own name tells. */
function yearOfSheet(sheet: RegisterSheet, plan: ImportPlan): number | null {
  const titles = sheet.rows.filter(row => row.number < plan.headerRow).flatMap(row => row.cells.map(cellText))
  return yearIn(titles.join(' ')) ?? yearIn(sheet.name)
}

class RowReader {
  readonly faults: ImportFault[] = []
  private readonly row: RegisterRow
  private readonly plan: ImportPlan
  private readonly ground: ImportGround
  private readonly words: WordBook

  constructor(row: RegisterRow, plan: ImportPlan, ground: ImportGround, words: WordBook) {
    this.row = row
    this.plan = plan
    this.ground = ground
    this.words = words
  }

  entry(sheetYear: number | null): ImportEntry {
    if (this.row.isHidden) this.note('warning', null, '此行在表中是隐藏的')
    const number = this.number()
    const year = number?.year ?? sheetYear
    const { day, time } = this.day(year)
    const matterType = this.code('matterType')
    const toldOfRight = this.code('toldOfRight')
    return {
      row: this.row.number,
      isHidden: this.row.isHidden,
      number,
      day,
      time: readTime(this.cell('time')) ?? time,
      person: readPerson(this, this.ground),
      channel: this.code('channel'),
      matterType,
      stage: this.stage(matterType),
      cause: this.text('cause'),
      opponentName: this.text('opponentName'),
      agency: this.text('agency'),
      content: this.text('content'),
      answer: this.text('answer'),
      toldOfRight: toldOfRight === null ? null : toldOfRight === 'yes',
      outcome: this.code('outcome'),
      consultant: this.text('consultant'),
      providerName: this.text('providerName'),
      handlerName: this.text('handlerName'),
      closedOn: this.closedOn(year, day),
      closing: this.text('closing'),
      archiveNumber: this.text('archiveNumber'),
      note: this.text('note'),
    }
  }

  /** The field's column in this register, null where none is mapped or the register has no such field. */
  columnOf(field: ImportFieldId): number | null {
    return this.plan.columns.find(one => one.field === field)?.column ?? null
  }

  cell(field: ImportFieldId): RegisterCell {
    const column = this.columnOf(field)
    return column === null ? null : (this.row.cells[column] ?? null)
  }

  note(severity: ImportFault['severity'], field: ImportFieldId | null, message: string): void {
    this.faults.push({ row: this.row.number, column: field === null ? null : this.columnOf(field), field, severity, message })
  }

  /** The text of a field, null when empty. Too long a text and a formula error are faults. */
  text(field: ImportFieldId): string | null {
    const cell = this.cell(field)
    if (cell !== null && typeof cell === 'object' && 'fault' in cell) {
      this.note('error', field, `单元格是公式错误 ${cell.fault}`)
      return null
    }
    const text = cellText(cell)
    if (text === '') return null
    const known = fieldOf(this.plan, field)
    if (known && text.length > known.longest) {
      this.note('error', field, `${known.label}最多 ${known.longest} 个字，这里有 ${text.length} 个字`)
      return null
    }
    return text
  }

  /** The codes of a field whose words are separated by commas or blanks. */
  codes(field: ImportFieldId): readonly string[] {
    const text = this.text(field)
    if (text === null) return []
    const found = text.split(/[、,，;；/／\s]+/).filter(word => word !== '' && word !== '无')
    return [...new Set(found.flatMap(word => this.wordCode(field, word) ?? []))]
  }

  /** The code of a field, from its word or from the plan's one value. */
  code(field: ImportFieldId): string | null {
    const known = fieldOf(this.plan, field)
    if (!known) return null
    const word = this.text(field)
    if (word !== null) return this.wordCode(field, word)
    const constant = this.plan.constants.find(one => one.field === field)?.value ?? null
    if (constant !== null) return constant
    if (known.need === 'choose')
      this.note(
        'error',
        field,
        this.columnOf(field) === null ? `没有${known.label}：请对应一列，或选一个固定值` : `没有填${known.label}`,
      )
    return null
  }

  private wordCode(field: ImportFieldId, word: string): string | null {
    const code = this.words.codeOf(field, word)
    if (code === null) this.note('error', field, `“${word}”没有对应的${fieldOf(this.plan, field)?.label ?? ''}，请在“认值”里指定`)
    return code
  }

  private number(): ImportEntry['number'] {
    const text = this.text('number')
    if (text === null) return null
    const read = readNumber(text)
    if (read.ok) return { text, year: read.year, seq: read.seq, shape: read.shape }
    this.note('error', 'number', read.message)
    return null
  }

  private day(year: number | null): { readonly day: string | null; readonly time: string | null } {
    const read = this.readDay('day', year)
    if (read === null && tightText(this.cell('day')) === '')
      this.note('error', 'day', `没有${fieldOf(this.plan, 'day')?.label ?? '日期'}`)
    return read ?? { day: null, time: null }
  }

  private readDay(field: 'day' | 'closedOn', year: number | null) {
    const cell = this.cell(field)
    if (tightText(cell) === '') return null
    const read = readDay(cell, year, this.ground.today)
    if (!read.ok) this.note('error', field, read.message)
    else if (read.day > this.ground.today) this.note('error', field, `日期 ${read.day} 在今天之后`)
    else return read
    return null
  }

  private closedOn(year: number | null, day: string | null): string | null {
    const read = this.readDay('closedOn', year)
    if (!read) return null
    if (day !== null && read.day < day) {
      this.note('error', 'closedOn', `结案日期 ${read.day} 早于立案日期 ${day}`)
      return null
    }
    return read.day
  }

  private stage(matterType: string | null): string | null {
    const stage = this.code('stage')
    if (stage === null || matterType === null) return stage
    if (this.ground.stagesOf(matterType).some(one => one.code === stage)) return stage
    const label = (list: readonly ListedCode[], code: string) => list.find(one => one.code === code)?.label ?? code
    const { matterTypes, stages } = this.ground.lists
    this.note('error', 'stage', `${label(matterTypes, matterType)}案件没有“${label(stages, stage)}”这个阶段`)
    return null
  }
}

export type { RowReader }

/** Which code each word of each column stands for: as the plan says, else as the word itself tells. */
class WordBook {
  private readonly plan: ImportPlan
  private readonly ground: ImportGround
  private readonly known = new Map<string, { field: ImportFieldId; word: string; code: string | null; count: number }>()

  constructor(plan: ImportPlan, ground: ImportGround) {
    this.plan = plan
    this.ground = ground
    for (const { field, word, code } of plan.values) this.known.set(`${field} ${word}`, { field, word, code, count: 0 })
  }

  codeOf(field: ImportFieldId, word: string): string | null {
    const key = `${field} ${word}`
    let entry = this.known.get(key)
    if (!entry) {
      const list = fieldOf(this.plan, field)?.list ?? null
      entry = { field, word, code: list === null ? null : codeOfWord(list, word, this.ground.lists[list]), count: 0 }
      this.known.set(key, entry)
    }
    entry.count += 1
    return entry.code
  }

  list(): readonly WordOfColumn[] {
    return [...this.known.values()].filter(one => one.count > 0)
  }
}

function fieldOf(plan: ImportPlan, id: ImportFieldId): ImportField | undefined {
  return importFields(plan.register).find(field => field.id === id)
}
