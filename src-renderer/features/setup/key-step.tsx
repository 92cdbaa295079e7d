import { TextInput } from '@mantine/core'
import { IconCameraOff, IconCheck, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { groupState, tidyRecoveryKey } from '../../api/recovery-key-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { timeOfInstant } from '../../ui/day-text.ts'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { StepProps } from './center-step.tsx'
import { WizardStep } from './wizard-step.tsx'

export type KeyStepProps = StepProps & {
  /** The eight groups of the key; shown here and nowhere else. */
  readonly groups: readonly string[]
  /** 0-based numbers of the two groups to type back. */
  readonly toTypeBack: readonly [number, number]
}

/** Step 3: the recovery key (恢复密钥), shown once, printed, and two of its groups typed back from the paper. */
export function KeyStep({ state, onChange, onBack, onNext, groups, toTypeBack }: KeyStepProps) {
  const [problem, setProblem] = useState<AppError | null>(null)
  const [first, second] = toTypeBack
  const numbered = groups.map((group, index) => ({ group, number: index + 1 }))
  const states = [
    groupState(state.typedBack[0], groups[first] ?? ''),
    groupState(state.typedBack[1], groups[second] ?? ''),
  ] as const
  const isTypedBack = states.every(one => one.kind === 'same')
  const print = async () => {
    setProblem(null)
    const page = await invoke('center.recoveryKeyPage', { centerName: state.center.fullName.trim(), groups: [...groups] })
    const sent = page.ok ? await invoke('shell.printPaper', { html: page.value.html, landscape: false }) : page
    if (!sent.ok) setProblem(sent.error)
    else if (sent.value.printed) onChange({ printedAt: new Date().toISOString() })
  }
  useKeys([{ keys: 'Ctrl+P', label: '打印恢复密钥页', run: () => void print() }])
  const type = (at: 0 | 1, typed: string) =>
    onChange({ typedBack: at === 0 ? [typed, state.typedBack[1]] : [state.typedBack[0], typed] })
  return (
    <WizardStep
      title="请打印恢复密钥，交主任保管"
      text={
        <>
          电脑坏了、换了或重装系统后，只有它能打开本中心的数据。密钥<b className="strong">只显示这一次</b>
          ，软件里不留副本，我们也无法找回。
        </>
      }
      onBack={onBack}
      next="下一步：开始方式"
      onNext={onNext}
      blocked={isTypedBack ? null : '抄回两组后可以继续'}
    >
      <ol className="key-groups" aria-label="恢复密钥">
        {numbered.map(({ group, number }) => (
          <li key={number}>
            <span>{number}</span>
            {group}
          </li>
        ))}
      </ol>
      <div className="row" style={{ gap: 12 }}>
        <BusyButton variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
          打印恢复密钥页
        </BusyButton>
        {state.printedAt && (
          <span className="status-word second green" role="status">
            <IconCheck size={15} aria-hidden />
            已送打印机　{timeOfInstant(state.printedAt)}
          </span>
        )}
      </div>
      <ErrorBanner error={problem} />
      <hr className="wizard-rule" />
      <h2 className="strong" style={{ fontSize: 14, lineHeight: '22px' }}>
        对着打印件抄回两组，确认纸上清楚
      </h2>
      <p className="second soft" style={{ marginBottom: 12 }}>
        不区分大小写，没有数字 0、1 和字母 O、I
      </p>
      <div className="row" style={{ gap: 28, alignItems: 'flex-start' }}>
        {([0, 1] as const).map(at => {
          const { kind, words } = states[at]
          return (
            <div key={at} style={{ width: 150 }}>
              <Field
                label={`第 ${toTypeBack[at] + 1} 组`}
                stacked
                error={kind === 'wrong' ? words : null}
                fact={kind === 'same' ? words : undefined}
                hint={words}
              >
                <TextInput
                  value={state.typedBack[at]}
                  maxLength={8}
                  autoComplete="off"
                  spellCheck={false}
                  autoFocus={at === 0}
                  rightSection={kind === 'same' ? <IconCheck size={16} className="green" aria-hidden /> : undefined}
                  onChange={event => type(at, tidyRecoveryKey(event.currentTarget.value))}
                />
              </Field>
            </div>
          )
        })}
      </div>
      <div style={{ maxWidth: 620, marginTop: 8 }}>
        <Banner tone="warn" icon={<IconCameraOff size={16} aria-hidden />} title="不要拍照或存进电脑">
          打印件装信封，封口签名，与财务章同处存放。
        </Banner>
      </div>
    </WizardStep>
  )
}
