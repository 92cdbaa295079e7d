import { ActionIcon, Button, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import type { PersonForm } from '../../api/use-person-form.ts'
import { Clause } from '../../ui/clause.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { Pane, SectionHead } from '../../ui/page.tsx'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import { type DocumentDraft, type NoticeValues, scopesOf, stagesOf } from './notice-values.ts'

export type NoticeFormProps = {
  readonly form: FormValues<NoticeValues>
  readonly person: PersonForm
  readonly pack: RulePack
  readonly today: string
  readonly isReadOnly: boolean
  readonly autoFocus: boolean
}

/** The two columns of a notice (通知书): which organ asks for whom, and for what. Tab goes down the first, then down the second. */
export function NoticeForm(props: NoticeFormProps) {
  return (
    <>
      <Pane label="通知和当事人" share={450}>
        <fieldset className="plain-fieldset section" disabled={props.isReadOnly}>
          <OrganColumn {...props} />
        </fieldset>
      </Pane>
      <Pane label="通知事项" share={450}>
        <fieldset className="plain-fieldset section" disabled={props.isReadOnly}>
          <MatterColumn {...props} />
        </fieldset>
      </Pane>
    </>
  )
}

function OrganColumn({ form, person, pack, today, isReadOnly, autoFocus }: NoticeFormProps) {
  const { set } = form
  const input = inputsOf(form)
  return (
    <>
      <SectionHead title="通知书" />
      <div className="form-gap" />
      <Field required label="办案机关" name="organKind">
        <PinyinSelect
          aria-label="办案机关"
          options={optionsOf(pack.codes.noticeOrgans)}
          {...input.choice('organKind')}
          disabled={isReadOnly}
          autoFocus={autoFocus}
          w={130}
        />
        <TextInput className="grow" aria-label="机关名称" placeholder="机关名称" {...input.text('organName')} maxLength={80} />
      </Field>
      <Field label="通知书文号" name="organNumber">
        <TextInput {...input.text('organNumber')} maxLength={60} />
      </Field>
      <Field required label="通知日期" name="noticedOn">
        <DateField aria-label="通知日期" {...input.day('noticedOn')} latest={today} today={today} w={130} />
      </Field>
      <Field required label="收到日期" name="receivedOn">
        <DateField aria-label="收到日期" {...input.day('receivedOn')} latest={today} today={today} w={130} />
        <TextInput
          aria-label="收到时间"
          w={76}
          placeholder="时:分"
          maxLength={5}
          {...input.text('receivedAt')}
          onChange={event => set({ receivedAt: event.currentTarget.value.replace('：', ':') })}
        />
        <span className="second muted form-aside">指派期限从此日起算</span>
      </Field>
      <Field label="联系人" name="contactName">
        <TextInput aria-label="联系人" w={130} {...input.text('contactName')} maxLength={30} />
        <TextInput aria-label="联系人电话" placeholder="电话" w={170} {...input.text('contactPhone')} maxLength={40} />
      </Field>
      <div className="form-gap" />
      <SectionHead title="犯罪嫌疑人、被告人或者被申请人" />
      <div className="form-gap" />
      <PersonFields {...person.fields} certificateRequired={false} disabled={isReadOnly} />
    </>
  )
}

function MatterColumn({ form, pack, today, isReadOnly }: NoticeFormProps) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  const kind = pack.codes.noticeKinds.find(one => one.code === values.kind)
  const scopes = scopesOf(pack, values.kind)
  const scope = scopes.find(one => one.code === values.scope)
  const causes = pack.codes.causes.filter(cause => cause.matterTypes.some(type => type === 'criminal')).map(cause => cause.label)
  const chooseKind = (code: string) => {
    const allowed = scopesOf(pack, code)
    // One group alone is no choice; with several none is taken for granted.
    const only = allowed.length === 1 ? (allowed[0]?.code ?? '') : ''
    set({ kind: code, scope: allowed.some(one => one.code === values.scope) ? values.scope : only })
  }
  return (
    <>
      <SectionHead title="通知事项" note="不审查经济困难状况，不需要申请表" />
      <div className="form-gap" />
      <Field group required label="通知事项" error={problemOf('kind')} name="kind">
        <SegmentedControl
          fullWidth
          aria-label="通知事项"
          data={optionsOf(pack.codes.noticeKinds)}
          value={values.kind}
          onChange={chooseKind}
        />
      </Field>
      <Field
        required
        label="情形"
        name="scope"
        hint={kind ? undefined : '先选通知辩护或者通知代理'}
        fact={
          scope ? <Clause text={`${scope.basis.source} ${scope.basis.article}`} confidence={scope.basis.confidence} /> : undefined
        }
      >
        <PinyinSelect
          options={scopes.map(one => ({ value: one.code, label: one.label.replace(`${kind?.label ?? ''}：`, '') }))}
          {...input.choice('scope')}
          disabled={isReadOnly || !kind}
        />
      </Field>
      <Field required label="诉讼阶段" name="stage">
        <PinyinSelect
          options={stagesOf(pack).map(one => ({ value: one.code, label: one.label }))}
          {...input.choice('stage')}
          disabled={isReadOnly}
        />
      </Field>
      <Field required label="案由" hint="罪名；可输拼音首字母，表中没有的直接写" name="cause">
        <PinyinAutocomplete options={[...new Set(causes)]} {...input.words('cause')} disabled={isReadOnly} maxLength={60} />
      </Field>
      <Field label="羁押场所" name="custodyPlace">
        <TextInput {...input.text('custodyPlace')} maxLength={80} />
      </Field>
      <Field label="开庭日期" name="hearingOn">
        <DateField aria-label="开庭日期" {...input.day('hearingOn')} today={today} w={130} />
      </Field>
      <Field label="被害人" name="opponentName">
        <TextInput {...input.text('opponentName')} maxLength={100} />
      </Field>
      <Field required label="案情" name="facts">
        <Textarea {...input.text('facts')} autosize minRows={3} maxRows={10} maxLength={8000} />
      </Field>
      <Documents form={form} isReadOnly={isReadOnly} />
    </>
  )
}

