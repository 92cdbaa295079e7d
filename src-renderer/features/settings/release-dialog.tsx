import { Button, Checkbox, Modal, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { Block } from './blocks-view.tsx'

/** Gives unused numbers of a block back or writes spoiled ones off: all of them, or those that are ticked. */
export function ReleaseDialog({ block, onClose }: { readonly block: Block; readonly onClose: () => void }) {
  const release = useDo('numbering.release')
  const ledger = useAsk('numbering.ledger', { series: block.series, year: block.year })
  const [how, setHow] = useState<'returned' | 'spoiled' | null>(null)
  const [ticked, setTicked] = useState<readonly number[] | null>(null)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const unused = (ledger.data ?? []).filter(row => row.blockId === block.id && row.status === 'reserved')
  // Giving back means all that is left; a spoiled one is named.
  const seqs = ticked ?? (how === 'returned' ? unused.map(row => row.seq) : [])
  const problems = {
    how: how === null ? '请选择交回还是写坏' : undefined,
    seqs: seqs.length === 0 ? '请勾选号码' : undefined,
    reason: reason.trim() === '' ? '请填写原因' : undefined,
  }
  const save = async () => {
    setTried(true)
    if (how === null || problems.seqs || problems.reason) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await release.run({ id: block.id, seqs: [...seqs], how, reason: reason.trim() })
    if (!reply.ok) return
    announceDone(`已${how === 'returned' ? '交回' : '作废'} ${reply.value.released} 个号`)
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '交回、作废', run: () => void save(), inDialog: true }])
  return (
    <Modal opened onClose={onClose} title={`交回、作废　${block.holder}的号段`} size={560}>
      <ErrorBanner error={release.error} />
      <Field group required label="怎样" error={isTried ? problems.how : undefined} name="how">
        <Radio.Group aria-label="怎样" value={how} onChange={value => setHow(value === 'returned' ? 'returned' : 'spoiled')}>
          <div className="check-row">
            <Radio value="returned" label="没有用，交回" data-autofocus />
            <Radio value="spoiled" label="写坏，作废" />
          </div>
        </Radio.Group>
      </Field>
      <Field
        group
        required
        label="号码"
        error={isTried ? problems.seqs : undefined}
        hint={`未用 ${unused.length} 个，选了 ${seqs.length} 个`}
        name="seqs"
      >
        <AskState ask={ledger}>
          {() => (
            <div className="block-numbers">
              {unused.map(row => (
                <Checkbox
                  key={row.seq}
                  label={row.seq}
                  aria-label={row.text}
                  checked={seqs.includes(row.seq)}
                  onChange={event =>
                    setTicked(event.currentTarget.checked ? [...seqs, row.seq] : seqs.filter(seq => seq !== row.seq))
                  }
                />
              ))}
            </div>
          )}
        </AskState>
      </Field>
      <Field required label="原因" error={isTried ? problems.reason : undefined} name="reason" hint="如 恢复供电、填写错误">
        <Textarea value={reason} onChange={event => setReason(event.currentTarget.value)} autosize minRows={2} maxLength={200} />
      </Field>
      <div className="settings-foot">
        <span className="note muted">作废的号留号留原因，不再使用</span>
        <span className="push">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={release.isBusy} onClick={save}>
            {how === 'spoiled' ? '作废' : '交回'}
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
