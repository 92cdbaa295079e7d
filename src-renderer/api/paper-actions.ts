import type { AppError, Reply } from '../../src-main/contract/envelope.ts'
import type { InputOf, OutputOf } from '../../src-main/contract/index.ts'
import { invoke } from './client.ts'

export type PaperSubject = InputOf<'papers.list'>['subject']
export type IssuedPaper = OutputOf<'papers.list'>[number]

/** How an action on a paper ended: done with a line to announce, given up by the person, or failed. */
export type PaperOutcome =
  | { readonly kind: 'done'; readonly line: string }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'failed'; readonly error: AppError }

type PrintedPage = {
  readonly title: string
  readonly html: string
  readonly landscape: boolean
  readonly isReprint?: boolean
}

const GIVEN_UP: PaperOutcome = { kind: 'given-up' }

function failed(reply: Extract<Reply<unknown>, { ok: false }>): PaperOutcome {
  return reply.error.code === 'CANCELLED' ? GIVEN_UP : { kind: 'failed', error: reply.error }
}

/** Issues a paper (or takes the issued one again) and prints it with the system's dialog. */
export async function printPaper(form: string, subject: PaperSubject): Promise<PaperOutcome> {
  const issued = await invoke('papers.issue', { form, subject })
  return issued.ok ? printPage(issued.value) : failed(issued)
}

/** Prints an issued paper as it was frozen with the system's dialog; from the second time on the page says that it is a reprint (补打). */
export async function printIssued(id: string): Promise<PaperOutcome> {
  const paper = await invoke('papers.print', { id })
  return paper.ok ? printPage(paper.value) : failed(paper)
}

/** Prints a page that the core made ready with the system's dialog. */
export async function printPage({ title, html, landscape, isReprint = false }: PrintedPage): Promise<PaperOutcome> {
  const printed = await invoke('shell.printPaper', { html, landscape })
  if (!printed.ok) return failed(printed)
  return printed.value.printed ? { kind: 'done', line: `已打印${title}${isReprint ? '（补打）' : ''}` } : GIVEN_UP
}

/** Writes an issued paper as DOCX or PDF to a place that the person picks. */
export async function savePaper(
  paper: Pick<IssuedPaper, 'id' | 'title' | 'number'>,
  kind: 'docx' | 'pdf',
): Promise<PaperOutcome> {
  const picked = await invoke('shell.pickSaveFile', { suggestedName: paperFileName(paper, kind), kind })
  if (!picked.ok) return failed(picked)
  if (picked.value === null) return GIVEN_UP
  const input = { id: paper.id, handle: picked.value.handle }
  const saved = kind === 'docx' ? await invoke('papers.exportDocx', input) : await invoke('papers.exportPdf', input)
  if (!saved.ok) return failed(saved)
  return { kind: 'done', line: `已导出 ${picked.value.name}` }
}

/** A file name for a paper: its title and number without the signs that Windows refuses. */
export function paperFileName(paper: { readonly title: string; readonly number: string | null }, ending: string): string {
  const stem = [paper.title, paper.number ?? '']
    .join(' ')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
  return `${stem.slice(0, 100)}.${ending}`
}
