import type {
  Block,
  CellLine,
  Choice,
  FieldCell,
  ListCell,
  ListColumn,
  NumberPlaceholder,
  Page,
  RenderOptions,
  SealImage,
  Text,
} from './model.ts'
import { textWidthMm } from './model.ts'
import { chineseDate } from './paper-date.ts'
import type { Foot } from './paper-style.ts'
import { footTemplate, paperStyle } from './paper-style.ts'
import type { PlainRun } from './paper-text.ts'
import { escapeHtml, printable, runsOf, sealIndents } from './paper-text.ts'
import type { SignaturePlace } from './signature-places.ts'
import { BLANK_NAME_EMS, signaturePlaces } from './signature-places.ts'
import { titlePoints, widthInEms } from './text-fit.ts'

type Context = {
  readonly page: Page
  readonly placeholder: NumberPlaceholder | undefined
  readonly seal: SealImage | undefined
}

/** What a renderer is given: the form's page, its title for the window, its blocks and its foot. */
export type Composition = { readonly title: string; readonly page: Page; readonly blocks: readonly Block[]; readonly foot: Foot }

/**
 * Draws a composed paper as one HTML document: true A4, inline style only, no script, nothing fetched, every fact escaped.
 * The same document serves the preview, the printer and the PDF. Sizes in the result are mm and points.
 */
