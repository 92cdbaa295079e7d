import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { CommittedMoney, CommittedText } from './committed-fields.tsx'
import { choiceWords } from './pack-choice-words.ts'
import { describe } from './pack-schema.ts'
import { type LabelledPlace, PLACE_LABEL_WIDTH } from './place-props.ts'

const DATES = new Set(['from', 'to', 'effectiveFrom', 'inForceFrom', 'date'])
const LONG_TEXTS = new Set(['text', 'note', 'question'])

/** A place without places of its own: a yes or no, a choice, a figure, a day, a source, words. */
export function PackLeaf({ schema, value, path, onSet, readOnly, label, sources }: LabelledPlace) {
  const key = String(path.at(-1) ?? '')
  const { shape, isNullable, isOptional } = describe(schema)
  const clear = isNullable ? null : isOptional ? undefined : null
  switch (shape.kind) {
    case 'yes-no':
      return (
        <Field label={label} labelWidth={PLACE_LABEL_WIDTH} group>
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
        <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
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
          <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
            <CommittedMoney
              value={typeof value === 'number' ? value : null}
              readOnly={readOnly}
              onCommit={fen => onSet(path, fen)}
            />
          </Field>
        )
      return (
        <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
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
          <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
            <DateField value={value === '' ? null : value} onChange={day => day !== value && onSet(path, day ?? clear)} />
          </Field>
        )
      if (key === 'source' && path.length > 1)
        return (
          <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
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
        <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
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
        <Field label={label} labelWidth={PLACE_LABEL_WIDTH} hint="这一处在“原文”里改">
          <TextInput readOnly value={JSON.stringify(value) ?? ''} />
        </Field>
      )
  }
}
