import { Button, Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppError, Reply } from '../../src-main/contract/envelope.ts'
import { BusyButton } from '../ui/busy-button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { announceDone } from '../ui/done-line.tsx'
import { Field, focusFirstError } from '../ui/field.tsx'
import { useKeys } from '../ui/keys.ts'
import { ErrorBanner } from './ask-state.tsx'
import { fieldErrors } from './error-text.ts'
import { useSession } from './session.ts'
import './act-dialog.css'

type Option = { readonly code: string; readonly label: string }

/** A field of an act's dialog. `path` is where its refusal stands when the contract nests it. */
export type ActField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly path?: string
} /** A day that is asked for begins with today unless it is `empty` at first; `later` also takes days to come. */ & (
  | { readonly kind: 'day'; readonly earliest?: string | undefined; readonly later?: boolean; readonly empty?: boolean }
  | { readonly kind: 'line' | 'area' | 'lines'; readonly longest: number }
  | { readonly kind: 'choice' | 'ticks'; readonly options: readonly Option[] }
)

/** What was typed: a day or text by its name, ticked codes and lines as lists. Empty text means not given. */
export type ActValues = {
  readonly text: (name: string) => string
  readonly orNull: (name: string) => string | null
  readonly list: (name: string) => string[]
}

type Typed = Readonly<Record<string, string | readonly string[]>>

type ActDialogProps<Value> = {
  readonly title: string
  readonly action: string
  /** The line that says that it is done; of what came back where that matters. */
  readonly done: string | ((value: Value) => string)
  readonly fields: readonly ActField[] | ((values: ActValues) => readonly ActField[])
  readonly initial?: Typed
  /** What else changes when this field does. */
  readonly followers?: (name: string, values: ActValues) => Typed | undefined
  /** What stands above the fields. */
  readonly words?: ReactNode
  readonly run: (values: ActValues) => Promise<Reply<Value>>
  /** What follows once it is done: as a rule its paper is shown. */
  readonly onDone?: (value: Value) => unknown
  readonly onClose: () => void
}

/** One act (办理) in a dialog: its fields one under another, Ctrl+Enter to do it, refusals beside their fields. */
export function ActDialog<Value>(props: ActDialogProps<Value>) {
  const { title, action, done, fields, initial = {}, followers, words, run, onDone, onClose } = props
  const { today } = useSession()
  const [typed, setTyped] = useState<Typed>(initial)
  const [error, setError] = useState<AppError | null>(null)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const shownFor = (given: Typed) => (typeof fields === 'function' ? fields(valuesOf(given)) : fields)
  const begun: Typed = { ...daysBegun(shownFor(typed), today), ...typed }
  const values = valuesOf(begun)
  const shown = shownFor(begun)
  const refused = error ? fieldErrors(error) : {}
  const isEmpty = (field: ActField) =>
    field.kind === 'ticks' || field.kind === 'lines' ? values.list(field.name).length === 0 : values.text(field.name) === ''
  const problemOf = (field: ActField) => {
    if (isTried && field.required && isEmpty(field))
      return `请${field.kind === 'ticks' || field.kind === 'choice' ? '选择' : '填写'}${field.label}`
    const path = field.path ?? field.name
    return refused[path] ?? Object.entries(refused).find(([key]) => key.startsWith(`${path}.`))?.[1]
  }
  const act = async () => {
    setTried(true)
    if (shown.some(field => field.required && isEmpty(field))) {
      requestAnimationFrame(() => focusFirstError())
      return
    }
    // Half a date keeps the last good day behind it: what is not on the screen is not saved.
    if (focusFirstError()) return
    setBusy(true)
    const reply = await run(values)
    setBusy(false)
    if (!reply.ok) {
      setError(reply.error)
      return
    }
    announceDone(typeof done === 'string' ? done : done(reply.value))
    onClose()
    await onDone?.(reply.value)
  }
  const set = (name: string, value: string | readonly string[]) => {
    setTyped(now => ({ ...now, [name]: value, ...followers?.(name, valuesOf({ ...now, [name]: value })) }))
    setError(null)
  }
  return (
    <Modal opened onClose={onClose} title={title} size={620} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={error?.code === 'VALIDATION' ? null : error} />
      {words !== undefined && <p className="soft dialog-words">{words}</p>}
      {shown.map((field, index) => (
        <Field
          key={field.name}
          group={field.kind === 'ticks'}
          required={field.required}
          label={field.label}
          hint={field.hint}
          error={problemOf(field)}
          name={field.name}
        >
          <Control field={field} typed={begun} today={today} isFirst={index === 0} onChange={value => set(field.name, value)} />
        </Field>
      ))}
      <DialogFoot action={action} isBusy={isBusy} onAct={act} onClose={onClose} />
    </Modal>
  )
}

type FootProps = {
  readonly action: string
  readonly isBusy: boolean
  readonly onAct: () => Promise<void>
  readonly onClose: () => void
}

function DialogFoot({ action, isBusy, onAct, onClose }: FootProps) {
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

/** The days of an act that begin with today. */
function daysBegun(fields: readonly ActField[], today: string): Typed {
  return Object.fromEntries(
    fields.flatMap(field => (field.kind === 'day' && field.required && !field.empty ? [[field.name, today]] : [])),
  )
}

type ControlProps = {
  readonly field: ActField
  readonly typed: Typed
  readonly today: string
  readonly isFirst: boolean
  readonly onChange: (value: string | readonly string[]) => void
  readonly id?: string
}

/** Draws the control of a field; what `Field` gives its one child (id, error, description) goes through to it. */
function Control({ field, typed, today, isFirst, onChange, ...given }: ControlProps) {
  const text = String(typed[field.name] ?? '')
  const focus = isFirst ? { 'data-autofocus': true } : {}
  switch (field.kind) {
    case 'day':
      return (
        <DateField
          {...given}
          {...focus}
          value={text === '' ? null : text}
          onChange={day => onChange(day ?? '')}
          earliest={field.earliest}
          latest={field.later ? undefined : today}
          today={today}
        />
      )
    case 'line':
      return (
        <TextInput
          {...given}
          {...focus}
          value={text}
          maxLength={field.longest}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'area':
    case 'lines':
      return (
        <Textarea
          {...given}
          {...focus}
          value={text}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={field.longest}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'choice':
      return (
        <Select
          {...given}
          {...focus}
          data={field.options.map(option => ({ value: option.code, label: option.label }))}
          value={text === '' ? null : text}
          onChange={code => onChange(code ?? '')}
          comboboxProps={{ withinPortal: true }}
        />
      )
    case 'ticks': {
      const ticked = listOf(typed[field.name])
      return (
        <div className="tick-column">
          {field.options.map(option => (
            <Checkbox
              key={option.code}
              label={option.label}
              checked={ticked.includes(option.code)}
              onChange={event =>
                onChange(event.currentTarget.checked ? [...ticked, option.code] : ticked.filter(code => code !== option.code))
              }
            />
          ))}
        </div>
      )
    }
  }
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string'
    ? value
        .split(/[；;\n]/)
        .map(line => line.trim())
        .filter(Boolean)
    : value
}

function valuesOf(typed: Typed): ActValues {
  const text = (name: string) => String(typed[name] ?? '').trim()
  return { text, orNull: name => (text(name) === '' ? null : text(name)), list: name => [...listOf(typed[name])] }
}
