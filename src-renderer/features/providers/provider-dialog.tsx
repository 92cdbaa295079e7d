import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors, staleBy } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, optionsOf, usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { mergeStale, type StaleChoice, staleRows } from '../../ui/stale-merge.ts'
import {
  EMPTY_PROVIDER,
  formOfProvider,
  type ProviderEntry,
  type ProviderForm,
  providerFields,
  providerOfForm,
  validateProvider,
} from './provider-forms.ts'

type Theirs = { readonly form: ProviderForm; readonly version: number }

/** Adds or changes a provider (承办机构). */
export function ProviderDialog({ entry, onClose }: { readonly entry: ProviderEntry | null; readonly onClose: () => void }) {
  const pack = useOffered(usePack(), entry?.provider)
  // The list under the dialog refreshes itself; what was opened stays.
  const [opened] = useState(() => ({
    form: entry ? formOfProvider(entry.provider) : EMPTY_PROVIDER,
    version: entry?.version ?? 0,
  }))
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const create = useDo('providers.create')
  const update = useDo('providers.update')
  const form = useForm<ProviderForm>({ initialValues: opened.form, validate: validateProvider })
  const error = create.error ?? update.error
  const send = async (values: ProviderForm, version: number) => {
    const provider = providerOfForm(values)
    if (!provider) return
    const reply = entry ? await update.run({ id: entry.id, provider, version }) : await create.run(provider)
    if (reply.ok) {
      announceDone(entry ? `已保存 ${provider.name}` : `已新增 ${provider.name}`)
      return onClose()
    }
    if (reply.error.code === 'STALE' && entry) return readTheirs(entry.id)
    form.setErrors(fieldErrors(reply.error, 'provider'))
    requestAnimationFrame(() => focusFirstError())
  }
  const readTheirs = async (id: string) => {
    const reply = await invoke('providers.list', {})
    const now = reply.ok ? reply.value.find(one => one.id === id) : undefined
    if (now) setTheirs({ form: formOfProvider(now.provider), version: now.version })
  }
  const save = async () => {
    if (form.validate().hasErrors) return void requestAnimationFrame(() => focusFirstError())
    await send(form.getValues(), opened.version)
  }
  useKeys([{ keys: 'Ctrl+S', label: '保存', run: () => void save(), inDialog: true, when: theirs === null }])
  if (theirs) {
    const rows = staleRows(
      providerFields(code => labelOf(pack?.codes.providerKinds, code)),
      { opened: opened.form, theirs: theirs.form, mine: form.getValues() },
    )
    return (
      <StaleDialog
        what="这家机构"
        {...staleBy(error)}
        rows={rows}
        onDiscard={onClose}
        onClose={() => setTheirs(null)}
        onSave={(choice: StaleChoice) =>
          send(mergeStale<ProviderForm>(rows, choice, { theirs: theirs.form, mine: form.getValues() }), theirs.version)
        }
      />
    )
  }
  const hasFieldErrors = Object.keys(form.errors).length > 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={entry ? `修改　${entry.provider.name}` : '新增承办机构'}
      size={560}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      {!hasFieldErrors && <ErrorBanner error={error?.code === 'STALE' ? null : error} />}
      <Field label="机构名称" required>
        <TextInput {...form.getInputProps('name')} maxLength={80} data-autofocus />
      </Field>
      <Field label="机构类别" required>
        <Select {...form.getInputProps('kind')} data={optionsOf(pack?.codes.providerKinds ?? [])} />
      </Field>
      <Field label="信用代码" hint="统一社会信用代码 18 位，带校验位">
        <TextInput {...form.getInputProps('creditCode')} maxLength={18} />
      </Field>
      <Field label="联系电话">
        <TextInput {...form.getInputProps('phone')} maxLength={40} />
      </Field>
      <Field label="地址">
        <TextInput {...form.getInputProps('address')} maxLength={120} />
      </Field>
      {entry && (
        <Field label="状态" group hint="停用后不能再指派，已办的案件不受影响">
          <Checkbox label="在用" {...form.getInputProps('isActive', { type: 'checkbox' })} />
        </Field>
      )}
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
