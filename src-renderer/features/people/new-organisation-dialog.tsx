import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useDo } from '../../api/use-do.ts'
import { usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'

/** 登记单位: an organisation with its credit code, or the reason why there is none. */
export function NewOrganisationDialog({
  onClose,
  onDone,
}: {
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) {
  const pack = useOffered(usePack())
  const [name, setName] = useState('')
  const [hasCode, setHasCode] = useState(true)
  const [number, setNumber] = useState('')
  const [phone, setPhone] = useState('')
  const [address, setAddress] = useState('')
  const create = useDo('people.create')
  const wrong = create.error ? fieldErrors(create.error, 'person') : {}
  const kinds = pack?.codes.certificateKinds ?? []
  const kind = kinds.find(one => one.check === (hasCode ? 'credit-code' : 'none'))?.code ?? null
  const save = async () => {
    const reply = await create.run({
      person: {
        kind: 'organisation',
        name,
        certificateKind: kind,
        certificateNumber: hasCode ? number : null,
        certificateNote: hasCode ? null : number,
        sex: null,
        birthDate: null,
        phone,
        householdAddress: null,
        address,
        categories: [],
      },
    })
    if (!reply.ok) return void requestAnimationFrame(() => focusFirstError())
    announceDone(`已登记单位 ${name.trim()}`)
    onDone(reply.value.id)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '登记', run: () => void save(), inDialog: true, when: !create.isBusy }])
  return (
    <Modal opened onClose={onClose} title="登记单位" size={560} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={Object.keys(wrong).length > 0 ? null : create.error} />
      <Field label="单位名称" required error={wrong.name}>
        <TextInput value={name} maxLength={60} data-autofocus onChange={event => setName(event.currentTarget.value)} />
      </Field>
      <Field label="证件" group>
        <SegmentedControl
          aria-label="证件"
          value={hasCode ? 'code' : 'none'}
          onChange={value => setHasCode(value === 'code')}
          data={[
            { value: 'code', label: '统一社会信用代码' },
            { value: 'none', label: '没有' },
          ]}
        />
      </Field>
      <Field
        label={hasCode ? '信用代码' : '没有的原因'}
        required
        error={hasCode ? wrong.certificateNumber : wrong.certificateNote}
        hint={hasCode ? '18 位，按 GB 32100 校验' : undefined}
      >
        <TextInput value={number} maxLength={100} onChange={event => setNumber(event.currentTarget.value)} />
      </Field>
      <Field label="联系电话" error={wrong.phone}>
        <TextInput value={phone} maxLength={40} onChange={event => setPhone(event.currentTarget.value)} />
      </Field>
      <Field label="地址" error={wrong.address}>
        <TextInput value={address} maxLength={120} onChange={event => setAddress(event.currentTarget.value)} />
      </Field>
      <div className="row">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={create.isBusy} onClick={save}>
            登记
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
