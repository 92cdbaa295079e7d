import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppError } from '../../src-main/contract/envelope.ts'
import { announceDone } from '../ui/done-line.tsx'
import { PaperDialog } from '../ui/paper.tsx'
import { ErrorBanner } from './ask-state.tsx'
import { invoke } from './client.ts'
import { type PaperOutcome, type PaperSubject, savePaper } from './paper-actions.ts'

type Shown = {
  readonly id: string
  readonly title: string
  readonly html: string
  readonly landscape: boolean
  readonly isReprint: boolean
}

export type PaperDialogHandle = {
  /** Issues a paper (文书) of a subject, or takes the issued one again, and shows it on the full page. */
  readonly issue: (form: string, subject: PaperSubject) => Promise<void>
  /** Shows an issued paper as it was frozen. */
  readonly show: (id: string) => Promise<void>
  readonly isOpen: boolean
  /** Why the last one could not be shown. */
  readonly error: AppError | null
  /** Stands once in the page. */
  readonly dialog: ReactNode
}

/** The full-page preview of issued papers with printing and export; `onClose` follows when the person closes it. */
export function usePaperDialog(onClose?: () => void): PaperDialogHandle {
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [failed, setFailed] = useState<AppError | null>(null)
  const issue = async (form: string, subject: PaperSubject) => {
    const reply = await invoke('papers.issue', { form, subject })
    setError(reply.ok ? null : reply.error)
    if (reply.ok) setShown(reply.value)
  }
  const show = async (id: string) => {
    const reply = await invoke('papers.get', { id })
    setError(reply.ok ? null : reply.error)
    if (reply.ok) setShown({ ...reply.value, isReprint: reply.value.timesPrinted > 0 })
  }
  const settle = (outcome: PaperOutcome) => {
    setFailed(outcome.kind === 'failed' ? outcome.error : null)
    if (outcome.kind === 'done') announceDone(outcome.line)
  }
  const print = async ({ html, landscape, title, isReprint }: Shown) => {
    const reply = await invoke('shell.printPaper', { html, landscape })
    if (!reply.ok) settle({ kind: 'failed', error: reply.error })
    else if (reply.value.printed) settle({ kind: 'done', line: `已打印${title}${isReprint ? '（补打）' : ''}` })
  }
  const close = () => {
    setShown(null)
    setFailed(null)
    onClose?.()
  }
  const dialog = shown && (
    <PaperDialog
      opened
      onClose={close}
      title={shown.title}
      html={shown.html}
      landscape={shown.landscape}
      onPrint={() => void print(shown)}
      actions={
        <>
          <ErrorBanner error={failed} />
          <Button
            variant="default"
            onClick={async () => settle(await savePaper({ id: shown.id, title: shown.title, number: null }, 'docx'))}
          >
            导出 DOCX
          </Button>
          <Button
            variant="default"
            onClick={async () => settle(await savePaper({ id: shown.id, title: shown.title, number: null }, 'pdf'))}
          >
            导出 PDF
          </Button>
        </>
      }
    />
  )
  return { issue, show, isOpen: shown !== null, error, dialog }
}
