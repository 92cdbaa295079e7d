import { Button, Modal, NumberInput, Radio, Textarea } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { contract } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { contractProblems } from '../../ui/contract-problems.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import type { LedgerPart, NumberPlace } from './ledger.tsx'
import type { Gap } from './ledger-rows.ts'
import { rangeWords, yearWords } from './number-words.ts'

/** 空号说明: every hole of one series and year with what explains it; what nothing explains is red and the director's to explain. */
export function GapsView({ place, label, onSheet, onFailure }: LedgerPart) {
  const { user } = useSession()
  const report = useAsk('numbering.gaps', place)
  const [selected, setSelected] = useState<string | null>(null)
  const [isExplaining, setExplaining] = useState(false)
  const isDirector = hasRole(user, ['director'])
  const gaps = report.data?.gaps ?? []
  const chosen = gaps.find(gap => gapKey(gap) === selected) ?? null
  const toExplain = chosen?.kind === 'unexplained' ? chosen : (gaps.find(gap => gap.kind === 'unexplained') ?? null)
  const statementId = isDirector ? (chosen?.statementId ?? null) : null
  const openSheet = async () => onSheet(await invoke('numbering.gapSheet', place))
  const withdraw = async () => {
    if (statementId === null || !chosen) return
    const answer = await askConfirm({
      title: '撤回这条说明？',
      text: `${chosen.reason ?? ''}（${chosen.by ?? ''} 说明）。撤回后这些号又成为未说明的空号；启用前的说明撤回后，流水号退回到说明之前。`,
      action: '撤回说明',
      reason: { label: '撤回原因', required: true, placeholder: '如 号数写错' },
    })
    if (!answer) return
    const reply = await invoke('numbering.withdrawExplanation', { id: statementId, reason: answer.reason })
    onFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已撤回说明，流水号现在到 ${reply.value.counter}`)
  }
  const counter = report.data?.counter ?? 0
  useKeys([
    { keys: 'Ctrl+P', label: '打印空号说明', run: () => void openSheet(), when: counter > 0 },
    { keys: 'N', label: '说明空号', run: () => setExplaining(true), when: isDirector && !isExplaining },
  ])
  return (
    <>
      <Panes>
        <Pane label="空号说明" fill>
          <AskState ask={report}>
            {({ unexplained }) => (
              <DataTable
                label={`${label} ${yearWords(place.year)} 空号说明`}
                columns={columns}
                rows={gaps}
                rowKey={gapKey}
                selectedKey={selected}
                onSelect={gap => setSelected(gapKey(gap))}
                rowTone={gap => (gap.kind === 'unexplained' ? 'missing' : undefined)}
                autoFocus
                empty={
                  <EmptyState
                    title={counter === 0 ? '这一年还没有取过号' : `1 至 ${counter} 号没有空号`}
                    text={unexplained === 0 ? '启用本系统之前，本年度已有纸质登记的，请主任说明到第几号，以后接着往下数。' : ''}
                  />
                }
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['N'], label: '说明' },
            { keys: ['G'], label: '登记簿' },
            { keys: ['B'], label: '预留号段' },
            { keys: ['Escape'], label: '全部编号', keep: true },
          ]}
        />
        <span className="push row">
          {!isDirector && <span className="second muted">空号由主任说明</span>}
          <BusyButton
            variant="default"
            keys="Ctrl+P"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={counter === 0}
            onClick={openSheet}
          >
            打印空号说明
          </BusyButton>
          <Button variant="default" disabled={statementId === null} onClick={() => void withdraw()}>
            撤回说明…
          </Button>
          <Button disabled={!isDirector} onClick={() => setExplaining(true)}>
            说明…
          </Button>
        </span>
      </ActionBar>
      {isExplaining && (
        <ExplainDialog place={place} label={label} gap={toExplain} counter={counter} onClose={() => setExplaining(false)} />
      )}
    </>
  )
}

type Values = {
  readonly first: number | null
  readonly last: number | null
  readonly kind: 'before-start' | 'other' | null
  readonly reason: string
}

type ExplainProps = {
  readonly place: NumberPlace
  readonly label: string
  readonly gap: Gap | null
  readonly counter: number
  readonly onClose: () => void
}

function ExplainDialog({ place, label, gap, counter, onClose }: ExplainProps) {
  const explain = useDo('numbering.explain')
  const start: Values = {
    first: gap?.first ?? 1,
    last: gap?.last ?? null,
    kind: gap === null ? 'before-start' : null,
    reason: '',
  }
  const form = useFormValues<Values>(start, values =>
    contractProblems(contract['numbering.explain'].input, { ...place, ...values }, path => path, {
      ...(values.kind === null ? { kind: '请选择是哪一种空号' } : {}),
    }),
  )
  const { values, set } = form
  const save = async () => {
    const { first, last, kind, reason } = values
    if (!form.tryAll() || first === null || last === null || kind === null) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const reply = await explain.run({ ...place, first, last, kind, reason })
    if (!reply.ok) {
      form.refuse(fieldErrors(reply.error))
      requestAnimationFrame(() => focusFirstError())
      return
    }
    announceDone(`已说明 ${rangeWords(first, last)} 号，流水号到 ${reply.value.counter}`)
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '记下说明', run: () => void save(), inDialog: true }])
  const next = values.kind === 'before-start' && values.last !== null ? Math.max(values.last, counter) + 1 : counter + 1
  return (
    <Modal opened onClose={onClose} title={`说明空号　${label}　${yearWords(place.year)}`} size={560}>
      <ErrorBanner error={explain.error?.code === 'VALIDATION' ? null : explain.error} />
      <Field group required label="是什么号" error={form.problemOf('kind')} name="kind">
        <Radio.Group
          aria-label="是什么号"
          value={values.kind}
          onChange={kind => set({ kind: kind === 'before-start' ? 'before-start' : 'other' })}
        >
          <div className="check-row">
            <Radio value="before-start" label="启用前纸质登记的号" />
            <Radio value="other" label="其他空号" />
          </div>
        </Radio.Group>
      </Field>
      <Field
        required
        label="号数"
        error={form.problemOf('first') ?? form.problemOf('last')}
        name="first"
        hint={`以后从 ${next} 号取起`}
      >
        <NumberInput
          aria-label="起号"
          w={110}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={values.first ?? ''}
          onChange={first => set({ first: typeof first === 'number' ? first : null })}
          onBlur={() => form.touch('first')}
          error={Boolean(form.problemOf('first'))}
        />
        <span aria-hidden>至</span>
        <NumberInput
          aria-label="止号"
          w={110}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={values.last ?? ''}
          onChange={last => set({ last: typeof last === 'number' ? last : null })}
          onBlur={() => form.touch('last')}
          error={Boolean(form.problemOf('last'))}
          data-autofocus={gap === null ? true : undefined}
        />
      </Field>
      <Field required label="说明" error={form.problemOf('reason')} name="reason" hint="如 本年度 1–57 号为启用前纸质登记">
        <Textarea
          value={values.reason}
          onChange={event => set({ reason: event.currentTarget.value })}
          onBlur={() => form.touch('reason')}
          autosize
          minRows={2}
          maxLength={200}
          data-autofocus={gap === null ? undefined : true}
        />
      </Field>
      <div className="settings-foot">
        <span className="push">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={explain.isBusy} onClick={save}>
            记下说明
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

function gapKey(gap: Gap): string {
  return String(gap.first)
}

const STATE: Readonly<Record<Gap['kind'], { readonly word: string; readonly tone: 'red' | 'amber' | 'dai' | 'plain' }>> = {
  void: { word: '作废', tone: 'plain' },
  reserved: { word: '预留未用', tone: 'dai' },
  explained: { word: '已说明', tone: 'amber' },
  unexplained: { word: '未说明', tone: 'red' },
}

const columns: readonly Column<Gap>[] = [
  { key: 'range', head: '序号', width: 110, align: 'right', cell: gap => rangeWords(gap.first, gap.last) },
  { key: 'count', head: '个数', width: 64, align: 'right', cell: gap => gap.last - gap.first + 1 },
  { key: 'text', head: '编号', width: 210, clip: true, cell: gap => gap.text ?? <span className="muted">—</span> },
  { key: 'state', head: '情况', width: 100, cell: gap => <Tag tone={STATE[gap.kind].tone}>{STATE[gap.kind].word}</Tag> },
  {
    key: 'reason',
    head: '说明',
    clip: true,
    cell: gap => (gap.kind === 'unexplained' ? '登记簿无记录' : [gap.holder, gap.reason].filter(Boolean).join('：')),
  },
  { key: 'by', head: '说明人', width: 90, clip: true, cell: gap => gap.by },
  { key: 'at', head: '日期', width: 110, cell: gap => gap.at && dayOfInstant(gap.at) },
]
