import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { BackEntryField } from '../../api/back-entry-field.tsx'
import { optionsOf } from '../../api/use-pack.ts'
import type { PersonForm } from '../../api/use-person-form.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { Pane, SectionHead } from '../../ui/page.tsx'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import { AidFormChecks } from './aid-form-checks.tsx'
import type { ApplicationValues } from './application-values.ts'
import { withOpponentName } from './party-values.ts'

export type ApplicantPageProps = {
  readonly form: FormValues<ApplicationValues>
  readonly person: PersonForm
  readonly pack: RulePack
  readonly today: string
  readonly autoFocus: boolean
  /** Not registered yet: an old number may be given (补录). */
  readonly isNew?: boolean
  readonly nameHint?: string
  /** F2 puts the focus here. */
  readonly causeInput: RefObject<HTMLInputElement | null>
}

/** The first page of the form: who applies, and for what. */
export function ApplicantPage(props: ApplicantPageProps) {
  return (
    <>
      <Pane label="申请人" share={439}>
        <div className="section">
          <ApplicantColumn {...props} />
        </div>
      </Pane>
      <Pane label="申请事项" share={461}>
        <div className="section">
          <MatterColumn {...props} />
        </div>
      </Pane>
    </>
  )
}

function ApplicantColumn({ form, person, pack, today, autoFocus, isNew = false, nameHint }: ApplicantPageProps) {
  const { values, set, problemOf } = form
  return (
    <>
      <SectionHead
        title="申请人"
        note={
          <>
            Tab 依次向下，<span className="red">*</span> 为必填
          </>
        }
      />
      <div className="form-gap" />
      <Field required label="收到日期" hint="期限从收到申请之日起算；可补登" name="receivedOn">
        <DateField {...inputsOf(form).day('receivedOn')} latest={today} today={today} />
      </Field>
      {isNew && (
        <BackEntryField
          value={values}
          onChange={set}
          seriesId="application"
          day={values.receivedOn}
          matterType={values.matterType}
          stage={values.stage}
          problemOf={problemOf}
        />
      )}
      <PersonFields
        {...person.fields}
        certificateRequired
        nameLabel="申请人"
        nameHint={nameHint}
        compactCategories
        autoFocus={autoFocus}
      />
      <MoreOfPerson form={form} person={person} pack={pack} />
    </>
  )
}

function opponentHint(values: ApplicationValues): string | undefined {
  const more = values.parties.filter(party => party.role === 'opponent').length
  return more > 1 ? `共 ${more} 名，其余见第 2 页` : undefined
}

/** What the official form asks of a person beyond the walk-in: 户籍性质、民族、文化程度、职业、工作单位. */
function MoreOfPerson({ form, person, pack }: Pick<ApplicantPageProps, 'form' | 'person' | 'pack'>) {
  const { values, problemOf } = form
  const { codes } = pack
  return (
    <>
      <Field group label="户籍性质" error={problemOf('registrationKind')} name="registrationKind">
        <SegmentedControl
          aria-label="户籍性质"
          data={optionsOf(codes.registrationKinds)}
          value={values.registrationKind}
          onChange={registrationKind => person.change({ registrationKind })}
        />
      </Field>
      <Field label="民族、学历" error={problemOf('ethnicity') ?? problemOf('education')} name="ethnicity">
        <PinyinSelect
          aria-label="民族"
          placeholder="民族"
          options={optionsOf(codes.ethnicities)}
          value={values.ethnicity === '' ? null : values.ethnicity}
          onChange={ethnicity => person.change({ ethnicity: ethnicity ?? '' })}
          style={{ flex: 1 }}
        />
        <Select
          aria-label="文化程度"
          placeholder="文化程度"
          data={optionsOf(codes.educations)}
          value={values.education === '' ? null : values.education}
          onChange={education => person.change({ education: education ?? '' })}
          style={{ flex: 1 }}
        />
      </Field>
      <Field label="职业、单位" error={problemOf('occupation') ?? problemOf('workplace')} name="occupation">
        <PinyinAutocomplete
          aria-label="职业"
          placeholder="职业"
          options={codes.occupations.map(entry => entry.label)}
          value={values.occupation}
          onChange={occupation => person.change({ occupation })}
          maxLength={40}
          style={{ flex: 1 }}
        />
        <TextInput
          aria-label="工作单位"
          placeholder="工作单位"
          value={values.workplace}
          onChange={event => person.change({ workplace: event.currentTarget.value })}
          autoComplete="off"
          maxLength={100}
          style={{ flex: 1 }}
        />
      </Field>
    </>
  )
}

