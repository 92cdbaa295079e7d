import { Button, Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { packFieldWords, packItemIdentity, packItemWords } from '../../../src-main/domain/rule-pack/field-words.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { choiceWords } from './pack-choice-words.ts'
import { addedItem, describe, emptyOf, fixedWords, variantOf } from './pack-schema.ts'

export type PackPath = readonly (string | number)[]

/** Sets a place of the draft; undefined takes it out. */
export type SetPlace = (path: PackPath, value: unknown) => void

export type PlaceProps = {
  readonly schema: z.ZodType
  readonly value: unknown
  readonly path: PackPath
  readonly onSet: SetPlace
  readonly readOnly: boolean
  /** Names of the pack's sources (依据文件), for every 依据. */
  readonly sources: readonly string[]
  /** Label in place of the key's own words. */
  readonly label?: string
}

const DATES = new Set(['from', 'to', 'effectiveFrom', 'inForceFrom', 'date'])
const LONG_TEXTS = new Set(['text', 'note', 'question'])
const LABEL_WIDTH = 168

/** One place of a rule pack in a form, whatever its schema says it is: a figure, a date, a choice, a list, a group of them. */
export function PackPlace(props: PlaceProps) {
  const { schema, value, path, onSet, readOnly } = props
  const { shape, isOptional, isNullable } = describe(schema)
  const label = props.label ?? packFieldWords(String(path.at(-1) ?? ''))
  if (shape.kind === 'mark')
    return (
      <Field label={label} labelWidth={LABEL_WIDTH} group>
        <Checkbox
          label="是"
          checked={value === true}
          disabled={readOnly}
          onChange={event => onSet(path, event.currentTarget.checked ? true : undefined)}
        />
      </Field>
    )
  if (value === undefined || value === null) {
    if (!isOptional && !isNullable && shape.kind !== 'object') return <Leaf {...props} label={label} />
    const start = emptyOf(unwrapped(schema))
    return (
      <Field label={label} labelWidth={LABEL_WIDTH} group>
        <span className="row">
          <span className="muted second">没有</span>
          {!readOnly && (
            <Button variant="subtle" size="compact-sm" onClick={() => onSet(path, start)} aria-label={`写上${label}`}>
              写上
            </Button>
          )}
        </span>
      </Field>
    )
  }
  switch (shape.kind) {
    case 'object':
      return <ObjectPlace {...props} label={label} fields={shape.fields} mayRemove={isOptional || isNullable} />
    case 'list':
      return <ListPlace {...props} label={label} item={shape.item} />
    case 'variants':
      return <VariantPlace {...props} label={label} options={shape.options} />
    default:
      return <Leaf {...props} label={label} />
  }
}

/** The schema without its optional or null side, for a first value. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const def = schema.def as unknown as { readonly type: string; readonly innerType?: z.ZodType }
  return (def.type === 'optional' || def.type === 'nullable') && def.innerType ? unwrapped(def.innerType) : schema
}

type Labelled = PlaceProps & { readonly label: string }

function ObjectPlace({
  fields,
  mayRemove,
  ...props
}: Labelled & { readonly fields: Readonly<Record<string, z.ZodType>>; readonly mayRemove: boolean }) {
  const { value, path, onSet, readOnly, label } = props
  const held = value as Readonly<Record<string, unknown>>
  const isTop = path.length <= 1
  const rows = Object.entries(fields).map(([key, schema]) => (
    <PackPlace key={key} {...props} label={undefined} schema={schema} value={held[key]} path={[...path, key]} />
  ))
  if (isTop || typeof path.at(-1) === 'number') return <div className="pack-item-fields">{rows}</div>
  return (
    <fieldset className="pack-group">
      <legend>
        {label}
        {mayRemove && !readOnly && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onSet(path, describeNull(props.schema) ? null : undefined)}
            aria-label={`去掉${label}`}
          >
            去掉
          </Button>
        )}
      </legend>
      {rows}
    </fieldset>
  )
}

function describeNull(schema: z.ZodType): boolean {
  return describe(schema).isNullable
}

function VariantPlace({ options, ...props }: Labelled & { readonly options: readonly z.ZodType[] }) {
  const { value, path, onSet, label, readOnly } = props
  const chosen = variantOf(options, value)
  const names = options.map((option, index) => {
    const [word] = Object.values(fixedWords(option))
    if (typeof word === 'string') return choiceWords(word)
    const { shape } = describe(option)
    const keys = shape.kind === 'object' ? Object.keys(shape.fields) : []
    return keys.length > 0 ? keys.map(packFieldWords).join('、') : `第 ${index + 1} 种`
  })
  const schema = options[chosen]
  return (
    <fieldset className="pack-group">
      <legend>{label}</legend>
      <Field label="种类" labelWidth={LABEL_WIDTH}>
        <Select
          w={240}
          allowDeselect={false}
          disabled={readOnly}
          value={String(chosen)}
          data={names.map((name, index) => ({ value: String(index), label: name }))}
          onChange={next => {
            const option = options[Number(next)]
            if (option && Number(next) !== chosen) onSet(path, emptyOf(option))
          }}
        />
      </Field>
      {schema && <VariantFields {...props} schema={schema} />}
    </fieldset>
  )
}

function VariantFields(props: PlaceProps) {
  const { shape } = describe(props.schema)
  if (shape.kind !== 'object') return <PackPlace {...props} label="值" />
  const held = (props.value ?? {}) as Readonly<Record<string, unknown>>
  return Object.entries(shape.fields)
    .filter(([, schema]) => describe(schema).shape.kind !== 'fixed')
    .map(([key, schema]) => (
      <PackPlace key={key} {...props} label={undefined} schema={schema} value={held[key]} path={[...props.path, key]} />
    ))
}

function ListPlace({ item, ...props }: Labelled & { readonly item: z.ZodType }) {
  const { value, path, onSet, label, readOnly } = props
  const list = Array.isArray(value) ? (value as readonly unknown[]) : []
  const { shape } = describe(item)
  const [open, setOpen] = useState<string | null>(null)
  if (shape.kind === 'choice')
    return (
      <Field label={label} labelWidth={LABEL_WIDTH}>
        <MultiSelect
          disabled={readOnly}
          value={list.map(String)}
          data={shape.options.map(option => ({ value: option, label: choiceWords(option) }))}
          onChange={next => onSet(path, next)}
        />
      </Field>
    )
  if (shape.kind === 'text')
    return (
      <Field label={label} labelWidth={LABEL_WIDTH} hint="一行一个">
        <CommittedText
          isLong
          value={list.join('\n')}
          readOnly={readOnly}
          onCommit={text =>
            onSet(
              path,
              text
                .split('\n')
                .map(line => line.trim())
                .filter(line => line !== ''),
            )
          }
        />
      </Field>
    )
  const keyOf = (one: unknown, index: number) => packItemIdentity(one) ?? String(index)
  return (
    <section className="pack-items" aria-label={label}>
      <div className="pack-items-head">
        <b>{label}</b>
        <span className="muted second">{list.length} 项</span>
        {!readOnly && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => {
              const added = addedItem(list, item)
              onSet([...path, list.length], added)
              setOpen(keyOf(added, list.length))
            }}
          >
            增加
          </Button>
        )}
      </div>
      <ul className="plain">
        {list.map((one, index) => {
          const key = keyOf(one, index)
          const isOpen = open === key
          const isRetired = (one as { retired?: unknown } | null)?.retired === true
          return (
            <li key={key}>
              <div className="pack-item-head">
                <button type="button" className="bare" aria-expanded={isOpen} onClick={() => setOpen(isOpen ? null : key)}>
                  <span className={isRetired ? 'muted' : undefined}>
                    {packItemWords(one, index)}
                    {isRetired && '（停用）'}
                  </span>
                  <span className="note muted">{packItemIdentity(one) ?? ''}</span>
                </button>
                {!readOnly && (
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    leftSection={<IconTrash size={14} aria-hidden />}
                    aria-label={`删除 ${packItemWords(one, index)}`}
                    onClick={() => onSet([...path, index], undefined)}
                  >
                    删除
                  </Button>
                )}
              </div>
              {isOpen && <PackPlace {...props} label={undefined} schema={item} value={one} path={[...path, index]} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Leaf({ schema, value, path, onSet, readOnly, label, sources }: Labelled) {
  const key = String(path.at(-1) ?? '')
  const { shape, isNullable, isOptional } = describe(schema)
  const clear = isNullable ? null : isOptional ? undefined : null
  switch (shape.kind) {
    case 'yes-no':
      return (
        <Field label={label} labelWidth={LABEL_WIDTH} group>
          <Checkbox
            label="是"
            checked={value === true}
            disabled={readOnly}
            onChange={event => onSet(path, event.currentTarget.checked)}
          />
        </Field>
      )
    case 'choice':
      return (
        <Field label={label} labelWidth={LABEL_WIDTH}>
          <Select
            w={260}
            allowDeselect={false}
            disabled={readOnly}
            value={typeof value === 'string' ? value : null}
            data={shape.options.map(option => ({ value: option, label: choiceWords(option) }))}
            onChange={next => next !== null && onSet(path, next)}
          />
        </Field>
      )
    case 'number':
      if (/fen$/i.test(key))
        return (
          <Field label={label} labelWidth={LABEL_WIDTH}>
            <CommittedMoney
              value={typeof value === 'number' ? value : null}
              readOnly={readOnly}
              onCommit={fen => onSet(path, fen)}
            />
          </Field>
        )
      return (
        <Field label={label} labelWidth={LABEL_WIDTH}>
          <NumberInput
            key={String(value)}
            w={140}
            hideControls
            allowDecimal={false}
            disabled={readOnly}
            defaultValue={typeof value === 'number' ? value : ''}
            onBlur={event => {
              const typed = event.currentTarget.value.trim()
              const next = typed === '' ? clear : Number(typed)
              if (next !== value) onSet(path, next)
            }}
          />
        </Field>
      )
    case 'fixed':
      return null
    case 'text':
      if (DATES.has(key) && (typeof value === 'string' || value === null))
        return (
          <Field label={label} labelWidth={LABEL_WIDTH}>
            <DateField value={value === '' ? null : value} onChange={day => day !== value && onSet(path, day ?? clear)} />
          </Field>
        )
      if (key === 'source' && path.length > 1)
        return (
          <Field label={label} labelWidth={LABEL_WIDTH}>
            <Select
              searchable
              disabled={readOnly}
              allowDeselect={false}
              value={typeof value === 'string' && sources.includes(value) ? value : null}
              data={[...sources]}
              onChange={next => next !== null && onSet(path, next)}
            />
          </Field>
        )
      return (
        <Field label={label} labelWidth={LABEL_WIDTH}>
          <CommittedText
            isLong={LONG_TEXTS.has(key)}
            value={typeof value === 'string' ? value : ''}
            readOnly={readOnly}
            onCommit={text => onSet(path, text === '' && (isOptional || isNullable) ? clear : text)}
          />
        </Field>
      )
    default:
      return (
        <Field label={label} labelWidth={LABEL_WIDTH} hint="这一处在“原文”里改">
          <TextInput readOnly value={JSON.stringify(value) ?? ''} />
        </Field>
      )
  }
}

type CommittedTextProps = {
  readonly value: string
  readonly isLong: boolean
  readonly readOnly: boolean
  readonly onCommit: (text: string) => void
  readonly id?: string
  readonly 'aria-describedby'?: string
}

/** Words that are saved when the field is left, so that a draft has one change for one thing typed. */
export function CommittedText({ value, isLong, readOnly, onCommit, ...rest }: CommittedTextProps) {
  const [text, setText] = useState(value)
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    setText(value)
  }
  const settle = () => {
    if (text !== value) onCommit(text)
  }
  return isLong ? (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={14}
      readOnly={readOnly}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={settle}
    />
  ) : (
    <TextInput
      {...rest}
      readOnly={readOnly}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={settle}
    />
  )
}

function CommittedMoney({
  value,
  readOnly,
  onCommit,
  ...rest
}: {
  readonly value: number | null
  readonly readOnly: boolean
  readonly onCommit: (fen: number | null) => void
  readonly id?: string
}) {
  const [fen, setFen] = useState(value)
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    setFen(value)
  }
  return (
    <MoneyInput
      {...rest}
      w={160}
      readOnly={readOnly}
      value={fen}
      onChange={setFen}
      onBlur={() => {
        if (fen !== value) onCommit(fen)
      }}
    />
  )
}
