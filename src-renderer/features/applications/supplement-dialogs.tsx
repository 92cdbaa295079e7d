import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { missingMaterials } from '../../../src-main/domain/materials.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { applicationValues } from './application-values.ts'
import type { ApplicationDetail } from './application-words.ts'
import { materialFactsOf, suggestedMaterials } from './materials-list.ts'

type DialogProps = { readonly one: ApplicationDetail; readonly onClose: () => void }

/** The buttons at the foot of an act's dialog. */
export function DialogFoot({
  action,
  isBusy,
  onAct,
  onClose,
}: {
  readonly action: string
  readonly isBusy: boolean
  readonly onAct: () => Promise<void>
  readonly onClose: () => void
}) {
  useKeys([{ keys: 'Ctrl+Enter', label: action, run: () => void onAct(), inDialog: true, when: !isBusy }])
  return (
    <div className="row dialog-buttons">
      <span className="push row">
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <BusyButton keys="Ctrl+Enter" busy={isBusy} onClick={onAct}>
          {action}
        </BusyButton>
      </span>
    </div>
  )
}

/** 补正通知: everything that is missing, told once; the clock stands still from the next day. */
export function SupplementDialog({
  pack,
  one,
  papers,
  onClose,
}: DialogProps & { readonly pack: RulePack; readonly papers: PaperDialogHandle }) {
  const { today } = useSession()
  const { hardship, materials } = one.application
  const facts = materialFactsOf(pack, applicationValues(pack, one.application))
  const lacking = missingMaterials(pack.application.materials, facts, materials).map(({ rule }) => rule.label)
  const suggested = suggestedMaterials(pack, hardship.route, hardship.route === 'check' ? '' : hardship.ground)
  const listed = [...lacking, ...suggested.filter(name => !lacking.includes(name))]
  // What the checklist misses is ticked at first: the notice is sent once and should list it all.
  const [missing, setMissing] = useState<readonly string[]>(lacking)
  const [other, setOther] = useState('')
  const [askedOn, setAskedOn] = useState<string | null>(today)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const ask = useDo('applications.askSupplement')
  const refused = ask.error ? fieldErrors(ask.error) : {}
  const all = [...missing, ...other.split(/[；;\n]/).map(word => word.trim())].filter(Boolean)
  const act = async () => {
    setTried(true)
    if (all.length === 0 || askedOn === null) return
    const reply = await ask.run({ id: one.id, askedOn, missing: all, dueOn, version: one.version })
    if (!reply.ok) return
    announceDone('已发补正通知，期限从次日起停计')
    onClose()
    await papers.issue('supplement-notice', { kind: 'application', id: one.id })
  }
  return (
    <Modal opened onClose={onClose} title={`补正通知　${one.person.name}`} size={620} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={ask.error?.code === 'VALIDATION' ? null : ask.error} />
      <Field
        group
        required
        label="缺少什么"
        hint="一次写全；清单里缺的已勾上"
        error={refused.missing ?? (isTried && all.length === 0 ? '请写明缺少什么' : undefined)}
      >
        <div className="check-grid" style={{ '--check-columns': '1' } as React.CSSProperties}>
          {listed.map((name, index) => (
            <Checkbox
              key={name}
              data-autofocus={index === 0 || undefined}
              label={materials.some(material => material.name === name) ? `${name}（已收到）` : name}
              checked={missing.includes(name)}
              onChange={event =>
                setMissing(event.currentTarget.checked ? [...missing, name] : missing.filter(ticked => ticked !== name))
              }
            />
          ))}
        </div>
      </Field>
      <Field label="其他" hint="几项之间用分号隔开">
        <TextInput value={other} maxLength={300} onChange={event => setOther(event.currentTarget.value)} />
      </Field>
      <Field required label="通知日期" error={refused.askedOn}>
        <DateField value={askedOn} onChange={setAskedOn} latest={today} earliest={one.application.receivedOn} today={today} />
      </Field>
      <Field label="补正截止" hint="过期不补的，视为撤回申请" error={refused.dueOn}>
        <DateField value={dueOn} onChange={setDueOn} earliest={askedOn ?? undefined} today={today} />
      </Field>
      <DialogFoot action="发补正通知" isBusy={ask.isBusy} onAct={act} onClose={onClose} />
    </Modal>
  )
}

