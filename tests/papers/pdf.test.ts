import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createElectronPrinter } from '../../src-main/host/electron-printer.ts'
import { renderPaper } from '../../src-main/papers/catalogue.ts'
import { sheetSizeMm } from '../../src-main/papers/model.ts'
import { firstMissing, isInstalled, run, squeezed } from './command.ts'
import { type PdfText, readPdfs } from './pdf-texts.ts'
import { SAMPLES } from './sample-papers.ts'
import { volumeFiles } from './samples/files.ts'
import { FOOT, ORIGIN, type SamplePaper } from './samples/sample.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'papers-pdf-'))
const printer = createElectronPrinter()
afterAll(() => {
  printer.close()
  rmSync(folder, { recursive: true, force: true })
})

async function printed(name: string, html: string, landscape: boolean): Promise<string> {
  const file = path.join(folder, `${name}.pdf`)
  writeFileSync(file, await printer(html, { landscape }))
  return file
}

async function sheetsOf(pdf: string): Promise<readonly string[]> {
  return (await readPdfs([pdf]))[0]?.sheets ?? []
}

const tools = ['pdftotext', 'pdfunite', 'qpdf'].every(isInstalled)
const LONG_TAIL = '甲乙丙丁戊己庚辛壬癸'.repeat(3)
const PAPERS = SAMPLES.map((paper, index) => ({ id: paper.id, paper, long: paper.changed(text => `${text}${LONG_TAIL}`), index }))

describe.skipIf(!tools)('every form printed', () => {
  let files: string[] = []
  let plain: readonly PdfText[] = []
  let long: readonly PdfText[] = []
  beforeAll(async () => {
    const print = async (name: string, paper: SamplePaper) => printed(name, paper.html().html, paper.landscape)
    for (const { id, paper } of PAPERS) files = [...files, await print(id, paper)]
    plain = await readPdfs(files)
    const longFiles: string[] = []
    for (const { id, long: paper } of PAPERS) longFiles.push(await print(`${id}-long`, paper))
    long = await readPdfs(longFiles)
  })

  test.each(PAPERS)('$id is a clean file of its size with its facts in order', async ({ paper, index }) => {
    const { raw = '', layout = '', sizesPt = [] } = plain[index] ?? {}
    const { width, height } = sheetSizeMm(paper.composition().page)
    expect(sizesPt.length).toBeGreaterThan(0)
    for (const size of sizesPt) {
      expect(Math.abs(size.width - (width / 25.4) * 72)).toBeLessThan(1)
      expect(Math.abs(size.height - (height / 25.4) * 72)).toBeLessThan(1)
    }
    expect(await run('qpdf', '--check', files[index] ?? '')).toContain('No syntax or stream encoding errors found')
    const missing = firstMissing(raw, paper.inOrder)
    expect(missing === null ? null : firstMissing(layout, paper.inOrder), `raw text lacks ${missing}`).toBeNull()
  })

  test.each(PAPERS)('$id cuts nothing from very long facts', ({ long: paper, index }) => {
    const words = paper
      .html()
      .html.replace(/[\s\S]*<main>/, '')
      .replace(/<\/main>[\s\S]*/, '')
    const expected = squeezed(words.replaceAll(/<[^>]*>|&nbsp;/g, '')).match(/癸/g)?.length ?? 0
    expect(expected).toBeGreaterThan(0)
    expect(long[index]?.raw.match(/癸/g)?.length).toBe(expected)
  })

  // A second sheet with a row or two on it is paper thrown away.
  test('no form but a list ends in a sheet with next to nothing on it', () => {
    const spilled = PAPERS.flatMap(({ id, index }) => {
      const sheets = plain[index]?.sheets ?? []
      const last = squeezed(sheets.at(-1) ?? '').length
      return sheets.length > 1 && last < 60 ? [`${id}: ${last} signs on sheet ${sheets.length}`] : []
    })
    expect(spilled).toEqual([])
  })
})

