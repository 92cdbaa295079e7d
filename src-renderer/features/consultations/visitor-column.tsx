import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { optionsOf } from '../../api/use-pack.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { SectionHead } from '../../ui/page.tsx'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import type { ConsultationFormProps } from './consultation-form.tsx'
import { asksCallNumber, withConsequences } from './consultation-values.ts'

/** Who came, when and how: the visitor (来访人), or that nobody is named, and who came on behalf of the person. */
export function VisitorColumn(props: ConsultationFormProps) {
  const { form, person, pack, isReadOnly, autoFocus, nameHint } = props
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  const reasonInput = useRef<HTMLInputElement>(null)
  // An anonymous entry that is opened keeps the focus where it is.
  const wasAnonymous = useRef(values.isAnonymous && !autoFocus)
  useEffect(() => {
    if (values.isAnonymous && !wasAnonymous.current) reasonInput.current?.focus()
    wasAnonymous.current = values.isAnonymous
  }, [values.isAnonymous])
  const anonymous = (
    <Checkbox
      className="form-aside"
      label="匿名"
      checked={values.isAnonymous}
      disabled={isReadOnly}
      onChange={event => set({ isAnonymous: event.currentTarget.checked })}
    />
  )
  return (
    <>
      <SectionHead
        title="来访人"
        note={
          <>
            回车到下一主要项，Tab 逐项，<span className="red">*</span> 必填
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
          onChange={channel => set(withConsequences(pack, values, { channel }))}
        />
      </Field>
      <MomentField {...props} />
      {values.isAnonymous ? (
        <Field required label="姓名" hint="不愿留名的原因；留名后才能转为申请" name="anonymousReason">
          <TextInput
            ref={reasonInput}
            aria-label="匿名原因"
            placeholder="如 只问一般问题"
            {...input.text('anonymousReason')}
            maxLength={100}
            style={{ flex: 1 }}
          />
          {anonymous}
        </Field>
      ) : (
        <PersonFields
          {...person.fields}
          certificateRequired={false}
          nameHint={nameHint}
          disabled={isReadOnly}
          autoFocus={autoFocus}
          nameAside={anonymous}
          compactCategories
        />
      )}
      <Field label="代为来访" hint="替别人来问的：来人姓名、与本人关系、电话" name="agentName">
        <TextInput aria-label="代为来访人" placeholder="来人姓名" {...input.text('agentName')} maxLength={60} />
        <PinyinAutocomplete
          aria-label="与本人关系"
          placeholder="关系"
          options={pack.frontDesk.visitorRelations.map(relation => relation.label)}
          {...input.words('agentRelation')}
          disabled={isReadOnly}
          maxLength={30}
        />
        <TextInput
          aria-label="代为来访人电话"
          placeholder="电话"
          {...input.text('agentPhone')}
          inputMode="tel"
          maxLength={40}
          style={{ flex: 1.3 }}
        />
      </Field>
    </>
  )
}

/** Day and time, and beside them the number of the call where the channel has one, or how many came. */
function MomentField({ form, pack, today }: ConsultationFormProps) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  const isCall = asksCallNumber(pack, values.channel)
  return (
    <Field
      label="日期"
      hint={isCall ? '可补登；工单号照 12348 平台抄' : '可补登；几个人一起来的写人数'}
      error={['receivedOn', 'receivedAt', 'callNumber', 'persons'].map(problemOf).find(Boolean)}
      name="receivedOn"
    >
      <DateField aria-label="日期" {...input.day('receivedOn')} latest={today} today={today} w={122} />
      <TextInput
        aria-label="时间"
        w={62}
        style={{ flex: 'none' }}
        placeholder="时:分"
        maxLength={5}
        {...input.text('receivedAt')}
        onChange={event => set({ receivedAt: event.currentTarget.value.replace('：', ':') })}
      />
      {isCall ? (
        <div data-field="callNumber" style={{ flex: 1 }}>
          <TextInput aria-label="工单号" placeholder="工单号" {...input.text('callNumber')} maxLength={40} />
        </div>
      ) : (
        <TextInput
          aria-label="人数"
          {...input.text('persons')}
          maxLength={3}
          inputMode="numeric"
          rightSection={<span className="second muted">人</span>}
        />
      )}
    </Field>
  )
}
