import { Button, Checkbox, Select } from '@mantine/core'
import type { z } from 'zod'
import { packFieldWords } from '../../../src-main/domain/rule-pack/field-words.ts'
import { Field } from '../../ui/field.tsx'
import { choiceWords } from './pack-choice-words.ts'
import { PackLeaf } from './pack-leaf.tsx'
import { PackList } from './pack-list.tsx'
import { describe, emptyOf, fixedWords, variantOf } from './pack-schema.ts'
import { type LabelledPlace, PLACE_LABEL_WIDTH, type PlaceProps } from './place-props.ts'

/** One place of a rule pack in a form, whatever its schema says it is: a figure, a date, a choice, a list, a group of them. */
export function PackPlace(props: PlaceProps) {
  const { schema, value, path, onSet, readOnly } = props
  const { shape, isOptional, isNullable } = describe(schema)
  const label = props.label ?? packFieldWords(String(path.at(-1) ?? ''))
  if (shape.kind === 'mark')
    return (
      <Field label={label} labelWidth={PLACE_LABEL_WIDTH} group>
        <Checkbox
          label="是"
          checked={value === true}
          disabled={readOnly}
          onChange={event => onSet(path, event.currentTarget.checked ? true : undefined)}
        />
      </Field>
    )
  if (value === undefined || value === null) {
    if (!isOptional && !isNullable && shape.kind !== 'object') return <PackLeaf {...props} label={label} />
    const start = emptyOf(unwrapped(schema))
    return (
      <Field label={label} labelWidth={PLACE_LABEL_WIDTH} group>
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
      return (
        <PackList {...props} label={label} item={shape.item}>
          {(one, index) => <PackPlace {...props} label={undefined} schema={shape.item} value={one} path={[...path, index]} />}
        </PackList>
      )
    case 'variants':
      return <VariantPlace {...props} label={label} options={shape.options} />
    default:
      return <PackLeaf {...props} label={label} />
  }
}

/** The schema without its optional or null side, for a first value. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const def = schema.def as unknown as { readonly type: string; readonly innerType?: z.ZodType }
  return (def.type === 'optional' || def.type === 'nullable') && def.innerType ? unwrapped(def.innerType) : schema
}

function ObjectPlace({
  fields,
  mayRemove,
  ...props
}: LabelledPlace & { readonly fields: Readonly<Record<string, z.ZodType>>; readonly mayRemove: boolean }) {
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

function VariantPlace({ options, ...props }: LabelledPlace & { readonly options: readonly z.ZodType[] }) {
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
      <Field label="种类" labelWidth={PLACE_LABEL_WIDTH}>
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
