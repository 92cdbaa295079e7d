import { Button, Modal, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { NoticeInput } from '../../../src-main/contract/notices.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'

type ReturnDialogProps = {
  readonly notice: NoticeInput
  readonly pack: RulePack
  readonly onClose: () => void
  readonly onReturned: (id: string, number: string) => Promise<void>
}

/** 退回通知: the notice is registered with its number and the reason why the center cannot assign. */
export function ReturnDialog({ notice, pack: all, onClose, onReturned }: ReturnDialogProps) {
  const { today } = useSession()
  const pack = useOffered(all)
  const [reason, setReason] = useState('')
  const [explanation, setExplanation] = useState('')
  const [returnedOn, setReturnedOn] = useState<string | null>(today)
  const [isTried, setTried] = useState(false)
  const send = useDo('notices.return')
  const refused = send.error ? fieldErrors(send.error) : {}
  const act = async () => {
    setTried(true)
    if (reason === '' || explanation.trim() === '' || returnedOn === null) return
    const reply = await send.run({ notice, reason, explanation, returnedOn })
    if (reply.ok) await onReturned(reply.value.id, reply.value.number)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '退回', run: () => void act(), inDialog: true, when: !send.isBusy }])
  return (
    <Modal
      opened
      onClose={onClose}
      title={`退回通知　${notice.organName}　${notice.person.name}`}
      size={620}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <ErrorBanner error={send.error?.code === 'VALIDATION' && Object.keys(refused).length > 0 ? null : send.error} />
      <Field group required label="退回原因" error={refused.reason ?? (isTried && reason === '' ? '请选择退回原因' : undefined)}>
        <Radio.Group aria-label="退回原因" value={reason} onChange={setReason}>
          <div className="stack">
            {pack.codes.noticeReturnReasons.map((one, index) => (
              <Radio key={one.code} value={one.code} label={one.label} data-autofocus={index === 0 || undefined} />
            ))}
          </div>
        </Radio.Group>
      </Field>
      <Field
        required
        label="退回说明"
        error={refused.explanation ?? (isTried && explanation.trim() === '' ? '请写明退回说明' : undefined)}
      >
        <Textarea
          value={explanation}
          onChange={event => setExplanation(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={400}
        />
      </Field>
      <Field required label="退回日期" error={refused.returnedOn}>
        <DateField
          aria-label="退回日期"
          value={returnedOn}
          onChange={setReturnedOn}
          today={today}
          earliest={notice.receivedOn}
          latest={today}
          w={130}
        />
      </Field>
      <div className="row dialog-buttons">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={send.isBusy} onClick={act}>
            退回
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
