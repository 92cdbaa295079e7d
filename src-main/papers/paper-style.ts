import type { Page } from './model.ts'
import { sheetSizeMm } from './model.ts'
import { cssString } from './paper-text.ts'

/** Font stacks (字体) of the papers: what Windows has, what 统信/麒麟 have, what is left. */
export const FONT_STACKS = {
  title: '"SimSun","Noto Serif CJK SC",serif',
  body: '"FangSong_GB2312","FangSong","Noto Serif CJK SC",serif',
  code: '"Consolas","DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace',
  box: '"Segoe UI Symbol","DejaVu Sans","OpenSymbol",sans-serif',
} as const

/** What the foot (页脚) of each sheet says: a text at the left, “第 n 页 共 m 页”, or both. */
export type Foot = { readonly text: string; readonly pageNumbers: boolean }

/** The style sheet of a paper: true A4 by `@page`, black on white, table heads repeated, rows never cut. */
export function paperStyle(page: Page, foot: Foot): string {
  const { width, height } = sheetSizeMm(page)
  const { topMm, rightMm, bottomMm, leftMm } = page.margins
  return `@page{size:${width}mm ${height}mm;margin:${topMm}mm ${rightMm}mm ${bottomMm}mm ${leftMm}mm;${footBoxes(foot)}}
*{box-sizing:border-box}
html{background:#fff;color:#000;-webkit-text-size-adjust:100%}
body{margin:0;font:16pt/28pt ${FONT_STACKS.body};color:#000;line-break:strict;overflow-wrap:anywhere;text-rendering:geometricPrecision}
main{position:relative}
h1{margin:0 0 5mm;font-family:${FONT_STACKS.title};font-weight:700;line-height:1.35;text-align:center;text-wrap:balance;break-after:avoid}
h1 small{display:block;margin-top:1mm;font:400 12pt/1.5 ${FONT_STACKS.body}}
p{margin:0;orphans:2;widows:2}
p.text,p.salutation{white-space:pre-wrap}
p.indent{text-indent:2em}
p.number{margin:0 0 3mm}
.left{text-align:left}.center{text-align:center}.right{text-align:right}.justify{text-align:justify}
.title{font-family:${FONT_STACKS.title}}.body{font-family:${FONT_STACKS.body}}.code{font-family:${FONT_STACKS.code}}
.box{font-family:${FONT_STACKS.box};font-size:.92em}
.gap{display:inline-block;height:1em;vertical-align:-.12em;background:#d9d9d9;border:.5pt solid #bbb;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.with-next{break-after:avoid}
table{border-collapse:collapse;table-layout:fixed;margin:0 auto;line-height:1.4}
table.at-right{margin-right:0}
td,th{padding:.8mm 1.4mm;font-weight:400;vertical-align:middle;white-space:pre-wrap}
table.ruled td,table.ruled th{border:.5pt solid #000}
table.ruled td.open-above{border-top-style:none}table.ruled td.open-below{border-bottom-style:none}
table.ruled td.open-left{border-left-style:none}table.ruled td.open-right{border-right-style:none}
table.listed{border-collapse:separate;border-spacing:0}
table.listed td,table.listed th{border:solid #000;border-width:0 .5pt .5pt 0}
table.listed th{border-top-width:.5pt;padding:.8mm .4mm}
table.listed td.center{padding-left:.4mm;padding-right:.4mm}
table.listed tr>:first-child{border-left-width:.5pt}
tr{break-inside:avoid}tr.may-break{break-inside:auto}tr.with-next{break-after:avoid}
thead{display:table-header-group}
th{text-align:center}
td.label{text-align:center}
td.code{font-size:.82em}
td.top{vertical-align:top}td.bottom{vertical-align:bottom}
td p.indent{text-indent:2em}
.choice{display:inline-block;margin-right:1em;text-indent:0}
.choice .box{margin-right:.2em}
.signatures{margin-top:8mm}
.signatures td{padding:1mm 2mm 1mm 0;text-align:left;vertical-align:top}
.blank{display:inline-block;border-bottom:.5pt solid #000}
.seal{position:relative;margin-top:14mm;break-inside:avoid;break-before:avoid}
.seal-image{position:absolute;mix-blend-mode:multiply;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.notes{margin-top:3mm;font-size:10.5pt;line-height:1.5}
.notes p{white-space:pre-wrap;padding-left:1.4em;text-indent:-1.4em}
.page-break{break-after:page;height:0}
.stamp{position:fixed;inset:0;z-index:1;display:flex;align-items:center;justify-content:center;pointer-events:none}
.stamp span{transform:rotate(-32deg);font:700 120pt/1 ${FONT_STACKS.title};color:rgba(0,0,0,.09);letter-spacing:.3em;white-space:nowrap;print-color-adjust:exact;-webkit-print-color-adjust:exact}
@media screen{main{width:${width}mm;min-height:${height}mm;margin:0 auto;padding:${topMm}mm ${rightMm}mm ${bottomMm}mm ${leftMm}mm;background:#fff}}`
}

/** The foot as page margin boxes (Chrome 131 and later). */
function footBoxes(foot: Foot): string {
  const face = `font:9pt/1.3 ${FONT_STACKS.title};color:#000;vertical-align:top;padding-top:5mm`
  const numbers = '"第 " counter(page) " 页 共 " counter(pages) " 页"'
  if (foot.text === '') return foot.pageNumbers ? `@bottom-center{content:${numbers};${face}}` : ''
  const text = `@bottom-left{content:${cssString(foot.text)};${face};text-align:left}`
  return foot.pageNumbers ? `${text}@bottom-right{content:${numbers};${face};text-align:right;white-space:nowrap}` : text
}

/**
 * The same foot as a header-and-footer template for `printToPDF`, for runtimes whose Chrome is older than 131 and draws no
 * page margin boxes. It stands inert in the paper as `<template id="paper-footer">`.
 */
export function footTemplate(page: Page, foot: Foot, escapedText: string): string {
  const numbers = '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页'
  const { leftMm, rightMm } = page.margins
  const style = `width:100%;display:flex;justify-content:${foot.text === '' ? 'center' : 'space-between'};padding:0 ${rightMm}mm 0 ${leftMm}mm;font:9pt/1.3 SimSun,Noto Serif CJK SC,serif;color:#000`
  return `<div style="${style}"><span>${escapedText}</span>${foot.pageNumbers ? `<span>${numbers}</span>` : ''}</div>`
}
