import { Button, Modal, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useAsk } from '../../api/use-ask.ts'
import { optionsOf, usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { Volume } from './volume-types.ts'

/** The volume's own particulars as they are typed. */
export type VolumeLine = Pick<Volume, 'title' | 'retention' | 'secrecy' | 'location' | 'note' | 'arrangedById' | 'checkedById'>

export type VolumeFormProps = {
  readonly volume: Volume
  readonly error: AppError | null
  readonly onClose: () => void
  /** Saves; the error that comes back is shown at its fields, null closes the dialog. */
  readonly onSave: (line: VolumeLine) => Promise<AppError | null>
}

/** 案卷信息: title, retention, secrecy, place, the note's words (备考表), and who arranged and who checked the volume. */
export function VolumeForm({ volume, error, onClose, onSave }: VolumeFormProps) {
  const pack = usePack()
  const staff = useAsk('users.names', {}).data ?? []
  const people = staff.map(person => ({ value: person.id, label: person.name }))
  const form = useForm<VolumeLine>({
    initialValues: {
      title: volume.title,
      retention: volume.retention,
      secrecy: volume.secrecy,
      location: volume.location ?? '',
      note: volume.note,
      arrangedById: volume.arrangedById,
      checkedById: volume.checkedById,
    },
    validate: {
      title: title => (title.trim() === '' ? '请填写案卷题名' : null),
      checkedById: (checked, values) =>
        checked !== null && checked === values.arrangedById ? '检查人不能和立卷人是同一人' : null,
    },
  })
  const save = async () => {
    if (form.validate().hasErrors) return void requestAnimationFrame(() => focusFirstError())
    const found = await onSave({ ...form.values, location: form.values.location?.trim() || null })
    if (found) form.setErrors(fieldErrors(found))
  }
  useKeys([{ keys: 'Ctrl+S', label: '保存案卷信息', run: () => void save(), inDialog: true }])
  return (
    <Modal opened onClose={onClose} title="案卷信息" size={600} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={error} />
      <Field label="案卷题名" required>
        <TextInput maxLength={50} data-autofocus {...form.getInputProps('title')} />
      </Field>
      <Field label="保管期限" required hint={volume.retentionReason}>
        <Select data={optionsOf(pack?.retention.periods ?? [])} allowDeselect={false} {...form.getInputProps('retention')} />
      </Field>
      <Field label="密级" group hint="密卷的封面右上角印“密卷”，查阅须经批准">
        <SegmentedControl
          data={[
            { value: 'none', label: '无' },
            { value: 'restricted', label: '密卷' },
          ]}
          value={form.values.secrecy}
          onChange={value => form.setFieldValue('secrecy', value === 'restricted' ? 'restricted' : 'none')}
        />
      </Field>
      <Field label="存放位置" hint="库房、架、层、盒">
        <TextInput maxLength={40} {...form.getInputProps('location')} value={form.values.location ?? ''} />
      </Field>
      <Field label="立卷人" required>
        <Select data={people} searchable placeholder="选择立卷人" {...form.getInputProps('arrangedById')} />
      </Field>
      <Field label="检查人" required hint="不能和立卷人是同一人">
        <Select data={people} searchable placeholder="选择检查人" {...form.getInputProps('checkedById')} />
      </Field>
      <Field label="本卷情况" hint="印在卷内备考表：缺损、修补、复印、移出、互见号">
        <Textarea autosize minRows={2} maxRows={6} maxLength={2000} {...form.getInputProps('note')} />
      </Field>
      <div className="row">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+S" onClick={save}>
            保存
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
