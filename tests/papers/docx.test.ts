import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetSizeMm } from '../../src-main/papers/model.ts'
import { firstMissing, isInstalled, run } from './command.ts'
import { readPdfs } from './pdf-texts.ts'
import { SAMPLES } from './sample-papers.ts'
import { FOOT } from './samples/sample.ts'

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
/** The text of a paper's document and foot, read once. */
const documents = new Map<string, { readonly document: string; readonly foot: string }>()
const part = (id: string, name: 'document' | 'foot') => documents.get(id)?.[name] ?? ''

beforeAll(async () => {
  for (const paper of SAMPLES) {
    writeFileSync(fileOf(paper.id), await paper.docx())
    const parts = isInstalled('unzip') ? await run('unzip', '-p', fileOf(paper.id), 'word/document.xml', 'word/footer1.xml') : ''
    const footAt = parts.lastIndexOf('<?xml')
    documents.set(paper.id, { document: parts.slice(0, footAt), foot: parts.slice(footAt) })
    const hostile = paper.changed(text => `${text}<w:p>&]]>\u0000\ud800甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸`)
    writeFileSync(fileOf(`${paper.id}-hostile`), await hostile.docx())
  }
})

describe.skipIf(!isInstalled('unzip')).each(SAMPLES)('$id', paper => {
  test('has a section of its size with the margins of the form', () => {
    const xml = part(paper.id, 'document')
    const size = /<w:pgSz ([^>]*)\/>/.exec(xml)?.[1] ?? ''
    const { width, height } = sheetSizeMm(paper.composition().page)
    expect(size).toContain(`w:w="${Math.round((width * 1440) / 25.4)}"`)
    expect(size).toContain(`w:h="${Math.round((height * 1440) / 25.4)}"`)
    const { leftMm } = paper.html().page.margins
    expect(xml).toContain(`w:left="${Math.round((leftMm * 1440) / 25.4)}"`)
  })

  test('repeats the heads of its lists and cuts no row', () => {
    const xml = part(paper.id, 'document')
    const { blocks } = paper.composition()
    expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(blocks.filter(block => block.kind === 'list').length)
    const rows = blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.rows.length : 0), 0)
    expect((xml.match(/<w:cantSplit\/>/g) ?? []).length).toBeGreaterThanOrEqual(rows)
  })

  test('numbers its sheets in the foot, not on covers and slips', async () => {
    const foot = part(paper.id, 'foot')
    expect(foot.includes('NUMPAGES')).toBe(!UNNUMBERED.includes(paper.id))
  })
})

describe.skipIf(!isInstalled('unzip'))('type', () => {
  test('a title is bold 宋体 of 22 pt in the middle', () => {
    const xml = part('grant-decision', 'document')
    const title = /<w:p>(?:(?!<\/w:p>).)*给予法律援助决定书(?:(?!<\/w:p>).)*<\/w:p>/s.exec(xml)?.[0] ?? ''
    expect(title).toContain('w:eastAsia="宋体"')
    expect(title).toContain('<w:b/>')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(title).toContain('<w:jc w:val="center"/>')
  })
  test('the text is 仿宋 of 16 pt, indented by two signs, on lines of 28 pt', () => {
    const xml = part('grant-decision', 'document')
    const text = /<w:p>(?:(?!<\/w:p>).)*法律援助形式(?:(?!<\/w:p>).)*<\/w:p>/s.exec(xml)?.[0] ?? ''
    expect(text).toContain('w:eastAsia="仿宋"')
    expect(text).toContain('<w:sz w:val="32"/>')
    expect(text).toContain('w:firstLine="640"')
    expect(text).toContain('w:line="560"')
  })
  test('rules are half a point', () => {
    expect(part('subsidy-sheet', 'document')).toContain('<w:top w:val="single" w:color="000000" w:sz="4"/>')
  })
  test('an undrawn number is a grey gap', () => {
    const xml = part('grant-decision', 'document')
    expect(xml).toMatch(/<w:shd[^>]*w:fill="D9D9D9"[^>]*\/>(?:(?!<w:t).)*<w:t[^>]*>　　　<\/w:t>/s)
  })
})

describe.skipIf(!['soffice', 'pdftotext', 'pdfunite'].every(isInstalled))('opened by an office program', () => {
  let printed: Awaited<ReturnType<typeof readPdfs>> = []
  beforeAll(async () => {
    const convert = (to: string, files: readonly string[]) =>
      run(
        'soffice',
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        ...files,
      )
    await convert(
      'pdf',
      SAMPLES.map(paper => fileOf(paper.id)),
    )
    // Of hostile facts only the words are asked for: without pages to lay out the office program opens them twice as fast.
    await convert(
      'txt:Text (encoded):UTF8',
      SAMPLES.map(paper => fileOf(`${paper.id}-hostile`)),
    )
    printed = await readPdfs(SAMPLES.map(paper => path.join(folder, `${paper.id}.pdf`)))
  })

  test.each(SAMPLES.map((paper, index) => ({ id: paper.id, paper, index })))(
    '$id shows its facts in order on a sheet of its size',
    ({ paper, index }) => {
      const { layout = '', raw = '', sizesPt = [] } = printed[index] ?? {}
      for (const fact of paper.inOrder)
        expect(firstMissing(layout, [fact]) === null || firstMissing(raw, [fact]) === null, fact).toBe(true)
      const { width, height } = sheetSizeMm(paper.composition().page)
      expect(sizesPt.length).toBeGreaterThan(0)
      for (const size of sizesPt) {
        expect(Math.abs(size.width - (width / 25.4) * 72)).toBeLessThan(1)
        expect(Math.abs(size.height - (height / 25.4) * 72)).toBeLessThan(1)
      }
    },
  )

  test.each(SAMPLES)('$id opens with hostile facts', paper => {
    const text = readFileSync(path.join(folder, `${paper.id}-hostile.txt`), 'utf8')
    expect(firstMissing(text, ['甲乙丙丁戊己庚辛壬癸'])).toBeNull()
    expect(firstMissing(text, ['<w:p>&]]>'])).toBeNull()
  })

  test('a sheet says who made it in its foot', () => {
    const { layout = '' } = printed[SAMPLES.findIndex(paper => paper.id === 'subsidy-sheet')] ?? {}
    expect(firstMissing(layout, [FOOT, '第1页共1页'])).toBeNull()
  })
})
