import { type ReactNode, useState } from 'react'
import type { AppError } from '../../src-main/contract/envelope.ts'
import { BusyButton } from '../ui/busy-button.tsx'
import { announceDone } from '../ui/done-line.tsx'
import { PaperDialog } from '../ui/paper.tsx'
import { ErrorBanner } from './ask-state.tsx'
import { invoke } from './client.ts'
import { type PaperOutcome, type PaperSubject, printIssued, printPage, savePaper } from './paper-actions.ts'
import { useAsk } from './use-ask.ts'

type Shown = {
  readonly id: string
  readonly title: string
  readonly html: string
  readonly landscape: boolean
  /** It was issued by opening this dialog, which counted its first printing. */
  readonly isCounted: boolean
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

/** The full page of an issued paper with printing, export and the director's seal image; `onClose` follows when the person closes it. */
export function usePaperDialog(onClose?: () => void): PaperDialogHandle {
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [failed, setFailed] = useState<AppError | null>(null)
  const record = useAsk('papers.get', { id: shown?.id ?? '' }, { enabled: shown !== null }).data
  const issue = async (form: string, subject: PaperSubject) => {
    const reply = await invoke('papers.issue', { form, subject })
    setError(reply.ok ? null : reply.error)
    if (reply.ok) setShown({ ...reply.value, isCounted: true })
  }
  const show = async (id: string) => {
    const reply = await invoke('papers.get', { id })
    setError(reply.ok ? null : reply.error)
    if (reply.ok) setShown({ ...reply.value, isCounted: false })
  }
  const settle = (outcome: PaperOutcome) => {
    setFailed(outcome.kind === 'failed' ? outcome.error : null)
    if (outcome.kind === 'done') announceDone(outcome.line)
  }
  const print = async (paper: Shown) => {
    const outcome = paper.isCounted ? await printPage(paper) : await printIssued(paper.id)
    // Printed once more, it is a reprint and says so.
    if (outcome.kind === 'done') setShown({ ...paper, isCounted: false })
    settle(outcome)
  }
  const save = async (paper: Shown, kind: 'docx' | 'pdf') =>
    settle(await savePaper({ id: paper.id, title: paper.title, number: record?.number ?? null }, kind))
  const seal = async (paper: Shown) => {
    const reply = await invoke('papers.seal', { id: paper.id })
    setFailed(reply.ok ? null : reply.error)
    if (!reply.ok) return
    setShown({ ...reply.value, isCounted: false })
    announceDone(`已套印印章图，记入操作日志`)
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
      title={[shown.title, record?.number].filter(Boolean).join('　')}
      html={shown.html}
      landscape={shown.landscape}
      onPrint={() => void print(shown)}
      actions={
        <>
          <ErrorBanner error={failed} />
          {record?.seal?.because && <span className="note muted">{record.seal.because}</span>}
          {record?.seal?.may && (
            <BusyButton variant="default" onClick={() => seal(shown)}>
              套印印章图
            </BusyButton>
          )}
          <BusyButton variant="default" onClick={() => save(shown, 'docx')}>
            导出 DOCX
          </BusyButton>
          <BusyButton variant="default" onClick={() => save(shown, 'pdf')}>
            导出 PDF
          </BusyButton>
        </>
      }
    />
  )
  return { issue, show, isOpen: shown !== null, error, dialog }
}