/** The documents that came with the notice (所附材料), as a short list that grows. */
function Documents({ form, isReadOnly }: { readonly form: FormValues<NoticeValues>; readonly isReadOnly: boolean }) {
  const { documents } = form.values
  const change = (index: number, patch: Partial<DocumentDraft>) =>
    form.set({ documents: documents.map((one, at) => (at === index ? { ...one, ...patch } : one)) })
  return (
    <Field group label="所附材料" name="documents" error={form.problemOf('documents')}>
      <div className="stack">
        {documents.map((one, index) => {
          const label = one.name.trim() === '' ? `第 ${index + 1} 份材料` : one.name
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <div key={index} className="row">
              <TextInput
                className="grow"
                aria-label={`第 ${index + 1} 份材料的名称`}
                value={one.name}
                onChange={event => change(index, { name: event.currentTarget.value })}
                error={form.problemOf(`documents.${index}.name`)}
                maxLength={60}
                autoFocus={one.name === ''}
              />
              <NumberInput
                aria-label={`${label} 份数`}
                value={one.copies ?? ''}
                onChange={copies => change(index, { copies: typeof copies === 'number' ? copies : null })}
                min={1}
                max={999}
                allowDecimal={false}
                allowNegative={false}
                w={76}
              />
              <ActionIcon
                variant="subtle"
                size={28}
                aria-label={`删去 ${label}`}
                onClick={() => form.set({ documents: documents.filter((_, at) => at !== index) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </div>
          )
        })}
        {!isReadOnly && (
          <Button
            size="xs"
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.set({ documents: [...documents, { name: '', copies: 1 }] })}
          >
            添加材料
          </Button>
        )}
      </div>
    </Field>
  )
}
