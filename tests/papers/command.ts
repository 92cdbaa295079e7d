import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

/** Whether a program that judges files (pdfinfo, qpdf, soffice) is on this machine. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a program and returns what it wrote; rejects when it fails. */
export async function run(program: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await runFile(program, [...words], { maxBuffer: 64_000_000 })
  return stdout
}

/** Text without white space, to compare what stands on a page whatever the line breaks. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}

/** The first of `texts` that does not stand after the ones before it in `page`; null when all do. */
export function firstMissing(page: string, texts: readonly string[]): string | null {
  const all = squeezed(page)
  let from = 0
  for (const text of texts) {
    const at = all.indexOf(squeezed(text), from)
    if (at < 0) return text
    from = at + squeezed(text).length
  }
  return null
}
