import { Radio, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import type { PersonForm } from '../../api/use-person-form.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Pane, SectionHead } from '../../ui/page.tsx'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ConsultationValues } from './consultation-values.ts'

export type ConsultationFormProps = {
  readonly form: FormValues<ConsultationValues>
  readonly person: PersonForm
  readonly pack: RulePack
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
  readonly isReadOnly: boolean
  readonly autoFocus: boolean
  readonly nameHint?: string
  /** F2 puts the focus here. */
  readonly causeInput: RefObject<HTMLInputElement | null>
}

/** The two columns of the register: who came, and with what. Tab goes down the first, then down the second. */
export function ConsultationForm(props: ConsultationFormProps) {
  return (
    <>
      <Pane label="来访人" share={439}>
        <fieldset className="plain-fieldset section" disabled={props.isReadOnly}>
          <VisitorColumn {...props} />
        </fieldset>
      </Pane>
      <Pane label="咨询事项" share={461}>
        <fieldset className="plain-fieldset section" disabled={props.isReadOnly}>
          <MatterColumn {...props} />
        </fieldset>
      </Pane>
    </>
  )
}

function VisitorColumn({ form, person, pack, today, isReadOnly, autoFocus, nameHint }: ConsultationFormProps) {
  const { values, set, touch, problemOf, note } = form
  return (
    <>
      <SectionHead
        title="来访人"
        note={
          <>
            Tab 依次向下，<span className="red">*</span> 为必填
          </>
        }
      />
      <div className="form-gap" />
      <Field group label="方式" error={problemOf('channel')} name="channel">
        <SegmentedControl
          fullWidth
          aria-label="方式"
          data={optionsOf(pack.codes.channels)}
          value={values.channel}
          onChange={channel => set({ channel })}
        />
      </Field>
      <Field label="日期" error={problemOf('receivedOn') ?? problemOf('receivedAt')} name="receivedOn">
        <DateField
          aria-label="日期"
          value={values.receivedOn}
          onChange={receivedOn => set({ receivedOn })}
          onProblem={problem => note('receivedOn', problem)}
          onBlur={() => touch('receivedOn')}
          latest={today}
          today={today}
          w={130}
        />
        <TextInput
          aria-label="时间"
          w={76}
          value={values.receivedAt}
          placeholder="时:分"
          maxLength={5}
          onChange={event => set({ receivedAt: event.currentTarget.value.replace('：', ':') })}
          onBlur={() => touch('receivedAt')}
          error={Boolean(problemOf('receivedAt'))}
        />
        <span className="second muted form-aside">可补登</span>
      </Field>
      <PersonFields
        values={values}
        change={person.change}
        touch={touch}
        problemOf={problemOf}
        note={note}
        kinds={pack.codes.certificateKinds}
        categories={pack.codes.personCategories}
        facts={person.facts}
        day={values.receivedOn ?? today}
        today={today}
        certificateRequired={false}
        nameHint={nameHint}
        disabled={isReadOnly}
        autoFocus={autoFocus}
      />
    </>
  )
}

function MatterColumn({ form, pack, staff, isReadOnly, causeInput }: ConsultationFormProps) {
  const { values, set, touch, problemOf } = form
  const causes = pack.codes.causes
    .filter(cause => values.matterType === '' || cause.matterTypes.some(type => type === values.matterType))
    .map(cause => cause.label)
  return (
    <>
      <SectionHead title="咨询事项" />
      <div className="form-gap" />
      <Field group required label="事项类别" error={problemOf('matterType')} name="matterType">
        <SegmentedControl
          fullWidth
          aria-label="事项类别"
          data={optionsOf(pack.codes.matterTypes)}
          value={values.matterType}
          onChange={matterType => set({ matterType })}
        />
      </Field>
      <Field required label="案由" hint="可输拼音首字母，如 zsld；表中没有的直接写" name="cause">
        <PinyinAutocomplete
          ref={causeInput}
          options={[...new Set(causes)]}
          value={values.cause}
          onChange={cause => set({ cause })}
          onBlur={() => touch('cause')}
          error={problemOf('cause')}
          disabled={isReadOnly}
          maxLength={60}
        />
      </Field>
      <Field label="对方当事人" name="opponentName">
        <TextInput
          value={values.opponentName}
          onChange={event => set({ opponentName: event.currentTarget.value })}
          error={problemOf('opponentName')}
          autoComplete="off"
          maxLength={100}
        />
      </Field>
      <Field required label="咨询内容" name="content">
        <Textarea
          value={values.content}
          onChange={event => set({ content: event.currentTarget.value })}
          onBlur={() => touch('content')}
          error={problemOf('content')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={4000}
        />
      </Field>
      <Field label="答复意见" name="answer">
        <Textarea
          value={values.answer}
          onChange={event => set({ answer: event.currentTarget.value })}
          error={problemOf('answer')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
        />
      </Field>
      <Field group required label="已告知权利" error={problemOf('toldOfRight')} name="toldOfRight">
        <Radio.Group
          aria-label="已告知权利"
          value={values.toldOfRight === null ? '' : values.toldOfRight ? 'yes' : 'no'}
          onChange={value => set({ toldOfRight: value === 'yes' })}
        >
          <div className="check-row">
            <Radio value="yes" label="已告知可申请法律援助" disabled={isReadOnly} />
            <Radio value="no" label="未告知" disabled={isReadOnly} />
          </div>
        </Radio.Group>
      </Field>
      <Field group required label="办理结果" error={problemOf('outcome')} name="outcome">
        <SegmentedControl
          fullWidth
          aria-label="办理结果"
          data={optionsOf(pack.codes.consultationOutcomes)}
          value={values.outcome}
          onChange={outcome => set({ outcome })}
        />
      </Field>
      <Field required label="接待人" error={problemOf('consultantId')} name="consultantId">
        <Select
          data={staff.map(one => ({ value: one.id, label: one.name }))}
          value={values.consultantId === '' ? null : values.consultantId}
          onChange={consultantId => set({ consultantId: consultantId ?? '' })}
          disabled={isReadOnly}
          allowDeselect={false}
          searchable
          w={160}
        />
      </Field>
    </>
  )
}
