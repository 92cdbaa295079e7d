import { Button, MultiSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { packItemIdentity, packItemWords } from '../../../src-main/domain/rule-pack/field-words.ts'
import { Field } from '../../ui/field.tsx'
import { CommittedText } from './committed-fields.tsx'
import { choiceWords } from './pack-choice-words.ts'
import { addedItem, describe } from './pack-schema.ts'
import { type LabelledPlace, PLACE_LABEL_WIDTH } from './place-props.ts'

type PackListProps = LabelledPlace & {
  readonly item: z.ZodType
  /** The form of one item, shown under its line when that is opened. */
  readonly children: (one: unknown, index: number) => ReactNode
}

/** A list of a rule pack: choices to tick, words line by line, or items that open one at a time. */
export function PackList({ value, path, onSet, label, readOnly, item, children }: PackListProps) {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : []
  const { shape } = describe(item)
  const [open, setOpen] = useState<string | null>(null)
  if (shape.kind === 'choice')
    return (
      <Field label={label} labelWidth={PLACE_LABEL_WIDTH}>
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
      <Field label={label} labelWidth={PLACE_LABEL_WIDTH} hint="一行一个">
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
              {isOpen && children(one, index)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
