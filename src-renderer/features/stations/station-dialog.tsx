import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { type StationInput, stationInput } from '../../../src-main/contract/stations.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useDo } from '../../api/use-do.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'

type StationDialogProps = {
  /** The station to mend, or null for a new one. */
  readonly one: OutputOf<'stations.list'>[number] | null
  readonly pack: RulePack
  readonly onClose: () => void
}

const NEW: StationInput = { kind: '', name: '', contactName: '', phone: '', address: '', isActive: true }

/** 工作站登记: name, kind and whom to call. */
export function StationDialog({ one, pack: all, onClose }: StationDialogProps) {
  const pack = useOffered(all, one?.station)
  const [values, setValues] = useState<StationInput>(one?.station ?? NEW)
  const [isTried, setTried] = useState(false)
  const create = useDo('stations.create')
  const update = useDo('stations.update')
  const error = create.error ?? update.error
  const refused = Object.fromEntries(
    Object.entries(error ? fieldErrors(error) : {}).map(([path, text]) => [path.replace(/^station\./, ''), text]),
  )
  const set = (patch: Partial<StationInput>) => setValues({ ...values, ...patch })
  const act = async () => {
    setTried(true)
    const parsed = stationInput.safeParse(values)
    if (!parsed.success || values.kind === '') return
    const reply = one
      ? await update.run({ id: one.id, station: parsed.data, version: one.version })
      : await create.run(parsed.data)
    if (!reply.ok) return
    announceDone(`已保存 ${parsed.data.name}`)
    onClose()
  }
  const isBusy = create.isBusy || update.isBusy
  useKeys([{ keys: 'Ctrl+Enter', label: '保存', run: () => void act(), inDialog: true, when: !isBusy }])
  return (
    <Modal
      opened
      onClose={onClose}
      title={one ? `修改工作站　${one.station.name}` : '新增工作站'}
      size={560}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <ErrorBanner error={Object.keys(refused).length > 0 ? null : error} />
      <Field
        required
        label="工作站名称"
        error={refused.name ?? (isTried && values.name.trim() === '' ? '请填写工作站名称' : undefined)}
      >
        <TextInput
          value={values.name}
          onChange={event => set({ name: event.currentTarget.value })}
          maxLength={80}
          autoComplete="off"
          data-autofocus
        />
      </Field>
      <Field required label="类别" error={refused.kind ?? (isTried && values.kind === '' ? '请选择类别' : undefined)}>
        <Select
          data={optionsOf(pack.codes.stationKinds)}
          value={values.kind === '' ? null : values.kind}
          onChange={kind => set({ kind: kind ?? '' })}
          allowDeselect={false}
        />
      </Field>
      <Field label="联络人" error={refused.contactName}>
        <TextInput
          value={values.contactName ?? ''}
          onChange={event => set({ contactName: event.currentTarget.value })}
          maxLength={30}
          autoComplete="off"
        />
      </Field>
      <Field label="联系电话" error={refused.phone}>
        <TextInput
          value={values.phone ?? ''}
          onChange={event => set({ phone: event.currentTarget.value })}
          maxLength={40}
          autoComplete="off"
        />
      </Field>
      <Field label="地址" error={refused.address}>
        <TextInput
          value={values.address ?? ''}
          onChange={event => set({ address: event.currentTarget.value })}
          maxLength={120}
          autoComplete="off"
        />
      </Field>
      {one && (
        <Field group label="状态">
          <SegmentedControl
            aria-label="状态"
            data={[
              { value: 'yes', label: '在用' },
              { value: 'no', label: '停用' },
            ]}
            value={values.isActive ? 'yes' : 'no'}
            onChange={value => set({ isActive: value === 'yes' })}
          />
        </Field>
      )}
      <div className="row dialog-buttons">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={isBusy} onClick={act}>
            保存
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
