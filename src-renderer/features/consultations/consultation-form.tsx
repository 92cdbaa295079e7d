import { Checkbox, Radio, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { BackEntryField } from '../../api/back-entry-field.tsx'
import { optionsOf } from '../../api/use-pack.ts'
import type { PersonForm } from '../../api/use-person-form.ts'
import { CodeMultiSelect } from '../../ui/code-multi-select.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { fieldKeys, focusField } from '../../ui/field-keys.ts'
import { Pane, SectionHead } from '../../ui/page.tsx'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import {
  asksCallNumber,
  asksPlaces,
  type ConsultationValues,
  isQuickStop,
  quickPath,
  withConsequences,
} from './consultation-values.ts'
import { PlacesDialog } from './places-dialog.tsx'
import './consultations.css'

export type ConsultationFormProps = {
  readonly form: FormValues<ConsultationValues>
  readonly person: PersonForm
  readonly pack: RulePack
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
  readonly isReadOnly: boolean
  readonly autoFocus: boolean
  /** Not registered yet: an old number may be given (补录). */
  readonly isNew?: boolean
  readonly nameHint?: string
  /** F2 puts the focus here. */
  readonly causeInput: RefObject<HTMLInputElement | null>
}

/** The two columns of the register: who came, and with what. Tab goes down the first, then down the second; Enter through what most visits have. */
export function ConsultationForm(props: ConsultationFormProps) {
  const keys = (event: KeyboardEvent<HTMLElement>) => fieldKeys(event, quickPath, name => isQuickStop(props.form.values, name))
  return (
    <>
      <Pane label="来访人" share={439}>
        <fieldset className="plain-fieldset section walk-in" disabled={props.isReadOnly} onKeyDown={keys}>
          <VisitorColumn {...props} />
        </fieldset>
      </Pane>
      <Pane label="咨询事项" share={461}>
        <fieldset className="plain-fieldset section walk-in" disabled={props.isReadOnly} onKeyDown={keys}>
          <MatterColumn {...props} />
        </fieldset>
      </Pane>
    </>
  )
}

function VisitorColumn({ form, person, pack, today, isReadOnly, autoFocus, nameHint }: ConsultationFormProps) {
  const { values, set, touch, problemOf, note } = form
  const reasonInput = useRef<HTMLInputElement>(null)
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
      <Field
        label="日期"
        hint={asksCallNumber(pack, values.channel) ? '可补登；工单号照 12348 平台抄' : '可补登；几个人一起来的写人数'}
        error={['receivedOn', 'receivedAt', 'callNumber', 'persons'].map(problemOf).find(Boolean)}
        name="receivedOn"
      >
        <DateField
          aria-label="日期"
          value={values.receivedOn}
          onChange={receivedOn => set({ receivedOn })}
          onProblem={problem => note('receivedOn', problem)}
          onBlur={() => touch('receivedOn')}
          latest={today}
          today={today}
          w={122}
        />
        <TextInput
          aria-label="时间"
          w={62}
          style={{ flex: 'none' }}
          value={values.receivedAt}
          placeholder="时:分"
          maxLength={5}
          onChange={event => set({ receivedAt: event.currentTarget.value.replace('：', ':') })}
          onBlur={() => touch('receivedAt')}
          error={Boolean(problemOf('receivedAt'))}
        />
        {asksCallNumber(pack, values.channel) ? (
          <div data-field="callNumber" style={{ flex: 1 }}>
            <TextInput
              aria-label="工单号"
              placeholder="工单号"
              value={values.callNumber}
              maxLength={40}
              onChange={event => set({ callNumber: event.currentTarget.value })}
              error={Boolean(problemOf('callNumber'))}
              autoComplete="off"
            />
          </div>
        ) : (
          <TextInput
            aria-label="人数"
            value={values.persons}
            maxLength={3}
            inputMode="numeric"
            rightSection={<span className="second muted">人</span>}
            onChange={event => set({ persons: event.currentTarget.value })}
            onBlur={() => touch('persons')}
            error={Boolean(problemOf('persons'))}
            autoComplete="off"
          />
        )}
      </Field>
      {values.isAnonymous ? (
        <Field
          required
          label="姓名"
          hint="不愿留名的原因；留名后才能转为申请"
          error={problemOf('anonymousReason')}
          name="anonymousReason"
        >
          <TextInput
            ref={reasonInput}
            aria-label="匿名原因"
            placeholder="如 只问一般问题"
            value={values.anonymousReason}
            onChange={event => set({ anonymousReason: event.currentTarget.value })}
            onBlur={() => touch('anonymousReason')}
            error={Boolean(problemOf('anonymousReason'))}
            autoComplete="off"
            maxLength={100}
            style={{ flex: 1 }}
          />
          {anonymous}
        </Field>
      ) : (
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
          nameAside={anonymous}
          compactCategories
        />
      )}
      <Field
        label="代为来访"
        hint="替别人来问的：来人姓名、与本人关系、电话"
        error={['agentName', 'agentRelation', 'agentPhone'].map(problemOf).find(Boolean)}
        name="agentName"
      >
        <TextInput
          aria-label="代为来访人"
          placeholder="来人姓名"
          value={values.agentName}
          onChange={event => set({ agentName: event.currentTarget.value })}
          onBlur={() => touch('agentName')}
          error={Boolean(problemOf('agentName'))}
          autoComplete="off"
          maxLength={60}
        />
        <PinyinAutocomplete
          aria-label="与本人关系"
          placeholder="关系"
          options={pack.frontDesk.visitorRelations.map(relation => relation.label)}
          value={values.agentRelation}
          onChange={agentRelation => set({ agentRelation })}
          onBlur={() => touch('agentRelation')}
          error={Boolean(problemOf('agentRelation'))}
          disabled={isReadOnly}
          maxLength={30}
        />
        <TextInput
          aria-label="代为来访人电话"
          placeholder="电话"
          value={values.agentPhone}
          onChange={event => set({ agentPhone: event.currentTarget.value })}
          onBlur={() => touch('agentPhone')}
          error={Boolean(problemOf('agentPhone'))}
          autoComplete="off"
          inputMode="tel"
          maxLength={40}
          style={{ flex: 1.3 }}
        />
      </Field>
    </>
  )
}

