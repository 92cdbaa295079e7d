import { Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppError, Reply } from '../../../src-main/contract/envelope.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useSession } from '../../api/session.ts'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { DialogFoot } from './supplement-dialogs.tsx'

type Option = { readonly code: string; readonly label: string }

/** A field of an act's dialog. `path` is where its refusal stands when the contract nests it. */
export type ActField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly path?: string
} & (
  | { readonly kind: 'day'; readonly earliest?: string; readonly later?: boolean }
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

type ActDialogProps = {
  readonly title: string
  readonly action: string
  readonly done: string
  readonly fields: readonly ActField[] | ((values: ActValues) => readonly ActField[])
  readonly initial?: Typed
  /** What stands above the fields. */
  readonly words?: ReactNode
  readonly run: (values: ActValues) => Promise<Reply<unknown>>
  readonly onClose: () => void
}

/** One act on an application (办理) in a dialog: its fields one under another, Ctrl+Enter to do it, refusals beside their fields. */
export function ActDialog({ title, action, done, fields, initial = {}, words, run, onClose }: ActDialogProps) {
  const { today } = useSession()
  const [typed, setTyped] = useState<Typed>(initial)
  const [error, setError] = useState<AppError | null>(null)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const values = valuesOf(typed)
  const shown = typeof fields === 'function' ? fields(values) : fields
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
    setBusy(true)
    const reply = await run(values)
    setBusy(false)
    if (!reply.ok) {
      setError(reply.error)
      return
    }
    announceDone(done)
    onClose()
  }
  const set = (name: string, value: string | readonly string[]) => setTyped(now => ({ ...now, [name]: value }))
  return (
    <Modal opened onClose={onClose} title={title} size={620} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={error?.code === 'VALIDATION' ? null : error} />
      {words}
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
          <Control field={field} typed={typed} today={today} isFirst={index === 0} onChange={value => set(field.name, value)} />
        </Field>
      ))}
      <DialogFoot action={action} isBusy={isBusy} onAct={act} onClose={onClose} />
    </Modal>
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
        <div className="refusal-reasons">
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
