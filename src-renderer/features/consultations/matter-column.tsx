import { Radio, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { BackEntryField } from '../../api/back-entry-field.tsx'
import { optionsOf } from '../../api/use-pack.ts'
import { CodeMultiSelect } from '../../ui/code-multi-select.tsx'
import { Field } from '../../ui/field.tsx'
import { focusField } from '../../ui/field-keys.ts'
import { inputsOf } from '../../ui/form-inputs.ts'
import { SectionHead } from '../../ui/page.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import type { ConsultationFormProps } from './consultation-form.tsx'
import { asksPlaces, withConsequences } from './consultation-values.ts'
import { PlacesDialog } from './places-dialog.tsx'

/** With what somebody came: the matter, the answer, that the right was told, and what became of it. */
export function MatterColumn(props: ConsultationFormProps) {
  const { form, pack, staff, isReadOnly, isNew = false } = props
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  return (
    <>
      <SectionHead title="咨询事项" />
      <div className="form-gap" />
      <CauseFields {...props} />
      <Field label="对方当事人" name="opponentName">
        <TextInput {...input.text('opponentName')} maxLength={100} />
      </Field>
      <Field required label="咨询内容" name="content">
        <Textarea {...input.text('content')} autosize minRows={3} maxRows={12} maxLength={4000} />
      </Field>
      <Field label="答复意见" name="answer">
        <Textarea {...input.text('answer')} autosize minRows={2} maxRows={10} maxLength={4000} />
      </Field>
      <Field
        group
        required
        label="已告知权利"
        hint="数字键 1 已告知，2 未告知"
        error={problemOf('toldOfRight')}
        name="toldOfRight"
      >
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
      <Field group required label="办理结果" hint="数字键选" error={problemOf('outcome')} name="outcome">
        <SegmentedControl
          fullWidth
          aria-label="办理结果"
          data={optionsOf(pack.codes.consultationOutcomes)}
          value={values.outcome}
          onChange={outcome => set(withConsequences(pack, values, { outcome }))}
        />
      </Field>
      {(asksPlaces(pack, values.outcome) || values.referrals.length > 0) && <ReferralField {...props} />}
      <Field required label="接待人" name="consultantId">
        <Select
          data={staff.map(one => ({ value: one.id, label: one.name }))}
          {...input.choice('consultantId')}
          disabled={isReadOnly}
          allowDeselect={false}
          searchable
          w={160}
        />
      </Field>
      {isNew && (
        <BackEntryField
          value={values}
          onChange={set}
          seriesId="consultation"
          day={values.receivedOn}
          matterType={values.matterType}
          problemOf={problemOf}
        />
      )}
    </>
  )
}

/** Kind of matter and cause (案由): a cause that belongs to one kind answers both. */
function CauseFields({ form, pack, isReadOnly, causeInput }: ConsultationFormProps) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  // Told while it stands as the cause brought it.
  const [byCause, setByCause] = useState<string | null>(null)
  const changeCause = (cause: string) => {
    const patch = withConsequences(pack, values, { cause })
    set(patch)
    if (patch.matterType !== undefined) setByCause(patch.matterType)
  }
  const causes = pack.codes.causes
    .filter(cause => values.matterType === '' || cause.matterTypes.some(type => type === values.matterType))
    .map(cause => cause.label)
  return (
    <>
      <Field
        group
        required
        label="事项类别"
        hint={byCause !== null && byCause === values.matterType ? '按案由选定，可改' : '数字键 1–5 选'}
        error={problemOf('matterType')}
        name="matterType"
      >
        <SegmentedControl
          fullWidth
          aria-label="事项类别"
          data={optionsOf(pack.codes.matterTypes)}
          {...input.segment('matterType')}
        />
      </Field>
      <Field required label="案由" hint="可输拼音首字母，如 zsld；表中没有的直接写" name="cause">
        <PinyinAutocomplete
          ref={causeInput}
          options={[...new Set(causes)]}
          {...input.words('cause')}
          onChange={changeCause}
          onOptionSubmit={cause => {
            const { matterType = values.matterType } = withConsequences(pack, values, { cause })
            // The list closes first; then the next open question has the focus.
            requestAnimationFrame(() => focusField(matterType === '' ? 'matterType' : 'opponentName'))
          }}
          disabled={isReadOnly}
          maxLength={60}
        />
      </Field>
    </>
  )
}

/** Where somebody is sent (引导去处), for the slip that says so. */
function ReferralField({ form, pack, isReadOnly }: ConsultationFormProps) {
  const { values, set, problemOf } = form
  const [isFilling, setFilling] = useState(false)
  return (
    <>
      <Field
        group
        required
        label="引导去处"
        hint={
          <>
            印在引导告知单上{'　'}
            <button type="button" className="text-link" onClick={() => setFilling(true)}>
              电话、地址
            </button>
          </>
        }
        error={problemOf('referrals') ?? problemOf('referralNote')}
        name="referrals"
      >
        <div className="field-control several">
          <div style={{ flex: 1.6 }}>
            <CodeMultiSelect
              aria-label="引导去处"
              entries={pack.frontDesk.places}
              value={values.referrals}
              onChange={referrals => set({ referrals })}
              placeholder="拼音首字母或序号"
              disabled={isReadOnly}
              error={Boolean(problemOf('referrals'))}
            />
          </div>
          <TextInput
            aria-label="去处说明"
            placeholder="说明，如哪个中心"
            {...inputsOf(form).text('referralNote')}
            maxLength={200}
            style={{ flex: 1 }}
          />
        </div>
      </Field>
      {isFilling && <PlacesDialog onClose={() => setFilling(false)} />}
    </>
  )
}