export function renderHtml(composition: Composition, options: RenderOptions): string {
  const context = { page: composition.page, placeholder: options.numberPlaceholder, seal: options.seal }
  const stamp = options.stamp === undefined ? '' : `<div class="stamp" aria-hidden="true"><span>${options.stamp}</span></div>`
  const hasFoot = composition.foot.text !== '' || composition.foot.pageNumbers
  const template = hasFoot
    ? `<template id="paper-footer">${footTemplate(composition.page, composition.foot, escapeHtml(composition.foot.text))}</template>`
    : ''
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${options.seal ? '; img-src data:' : ''}">
<title>${escapeHtml(composition.title)}</title>
<style>${paperStyle(composition.page, composition.foot)}</style></head>
<body>${stamp}<main>
${composition.blocks.map(block => blockHtml(block, context)).join('\n')}
</main>${template}</body></html>`
}

function blockHtml(block: Block, context: Context): string {
  switch (block.kind) {
    case 'title': {
      const points = block.points ?? titlePoints(block.text, textWidthMm(context.page))
      const under = block.under === undefined || block.under === '' ? '' : `<small>${escapeHtml(block.under)}</small>`
      return `<h1 style="font-size:${points}pt">${escapeHtml(block.text)}${under}</h1>`
    }
    case 'number':
      return `<p class="number ${block.align ?? 'right'}" style="font-size:14pt">${escapeHtml(block.label)}${textHtml([{ kind: 'number', number: block.number }], context)}</p>`
    case 'salutation':
      return `<p class="salutation">${escapeHtml(block.text)}：</p>`
    case 'paragraph': {
      const classes = [
        'text',
        block.align ?? (block.indent === false ? 'left' : 'justify'),
        block.typeface ?? 'body',
        block.indent === false ? '' : 'indent',
        block.withNext ? 'with-next' : '',
      ]
      const size = block.points === undefined ? '' : `font-size:${block.points}pt;line-height:${lineHeight(block.points)}pt;`
      const style = `${size}${block.bold ? 'font-weight:700;' : ''}${before(block.beforeMm)}`
      return `<p class="${classes.filter(name => name !== '').join(' ')}" style="${style}">${textHtml(block.text, context)}</p>`
    }
    case 'fields':
      return fieldsHtml(block, context)
    case 'list':
      return listHtml(block, context)
    case 'choices': {
      const label = block.label === null ? '' : `${escapeHtml(block.label)}：`
      return `<p class="text" style="font-size:${block.points ?? 16}pt">${label}${block.choices.map(choiceHtml).join('')}</p>`
    }
    case 'signatures':
      return signaturesHtml(block, context)
    case 'seal': {
      const date = chineseDate(block.date)
      const indents = sealIndents(widthInEms(block.unit), widthInEms(date))
      const unitRight = widthInEms(block.unit) > 24 ? 0 : indents.unit
      const dateRight = unitRight === 0 ? 2 : indents.date
      const image = context.seal ? sealHtml(context.seal, dateRight + widthInEms(date) / 2) : ''
      return `<div class="seal">${image}<p class="right" style="padding-right:${unitRight.toFixed(2)}em">${escapeHtml(block.unit)}</p><p class="right" style="padding-right:${dateRight.toFixed(2)}em">${date}</p></div>`
    }
    case 'notes':
      return `<div class="notes" style="${before(block.beforeMm)}">${block.notes.map(note => `<p>${escapeHtml(note)}</p>`).join('')}</div>`
    case 'pageBreak':
      return '<div class="page-break"></div>'
  }
}

/** The seal stands over the date's middle (骑年盖月), the unit's name showing through. `rightEms` is that middle from the right edge. */
function sealHtml({ dataUri, widthMm, heightMm }: SealImage, rightEms: number): string {
  const right = `calc(${rightEms.toFixed(2)}em - ${(widthMm / 2).toFixed(1)}mm)`
  const style = `width:${widthMm}mm;height:${heightMm}mm;right:${right};bottom:calc(1em - ${(heightMm / 2).toFixed(1)}mm)`
  return `<img class="seal-image" alt="印章图" src="${dataUri}" style="${style}">`
}

function fieldsHtml(block: Extract<Block, { kind: 'fields' }>, context: Context): string {
  const rows = block.rows.map(row => {
    const height = row.heightMm === undefined ? '' : ` style="height:${row.heightMm}mm"`
    const classes = [row.mayBreak ? 'may-break' : '', row.withNext ? 'with-next' : ''].filter(name => name !== '').join(' ')
    return `<tr${classes === '' ? '' : ` class="${classes}"`}${height}>${row.cells.map(cell => fieldCellHtml(cell, context)).join('')}</tr>`
  })
  return `<table class="ruled${block.align === 'right' ? ' at-right' : ''}" style="${tableStyle(block.columnsMm, block.points ?? 12, block.beforeMm)}">${columnGroup(block.columnsMm)}<tbody>${rows.join('')}</tbody></table>`
}

function fieldCellHtml(cell: FieldCell, context: Context): string {
  const spans = `${cell.columns === undefined ? '' : ` colspan="${cell.columns}"`}${cell.rows === undefined ? '' : ` rowspan="${cell.rows}"`}`
  const classes = [
    cell.role,
    cell.align ?? '',
    cell.at ?? 'middle',
    cell.typeface ?? '',
    ...(cell.open ?? []).map(side => `open-${side}`),
  ]
    .filter(name => name !== '')
    .join(' ')
  return `<td class="${classes}"${spans}>${cell.lines.map(line => cellLineHtml(line, context)).join('')}</td>`
}

function cellLineHtml(line: CellLine, context: Context): string {
  const classes = [line.align ?? '', line.indent ? 'indent' : ''].filter(name => name !== '').join(' ')
  const style = `${line.bold ? 'font-weight:700;' : ''}${line.points === undefined ? '' : `font-size:${line.points}pt;`}`
  const content = textHtml(line.text, context)
  return `<p${classes === '' ? '' : ` class="${classes}"`}${style === '' ? '' : ` style="${style}"`}>${content === '' ? '&nbsp;' : content}</p>`
}

function listHtml(block: Extract<Block, { kind: 'list' }>, context: Context): string {
  const widths = block.columns.map(column => column.widthMm)
  const headings = block.columns.map(column => `<th>${escapeHtml(column.heading)}</th>`).join('')
  const rows = block.rows.map(row => {
    let column = 0
    const cells = row.cells.map(cell => {
      const html = listCellHtml(cell, block.columns[column], row.bold === true, context)
      column += typeof cell === 'string' ? 1 : (cell.columns ?? 1)
      return html
    })
    return `<tr style="height:${block.rowMm ?? 8}mm">${cells.join('')}</tr>`
  })
  return `<table class="listed" style="${tableStyle(widths, block.points ?? 10.5, block.beforeMm)}">${columnGroup(widths)}<thead><tr style="height:${block.headMm ?? block.rowMm ?? 8}mm">${headings}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function listCellHtml(cell: ListCell, column: ListColumn | undefined, bold: boolean, context: Context): string {
  const plain = typeof cell === 'string'
  const align = (plain ? undefined : cell.align) ?? column?.align ?? 'left'
  const span = plain || cell.columns === undefined ? '' : ` colspan="${cell.columns}"`
  const style = bold || (!plain && cell.bold) ? ' style="font-weight:700"' : ''
  const face = column?.typeface === undefined ? '' : ` ${column.typeface}`
  return `<td class="${align}${face}"${span}${style}>${textHtml(plain ? cell : cell.text, context)}</td>`
}

function signaturesHtml(block: Extract<Block, { kind: 'signatures' }>, context: Context): string {
  const points = block.points ?? 12
  const width = textWidthMm(context.page)
  const rows = signaturePlaces(block.signers, width, points)
  const abreast = rows[0]?.length ?? 1
  const widths = Array.from({ length: abreast }, () => width / abreast)
  const body = rows.map(row => `<tr>${row.map(signerHtml).join('')}</tr>`).join('')
  return `<table class="signatures" style="${tableStyle(widths, points, block.beforeMm)}">${columnGroup(widths)}<tbody>${body}</tbody></table>`
}

function signerHtml(place: SignaturePlace): string {
  const name =
    place.name === null ? `<span class="blank" style="width:${BLANK_NAME_EMS}em">&nbsp;</span>` : escapeHtml(place.name)
  const date = place.date === null ? '' : `<p>${escapeHtml(place.date)}</p>`
  return `<td><p>${escapeHtml(place.label)}：${name}</p>${date}</td>`
}

function textHtml(text: Text, context: Context): string {
  return runsOf(text, context.placeholder).map(runHtml).join('')
}

function runHtml(run: PlainRun): string {
  switch (run.kind) {
    case 'text': {
      const inner = escapeHtml(run.text)
      const bold = run.bold ? `<b>${inner}</b>` : inner
      return run.underline ? `<u>${bold}</u>` : bold
    }
    case 'choice':
      return choiceHtml(run)
    case 'gap':
      return `<span class="gap" style="width:${run.characters}em" role="img" aria-label="编号尚未产生"></span>`
  }
}

function choiceHtml(choice: Choice): string {
  return `<span class="choice"><span class="box">${choice.checked ? '☑' : '☐'}</span>${escapeHtml(choice.label)}</span>`
}

/** Columns as shares of their table: given in mm they would stretch it past the sheet's edge again. */
function columnGroup(widthsMm: readonly number[]): string {
  const total = widthsMm.reduce((sum, one) => sum + one, 0)
  return `<colgroup>${widthsMm.map(width => `<col style="width:${((width / total) * 100).toFixed(3)}%">`).join('')}</colgroup>`
}

function tableStyle(widthsMm: readonly number[], points: number, beforeMm: number | undefined): string {
  const width = widthsMm.reduce((sum, one) => sum + one, 0)
  // A pixel less than the sheet: half of a collapsed rule stands outside the table and would be cut off at its edge.
  return `width:calc(${width}mm - 2px);font-size:${points}pt;${before(beforeMm)}`
}

function before(beforeMm: number | undefined): string {
  return beforeMm === undefined ? '' : `margin-top:${beforeMm}mm;`
}

/** Line heights follow the 28 pt of 16 pt text, a little tighter for large type. */
function lineHeight(points: number): number {
  return Math.round(points > 20 ? points * 1.4 : points * 1.75)
}

/** The text of a paper's title as a file name: no signs that Windows refuses. */
export function paperFileStem(title: string): string {
  return printable(title)
    .replaceAll(/[\\/:*?"<>|\n\t]/g, ' ')
    .trim()
    .slice(0, 80)
}
