import { Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { passwordProblem, repeatProblem } from '../../api/password-rules.ts'
import { Field, focusFirstError } from '../../ui/field.tsx'
import type { StepProps } from './center-step.tsx'
import type { DirectorValues } from './setup-state.ts'
import { WizardStep } from './wizard-step.tsx'

const LABEL_WIDTH = 92
const ALSO_ROLES = [
  { role: 'clerk', label: '接待员' },
  { role: 'archivist', label: '档案员' },
  { role: 'administrator', label: '管理员' },
] as const

function nameProblem(name: string): string | null {
  return name.trim() === '' ? '请填写主任姓名' : null
}

/** Step 2: the director's account, the first there is. */
export function DirectorStep({ state, onChange, onBack, onNext }: StepProps) {
  const { director } = state
  const [wasTried, setTried] = useState(false)
  const set = (change: Partial<DirectorValues>) => onChange({ director: { ...director, ...change } })
  const problems = [
    nameProblem(director.name),
    passwordProblem(director.password),
    repeatProblem(director.password, director.again),
  ]
  const shown = wasTried ? problems : []
  const next = () => {
    setTried(true)
    if (problems.some(problem => problem !== null)) requestAnimationFrame(() => focusFirstError())
    else onNext()
  }
  return (
    <WizardStep
      title="建立主任账户"
      text="主任签发决定、审批补贴、管理人员。其他人的账户稍后由主任在“设置　人员”里建立。"
      onBack={onBack}
      next="下一步：恢复密钥"
      onNext={next}
    >
      <Field label="主任姓名" required labelWidth={LABEL_WIDTH} error={shown[0]} hint="印在文书的审批栏">
        <TextInput
          value={director.name}
          maxLength={30}
          w={220}
          autoComplete="off"
          autoFocus
          onChange={event => set({ name: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="密码"
        required
        labelWidth={LABEL_WIDTH}
        error={shown[1]}
        hint="至少 8 位。密码也是打开数据的钥匙，不要写在电脑旁"
      >
        <PasswordInput
          value={director.password}
          autoComplete="new-password"
          maxLength={128}
          w={320}
          visibilityToggleButtonProps={{ 'aria-label': '显示密码' }}
          onChange={event => set({ password: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="再输一次"
        required
        labelWidth={LABEL_WIDTH}
        error={shown[2]}
        fact={director.again !== '' && director.again === director.password ? '一致' : undefined}
      >
        <PasswordInput
          value={director.again}
          autoComplete="new-password"
          maxLength={128}
          w={320}
          visibilityToggleButtonProps={{ 'aria-label': '显示密码' }}
          onChange={event => set({ again: event.currentTarget.value })}
        />
      </Field>
      <Field
        label="还兼任"
        labelWidth={LABEL_WIDTH}
        group
        hint="可以不选。补贴的制表、审核、审批须由不同的人办理，兼任不改变这一条"
      >
        <div className="check-row">
          {ALSO_ROLES.map(({ role, label }) => (
            <Checkbox
              key={role}
              label={label}
              checked={director.alsoRoles.includes(role)}
              onChange={event =>
                set({
                  alsoRoles: event.currentTarget.checked
                    ? [...director.alsoRoles, role]
                    : director.alsoRoles.filter(other => other !== role),
                })
              }
            />
          ))}
        </div>
      </Field>
    </WizardStep>
  )
}
