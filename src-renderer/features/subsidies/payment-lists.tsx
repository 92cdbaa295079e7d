import { Button, Modal, TextInput } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { paperFileName, printPaper } from '../../api/paper-actions.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { type Ask, useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Money } from '../../ui/money.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import { Paper } from '../../ui/paper.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'

type Lists = OutputOf<'subsidies.paymentLists'>
type PaymentList = Lists[number]

const columns: readonly Column<PaymentList>[] = [
  {
    key: 'number',
    head: '清单',
    clip: true,
    cell: row => <TwoLines first={row.number} second={`${row.madeOn}　${row.madeBy}　${row.count} 笔`} />,
  },
  { key: 'sum', head: '金额（元）', width: 110, align: 'right', cell: row => <Money fen={row.totalFen} strong /> },
  {
    key: 'state',
    head: '支付',
    width: 100,
    cell: row => (row.paidOn ? <Tag tone="green">{row.paidOn}</Tag> : <Tag tone="amber">待支付</Tag>),
  },
]

function rowKey(row: PaymentList): string {
  return row.id
}

/** 支付清单: each list with its paper, its XLSX for the finance office, and the note that it was paid. */
export function PaymentLists({ lists }: { readonly lists: Ask<Lists> }) {
  const { user } = useSession()
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [isPaying, setPaying] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const mayHandle = hasRole(user, ['clerk', 'director'])
  const rows = lists.data ?? []
  const chosen = rows.find(row => row.id === selectedId) ?? rows[0] ?? null
  const preview = useAsk(
    'papers.preview',
    { form: 'payment-list', subject: { kind: 'payment-list', id: chosen?.id ?? '' } },
    { enabled: chosen !== null, keep: true },
  )
  const exportXlsx = async () => {
    if (!chosen) return
    const picked = await invoke('shell.pickSaveFile', {
      suggestedName: paperFileName({ title: '补贴支付清单', number: chosen.number }, 'xlsx'),
      kind: 'xlsx',
    })
    if (!picked.ok) return setFailure(picked.error)
    if (picked.value === null) return
    const reply = await invoke('subsidies.exportPaymentList', { id: chosen.id, handle: picked.value.handle })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已导出 ${picked.value.name}　SHA-256 ${reply.value.sha256.slice(0, 12)}…`)
  }
  const print = async () => {
    if (!chosen) return
    const outcome = await printPaper('payment-list', { kind: 'payment-list', id: chosen.id })
    setFailure(outcome.kind === 'failed' ? outcome.error : null)
    if (outcome.kind === 'done') announceDone(outcome.line)
  }
  const mayPay = mayHandle && chosen !== null && chosen.paidOn === null
  useKeys([
    { keys: 'Ctrl+P', label: '打印清单', run: () => void print(), when: chosen !== null },
    { keys: 'X', label: '导出 XLSX', run: () => void exportXlsx(), when: mayHandle && chosen !== null },
    { keys: 'Ctrl+Enter', label: '登记支付', run: () => setPaying(true), when: mayPay },
  ])
  return (
    <>
      <ErrorBanner error={failure} />
      <Panes>
        <Pane label="支付清单" fill>
          <AskState ask={lists}>
            {data => (
              <DataTable
                label="支付清单"
                columns={columns}
                rows={data}
                rowKey={rowKey}
                rowHeight={50}
                selectedKey={chosen?.id ?? null}
                onSelect={row => setSelectedId(row.id)}
                autoFocus
                empty={<EmptyState title="还没有支付清单" text="在“已批”里勾选核算表，编成第一张清单。" />}
              />
            )}
          </AskState>
        </Pane>
        <Pane label="清单预览" tint share={1.3}>
          {chosen && (
            <div className="list-paper">
              <ErrorBanner error={preview.error} />
              {preview.data && (
                <Paper html={preview.data.html} title={`支付清单 ${chosen.number}`} landscape={preview.data.landscape} />
              )}
            </div>
          )}
        </Pane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
            { keys: ['X'], label: '导出' },
            { keys: ['Ctrl+P'], label: '打印' },
          ]}
        />
        <span className="push row">
          {chosen?.paidOn && <span className="second muted">已于 {chosen.paidOn} 支付</span>}
          {!mayHandle && <span className="second muted">由接待员或主任办理</span>}
          <BusyButton
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={chosen === null}
            onClick={print}
          >
            打印清单
          </BusyButton>
          <BusyButton
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            disabled={!mayHandle || chosen === null}
            onClick={exportXlsx}
          >
            导出 XLSX
          </BusyButton>
          <BusyButton keys="Ctrl+Enter" disabled={!mayPay} onClick={() => setPaying(true)}>
            登记支付
          </BusyButton>
        </span>
      </ActionBar>
      {isPaying && chosen && <PaidDialog list={chosen} onClose={() => setPaying(false)} />}
    </>
  )
}

/** Asks for the day and the finance office's receipt (财务回单). */
function PaidDialog({ list, onClose }: { readonly list: PaymentList; readonly onClose: () => void }) {
  const { today } = useSession()
  const [day, setDay] = useState<string | null>(today)
  const [problem, setProblem] = useState<string | null>(null)
  const [receipt, setReceipt] = useState('')
  const pay = useDo('subsidies.markPaid')
  const wrong = pay.error ? fieldErrors(pay.error) : {}
  const isShut = day === null || problem !== null || receipt.trim() === ''
  const send = async () => {
    if (isShut || day === null) return
    const reply = await pay.run({ paymentListId: list.id, paidOn: day, receipt, version: list.version })
    if (!reply.ok) return void requestAnimationFrame(() => focusFirstError())
    announceDone(`已登记支付　${list.number}`)
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '登记支付', run: () => void send(), inDialog: true }])
  return (
    <Modal opened onClose={onClose} title={`登记支付　${list.number}`} size={520} closeButtonProps={{ 'aria-label': '关闭' }}>
      <p className="second soft dialog-words">
        {list.count} 笔，合计 {formatYuan(list.totalFen)} 元。登记后不能撤销，请照财务回单填写。
      </p>
      {Object.keys(wrong).length === 0 && <ErrorBanner error={pay.error} />}
      <Field label="支付日期" required error={wrong.paidOn} hint={`不早于清单日期 ${list.madeOn}`}>
        <DateField value={day} onChange={setDay} onProblem={setProblem} today={today} earliest={list.madeOn} latest={today} />
      </Field>
      <Field label="财务回单" required error={wrong.receipt} hint="回单号或凭证号">
        <TextInput value={receipt} maxLength={60} onChange={event => setReceipt(event.currentTarget.value)} data-autofocus />
      </Field>
      <div className="row">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={isShut} refusesEnter onClick={send}>
            登记支付
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
