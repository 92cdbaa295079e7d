import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowsMaximize } from '@tabler/icons-react'
import { useState } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useKeys } from '../../ui/keys.ts'
import { SectionHead } from '../../ui/page.tsx'
import { Paper, PaperDialog } from '../../ui/paper.tsx'
import type { ApplicationDetail } from './application-words.ts'
import { type DecisionValues, opinionOf } from './decision-values.ts'

/** Pause in typing before the paper is drawn anew, in milliseconds. */
const PAUSE_MS = 300

type PreviewProps = {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly values: DecisionValues
  readonly isDirector: boolean
}

/** The paper as it will be signed; a number that is not drawn yet is a grey gap. */
export function DecisionPreview({ pack, one, values, isDirector }: PreviewProps) {
  const [isFull, setFull] = useState(false)
  const form = values.outcome === 'refused' ? 'refusal-decision' : 'grant-decision'
  const entry = pack.papers.find(paper => paper.id === form)
  const { outcome, aidForms, reasons } = values
  const pending = {
    outcome: outcome === '' ? ('granted' as const) : outcome,
    aidForms: [...aidForms],
    reasons: [...reasons],
    opinion: opinionOf(values),
  }
  const [settled] = useDebouncedValue(JSON.stringify({ form, pending }), PAUSE_MS)
  const asked = JSON.parse(settled) as { readonly form: string; readonly pending: typeof pending }
  const paper = useAsk(
    'papers.preview',
    { form: asked.form, subject: { kind: 'application', id: one.id }, pending: asked.pending },
    { enabled: outcome !== '', keep: true },
  )
  const shown = outcome === '' ? undefined : paper.data
  useKeys([{ keys: 'F8', label: '全页预览', run: () => setFull(true), when: shown !== undefined }])
  return (
    <>
      <div className="preview-head">
        <SectionHead
          title="决定书预览"
          note={entry && (entry.formNumber === null ? entry.title : `文书格式 ${entry.formNumber}`)}
          aside={
            <Button
              size="xs"
              variant="subtle"
              disabled={shown === undefined}
              leftSection={<IconArrowsMaximize size={15} aria-hidden />}
              onClick={() => setFull(true)}
            >
              全页
            </Button>
          }
        />
      </div>
      <section className="preview-body" aria-label="决定书预览">
        <ErrorBanner error={outcome === '' ? null : paper.error} />
        {shown ? (
          <Paper html={shown.html} title={shown.title} landscape={shown.landscape} />
        ) : (
          <p className="second muted">
            {isDirector
              ? '选了给予或不予之后，这里显示决定书。没有取的号是一段灰色的空。'
              : '主任签发之后，这里显示决定书，可以打印和导出。'}
          </p>
        )}
      </section>
      {shown && (
        <PaperDialog
          opened={isFull}
          onClose={() => setFull(false)}
          title={shown.title}
          html={shown.html}
          landscape={shown.landscape}
        />
      )}
    </>
  )
}
