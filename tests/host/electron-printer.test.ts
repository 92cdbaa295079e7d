import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createElectronPrinter } from '../../src-main/host/electron-printer.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-printer-test-'))
const printer = createElectronPrinter()

afterAll(() => {
  printer.close()
  rmSync(folder, { recursive: true, force: true })
})

function paper(body: string, sheet: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><style>@page{size:${sheet};margin:20mm}</style></head><body>${body}</body></html>`
}

function poppler(program: 'pdfinfo' | 'pdftotext', pdf: Uint8Array): string {
  const file = path.join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  return execFileSync(program, program === 'pdftotext' ? ['-layout', file, '-'] : [file], { encoding: 'utf8' })
}

function sheetInPoints(pdf: Uint8Array): { width: number; height: number } {
  const found = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(poppler('pdfinfo', pdf))
  return { width: Number(found?.[1]), height: Number(found?.[2]) }
}

describe('printing without a window', () => {
  test('a portrait paper is an A4 sheet (210 × 297 mm) with text that can be searched', async () => {
    const pdf = await printer(paper('<h1>法律援助申请表</h1><p>申请人：王翠花</p>', '210mm 297mm'), { landscape: false })
    const { width, height } = sheetInPoints(pdf)
    expect(Math.abs(width - 595.28)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(height - 841.89)).toBeLessThanOrEqual(0.5)
    const text = poppler('pdftotext', pdf)
    expect(text).toContain('法律援助申请表')
    expect(text).toContain('王翠花')
  })

  test('a landscape paper lies on its side', async () => {
    const pdf = await printer(paper('<p>补贴发放清单</p>', '297mm 210mm'), { landscape: true })
    const { width, height } = sheetInPoints(pdf)
    expect(Math.abs(width - 841.89)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(height - 595.28)).toBeLessThanOrEqual(0.5)
  })

  test('papers asked for at the same time do not end up in one another', async () => {
    const names = ['甲某', '乙某', '丙某', '丁某']
    const pdfs = await Promise.all(names.map(name => printer(paper(`<p>${name}</p>`, 'A4'), { landscape: false })))
    for (const [index, pdf] of pdfs.entries()) {
      const text = poppler('pdftotext', pdf)
      for (const [other, name] of names.entries()) expect(text.includes(name), `${name} in paper ${index}`).toBe(other === index)
    }
  })

  test('a script in a paper does not run', async () => {
    const pdf = await printer(paper('<p>正文</p><script>document.body.textContent = "改写"</script>', 'A4'), { landscape: false })
    expect(poppler('pdftotext', pdf)).toContain('正文')
  })

  test('a paper longer than one sheet gets as many sheets as it needs', async () => {
    const pdf = await printer(paper('<p style="break-after:page">一</p><p style="break-after:page">二</p><p>三</p>', 'A4'), {
      landscape: false,
    })
    expect(poppler('pdfinfo', pdf)).toMatch(/Pages:\s+3\b/)
  })
})