function MatterColumn({ form, pack, staff, isReadOnly, causeInput, isNew = false }: ConsultationFormProps) {
  const { values, set, touch, problemOf } = form
  const [isFilling, setFilling] = useState(false)
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
      <SectionHead title="咨询事项" />
      <div className="form-gap" />
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
          value={values.matterType}
          onChange={matterType => set({ matterType })}
        />
      </Field>
      <Field required label="案由" hint="可输拼音首字母，如 zsld；表中没有的直接写" name="cause">
        <PinyinAutocomplete
          ref={causeInput}
          options={[...new Set(causes)]}
          value={values.cause}
          onChange={changeCause}
          onOptionSubmit={cause => {
            const { matterType = values.matterType } = withConsequences(pack, values, { cause })
            // The list closes first; then the next open question has the focus.
            requestAnimationFrame(() => focusField(matterType === '' ? 'matterType' : 'opponentName'))
          }}
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
          minRows={3}
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
          minRows={2}
          maxRows={10}
          maxLength={4000}
        />
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
      {(asksPlaces(pack, values.outcome) || values.referrals.length > 0) && (
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
              value={values.referralNote}
              onChange={event => set({ referralNote: event.currentTarget.value })}
              error={Boolean(problemOf('referralNote'))}
              autoComplete="off"
              maxLength={200}
              style={{ flex: 1 }}
            />
          </div>
        </Field>
      )}
      {isFilling && <PlacesDialog onClose={() => setFilling(false)} />}
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
