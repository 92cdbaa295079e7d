import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import {
  type IssuedPaper,
  type PaperOutcome,
  type PaperSubject,
  printIssued,
  printPaper,
  savePaper,
} from '../../api/paper-actions.ts'
import { useAsk } from '../../api/use-ask.ts'
import { announceDone } from '../../ui/done-line.tsx'
import type { CaseDetail } from './case-words.ts'

export type CasePaper = IssuedPaper & { readonly subject: PaperSubject }
export type FormToIssue = { readonly form: string; readonly title: string; readonly subject: PaperSubject }

/** The papers (文书) of a case: those issued for it and for its application, newest first, and those that may be issued now. */
export function usePapers(one: CaseDetail) {
  const ofCase: PaperSubject = { kind: 'case', id: one.id }
  const applicationId = one.application?.id ?? ''
  const ofApplication: PaperSubject = { kind: 'application', id: applicationId }
  const hasApplication = { enabled: applicationId !== '' }
  const forCase = useAsk('papers.list', { subject: ofCase })
  const forApplication = useAsk('papers.list', { subject: ofApplication }, hasApplication)
  const available = useAsk('papers.available', { subject: ofCase })
  const availableBefore = useAsk('papers.available', { subject: ofApplication }, hasApplication)
  const issued = [
    ...(forCase.data ?? []).map((paper): CasePaper => ({ ...paper, subject: ofCase })),
    ...(forApplication.data ?? []).map((paper): CasePaper => ({ ...paper, subject: ofApplication })),
  ].toSorted((left, right) => right.issuedAt.localeCompare(left.issuedAt))
  const open = (forms: typeof available.data, subject: PaperSubject) =>
    (forms ?? []).filter(form => !form.isIssued).map((form): FormToIssue => ({ form: form.form, title: form.title, subject }))
  const toIssue = [...open(available.data, ofCase), ...open(availableBefore.data, ofApplication)]
  return { issued, toIssue, error: forCase.error ?? forApplication.error ?? available.error ?? availableBefore.error }
}

/** Printing and exporting from this screen: says what was done, and holds what failed. */
export function usePaperActions() {
  const [error, setError] = useState<AppError | null>(null)
  const settle = (outcome: PaperOutcome) => {
    setError(outcome.kind === 'failed' ? outcome.error : null)
    if (outcome.kind === 'done') announceDone(outcome.line)
  }
  return {
    error,
    issueAndPrint: async (form: string, subject: PaperSubject) => settle(await printPaper(form, subject)),
    print: async (id: string) => settle(await printIssued(id)),
    save: async (paper: IssuedPaper, kind: 'docx' | 'pdf') => settle(await savePaper(paper, kind)),
  }
}
