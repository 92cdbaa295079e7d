import { Button, Modal, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { contract, type OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { contractProblems } from '../../ui/contract-problems.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import type { LedgerPart, NumberPlace } from './ledger.tsx'
import { rangeWords, yearWords } from './number-words.ts'
import { ReleaseDialog } from './release-dialog.tsx'

export type Block = OutputOf<'numbering.blocks'>[number]

/** 预留号段: numbers set aside for a day on paper or a second desk; printed, entered later with their true day, or given back. */
export function BlocksView({ series, place, label, onSheet }: LedgerPart) {
  const { user, today } = useSession()
  const blocks = useAsk('numbering.blocks', { place })
  const [selected, setSelected] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'reserve' | 'release' | null>(null)
  const mayReserve = hasRole(user, ['clerk', 'director'])
  const thisYear = Number(today.slice(0, 4))
  const isOpenYear = place.year === 0 || place.year === thisYear || place.year === thisYear + 1
  const isOpen = mayReserve && series?.isCurrent === true && isOpenYear
  const list = blocks.data ?? []
  const chosen = list.find(block => block.id === selected) ?? (list.length === 1 ? (list[0] ?? null) : null)
  const openSheet = async (block: Block) => onSheet(await invoke('numbering.blockSheet', { id: block.id }))
  useKeys([
    { keys: 'N', label: '预留号段', run: () => setDialog('reserve'), when: isOpen && dialog === null },
    {
      keys: 'Ctrl+P',
      label: '打印号段单',
      run: () => chosen && void openSheet(chosen),
      when: chosen !== null && dialog === null,
    },
  ])
  return (
    <>
      <Panes>
        <Pane label="预留号段" fill>
          <AskState ask={blocks}>
            {rows => (
              <DataTable
                label={`${label} ${yearWords(place.year)} 预留号段`}
                columns={columns}
                rows={rows}
                rowKey={blockKey}
                selectedKey={selected}
                onSelect={block => setSelected(block.id)}
                onOpen={block => void openSheet(block)}
                openOnClick={false}
                autoFocus
                empty={
                  <EmptyState
                    title="还没有预留号段"
                    text="停电、下乡或另设窗口时，先留出一段号，打印号段单在纸上登记，事后按实际日期补录。"
                    steps={
                      isOpen
                        ? [
                            {
                              title: '预留一段号',
                              text: '从流水号里留出，别的登记不会再用到',
                              action: '预留号段…',
                              onAction: () => setDialog('reserve'),
                              primary: true,
                            },
                          ]
                        : []
                    }
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
            { keys: ['N'], label: '预留' },
            { keys: ['Enter'], label: '号段单', keep: true },
            { keys: ['G'], label: '登记簿' },
            { keys: ['K'], label: '空号说明' },
            { keys: ['Escape'], label: '全部编号', keep: true },
          ]}
        />
        <span className="push row">
          {!isOpen && <span className="second muted">{mayReserve ? '只能预留本年度、下一年度的号' : '由接待员或主任预留'}</span>}
          <BusyButton
            variant="default"
            keys="Ctrl+P"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={chosen === null}
            onClick={async () => chosen && openSheet(chosen)}
          >
            打印号段单
          </BusyButton>
          <Button
            variant="default"
            disabled={!mayReserve || chosen === null || chosen.unused === 0}
            onClick={() => setDialog('release')}
          >
            交回、作废…
          </Button>
          <Button disabled={!isOpen} onClick={() => setDialog('reserve')}>
            预留号段…
          </Button>
        </span>
      </ActionBar>
      {dialog === 'reserve' && (
        <ReserveDialog
          place={place}
          label={label}
          thisYear={thisYear}
          onClose={() => setDialog(null)}
          onDone={id => {
            setSelected(id)
            setDialog(null)
          }}
        />
      )}
      {dialog === 'release' && chosen && <ReleaseDialog block={chosen} onClose={() => setDialog(null)} />}
    </>
  )
}

type Values = { readonly count: number | null; readonly holder: string; readonly reason: string; readonly year: number }
const EMPTY: Omit<Values, 'year'> = { count: null, holder: '', reason: '' }

function ReserveDialog({
  place,
  label,
  thisYear,
  onClose,
  onDone,
}: {
  readonly place: NumberPlace
  readonly label: string
  readonly thisYear: number
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) {
  const reserve = useDo('numbering.reserve')
  const form = useFormValues<Values>({ ...EMPTY, year: place.year }, values =>
    contractProblems(contract['numbering.reserve'].input, { series: place.series, ...values }, path => path),
  )
  const { values, set } = form
  const save = async () => {
    if (!form.tryAll() || values.count === null) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    const { count, holder, reason, year } = values
    const reply = await reserve.run({ series: place.series, year, count, holder, reason })
    if (!reply.ok) {
      form.refuse(fieldErrors(reply.error))
      requestAnimationFrame(() => focusFirstError())
      return
    }
    announceDone(`已预留 ${reply.value.first} 至 ${reply.value.last}`)
    onDone(reply.value.id)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '预留', run: () => void save(), inDialog: true }])
  return (
    <Modal opened onClose={onClose} title={`预留号段　${label}`} size={520}>
      <ErrorBanner error={reserve.error?.code === 'VALIDATION' ? null : reserve.error} />
      {place.year !== 0 && (
        <Field group label="年度" error={form.problemOf('year')} name="year">
          <SegmentedControl
            aria-label="年度"
            data={[thisYear, thisYear + 1].map(year => ({ value: String(year), label: yearWords(year) }))}
            value={String(values.year)}
            onChange={year => set({ year: Number(year) })}
          />
        </Field>
      )}
      <Field required label="个数" name="count" error={form.problemOf('count')} hint="接着流水号往下留，一次最多 300 个">
        <NumberInput
          w={110}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={values.count ?? ''}
          onChange={count => set({ count: typeof count === 'number' ? count : null })}
          onBlur={() => form.touch('count')}
          data-autofocus
        />
      </Field>
      <Field
        required
        label="持有人"
        name="holder"
        error={form.problemOf('holder')}
        hint="谁拿着号段单，如 长青乡工作站、二号窗口"
      >
        <TextInput
          value={values.holder}
          onChange={event => set({ holder: event.currentTarget.value })}
          onBlur={() => form.touch('holder')}
          autoComplete="off"
          maxLength={60}
        />
      </Field>
      <Field required label="用途" name="reason" error={form.problemOf('reason')} hint="如 停电纸质登记">
        <Textarea
          value={values.reason}
          onChange={event => set({ reason: event.currentTarget.value })}
          onBlur={() => form.touch('reason')}
          autosize
          minRows={2}
          maxLength={200}
        />
      </Field>
      <div className="settings-foot">
        <span className="note muted">预留的号不能退回流水号；没有用的交回，留号留原因</span>
        <span className="push">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={reserve.isBusy} onClick={save}>
            预留
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

function blockKey(block: Block): string {
  return block.id
}

const columns: readonly Column<Block>[] = [
  { key: 'range', head: '序号', width: 110, align: 'right', cell: block => rangeWords(block.first, block.last) },
  {
    key: 'text',
    head: '起止编号',
    width: 300,
    clip: true,
    cell: block => (
      <b className="strong">{block.first === block.last ? block.firstText : `${block.firstText} – ${block.lastText}`}</b>
    ),
  },
  { key: 'holder', head: '持有人', width: 130, clip: true, cell: block => block.holder },
  { key: 'reason', head: '用途', clip: true, cell: block => block.reason },
  { key: 'used', head: '已补录', width: 66, align: 'right', cell: block => block.used },
  { key: 'voided', head: '作废', width: 56, align: 'right', cell: block => block.voided },
  {
    key: 'unused',
    head: '未用',
    width: 56,
    align: 'right',
    cell: block => (block.unused > 0 ? <b className="amber">{block.unused}</b> : 0),
  },
  { key: 'at', head: '预留', width: 150, clip: true, cell: block => `${dayOfInstant(block.reservedAt)} ${block.reservedBy}` },
]
