import { readFileSync, rmSync } from 'node:fs'
import { PDFDocument } from '@cantoo/pdf-lib'
import { run } from './command.ts'

/** What stands in a PDF: the size of each of its sheets in points, and its text as laid out and in the order it was drawn, by sheet. */
export type PdfText = {
  readonly sizesPt: readonly { readonly width: number; readonly height: number }[]
  readonly layout: string
  readonly raw: string
  readonly sheets: readonly string[]
}

/** Reads many PDF files with one start of each program, in the order given. */
export async function readPdfs(files: readonly string[]): Promise<readonly PdfText[]> {
  const [first] = files
  if (first === undefined) return []
  const sizes = await Promise.all(files.map(sizesOf))
  const all = `${first}.all.pdf`
  await run('pdfunite', ...files, all)
  const [layout, raw] = await Promise.all(
    ['-layout', '-raw'].map(async way => (await run('pdftotext', way, all, '-')).split('\f')),
  )
  rmSync(all)
  let from = 0
  return sizes.map(sizesPt => {
    const to = from + sizesPt.length
    const sheets = layout?.slice(from, to) ?? []
    const text = { sizesPt, sheets, layout: sheets.join('\n'), raw: raw?.slice(from, to).join('\n') ?? '' }
    from = to
    return text
  })
}

async function sizesOf(file: string) {
  const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
  return document.getPages().map(page => page.getSize())
}
