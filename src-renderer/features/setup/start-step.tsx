import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useDo } from '../../api/use-do.ts'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { RadioCard } from '../../ui/radio-card.tsx'
import type { StepProps } from './center-step.tsx'
import { PRACTICE_CASES } from './setup-state.ts'
import { WizardStep } from './wizard-step.tsx'

export type StartStepProps = Omit<StepProps, 'onNext'> & {
  readonly groups: readonly string[]
  readonly onCreated: (created: OutputOf<'center.create'>) => void
}

/** Step 4: an empty office or one with practice data (练习数据); then the center is made. */
export function StartStep({ state, onChange, onBack, groups, onCreated }: StartStepProps) {
  const create = useDo('center.create')
  const make = async () => {
    const { center, director, start } = state
    const reply = await create.run({
      center,
      director: { name: director.name, password: director.password, alsoRoles: [...director.alsoRoles] },
      recoveryKey: groups.join(''),
      sampleCases: start === 'practice' ? PRACTICE_CASES : 0,
    })
    if (reply.ok) onCreated(reply.value)
  }
  const progress = create.progress
  return (
    <WizardStep
      title="怎样开始"
      text="选好之后就建立本中心的加密数据。"
      onBack={onBack}
      next="建立本中心"
      onNext={make}
      blocked={state.start === null ? '请先选一种' : null}
      busy={create.isBusy}
      foot={
        create.isBusy ? (
          <ProgressLine
            label={progress?.label ?? '建立加密数据'}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            // Without practice data there is nothing to wait for, and nothing to stop.
            {...(state.start === 'practice' ? { onCancel: create.cancel } : {})}
          />
        ) : undefined
      }
    >
      <div className="stack" role="radiogroup" aria-label="开始方式" style={{ gap: 10, marginBottom: 16 }}>
        <RadioCard
          label="空白开始"
          note="没有任何人员和案件，登记第一位来访人就正式使用"
          checked={state.start === 'empty'}
          disabled={create.isBusy}
          onChoose={() => onChange({ start: 'empty' })}
          autoFocus
        />
        <RadioCard
          label="带练习数据"
          note={`约 ${PRACTICE_CASES} 件虚构的案件，每一步都有，先练手；练完由主任在“设置　本中心”清空。不要把真实案件登记进去`}
          checked={state.start === 'practice'}
          disabled={create.isBusy}
          onChoose={() => onChange({ start: 'practice' })}
        />
      </div>
      {create.error?.code !== 'CANCELLED' && <ErrorBanner error={create.error} />}
    </WizardStep>
  )
}