describe.skipIf(!tools)('long lists', () => {
  test('a contents of 60 files repeats its head on every sheet and loses no row', async () => {
    const files = volumeFiles(60)
    const pdf = await printed(
      'contents-60',
      renderPaper('volume-contents', { archiveNumber: 'J019-ZY·FY·MS·2026·D30-001', files }).html,
      false,
    )
    const sheets = await sheetsOf(pdf)
    expect(sheets.length).toBe(4)
    for (const [index, sheet] of sheets.entries()) {
      expect(firstMissing(sheet, ['责任者'])).toBeNull()
      expect(firstMissing(sheet, ['备注'])).toBeNull()
      expect(firstMissing(sheet, [`第${index + 1}页共4页`])).toBeNull()
    }
    const pages =
      sheets
        .join('\n')
        .match(/^\s*\d+\s/gm)
        ?.map(Number) ?? []
    expect(pages).toEqual(files.map((_, index) => index + 1))
  })

  test('empty rows never push the contents on to one more sheet', async () => {
    const counts = [0, 1, 13, 14, 15, 16, 17, 30, 33, 34, 35]
    const pdfs: string[] = []
    for (const count of counts) {
      const { html } = renderPaper('volume-contents', { archiveNumber: null, files: volumeFiles(count) })
      pdfs.push(await printed(`contents-${count}`, html, false))
    }
    for (const [index, { sheets }] of (await readPdfs(pdfs)).entries()) {
      const count = counts[index] ?? 0
      const lastFile = count === 0 ? '卷内文件目录' : new RegExp(`^\\s*${count}\\s`, 'm')
      expect(sheets.at(-1), `${count} files`).toMatch(lastFile)
    }
  })

  test('a list of 60 numbers repeats head and foot', async () => {
    const paper = SAMPLES.find(one => one.id === 'number-list')
    const sheets = await sheetsOf(await printed('numbers', paper?.html().html ?? '', false))
    expect(sheets.length).toBeGreaterThan(2)
    for (const sheet of sheets) {
      expect(firstMissing(sheet, ['取号人'])).toBeNull()
      expect(firstMissing(sheet, [FOOT])).toBeNull()
    }
  })

  test('a register of 40 consultations repeats head and foot on every sheet and numbers them', async () => {
    const paper = SAMPLES.find(one => one.id === 'consultation-list')
    const sheets = await sheetsOf(await printed('register', paper?.html().html ?? '', true))
    expect(sheets.length).toBeGreaterThan(2)
    for (const [index, sheet] of sheets.entries()) {
      expect(firstMissing(sheet, ['接待人'])).toBeNull()
      expect(firstMissing(sheet, [FOOT])).toBeNull()
      expect(firstMissing(sheet, [`第${index + 1}页共${sheets.length}页`])).toBeNull()
    }
  })

  test('a step of a subsidy sheet is never cut in two', async () => {
    const steps = Array.from({ length: 40 }, (_, index) => ({
      label: `步骤${index + 1}起`,
      detail: `${'甲乙丙丁戊己庚辛壬癸'.repeat(5)}步骤${index + 1}止`,
      clause: null,
      amountFen: 100,
    }))
    const facts = {
      number: null,
      centerName: '某中心',
      caseNumber: '一',
      recipient: '某人',
      cause: '某案',
      matterKind: '民事',
      stage: null,
      unit: '某所',
      handler: '某律师',
      handlerKind: '律师',
      closedOn: null,
      steps,
      totalFen: 4000,
      approvals: [],
      origin: ORIGIN,
    }
    const sheets = (await sheetsOf(await printed('steps', renderPaper('subsidy-sheet', facts).html, false))).map(squeezed)
    expect(sheets.length).toBeGreaterThan(2)
    for (const step of steps) {
      const at = sheets.findIndex(sheet => sheet.includes(step.label))
      expect(at).toBeGreaterThanOrEqual(0)
      expect(sheets[at]).toContain(step.label.replace('起', '止'))
    }
  })
})
