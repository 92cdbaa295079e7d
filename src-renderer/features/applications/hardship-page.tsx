import { SegmentedControl, TextInput } from '@mantine/core'
import type { HardshipInput } from '../../../src-main/contract/hardship.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Pane, Section, SectionHead } from '../../ui/page.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import { RadioCard } from '../../ui/radio-card.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { AssetTable } from './asset-table.tsx'
import { EMPTY_HARDSHIP, newMember, SELF } from './hardship-values.ts'
import { AREA_LABELS, ROUTE_WORDS, routeClauses, testedKinds } from './hardship-words.ts'
import { HouseholdTable } from './household-table.tsx'
import { useLiveHardship } from './live-hardship.tsx'
import { MaterialTable } from './material-table.tsx'
import { ProofPart } from './proof-part.tsx'
import { YesNo } from './yes-no.tsx'

const ROUTES = ['check', 'waived', 'not-applicable'] as const

type PageProps = { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack }

/** The second page of the form: how hardship is looked at, and what was handed in. */
export function HardshipPage({ form, pack }: PageProps) {
  const { values } = form
  return (
    <Pane label="经济困难与材料" share={900}>
      <Section label="经济困难状况">
        <RouteCards form={form} pack={pack} />
        {values.route === 'check' && <CheckPart form={form} pack={pack} />}
        {(values.route === 'waived' || values.route === 'not-applicable') && <GroundPart form={form} pack={pack} />}
      </Section>
      <Section>
        <MaterialTable form={form} pack={pack} />
      </Section>
    </Pane>
  )
}

/** Takes one of the routes: a check begins with the applicant's own row; what another route asked for goes. */
export function chooseRoute(form: FormValues<ApplicationValues>, route: HardshipInput['route']): void {
  const { values, set } = form
  const self = newMember(values.name, SELF)
  set({
    route,
    ...(route === 'check' && values.members.length === 0 ? { members: [self] } : {}),
    ...(route === values.route ? {} : { ground: '', proof: '', document: EMPTY_HARDSHIP.document }),
  })
}

/** The three routes side by side; none is chosen beforehand. */
function RouteCards({ form, pack }: PageProps) {
  const { values, problemOf } = form
  const clauses = routeClauses(pack)
  const notes: Readonly<Record<(typeof ROUTES)[number], string>> = {
    check: '按家庭人均月收入与困难标准比较',
    waived: '属于免予核查的人员，凭证明材料',
    'not-applicable': '事项本身不看经济条件，凭证明材料',
  }
  return (
    <>
      <SectionHead title="经济困难状况怎样看" note="三选一，没有默认；1 2 3 键可选" />
      <div className="form-gap" />
      <div className="radio-cards hardship-cards" role="radiogroup" aria-label="经济困难状况怎样看">
        {ROUTES.map((route, index) => (
          <RadioCard
            key={route}
            name="hardship-route"
            label={ROUTE_WORDS[route]}
            note={
              <>
                {notes[route]}
                <span className="dai">　{clauses[route]}</span>
              </>
            }
            keys={String(index + 1)}
            checked={values.route === route}
            onChoose={() => chooseRoute(form, route)}
          />
        ))}
      </div>
      <div className="field" data-field="route">
        <div
          className="field-line route-line"
          data-kind={problemOf('route') ? 'error' : 'hint'}
          role={problemOf('route') ? 'alert' : undefined}
        >
          {problemOf('route')}
        </div>
      </div>
    </>
  )
}

