import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { centerInput } from '../../../src-main/contract/center.ts'
import { zodForm } from '../../api/zod-form.ts'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { RegionSelect } from './region-select.tsx'
import type { SetupState } from './setup-state.ts'
import { WizardStep } from './wizard-step.tsx'

const LABEL_WIDTH = 92

export type StepProps = {
  readonly state: SetupState
  readonly onChange: (change: Partial<SetupState>) => void
  readonly onBack?: () => void
  readonly onNext: () => void
}

/** Step 1: the center as its papers name it. */
export function CenterStep({ state, onChange, onNext }: StepProps) {
  const form = useForm({
    initialValues: state.center,
    validate: zodForm(centerInput),
    onValuesChange: center => onChange({ center }),
  })
  const next = () => {
    if (form.validate().hasErrors) requestAnimationFrame(() => focusFirstError())
    else onNext()
  }
  const text = (name: 'fullName' | 'shortName' | 'fondsName' | 'fondsCode' | 'address' | 'phone' | 'bureauName') =>
    form.getInputProps(name)
  return (
    <WizardStep
      title="先认识一下本中心"
      text="这些字样会印在每份文书和案卷封面上，以后可以在“设置”里改。"
      next="下一步：主任账户"
      onNext={next}
    >
      <Field label="中心全称" required labelWidth={LABEL_WIDTH} hint="与印章一致">
        <TextInput {...text('fullName')} placeholder="如 蚌山区法律援助中心" maxLength={60} autoFocus />
      </Field>
      <Field label="文号简称" required labelWidth={LABEL_WIDTH} hint="用在案号和文号开头，一两个字">
        <TextInput {...text('shortName')} placeholder="如 蚌" maxLength={6} w={142} />
      </Field>
      <RegionSelect
        choice={state.region}
        error={typeof form.errors.regionCode === 'string' ? form.errors.regionCode : null}
        onChange={(region, code) => {
          form.setFieldValue('regionCode', code)
          onChange({ region, center: { ...form.getValues(), regionCode: code } })
        }}
      />
      <Field label="全宗名称" required labelWidth={LABEL_WIDTH} hint="一般是司法局的全宗，向同级档案馆核对">
        <TextInput {...text('fondsName')} placeholder="如 蚌山区司法局" maxLength={60} />
      </Field>
      <Field label="全宗号" required labelWidth={LABEL_WIDTH} hint="1 个大写字母加 3 位数字，由档案馆给定">
        <TextInput
          {...text('fondsCode')}
          placeholder="如 J019"
          maxLength={4}
          w={142}
          onChange={event => form.setFieldValue('fondsCode', event.currentTarget.value.toUpperCase())}
        />
      </Field>
      <Field label="主管司法局" labelWidth={LABEL_WIDTH} hint="可空">
        <TextInput {...text('bureauName')} maxLength={60} />
      </Field>
      <Field label="地址" labelWidth={LABEL_WIDTH} hint="可空，印在告知书上">
        <TextInput {...text('address')} maxLength={120} />
      </Field>
      <Field label="电话" labelWidth={LABEL_WIDTH} hint="可空，印在告知书上">
        <TextInput {...text('phone')} maxLength={40} w={220} />
      </Field>
    </WizardStep>
  )
}
