import { Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRef } from 'react'
import { exampleNumbers } from '../../src-main/domain/number-examples.ts'
import {
  bracketsOf,
  COUNT_DRESSES,
  countDressOf,
  tokenAt,
  withBrackets,
  withCountDress,
  withoutToken,
  withToken,
  YEAR_BRACKETS,
} from '../../src-main/domain/number-pattern.ts'
import { mayCountApart, type NumberCodes, type NumberToken } from '../../src-main/domain/numbering.ts'
import type { NumberSeries } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { Field } from './field.tsx'
import { seriesProblems } from './number-pattern-problems.ts'
import './number-pattern-designer.css'

export type NumberPatternDesignerProps = {
  readonly value: NumberSeries
  /** Without it the pattern is only shown. */
  readonly onChange?: (next: NumberSeries) => void
  /** The pack's other series: none of them may give a text of this one. */
  readonly others: readonly NumberSeries[]
  readonly codes: NumberCodes
  /** The center's word (文号简称). */
  readonly short: string
  /** `YYYY-MM-DD`; the examples are of its year. */
  readonly today: string
  /** The last count given this year; the examples go on after it. */
  readonly last?: number
}

const CHIPS: readonly { readonly token: NumberToken; readonly label: string }[] = [
  { token: 'short', label: '简称' },
  { token: 'kind', label: '类型字' },
  { token: 'stage', label: '阶段' },
  { token: 'letter', label: '函件字' },
  { token: 'year', label: '年份' },
  { token: 'seq', label: '序号' },
]

const APART = [
  { flag: 'perKind', token: 'kind', label: '各案件类型' },
  { flag: 'perStage', token: 'stage', label: '各阶段' },
  { flag: 'perLetter', token: 'letter', label: '各种函件' },
] as const

/** The pattern of a number series (编号格式) with its next numbers as it is typed: tokens at the caret, brackets, padding, counts apart. */
export function NumberPatternDesigner(props: NumberPatternDesignerProps) {
  const { value, onChange, others, codes, short } = props
  const problems = seriesProblems(value, others, codes, short)
  return (
    <div className={onChange ? 'pattern-designer has-fields' : 'pattern-designer'}>
      {onChange && (
        <div>
          <PatternFields {...props} onChange={onChange} />
        </div>
      )}
      <div>
        <PatternExamples {...props} />
        {problems.length > 0 && (
          <ul className="pattern-problems" role="alert">
            {problems.map(problem => (
              <li key={problem}>
                <IconAlertTriangle size={14} aria-hidden />
                {problem}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function PatternFields({ value, onChange }: NumberPatternDesignerProps & { readonly onChange: (next: NumberSeries) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const change = (patch: Partial<NumberSeries>) => onChange({ ...value, ...patch })
  const insert = (token: NumberToken) => {
    const at = input.current?.selectionStart ?? value.pattern.length
    const next = tokenAt(value.pattern, token, at)
    change({ pattern: next.pattern })
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const fitting = CHIPS.filter(
    ({ token }) => (token !== 'kind' && token !== 'stage' && token !== 'letter') || mayCountApart(value.id, token),
  )
  return (
    <>
      <Field label="格式" labelWidth={66} hint="在光标处插入记号；其余的字照样印出">
        <TextInput
          ref={input}
          value={value.pattern}
          onChange={event => change({ pattern: event.currentTarget.value })}
          spellCheck={false}
          autoComplete="off"
          maxLength={80}
        />
      </Field>
      <fieldset className="pattern-chips">
        <legend>插入记号</legend>
        {fitting.map(({ token, label }) => (
          <button
            key={token}
            type="button"
            className="pattern-token"
            disabled={value.pattern.includes(`{${token}}`)}
            onClick={() => insert(token)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <Field group label="年份括号" labelWidth={66}>
        <SegmentedControl
          fullWidth
          aria-label="年份括号"
          data={YEAR_BRACKETS.map(({ id, label }) => ({ value: id, label }))}
          value={bracketsOf(value.pattern)}
          onChange={id => {
            const brackets = YEAR_BRACKETS.find(one => one.id === id)
            if (brackets) change({ pattern: withBrackets(value.pattern, brackets.id) })
          }}
        />
      </Field>
      <Field group label="序号写法" labelWidth={66}>
        <SegmentedControl
          aria-label="序号写法"
          data={COUNT_DRESSES.map(({ id, label }) => ({ value: id, label }))}
          value={countDressOf(value.pattern)}
          onChange={id => {
            const dress = COUNT_DRESSES.find(one => one.id === id)
            if (dress) change({ pattern: withCountDress(value.pattern, dress.id) })
          }}
        />
      </Field>
      <Field label="序号位数" labelWidth={66} hint={value.padding > 1 ? `不足 ${value.padding} 位的前面补 0` : '不补 0'}>
        <NumberInput
          w={80}
          min={1}
          max={8}
          allowDecimal={false}
          clampBehavior="strict"
          value={value.padding}
          onChange={padding => typeof padding === 'number' && padding >= 1 && change({ padding })}
        />
      </Field>
      <Field group label="重新编号" labelWidth={66}>
        <SegmentedControl
          aria-label="重新编号"
          data={[
            { value: 'yearly', label: '每年从 1 起' },
            { value: 'never', label: '不分年度连续' },
          ]}
          value={value.reset}
          onChange={reset => change({ reset: reset === 'never' ? 'never' : 'yearly' })}
        />
      </Field>
      {APART.some(({ token }) => mayCountApart(value.id, token)) && (
        <Field group label="分别编号" labelWidth={66} hint="分别编号的，格式里要有它的字">
          <div className="check-row">
            {APART.filter(({ token }) => mayCountApart(value.id, token)).map(({ flag, token, label }) => (
              <Checkbox
                key={flag}
                label={label}
                checked={value[flag]}
                onChange={event => {
                  const isApart = event.currentTarget.checked
                  const pattern = isApart ? withToken(value.pattern, token) : withoutToken(value.pattern, token)
                  change({ pattern, [flag]: isApart })
                }}
              />
            ))}
          </div>
        </Field>
      )}
    </>
  )
}

function PatternExamples({ value, codes, short, today, last = 0 }: NumberPatternDesignerProps) {
  const year = Number(today.slice(0, 4))
  const examples = exampleNumbers(value, codes, { short, year, last })
  const [first] = examples
  return (
    <div className="pattern-examples" aria-live="polite">
      <table className="plain-table">
        <caption>接下来的三号</caption>
        <tbody>
          {examples.map(example => (
            <tr key={example.label}>
              {examples.length > 1 && <th scope="row">{example.word}</th>}
              <td>{example.next.join('　')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {first && (
        <p className="note muted">
          {value.reset === 'yearly' ? '跨年从 1 起：' : '跨年接着数：'}
          {first.turn.join(' → ')}
        </p>
      )}
    </div>
  )
}
