import { Button, Modal } from '@mantine/core'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { PaperDialog } from '../../ui/paper.tsx'
import { type FormToIssue, usePaperActions } from './use-papers.ts'

type ViewerProps = { readonly form: FormToIssue; readonly caseNumber: string; readonly onClose: () => void }

/** A form on the full page as it would be issued now; printing issues it. */
export function FormViewer({ form, caseNumber, onClose }: ViewerProps) {
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
      onPrint={() => void actions.issueAndPrint(form.form, form.subject)}
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
