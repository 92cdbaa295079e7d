import { Radio } from '@mantine/core'
import type { HardshipInput } from '../../../src-main/contract/hardship.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { Field } from '../../ui/field.tsx'
import { Pane, Section, SectionHead } from '../../ui/page.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import { RadioCard } from '../../ui/radio-card.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import { type ApplicationValues, SELF } from './application-values.ts'
import { ROUTE_WORDS, routeClauses } from './hardship-words.ts'
import { HouseholdTable } from './household-table.tsx'
import { MaterialTable } from './material-table.tsx'

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
  const self = { name: values.name, relation: SELF, monthlyIncomeFen: null, incomeSource: '', isCounted: true }
  set({
    route,
    ...(route === 'check' && values.members.length === 0 ? { members: [self] } : {}),
    ...(route === values.route ? {} : { ground: '', proof: '' }),
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
  const { values, set, problemOf } = form
  return (
    <>
      <SectionHead
        level={3}
        title="家庭成员收入"
        note={`共同生活、分担生计的都要列；${pack.hardship.incomeExclusions.map(entry => entry.label).join('、')}不计入`}
      />
      {problemOf('members') && <p className="note red">{problemOf('members')}</p>}
      <HouseholdTable form={form} pack={pack} />
      <div className="form-gap" />
      <Field group required label="个人诚信承诺" labelWidth={92} error={problemOf('isDeclared')} name="isDeclared">
        <Radio.Group
          aria-label="个人诚信承诺"
          value={values.isDeclared === null ? '' : values.isDeclared ? 'yes' : 'no'}
          onChange={value => set({ isDeclared: value === 'yes' })}
        >
          <div className="check-row">
            <Radio value="yes" label="申请人已签" />
            <Radio value="no" label="没有签" />
          </div>
        </Radio.Group>
      </Field>
    </>
  )
}

function GroundPart({ form, pack }: PageProps) {
  const { values, set, touch, problemOf } = form
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
    </>
  )
}
