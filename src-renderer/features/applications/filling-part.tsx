import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { optionsOf } from '../../api/use-pack.ts'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { SectionHead } from '../../ui/page.tsx'
import { wordOf } from '../../ui/person-words.ts'
import type { PartiesPageProps } from './parties-page.tsx'
import { FILLED_BY } from './party-words.ts'
import { answerOf } from './yes-no-words.ts'

/** 代填和宣读: who wrote the form for an applicant who cannot, how it was confirmed, and the record of the reading. */
export function FillingPart({ form, pack, onRead }: Omit<PartiesPageProps, 'today'>) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  const [reading] = values.readings
  return (
    <section className="section" aria-label="代填和宣读">
      <SectionHead title="代填和宣读" />
      <div className="form-gap" />
      <Checkbox
        label="申请人书写有困难，由他人代填"
        checked={values.isFilledIn}
        onChange={event => set({ isFilledIn: event.currentTarget.checked })}
      />
      {values.isFilledIn && (
        <div className="form-inset">
          <Field group required label="代填人" error={problemOf('filledBy')} name="filledBy">
            <SegmentedControl
              aria-label="代填人是哪里的"
              data={Object.entries(FILLED_BY).map(([value, label]) => ({ value, label }))}
              value={values.filledBy}
              onChange={value => set({ filledBy: value === 'staff' ? 'staff' : 'passing-body' })}
            />
          </Field>
          <Field required label="姓名" name="filledName">
            <TextInput {...input.text('filledName')} maxLength={60} />
          </Field>
          {values.filledBy === 'passing-body' && (
            <Field label="单位" name="filledUnit">
              <TextInput {...input.text('filledUnit')} maxLength={100} />
            </Field>
          )}
          <Field required label="原因" name="fillingReason">
            <Select
              data={optionsOf(pack.application.fillingReasons)}
              {...input.choice('fillingReason')}
              allowDeselect={false}
              w={210}
            />
          </Field>
          <Field group required label="申请人" error={problemOf('fingerprint')} name="fingerprint">
            <SegmentedControl
              aria-label="申请人签名或者按指印"
              data={[
                { value: 'no', label: '签名' },
                { value: 'yes', label: '按指印' },
              ]}
              value={answerOf(values.fingerprint)}
              onChange={value => set({ fingerprint: value === 'yes' })}
            />
          </Field>
        </div>
      )}
      <Field
        group
        label="宣读"
        hint={values.isFilledIn && !reading ? '代填的，应当宣读或者由本人阅读后确认' : undefined}
        error={problemOf('readings')}
        name="readings"
      >
        <span className="field-text grow">
          {reading
            ? `${reading.reader}　${reading.readOn} ${reading.readAt}　${wordOf(pack.application.readingManners, reading.manner)}${reading.language === null ? '' : `（${reading.language}）`}　已确认`
            : '没有宣读记录'}
        </span>
        <Button size="xs" variant="default" leftSection={<IconVolume size={14} aria-hidden />} onClick={onRead}>
          {reading ? '重新宣读 F9' : '申报台 F9'}
        </Button>
        {reading && (
          <Button size="xs" variant="subtle" onClick={() => set({ readings: [] })}>
            删去
          </Button>
        )}
      </Field>
    </section>
  )
}
