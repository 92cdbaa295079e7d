import { describe, expect, test } from 'vitest'
import { CATALOGUE, composePaper, renderPaper } from '../../src-main/papers/catalogue.ts'
import { fieldWidths } from '../../src-main/papers/field-grid.ts'
import { sheetSizeMm, textWidthMm } from '../../src-main/papers/model.ts'
import { renderHtml } from '../../src-main/papers/render-html.ts'
import { firstMissing } from './command.ts'
import { SAMPLES } from './sample-papers.ts'
import { FOOT } from './samples/sample.ts'

/** The words of a document, without its style and its marks. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<main>'), html.indexOf('</main>'))
  return body
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

test('every form has a sample', () => {
  expect(SAMPLES.map(paper => paper.id).toSorted()).toEqual(Object.keys(CATALOGUE).toSorted())
})

describe.each(SAMPLES)('$id', paper => {
  test('is one document of its size that fetches and runs nothing', () => {
    const { html, page } = paper.html()
    const { topMm, rightMm, bottomMm, leftMm } = page.margins
    const { width, height } = sheetSizeMm(page)
    const size = `${width}mm ${height}mm`
    expect(html).toContain(`@page{size:${size};margin:${topMm}mm ${rightMm}mm ${bottomMm}mm ${leftMm}mm;`)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|https?:|url\(|@import|\son\w+=/i)
  })

  test('carries its facts in order', () => {
    expect(firstMissing(wordsOf(paper.html().html), paper.inOrder)).toBeNull()
  })

  test('has tables that fill their grid and fit the sheet', () => {
    const { blocks, page } = paper.composition()
    for (const block of blocks) {
      if (block.kind === 'fields') expect(() => fieldWidths(block.rows, block.columnsMm)).not.toThrow()
      const widths =
        block.kind === 'fields' ? block.columnsMm : block.kind === 'list' ? block.columns.map(one => one.widthMm) : []
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(textWidthMm(page) + 1e-6)
      if (block.kind !== 'list') continue
      for (const row of block.rows) {
        const cells = row.cells.reduce((sum, cell) => sum + (typeof cell === 'string' ? 1 : (cell.columns ?? 1)), 0)
        expect(cells).toBe(block.columns.length)
      }
    }
  })

  test('lets no fact become markup', () => {
    const hostile = paper.changed(
      text => `</style></td><script>alert('${text}')</script><img src=x onerror="x">&amp;\u202e\u0007`,
    )
    const { html } = hostile.html()
    for (const sign of ['<script', '<img', '\u202e', '\u0007']) expect(html).not.toContain(sign)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html.match(/<main>/g)).toHaveLength(1)
    expect(wordsOf(html)).toContain('<script>alert(')
  })

  test('composes to plain data that survives being stored', () => {
    const stored = JSON.parse(JSON.stringify(paper.composition()))
    expect(renderHtml(stored, {})).toBe(renderHtml(paper.composition(), {}))
  })
})

describe('a number that is not drawn', () => {
  const facts = { number: null, centerName: '某中心', applicant: '某人', aidForm: '代理', decidedOn: null }
  const wording = { grant: '决定给予。', assignment: '', duties: [] }

  test('is a grey gap between the words of its pattern', () => {
    const { html } = renderPaper('grant-decision', facts, {
      wording,
      numberPlaceholder: { before: '援决字〔2026〕', after: '号' },
    })
    expect(html).toMatch(/援决字〔2026〕<span class="gap"[^>]*><\/span>号/)
  })

  test('is a grey gap alone when there is no pattern', () => {
    const { html } = renderPaper('grant-decision', facts, { wording })
    expect(html).toMatch(/<p class="number right"[^>]*><span class="gap"/)
  })

  test('once drawn leaves no gap', () => {
    const { html } = renderPaper('grant-decision', { ...facts, number: '援决字〔2026〕7号' }, { wording })
    expect(html).toContain('援决字〔2026〕7号')
    expect(html).not.toContain('<span class="gap"')
  })
})

describe('stamp', () => {
  const paper = SAMPLES.find(one => one.id === 'subsidy-sheet')
  test('预览 is drawn on every sheet only when asked', () => {
    expect(paper?.html({ stamp: '预览' }).html).toContain('<div class="stamp" aria-hidden="true"><span>预览</span></div>')
    expect(paper?.html().html).not.toContain('class="stamp"')
  })
})

describe('foot', () => {
  const withOrigin = [
    'hardship-check-sheet',
    'subsidy-sheet',
    'payment-list',
    'report-sheet',
    'report-sheet-wide',
    'parcel-cover',
    'number-list',
    'number-gaps',
    'number-block',
  ]
  test.each(withOrigin)('%s names rule pack, time in Shanghai and maker', id => {
    const html = SAMPLES.find(paper => paper.id === id)?.html().html ?? ''
    expect(html).toContain(`@bottom-left{content:"${FOOT.replaceAll(':', '\\3a ')}"`)
    expect(/<template id="paper-footer">(.*?)<\/template>/s.exec(html)?.[1]).toContain(FOOT)
  })

  test.each(['volume-cover', 'volume-note', 'recovery-key-page'])('%s has none', id => {
    const html = SAMPLES.find(paper => paper.id === id)?.html().html ?? ''
    expect(html).not.toContain('paper-footer')
    expect(html).not.toContain('counter(page)')
  })

  test('a maker whose name holds quotes and marks stays inside the style sheet', () => {
    const origin = { packVersion: '"}*{color:red}', madeAt: '2026-11-20T02:05:00Z', maker: '</style><b>' }
    const facts = { centerName: '某中心', series: '决', year: '2026', rows: [], madeBy: null, checkedBy: null, origin }
    const { html } = renderPaper('number-list', facts)
    expect(html).not.toContain('</style><b>')
    expect(html).not.toContain('"}*{')
  })
})

test('a seal takes the paragraph before it along', () => {
  const facts = { number: null, centerName: '某中心', applicant: '某人', aidForm: '代理', decidedOn: null }
  const { blocks } = composePaper('grant-decision', facts, { wording: { grant: '甲。', assignment: '乙。', duties: [] } })
  expect(blocks.at(-1)?.kind).toBe('seal')
  expect(blocks.at(-2)).toMatchObject({ kind: 'paragraph', text: '乙。', withNext: true })
  expect(blocks.at(-3)).not.toHaveProperty('withNext')
})
