import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetSizeMm } from '../../src-main/papers/model.ts'
import { firstMissing, isInstalled, run } from './command.ts'
import { FOOT, SAMPLES } from './sample-papers.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'papers-docx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Single sheets, which count no pages. */
const UNNUMBERED: readonly string[] = [
  'delivery-receipt',
  'mandate',
  'volume-cover',
  'volume-note',
  'recovery-key-page',
  'guidance-slip',
  'queue-ticket',
]

const fileOf = (id: string) => path.join(folder, `${id}.docx`)
const part = (id: string, name: string) => run('unzip', '-p', fileOf(id), name)

beforeAll(async () => {
  for (const paper of SAMPLES) {
    writeFileSync(fileOf(paper.id), await paper.docx())
    const hostile = paper.changed(text => `${text}<w:p>&]]>\u0000\ud800甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸`)
    writeFileSync(fileOf(`${paper.id}-hostile`), await hostile.docx())
  }
})

describe.skipIf(!isInstalled('unzip')).each(SAMPLES)('$id', paper => {
  test('has a section of its size with the margins of the form', async () => {
    const xml = await part(paper.id, 'word/document.xml')
    const size = /<w:pgSz ([^>]*)\/>/.exec(xml)?.[1] ?? ''
    const { width, height } = sheetSizeMm(paper.composition().page)
    expect(size).toContain(`w:w="${Math.round((width * 1440) / 25.4)}"`)
    expect(size).toContain(`w:h="${Math.round((height * 1440) / 25.4)}"`)
    const { leftMm } = paper.html().page.margins
    expect(xml).toContain(`w:left="${Math.round((leftMm * 1440) / 25.4)}"`)
  })

  test('repeats the heads of its lists and cuts no row', async () => {
    const xml = await part(paper.id, 'word/document.xml')
    const { blocks } = paper.composition()
    expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(blocks.filter(block => block.kind === 'list').length)
    const rows = blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.rows.length : 0), 0)
    expect((xml.match(/<w:cantSplit\/>/g) ?? []).length).toBeGreaterThanOrEqual(rows)
  })

  test('numbers its sheets in the foot, not on covers and slips', async () => {
    const foot = await part(paper.id, 'word/footer1.xml')
    expect(foot.includes('NUMPAGES')).toBe(!UNNUMBERED.includes(paper.id))
  })
})

describe.skipIf(!isInstalled('unzip'))('type', () => {
  test('a title is bold 宋体 of 22 pt in the middle', async () => {
    const xml = await part('grant-decision', 'word/document.xml')
    const title = /<w:p>(?:(?!<\/w:p>).)*给予法律援助决定书(?:(?!<\/w:p>).)*<\/w:p>/s.exec(xml)?.[0] ?? ''
    expect(title).toContain('w:eastAsia="宋体"')
    expect(title).toContain('<w:b/>')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(title).toContain('<w:jc w:val="center"/>')
  })
  test('the text is 仿宋 of 16 pt, indented by two signs, on lines of 28 pt', async () => {
    const xml = await part('grant-decision', 'word/document.xml')
    const text = /<w:p>(?:(?!<\/w:p>).)*法律援助形式(?:(?!<\/w:p>).)*<\/w:p>/s.exec(xml)?.[0] ?? ''
    expect(text).toContain('w:eastAsia="仿宋"')
    expect(text).toContain('<w:sz w:val="32"/>')
    expect(text).toContain('w:firstLine="640"')
    expect(text).toContain('w:line="560"')
  })
  test('rules are half a point', async () => {
    expect(await part('subsidy-sheet', 'word/document.xml')).toContain('<w:top w:val="single" w:color="000000" w:sz="4"/>')
  })
  test('an undrawn number is a grey gap', async () => {
    const xml = await part('grant-decision', 'word/document.xml')
    expect(xml).toMatch(/<w:shd[^>]*w:fill="D9D9D9"[^>]*\/>(?:(?!<w:t).)*<w:t[^>]*>　　　<\/w:t>/s)
  })
})

describe.skipIf(!isInstalled('soffice') || !isInstalled('pdftotext'))('opened by an office program', () => {
  beforeAll(async () => {
    const files = SAMPLES.flatMap(paper => [fileOf(paper.id), fileOf(`${paper.id}-hostile`)])
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    await run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files)
  })

  test.each(SAMPLES)('$id shows its facts in order on a sheet of its size', async paper => {
    const pdf = path.join(folder, `${paper.id}.pdf`)
    const text = await run('pdftotext', '-layout', pdf, '-')
    const raw = await run('pdftotext', '-raw', pdf, '-')
    for (const fact of paper.inOrder)
      expect(firstMissing(text, [fact]) === null || firstMissing(raw, [fact]) === null, fact).toBe(true)
    const { width, height } = sheetSizeMm(paper.composition().page)
    const size = /Page size:\s+([.\d]+) x ([.\d]+)/.exec(await run('pdfinfo', pdf))
    for (const [index, mm] of [width, height].entries())
      expect(Math.abs(Number(size?.[index + 1]) - (mm / 25.4) * 72)).toBeLessThan(1)
  })

  test.each(SAMPLES)('$id opens with hostile facts', async paper => {
    const text = await run('pdftotext', '-raw', path.join(folder, `${paper.id}-hostile.pdf`), '-')
    expect(firstMissing(text, ['甲乙丙丁戊己庚辛壬癸'])).toBeNull()
    expect(firstMissing(text, ['<w:p>&]]>'])).toBeNull()
  })

  test('a sheet says who made it in its foot', async () => {
    const text = await run('pdftotext', '-layout', path.join(folder, 'subsidy-sheet.pdf'), '-')
    expect(firstMissing(text, [FOOT, '第1页共1页'])).toBeNull()
  })
})
