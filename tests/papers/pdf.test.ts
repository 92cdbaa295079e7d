import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createElectronPrinter } from '../../src-main/host/electron-printer.ts'
import { renderPaper } from '../../src-main/papers/catalogue.ts'
import { sheetSizeMm } from '../../src-main/papers/model.ts'
import { firstMissing, isInstalled, run, squeezed } from './command.ts'
import { FOOT, ORIGIN, SAMPLES, volumeFiles } from './sample-papers.ts'

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
  const text = await run('pdftotext', '-layout', pdf, '-')
  return text.split('\f').slice(0, -1)
}

const tools = ['pdfinfo', 'pdftotext', 'qpdf'].every(isInstalled)

describe.skipIf(!tools).each(SAMPLES)('$id printed', paper => {
  test('is a clean file of its size with its facts in order', async () => {
    const pdf = await printed(paper.id, paper.html().html, paper.landscape)
    const { width, height } = sheetSizeMm(paper.composition().page)
    const size = /Page size:\s+([.\d]+) x ([.\d]+)/.exec(await run('pdfinfo', pdf))
    for (const [index, mm] of [width, height].entries())
      expect(Math.abs(Number(size?.[index + 1]) - (mm / 25.4) * 72)).toBeLessThan(1)
    expect(await run('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors found')
    const [layout, raw] = await Promise.all([run('pdftotext', '-layout', pdf, '-'), run('pdftotext', '-raw', pdf, '-')])
    const missing = firstMissing(raw, paper.inOrder)
    expect(missing === null ? null : firstMissing(layout, paper.inOrder), `raw text lacks ${missing}`).toBeNull()
  })

  test('cuts nothing from very long facts', async () => {
    const tail = '甲乙丙丁戊己庚辛壬癸'.repeat(3)
    const hostile = paper.changed(text => `${text}${tail}`)
    const pdf = await printed(`${paper.id}-long`, hostile.html().html, paper.landscape)
    const raw = squeezed(await run('pdftotext', '-raw', pdf, '-'))
    const words = hostile
      .html()
      .html.replace(/[\s\S]*<main>/, '')
      .replace(/<\/main>[\s\S]*/, '')
    const expected = squeezed(words.replaceAll(/<[^>]*>|&nbsp;/g, '')).match(/癸/g)?.length ?? 0
    expect(expected).toBeGreaterThan(0)
    expect(raw.match(/癸/g)?.length).toBe(expected)
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
    for (const count of [0, 1, 13, 14, 15, 16, 17, 30, 33, 34, 35]) {
      const files = volumeFiles(count)
      const sheets = await sheetsOf(
        await printed(`contents-${count}`, renderPaper('volume-contents', { archiveNumber: null, files }).html, false),
      )
      const last = sheets.at(-1) ?? ''
      const lastFile = count === 0 ? '卷内文件目录' : new RegExp(`^\\s*${count}\\s`, 'm')
      expect(last, `${count} files`).toMatch(lastFile)
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
