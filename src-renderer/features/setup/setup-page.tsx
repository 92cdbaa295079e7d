import { useState } from 'react'
import { AskFailure } from '../../api/ask-state.tsx'
import type { StaffCard } from '../../api/staff-card.ts'
import { useAsk } from '../../api/use-ask.ts'
import { Brand } from '../../ui/brand.tsx'
import { type Stage, StageList } from '../../ui/stages.tsx'
import { CenterStep } from './center-step.tsx'
import { DirectorStep } from './director-step.tsx'
import { DoneStep } from './done-step.tsx'
import { KeyStep } from './key-step.tsx'
import { EMPTY_SETUP, groupsToTypeBack, type SetupState, STEP_NAMES } from './setup-state.ts'
import { StartStep } from './start-step.tsx'

function randomShare(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}

/** What the list at the left says under each step's name. */
function stepNote(step: number, state: SetupState, at: number): string {
  switch (step) {
    case 0:
      return at > 0 ? `${state.center.fullName}　简称 ${state.center.shortName}` : '全称、简称、全宗'
    case 1:
      return at > 1 ? state.director.name : '姓名、密码'
    case 2:
      return at > 2 ? '抄回一致' : '打印、抄回两组'
    case 3:
      return at > 3 ? (state.start === 'practice' ? '带练习数据' : '空白开始') : '空白，或带练习数据'
    default:
      return ''
  }
}

/** The first-run wizard (首次设置): the center, the director, the recovery key, how to start, done. */
export function SetupPage({
  onEnter,
  onCreated,
}: {
  readonly onEnter: (user: StaffCard) => void
  readonly onCreated: () => void
}) {
  const [state, setState] = useState<SetupState>(EMPTY_SETUP)
  const [step, setStep] = useState(0)
  const [user, setUser] = useState<StaffCard | null>(null)
  const [toTypeBack] = useState(() => groupsToTypeBack(8, randomShare))
  const [key] = useState(() => ({}))
  const proposal = useAsk('center.proposeRecoveryKey', key)
  const change = (part: Partial<SetupState>) => setState(before => ({ ...before, ...part }))
  const groups = proposal.data?.groups
  const stages = STEP_NAMES.map(
    (name, index): Stage => ({
      name,
      state: index < step ? 'done' : index === step ? 'current' : 'ahead',
      note: stepNote(index, state, step),
    }),
  )
  const props = { state, onChange: change, onBack: () => setStep(step - 1), onNext: () => setStep(step + 1) }
  return (
    <div className="wizard">
      <nav className="wizard-left" aria-label="首次设置">
        <div className="wizard-brand">
          <Brand height={24} />
          <span className="note soft">首次设置</span>
        </div>
        <StageList label="步骤" stages={stages} wide />
      </nav>
      {step === 0 && <CenterStep {...props} />}
      {step === 1 && <DirectorStep {...props} />}
      {step >= 2 && step < 4 && !groups && proposal.error && <AskFailure error={proposal.error} onRetry={proposal.refetch} />}
      {step === 2 && groups && <KeyStep {...props} groups={groups} toTypeBack={toTypeBack} />}
      {step === 3 && groups && (
        <StartStep
          {...props}
          groups={groups}
          onCreated={created => {
            setUser(created.user)
            // The passwords are no longer needed in the window.
            change({ director: { ...state.director, password: '', again: '' } })
            setStep(4)
            onCreated()
          }}
        />
      )}
      {step === 4 && user && <DoneStep state={state} onEnter={() => onEnter(user)} />}
    </div>
  )
}
