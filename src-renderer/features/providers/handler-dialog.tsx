import { Button, Checkbox, Modal, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { wholeYears } from '../../../src-main/domain/calendar-date.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors, staleBy } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { mergeStale, type StaleChoice, staleRows } from '../../ui/stale-merge.ts'
import {
  emptyHandler,
  formOfHandler,
  type HandlerEntry,
  type HandlerForm,
  handlerFields,
  handlerOfForm,
  type ProviderEntry,
  validateHandler,
} from './provider-forms.ts'

type HandlerDialogProps = {
  readonly entry: HandlerEntry | null
  /** Where a new handler is added. */
  readonly provider: ProviderEntry
  readonly providers: readonly ProviderEntry[]
  readonly onClose: () => void
}

type Theirs = { readonly form: HandlerForm; readonly version: number }

/** Adds or changes a handler (承办人). Days of practice decide on assignment, the account on payment. */
export function HandlerDialog({ entry, provider, providers, onClose }: HandlerDialogProps) {
  const { today } = useSession()
  const pack = useOffered(usePack(), entry?.handler)
  const kinds = (providerId: string) => {
    const kind = providers.find(one => one.id === providerId)?.provider.kind
    return (pack?.codes.handlerKinds ?? []).filter(one => kind !== undefined && one.providerKinds.includes(kind))
  }
  // The list under the dialog refreshes itself; what was opened stays.
  const [opened] = useState(() => ({
    form: entry ? formOfHandler(entry.handler) : emptyHandler(provider.id, kinds(provider.id)[0]?.code ?? null),
    version: entry?.version ?? 0,
  }))
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const create = useDo('providers.createHandler')
  const update = useDo('providers.updateHandler')
  const form = useForm<HandlerForm>({ initialValues: opened.form, validate: validateHandler })
  const values = form.getValues()
  const error = create.error ?? update.error
  const send = async (now: HandlerForm, version: number) => {
    const handler = handlerOfForm(now)
    if (!handler) return
    const reply = entry ? await update.run({ id: entry.id, handler, version }) : await create.run(handler)
    if (reply.ok) {
      announceDone(entry ? `已保存 ${handler.name}` : `已新增 ${handler.name}`)
      return onClose()
    }
    if (reply.error.code === 'STALE' && entry) return readTheirs(entry.id)
    form.setErrors(fieldErrors(reply.error, 'handler'))
    requestAnimationFrame(() => focusFirstError())
  }
  const readTheirs = async (id: string) => {
    const reply = await invoke('providers.list', {})
    const now = reply.ok ? reply.value.flatMap(one => one.handlers).find(one => one.id === id) : undefined
    if (now) setTheirs({ form: formOfHandler(now.handler), version: now.version })
  }
  const save = async () => {
    if (form.validate().hasErrors) return void requestAnimationFrame(() => focusFirstError())
    await send(form.getValues(), opened.version)
  }
  useKeys([{ keys: 'Ctrl+S', label: '保存', run: () => void save(), inDialog: true, when: theirs === null }])
  if (theirs) {
    const rows = staleRows(
      handlerFields(
        code => labelOf(pack?.codes.handlerKinds, code),
        id => providers.find(one => one.id === id)?.provider.name ?? '',
      ),
      { opened: opened.form, theirs: theirs.form, mine: values },
    )
    return (
      <StaleDialog
        what="这名承办人"
        {...staleBy(error)}
        rows={rows}
        onDiscard={onClose}
        onClose={() => setTheirs(null)}
        onSave={(choice: StaleChoice) =>
          send(mergeStale<HandlerForm>(rows, choice, { theirs: theirs.form, mine: form.getValues() }), theirs.version)
        }
      />
    )
  }
  const years = values.practisingSince && values.practisingSince <= today ? wholeYears(values.practisingSince, today) : null
  const hasFieldErrors = Object.keys(form.errors).length > 0
  return (
    <Modal
      opened
      onClose={onClose}
      title={entry ? `修改　${entry.handler.name}` : `新增承办人　${provider.provider.name}`}
      size={860}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      {!hasFieldErrors && <ErrorBanner error={error?.code === 'STALE' ? null : error} />}
      <div className="handler-columns">
        <div>
          <Field label="姓名" required>
            <TextInput {...form.getInputProps('name')} maxLength={30} data-autofocus />
          </Field>
          <Field label="承办机构" required>
            <Select
              {...form.getInputProps('providerId')}
              searchable
              allowDeselect={false}
              data={providers.map(one => ({ value: one.id, label: one.provider.name }))}
            />
          </Field>
          <Field label="人员类别" required>
            <Select
              {...form.getInputProps('kind')}
              data={kinds(values.providerId).map(one => ({ value: one.code, label: one.label }))}
            />
          </Field>
          <Field label="执业证号">
            <TextInput {...form.getInputProps('licenceNumber')} maxLength={30} />
          </Field>
          <Field label="执业起始" fact={years === null ? undefined : `执业 ${years} 年`} hint="首次取得执业证的日期">
            <DateField
              value={values.practisingSince}
              onChange={day => form.setFieldValue('practisingSince', day)}
              error={form.errors.practisingSince}
              latest={today}
              today={today}
            />
          </Field>
          <Field label="刑辩起始" hint="第一次担任刑事辩护人的日期，没有的空着">
            <DateField
              value={values.criminalDefenceSince}
              onChange={day => form.setFieldValue('criminalDefenceSince', day)}
              error={form.errors.criminalDefenceSince}
              latest={today}
              today={today}
            />
          </Field>
        </div>
        <div>
          <Field label="公职人员" required group error={form.errors.isPublicEmployee} hint="由财政供养的，不领取办案补贴">
            <SegmentedControl
              value={values.isPublicEmployee ?? ''}
              onChange={value => form.setFieldValue('isPublicEmployee', value === 'yes' ? 'yes' : 'no')}
              data={[
                { value: 'yes', label: '是' },
                { value: 'no', label: '否' },
              ]}
            />
          </Field>
          <Field label="联系电话">
            <TextInput {...form.getInputProps('phone')} maxLength={40} />
          </Field>
          <Field label="身份证号" hint="支付和申报个税用">
            <TextInput {...form.getInputProps('certificateNumber')} maxLength={18} />
          </Field>
          <Field label="开户行">
            <TextInput {...form.getInputProps('bankName')} maxLength={80} />
          </Field>
          <Field label="账号">
            <TextInput {...form.getInputProps('bankAccount')} maxLength={40} inputMode="numeric" />
          </Field>
          {entry && (
            <Field label="状态" group hint="停用后不能再指派，在办的案件须变更承办人">
              <Checkbox label="在用" {...form.getInputProps('isActive', { type: 'checkbox' })} />
            </Field>
          )}
        </div>
      </div>
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
