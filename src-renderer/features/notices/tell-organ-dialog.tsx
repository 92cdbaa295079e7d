import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'

type TellOrganDialogProps = {
  readonly one: OutputOf<'notices.get'>
  readonly pack: RulePack
  readonly onClose: () => void
}

/** 告知办案机关: who was assigned, told to the organ that sent the notice. */
export function TellOrganDialog({ one, pack: all, onClose }: TellOrganDialogProps) {
  const { today } = useSession()
  const pack = useOffered(all, one.told)
  const [toldOn, setToldOn] = useState<string | null>(one.told?.toldOn ?? today)
  const [way, setWay] = useState<string | null>(one.told?.way ?? null)
  const [note, setNote] = useState(one.told?.note ?? '')
  const [isTried, setTried] = useState(false)
  const tell = useDo('notices.tellOrgan')
  const refused = tell.error ? fieldErrors(tell.error) : {}
  const act = async () => {
    setTried(true)
    if (toldOn === null || way === null) return
    const reply = await tell.run({ id: one.id, toldOn, way, note, version: one.version })
    if (!reply.ok) return
    announceDone(`已登记告知 ${one.notice.organName}`)
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '登记告知', run: () => void act(), inDialog: true, when: !tell.isBusy }])
  return (
    <Modal
      opened
      onClose={onClose}
      title={`告知办案机关　${one.notice.organName}`}
      size={560}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <ErrorBanner error={tell.error?.code === 'VALIDATION' ? null : tell.error} />
      <Field label="承办人">
        <span>{one.case?.handlerName ?? ''}</span>
      </Field>
      <Field required label="告知日期" error={refused.toldOn}>
        <DateField aria-label="告知日期" value={toldOn} onChange={setToldOn} today={today} latest={today} w={130} />
      </Field>
      <Field required label="告知方式" error={refused.way ?? (isTried && way === null ? '请选择告知方式' : undefined)}>
        <Select data={optionsOf(pack.codes.deliveryWays)} value={way} onChange={setWay} allowDeselect={false} data-autofocus />
      </Field>
      <Field label="备注">
        <TextInput value={note} onChange={event => setNote(event.currentTarget.value)} maxLength={200} />
      </Field>
      <div className="row dialog-buttons">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={tell.isBusy} onClick={act}>
            登记告知
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