/** Scopes (援助事项范围) that a person may apply under for a kind of matter. */
function scopesFor(pack: RulePack, matterType: string) {
  return pack.codes.scopes.filter(
    scope => scope.routes.includes('application') && (matterType === '' || scope.matterTypes.some(type => type === matterType)),
  )
}

function MatterColumn({ form, pack, causeInput }: ApplicantPageProps) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  const type = pack.codes.matterTypes.find(entry => entry.code === values.matterType)
  const causes = pack.codes.causes.filter(
    cause => values.matterType === '' || cause.matterTypes.some(other => other === values.matterType),
  )
  const scopes = scopesFor(pack, values.matterType)
  const scope = pack.codes.scopes.find(entry => entry.code === values.scope)
  const usual = scopes.find(entry => entry.code === causes.find(cause => cause.label === values.cause)?.scope)
  const pickType = (matterType: string) => {
    const next = pack.codes.matterTypes.find(entry => entry.code === matterType)
    set({
      matterType,
      stage: next?.stages.some(stage => stage.code === values.stage) ? values.stage : '',
      scope: scopesFor(pack, matterType).some(entry => entry.code === values.scope) ? values.scope : '',
    })
  }
  return (
    <>
      <SectionHead title="申请事项" />
      <div className="form-gap" />
      <Field group required label="案件类型" error={problemOf('matterType')} name="matterType">
        <SegmentedControl
          fullWidth
          aria-label="案件类型"
          data={optionsOf(pack.codes.matterTypes)}
          value={values.matterType}
          onChange={pickType}
        />
      </Field>
      <Field required label="阶段" hint={type === undefined ? '先选案件类型' : ''} name="stage">
        <Select
          data={optionsOf(type?.stages ?? [])}
          {...input.choice('stage')}
          disabled={type === undefined}
          allowDeselect={false}
          w={200}
        />
      </Field>
      <Field required label="案由" hint="可输拼音首字母，如 zsld；表中没有的直接写" name="cause">
        <PinyinAutocomplete
          ref={causeInput}
          options={[...new Set(causes.map(cause => cause.label))]}
          {...input.words('cause')}
          maxLength={60}
        />
      </Field>
      <Field
        required
        label="事项范围"
        fact={scope && `${clauseOf(scope.basis)}${scope.basis.confidence === 'H' ? '' : '　待核实'}`}
        hint={
          usual && (
            <>
              <span className="clip">此案由多属：{usual.label}</span>
              <button type="button" className="text-link nowrap" onClick={() => set({ scope: usual.code })}>
                选用
              </button>
            </>
          )
        }
        name="scope"
      >
        <PinyinSelect options={optionsOf(scopes)} {...input.choice('scope')} />
      </Field>
      <Field group required label="援助形式" error={problemOf('aidForms')} name="aidForms">
        <AidFormChecks
          pack={pack}
          codes={pack.codes.aidForms.map(entry => entry.code)}
          value={values.aidForms}
          onChange={aidForms => set({ aidForms })}
        />
      </Field>
      <Field label="对方当事人" hint={opponentHint(values)} name="opponentName">
        <TextInput
          {...input.text('opponentName')}
          onChange={event => set(withOpponentName(values, event.currentTarget.value))}
          maxLength={100}
        />
      </Field>
      <Field label="办案机关" name="agency">
        <TextInput {...input.text('agency')} maxLength={100} />
      </Field>
      <Field label="机关案号" name="agencyNumber">
        <TextInput {...input.text('agencyNumber')} maxLength={60} />
      </Field>
      <Field required label="案情及理由" name="facts">
        <Textarea {...input.text('facts')} autosize minRows={4} maxRows={14} maxLength={8000} />
      </Field>
    </>
  )
}
