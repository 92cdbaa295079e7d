import { NumberInput, SegmentedControl, Select } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { type ImportFieldId, importFields, REGISTER_KINDS } from '../../../src-main/domain/imports/fields.ts'
import { usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { dayOfInstant } from '../../ui/day-text.ts'
import { Field } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { listOptions, openFields, type Plan, REGISTER_WORDS, withColumn, withConstant } from './import-values.ts'
import type { Draft, Reading } from './new-import.page.tsx'
import { useCtrlEnterOverLists } from './use-ctrl-enter.ts'

const NOTHING = ''

export type MapStepProps = {
  readonly draft: Draft
  readonly isBusy: boolean
  readonly onPlan: (plan: Plan) => void
  readonly onRead: (reading: Reading) => void
  readonly onNext: () => void
}

/** 对应各列: where the head stands, what each column is, and what the whole register lacks. */
export function MapStep({ draft, isBusy, onPlan, onRead, onNext }: MapStepProps) {
  const { plan, read } = draft
  const open = openFields(plan)
  const unanswered = open.choose.filter(field => !plan.constants.some(one => one.field === field.id))
  const isReady = open.must.length === 0 && unanswered.length === 0
  useKeys([{ keys: 'Ctrl+Enter', label: '试导入', run: onNext, when: isReady && !isBusy }])
  useCtrlEnterOverLists(onNext, isReady && !isBusy)
  return (
    <>
      {read.earlier.map(one => (
        <Banner key={one.id} tone="warn" title="这个文件导入过">
          {one.importedBy} 已于 {dayOfInstant(one.importedAt)} 导入；同样的行会按编号认出来，不会重复登记。
        </Banner>
      ))}
      <Panes>
        <Pane label="各列" share={1}>
          <SheetTop draft={draft} />
          <Columns draft={draft} onPlan={onPlan} />
        </Pane>
        <SidePane label="整本台账" width={380}>
          <HowToRead draft={draft} onRead={onRead} />
          <Constants draft={draft} onPlan={onPlan} />
        </SidePane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一列' },
            { keys: ['Ctrl+Enter'], label: '试导入' },
          ]}
        />
        <span className="push row">
          {!isReady && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />
              还没有：{[...open.must, ...unanswered].map(field => field.label).join('、')}
            </span>
          )}
          <BusyButton keys="Ctrl+Enter" disabled={!isReady} busy={isBusy} onClick={async () => onNext()}>
            试导入
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

function SheetTop({ draft }: { readonly draft: Draft }) {
  return (
    <Section>
      <SectionHead title="表的开头" note="有底色的是表头" />
      <section className="import-top" aria-label="表的开头几行">
        <table className="plain-table">
          <tbody>
            {draft.read.top.slice(0, 7).map(row => (
              <tr key={row.row} className={row.isHead ? 'import-head' : undefined}>
                <th scope="row" className="muted note">
                  {row.row}
                </th>
                {draft.read.columns.map(column => (
                  <td key={column.column}>{row.cells[column.column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function Columns({ draft, onPlan }: { readonly draft: Draft; readonly onPlan: (plan: Plan) => void }) {
  const { plan, read } = draft
  const fields = importFields(plan.register)
  const options = [
    { value: NOTHING, label: '（不导入）' },
    ...fields.map(field => ({ value: field.id, label: field.need === 'must' ? `${field.label}（必有）` : field.label })),
  ]
  return (
    <Section>
      <SectionHead
        title="每一列是什么"
        count={read.columns.length}
        note={read.isRemembered ? '照上次同样的台账' : '按表头推定，可以改'}
      />
      <table className="plain-table import-columns" aria-label="每一列是什么">
        <thead>
          <tr>
            <th style={{ width: 52 }}>列</th>
            <th style={{ width: 200 }}>表头</th>
            <th>头几行的内容</th>
            <th style={{ width: 230 }}>作为</th>
          </tr>
        </thead>
        <tbody>
          {read.columns.map(column => {
            const mapped = plan.columns.find(one => one.column === column.column)?.field ?? NOTHING
            return (
              <tr key={column.column}>
                <td className="muted">{column.letters}</td>
                <td>{column.head === '' ? <span className="muted">（没有表头）</span> : column.head}</td>
                <td className="soft second import-samples">{column.samples.join('　/　')}</td>
                <td>
                  <Select
                    aria-label={`${column.letters} 列 ${column.head} 作为`}
                    size="xs"
                    searchable
                    allowDeselect={false}
                    data={options}
                    value={mapped}
                    onChange={value =>
                      value !== null &&
                      onPlan(withColumn(plan, column.column, value === NOTHING ? null : (value as ImportFieldId)))
                    }
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function HowToRead({ draft, onRead }: { readonly draft: Draft; readonly onRead: (reading: Reading) => void }) {
  const { plan, read } = draft
  const { sheet, headerRow, headerRows } = plan
  return (
    <Section>
      <SectionHead title="怎样读" />
      <Field label="台账种类" group labelWidth={84}>
        <SegmentedControl
          size="xs"
          data={REGISTER_KINDS.map(kind => ({ value: kind, label: REGISTER_WORDS[kind] }))}
          value={plan.register}
          onChange={value => {
            const register = REGISTER_KINDS.find(kind => kind === value)
            if (register) onRead({ register, sheet, headerRow, headerRows })
          }}
        />
      </Field>
      <Field label="工作表" labelWidth={84}>
        <Select
          size="xs"
          allowDeselect={false}
          data={read.sheets.map(one => ({
            value: one.name,
            label: `${one.name}（${one.rows} 行${one.isHidden ? '，隐藏' : ''}）`,
          }))}
          value={sheet}
          onChange={value => value !== null && onRead({ sheet: value })}
        />
      </Field>
      <Field label="表头在" labelWidth={84}>
        <NumberInput
          aria-label="表头在第几行"
          size="xs"
          prefix="第 "
          suffix=" 行"
          min={1}
          allowDecimal={false}
          value={headerRow}
          onChange={value =>
            typeof value === 'number' && value >= 1 && onRead({ sheet, headerRow: value, register: plan.register })
          }
        />
        <NumberInput
          aria-label="表头有几行"
          size="xs"
          prefix="共 "
          suffix=" 行"
          min={1}
          max={3}
          allowDecimal={false}
          value={headerRows}
          onChange={value =>
            typeof value === 'number' &&
            value >= 1 &&
            value <= 3 &&
            onRead({ sheet, headerRow, headerRows: value, register: plan.register })
          }
        />
      </Field>
    </Section>
  )
}

function Constants({ draft, onPlan }: { readonly draft: Draft; readonly onPlan: (plan: Plan) => void }) {
  const pack = usePack()
  const { plan } = draft
  const { must } = openFields(plan)
  const fields = importFields(plan.register).filter(field => field.mayBeConstant)
  return (
    <Section>
      <SectionHead title="固定值" note="没有这一列的，或者那一格空着的" />
      {must.map(field => (
        <StatusWord key={field.id} kind="missing">
          请指出哪一列是{field.label}
        </StatusWord>
      ))}
      {fields.map(field => (
        <Field key={field.id} label={field.label} labelWidth={150} required={!plan.columns.some(one => one.field === field.id)}>
          <Select
            size="xs"
            clearable
            placeholder={plan.columns.some(one => one.field === field.id) ? '空格时用' : '请选择'}
            data={field.list === null ? [] : listOptions(pack, field.list)}
            value={plan.constants.find(one => one.field === field.id)?.value ?? null}
            onChange={value => onPlan(withConstant(plan, field.id, value))}
          />
        </Field>
      ))}
    </Section>
  )
}
