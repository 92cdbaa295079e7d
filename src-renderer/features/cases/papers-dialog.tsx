import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { CaseDetail } from './case-words.ts'

export type PapersStep = 'receive' | 'accept' | 'return'

type Words = {
  readonly title: string
  readonly text: string
  readonly day: string
  readonly action: string
  readonly done: string
}

const WORDS: Readonly<Record<PapersStep, Words>> = {
  receive: {
    title: '登记交卷',
    text: '承办人交来结案材料的日期。审核期限从这一天的次日起算。',
    day: '收到日期',
    action: '登记交卷',
    done: '已登记交卷',
  },
  accept: {
    title: '结案材料审核通过',
    text: '材料齐全、规范。通过后可以编制补贴、整理案卷。',
    day: '审核日期',
    action: '审核通过',
    done: '审核已通过',
  },
  return: {
    title: '退回结案材料',
    text: '退回后回到待交卷，原因记入进展；补正的期限从退回之日起算。',
    day: '退回日期',
    action: '退回承办人',
    done: '已退回承办人',
  },
}

const FIELDS: Readonly<Record<PapersStep, string>> = { receive: 'receivedOn', accept: 'reviewedOn', return: 'returnedOn' }

/** Asks for the day (and for a return the reason) of a step of the closing papers: 交卷、审核通过、退回. */
export function PapersDialog({
  one,
  step,
  onClose,
}: {
  readonly one: CaseDetail
  readonly step: PapersStep
  readonly onClose: () => void
}) {
  const { today } = useSession()
  const [day, setDay] = useState<string | null>(today)
  const [problem, setProblem] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const receive = useDo('closing.receivePapers')
  const accept = useDo('closing.acceptPapers')
  const giveBack = useDo('closing.returnPapers')
  const words = WORDS[step]
  const error = receive.error ?? accept.error ?? giveBack.error
  const wrong = error ? fieldErrors(error) : {}
  const isShut = day === null || problem !== null || (step === 'return' && reason.trim() === '')
  const send = async () => {
    if (isShut || day === null) return
    const base = { id: one.id, version: one.version }
    const reply =
      step === 'receive'
        ? await receive.run({ ...base, receivedOn: day })
        : step === 'accept'
          ? await accept.run({ ...base, reviewedOn: day })
          : await giveBack.run({ ...base, returnedOn: day, reason })
    if (!reply.ok) return void focusFirstError()
    announceDone(words.done)
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: words.action, run: () => void send(), inDialog: true }])
  const earliest = (step === 'receive' ? one.closing?.closedOn : one.papersReceivedOn) ?? undefined
  return (
    <Modal opened onClose={onClose} title={words.title} size={520} closeButtonProps={{ 'aria-label': '关闭' }}>
      <p className="second soft dialog-words">{words.text}</p>
      <Banners error={error} hasField={Object.keys(wrong).length > 0} />
      <Field label={words.day} required error={wrong[FIELDS[step]]} hint={earliest ? `不早于 ${earliest}` : ''}>
        <DateField value={day} onChange={setDay} onProblem={setProblem} today={today} latest={today} earliest={earliest} />
      </Field>
      {step === 'return' && (
        <Field label="退回原因" required error={wrong.reason} hint="写明缺什么、错在哪里，承办人照着补">
          <Textarea
            value={reason}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={400}
            data-autofocus
            onChange={event => setReason(event.currentTarget.value)}
          />
        </Field>
      )}
      <div className="row">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={isShut} onClick={send} data-autofocus={step === 'return' ? undefined : true}>
            {words.action}
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

/** The failure over the fields, unless it stands under one of them already. */
function Banners({ error, hasField }: { readonly error: AppError | null; readonly hasField: boolean }) {
  return hasField ? null : <ErrorBanner error={error} />
}