function CheckPart({ form, pack }: PageProps) {
  const { values, set, problemOf, touch } = form
  const { result } = useLiveHardship(values)
  const { hardship } = pack
  const byResidence = hardship.family?.areaBy.by === 'residence'
  const area = byResidence ? values.residenceArea : values.registrationArea
  const tested = testedKinds(pack, values.receivedOn)
  return (
    <>
      <div className="row member-line">
        <span>{byResidence ? '申请人居住在' : '申请人户籍'}</span>
        <SegmentedControl
          aria-label={byResidence ? '申请人居住地城乡' : '申请人户籍城乡'}
          size="xs"
          data={[
            { value: 'urban', label: AREA_LABELS.urban },
            { value: 'rural', label: AREA_LABELS.rural },
          ]}
          value={area ?? ''}
          onChange={next => {
            const chosen = next === 'urban' ? 'urban' : 'rural'
            set(byResidence ? { residenceArea: chosen } : { registrationArea: chosen })
          }}
        />
        {values.members.length > 1 && (
          <>
            <span className="push">对方当事人是家庭成员吗</span>
            <YesNo
              label="对方当事人是家庭成员吗"
              value={values.opponentInFamily}
              onChange={opponentInFamily => set({ opponentInFamily })}
            />
          </>
        )}
      </div>
      <SectionHead level={3} title="家庭成员收入" note="据实填写，是否计入由核查按规则判断；没有答的会列为缺少" />
      {problemOf('members') && <p className="note red">{problemOf('members')}</p>}
      <HouseholdTable form={form} pack={pack} people={result?.people ?? []} />
      {(hardship.assetKinds ?? []).length > 0 && (
        <>
          <div className="form-gap" />
          <SectionHead
            level={3}
            title="财产状况"
            note={tested.length > 0 ? '按标准要逐项回答有没有' : '现行标准没有财产条件，可以不填'}
          />
          <AssetTable form={form} pack={pack} />
        </>
      )}
      <div className="form-gap" />
      {hardship.suddenHardship && (
        <Field label={hardship.suddenHardship.label} labelWidth={92} hint="没有不填；填了而数额不符合的，由审批人裁量">
          <TextInput
            value={values.suddenHardship}
            maxLength={300}
            onChange={event => set({ suddenHardship: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field label="主要支出" labelWidth={92}>
        <TextInput value={values.outlays} maxLength={300} onChange={event => set({ outlays: event.currentTarget.value })} />
      </Field>
      <Field label="负债情况" labelWidth={92}>
        <TextInput
          value={values.debts}
          maxLength={300}
          onChange={event => set({ debts: event.currentTarget.value })}
          onBlur={() => touch('debts')}
        />
      </Field>
      <ProofPart form={form} />
    </>
  )
}

function GroundPart({ form, pack }: PageProps) {
  const { values, set, touch, problemOf, note } = form
  const grounds = values.route === 'waived' ? pack.hardship.waivedGrounds : pack.hardship.notApplicableGrounds
  const ground = grounds.find(entry => entry.code === values.ground)
  return (
    <>
      <Field
        required
        label="属于哪一种"
        labelWidth={92}
        fact={ground && `${clauseOf(ground.basis)}${ground.basis.confidence === 'H' ? '' : '　待核实'}`}
        error={problemOf('ground')}
        name="ground"
      >
        <PinyinSelect
          options={optionsOf(grounds)}
          value={values.ground === '' ? null : values.ground}
          onChange={code => set({ ground: code ?? '' })}
          onBlur={() => touch('ground')}
        />
      </Field>
      <Field
        required
        label="证明材料"
        labelWidth={92}
        hint="写看到的证件或文书名称、编号"
        error={problemOf('proof')}
        name="proof"
      >
        <PinyinAutocomplete
          options={ground?.proofs ?? []}
          value={values.proof}
          onChange={proof => set({ proof })}
          onBlur={() => touch('proof')}
          maxLength={100}
        />
      </Field>
      {ground?.document && (
        <Field
          group
          label={ground.document.label}
          labelWidth={92}
          hint={`文号、日期、${ground.document.issuerLabel}；凭此免予核查，并可为受援人出具援助证明供该院办理缓交、减交、免交`}
          error={problemOf('document.number') ?? problemOf('document.issuedOn') ?? problemOf('document.issuer')}
          name="document"
        >
          <div className="row">
            <TextInput
              w={210}
              aria-label="文号"
              placeholder="文号"
              value={values.document.number}
              maxLength={60}
              onChange={event => set({ document: { ...values.document, number: event.currentTarget.value } })}
              onBlur={() => touch('document.issuedOn')}
            />
            <DateField
              w={132}
              aria-label="文书日期"
              value={values.document.issuedOn}
              onChange={issuedOn => set({ document: { ...values.document, issuedOn } })}
              onProblem={problem => note('document.issuedOn', problem)}
            />
            <TextInput
              className="grow"
              aria-label={ground.document.issuerLabel}
              placeholder={ground.document.issuerLabel}
              value={values.document.issuer}
              maxLength={60}
              onChange={event => set({ document: { ...values.document, issuer: event.currentTarget.value } })}
              onBlur={() => touch('document.issuer')}
            />
          </div>
        </Field>
      )}
    </>
  )
}
