import { Button, Modal } from '@mantine/core'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { PaperDialog } from '../../ui/paper.tsx'
import { type CasePaper, type FormToIssue, usePaperActions } from './use-papers.ts'

export type PaperOnShow =
  | { readonly kind: 'issued'; readonly paper: CasePaper }
  | { readonly kind: 'form'; readonly form: FormToIssue }

type ViewerProps = { readonly shown: PaperOnShow; readonly caseNumber: string; readonly onClose: () => void }

/** A paper on the full page: the frozen one with its exports, or a preview that printing issues. */
export function PaperViewer({ shown, caseNumber, onClose }: ViewerProps) {
  return shown.kind === 'issued' ? (
    <IssuedViewer paper={shown.paper} onClose={onClose} />
  ) : (
    <FormViewer form={shown.form} caseNumber={caseNumber} onClose={onClose} />
  )
}

function IssuedViewer({ paper, onClose }: { readonly paper: CasePaper; readonly onClose: () => void }) {
  const actions = usePaperActions()
  const whole = useAsk('papers.get', { id: paper.id })
  if (!whole.data) return <Trouble title={paper.title} error={whole.error} onClose={onClose} />
  return (
    <PaperDialog
      opened
      onClose={onClose}
      html={whole.data.html}
      landscape={whole.data.landscape}
      title={[paper.title, paper.number].filter(Boolean).join('　')}
      onPrint={() => void actions.print(paper.form, paper.subject)}
      actions={
        <>
          <ErrorBanner error={actions.error} />
          <BusyButton variant="default" onClick={() => actions.save(paper, 'docx')}>
            导出 DOCX
          </BusyButton>
          <BusyButton variant="default" onClick={() => actions.save(paper, 'pdf')}>
            导出 PDF
          </BusyButton>
        </>
      }
    />
  )
}

function FormViewer({
  form,
  caseNumber,
  onClose,
}: {
  readonly form: FormToIssue
  readonly caseNumber: string
  readonly onClose: () => void
}) {
  const actions = usePaperActions()
  const preview = useAsk('papers.preview', { form: form.form, subject: form.subject })
  if (!preview.data) return <Trouble title={form.title} error={preview.error} onClose={onClose} />
  return (
    <PaperDialog
      opened
      onClose={onClose}
      html={preview.data.html}
      landscape={preview.data.landscape}
      title={`${form.title}　${caseNumber}　预览`}
      onPrint={() => void actions.print(form.form, form.subject)}
      actions={<ErrorBanner error={actions.error} />}
    />
  )
}

type TroubleProps = { readonly title: string; readonly error: ReturnType<typeof useAsk>['error']; readonly onClose: () => void }

/** Nothing while the paper is read (milliseconds); a dialog when it cannot be. */
function Trouble({ title, error, onClose }: TroubleProps) {
  if (error === null) return null
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={error} />
      <div className="row">
        <Button className="push" variant="default" onClick={onClose} data-autofocus>
          关闭
        </Button>
      </div>
    </Modal>
  )
}