/** 补正收到: what came and when, whole or in part; the clock goes on from the day after the last of it. */
export function ReceiveDialog({ one, onClose }: DialogProps) {
  const { today } = useSession()
  const course = useAsk('procedure.get', { id: one.id }).data
  const [answeredOn, setAnsweredOn] = useState<string | null>(today)
  const [missingStill, setMissingStill] = useState<readonly string[]>([])
  const [isEnough, setEnough] = useState(false)
  const [note, setNote] = useState('')
  const receive = useDo('applications.receiveSupplement')
  const refused = receive.error ? fieldErrors(receive.error) : {}
  const notice = course?.supplement
  const outstanding = notice?.outstanding ?? []
  const received = outstanding.filter(name => !missingStill.includes(name))
  const act = async () => {
    if (answeredOn === null) return
    const reply = await receive.run({
      id: one.id,
      answeredOn,
      received,
      isEnough,
      note: note.trim() === '' ? null : note,
      version: one.version,
    })
    if (!reply.ok) return
    announceDone(reply.value.isComplete ? '补正收齐，恢复计时' : '已记收到的部分，继续等补正')
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`补正收到　${one.person.name}`} size={560} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={receive.error?.code === 'VALIDATION' ? null : receive.error} />
      {notice && <p className="soft dialog-words">{`${notice.number}　${notice.askedOn} 通知补正`}</p>}
      <Field group required label="收到什么" hint="没有收到的去掉勾，继续等" error={refused.received ?? refused['received.0']}>
        <div className="refusal-reasons">
          {outstanding.map(name => (
            <Checkbox
              key={name}
              label={name}
              checked={!missingStill.includes(name)}
              onChange={event =>
                setMissingStill(
                  event.currentTarget.checked ? missingStill.filter(each => each !== name) : [...missingStill, name],
                )
              }
            />
          ))}
        </div>
      </Field>
      {missingStill.length > 0 && (
        <>
          <Field group label="其余">
            <Checkbox
              label="不再等，收到的已经够了"
              checked={isEnough}
              onChange={event => setEnough(event.currentTarget.checked)}
            />
          </Field>
          <Field required={isEnough} label="说明" error={refused.note}>
            <TextInput value={note} maxLength={300} onChange={event => setNote(event.currentTarget.value)} />
          </Field>
        </>
      )}
      <Field required label="收到日期" hint="收齐的，从次日起恢复计时" error={refused.answeredOn}>
        <DateField value={answeredOn} onChange={setAnsweredOn} earliest={notice?.askedOn} latest={today} today={today} />
      </Field>
      <DialogFoot action="补正收到" isBusy={receive.isBusy} onAct={act} onClose={onClose} />
    </Modal>
  )
}

/** 撤回申请: the applicant takes it back, or did not supply what was asked for in time. */
export function WithdrawDialog({ one, onClose }: DialogProps) {
  const { today } = useSession()
  const [withdrawnOn, setWithdrawnOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const withdraw = useDo('applications.withdraw')
  const refused = withdraw.error ? fieldErrors(withdraw.error) : {}
  const act = async () => {
    setTried(true)
    if (reason.trim() === '' || withdrawnOn === null) return
    const reply = await withdraw.run({ id: one.id, withdrawnOn, reason, version: one.version })
    if (!reply.ok) return
    announceDone(`已记撤回 ${one.number}`)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`撤回申请　${one.person.name}`} size={520} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={withdraw.error?.code === 'VALIDATION' ? null : withdraw.error} />
      <Field required label="撤回日期" error={refused.withdrawnOn}>
        <DateField
          value={withdrawnOn}
          onChange={setWithdrawnOn}
          earliest={one.application.receivedOn}
          latest={today}
          today={today}
        />
      </Field>
      <Field
        required
        label="原因"
        hint="申请人自己撤回；逾期不补正的，用“视为撤回”"
        error={refused.reason ?? (isTried && reason.trim() === '' ? '请写明原因' : undefined)}
      >
        <Textarea
          value={reason}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={200}
          onChange={event => setReason(event.currentTarget.value)}
          data-autofocus
        />
      </Field>
      <DialogFoot action="记为撤回" isBusy={withdraw.isBusy} onAct={act} onClose={onClose} />
    </Modal>
  )
}
