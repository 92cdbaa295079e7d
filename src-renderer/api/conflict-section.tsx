import { useState } from 'react'
import type { ConflictFinding } from '../../src-main/contract/conflicts.ts'
import { BusyButton } from '../ui/busy-button.tsx'
import { ConflictPanel } from '../ui/conflict-panel.tsx'
import { reasonsToSend } from '../ui/conflict-reasons.ts'
import { announceDone } from '../ui/done-line.tsx'
import { ErrorBanner } from './ask-state.tsx'
import { useDo } from './use-do.ts'

/** 利益冲突 of a recorded application or case: reasons that were given, and a field for those still owed (补登处理理由). */
export function ConflictSection({
  subject,
  findings,
  mayAnswer,
}: {
  readonly subject: { readonly kind: 'application' | 'case'; readonly id: string }
  readonly findings: readonly ConflictFinding[]
  readonly mayAnswer: boolean
}) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const acknowledge = useDo('conflicts.acknowledge')
  const given = reasonsToSend(findings, reasons)
  const save = async () => {
    const reply = await acknowledge.run({ subject, reasons: [...given] })
    if (!reply.ok) return
    setReasons({})
    announceDone(`已登记 ${reply.value.acknowledged} 项处理理由`)
  }
  return (
    <>
      <ErrorBanner error={acknowledge.error} />
      <ConflictPanel
        findings={findings}
        isAsked
        reasons={reasons}
        setReason={(key, reason) => setReasons(all => ({ ...all, [key]: reason }))}
        before=""
        readOnly={!mayAnswer}
      />
      {given.length > 0 && (
        <BusyButton busy={acknowledge.isBusy} onClick={save}>
          登记处理理由
        </BusyButton>
      )}
    </>
  )
}
