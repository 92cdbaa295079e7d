import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type CSSProperties, useState } from 'react'
import type { NumberSeriesId } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { Field } from '../ui/field.tsx'
import { type BackEntryDraft, backEntryOf, NO_BACK_ENTRY } from './back-entry.ts'
import { useAsk } from './use-ask.ts'
import './back-entry.css'

export type BackEntryFieldProps = {
  readonly value: BackEntryDraft
  readonly onChange: (patch: Partial<BackEntryDraft>) => void
  readonly seriesId: NumberSeriesId
  /** The matter's own day, which gives the year; nothing is checked without it. */
  readonly day: string | null
  readonly matterType?: string
  readonly stage?: string
  /** The problem of `backNumber` or `backReason` to show now. */
  readonly problemOf: (name: string) => string | undefined
  readonly labelWidth?: number
}

/** 补录旧号, folded away: an old file's number in its true year, or one of a reserved block. Says at once what it will be, or why it cannot. */
export function BackEntryField({
  value,
  onChange,
  seriesId,
  day,
  matterType = '',
  stage = '',
  problemOf,
  labelWidth,
}: BackEntryFieldProps) {
  const [isOpen, setOpen] = useState(false)
  const isFilled = backEntryOf(value) !== null
  const isShown = isOpen || isFilled
  const [number] = useDebouncedValue(value.backNumber.trim(), 200)
  const check = useAsk(
    'numbering.checkBackEntry',
    { seriesId, day: day ?? '', matterType: matterType || null, stage: stage || null, number },
    { enabled: isShown && day !== null && number !== '' },
  )
  const answer = number === '' ? null : check.data
  const close = () => {
    onChange(NO_BACK_ENTRY)
    setOpen(false)
  }
  const style: CSSProperties & Record<'--label-width', string | undefined> = {
    '--label-width': labelWidth === undefined ? undefined : `${labelWidth}px`,
  }
  return (
    <div className="back-entry" style={style}>
      <button type="button" className="text-link second" aria-expanded={isShown} onClick={isShown ? close : () => setOpen(true)}>
        {isShown ? '不补录，自动取号' : '补录旧号…'}
      </button>
      {isShown && (
        <>
          <Field
            label="旧号"
            name="backNumber"
            error={problemOf('backNumber') ?? answer?.problem ?? undefined}
            fact={answer?.text ? [`登记为 ${answer.text}`, answer.note].filter(Boolean).join('，') : undefined}
            hint={answer?.note ?? '只填序号也可以；年份按登记的日期'}
          >
            <TextInput
              value={value.backNumber}
              onChange={event => onChange({ backNumber: event.currentTarget.value })}
              autoComplete="off"
              maxLength={80}
              autoFocus={!isFilled}
            />
          </Field>
          <Field label="补录原因" name="backReason" error={problemOf('backReason')} hint="如 停电当日纸质登记、启用前旧册">
            <TextInput
              value={value.backReason}
              onChange={event => onChange({ backReason: event.currentTarget.value })}
              autoComplete="off"
              maxLength={200}
            />
          </Field>
        </>
      )}
    </div>
  )
}
