import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { printPaper } from '../../api/paper-actions.ts'
import { useAsk } from '../../api/use-ask.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { PaperDialog } from '../../ui/paper.tsx'
import type { Volume } from './volume-types.ts'

const FORMS = [
  { value: 'volume-contents', label: '卷内文件目录' },
  { value: 'volume-note', label: '卷内备考表' },
  { value: 'volume-cover', label: '案卷封面' },
] as const

/** The three papers a volume is bound with, as they will be printed. Those of a sealed volume are issued and kept; before, they are proofs. */
export function VolumePapersDialog({ volume, onClose }: { readonly volume: Volume; readonly onClose: () => void }) {
  const [form, setForm] = useState<string>(FORMS[0].value)
  const [error, setError] = useState<AppError | null>(null)
  const subject = { kind: 'volume' as const, id: volume.id }
  const preview = useAsk('papers.preview', { form, subject }, { keep: true })
  const print = async () => {
    if (volume.status === 'sealed') {
      const outcome = await printPaper(form, subject)
      setError(outcome.kind === 'failed' ? outcome.error : null)
      if (outcome.kind === 'done') announceDone(outcome.line)
      return
    }
    if (!preview.data) return
    const { html, landscape, title } = preview.data
    const reply = await invoke('shell.printPaper', { html, landscape })
    setError(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.printed) announceDone(`已打印${title}`)
  }
  return (
    <PaperDialog
      opened
      onClose={onClose}
      title={preview.data?.title ?? '案卷文书'}
      html={preview.data?.html ?? ''}
      landscape={preview.data?.landscape ?? false}
      onPrint={() => void print()}
      actions={
        <>
          <ErrorBanner error={error ?? preview.error} />
          <SegmentedControl data={FORMS.map(one => ({ ...one }))} value={form} onChange={setForm} aria-label="案卷文书" />
        </>
      }
    />
  )
}
