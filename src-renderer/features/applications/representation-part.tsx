import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { groundsFor, relationsFor, SELF } from '../../../src-main/domain/representation.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { CertificateInput } from '../../ui/certificate-input.tsx'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { SectionHead } from '../../ui/page.tsx'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import type { PartiesPageProps } from './parties-page.tsx'
import { type PartyDraft, withParties, withRepresentation } from './party-values.ts'

/** 申请方式: who applies, on which ground, and the proof of it. */
export function RepresentationPart({ form, pack }: Pick<PartiesPageProps, 'form' | 'pack'>) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  const { matterTypes, agentKinds } = pack.codes
  const grounds = groundsFor(pack, {
    kind: values.representationKind,
    matterType: matterTypes.find(type => type.code === values.matterType)?.code ?? null,
    isDetained: values.isDetained,
  })
  const ground = pack.application.grounds.find(one => one.code === values.representationGround)
  const place = values.parties.findIndex(party => party.role === 'agent' || party.role === 'guardian')
  const representative = values.parties[place]
  const isSelf = values.representationKind === SELF
  return (
    <section className="section" aria-label="申请方式">
      <SectionHead title="申请方式" note={isSelf ? '申请人本人提出的，本节不用再填' : undefined} />
      <div className="form-gap" />
      <Field group label="由谁申请" error={problemOf('representationKind')} name="representationKind">
        <SegmentedControl
          fullWidth
          aria-label="由谁申请"
          data={agentKinds.map(kind => ({ value: kind.code, label: kind.label.replace(/代为申请$/, '') }))}
          value={values.representationKind}
          onChange={kind => set(withRepresentation(values, kind))}
        />
      </Field>
      {!isSelf && (
        <>
          <Field
            required
            label="情形"
            fact={ground && clauseOf(ground.basis)}
            hint={grounds.length === 0 ? '按法律规定，没有可以这样申请的情形' : undefined}
            name="representationGround"
          >
            <Select data={optionsOf(grounds)} {...input.choice('representationGround')} allowDeselect={false} />
          </Field>
          {representative && <Representative form={form} pack={pack} place={place} party={representative} />}
          <Field
            required
            label="证明"
            hint={ground === undefined ? undefined : `通常为：${ground.proofs.join('、')}`}
            name="representationProof"
          >
            <PinyinAutocomplete options={ground?.proofs ?? []} {...input.words('representationProof')} maxLength={200} />
          </Field>
        </>
      )}
    </section>
  )
}

/** Who applies for the applicant (代为申请的人): name, relation, certificate, phone. */
function Representative({
  form,
  pack,
  place,
  party,
}: Pick<PartiesPageProps, 'form' | 'pack'> & { readonly place: number; readonly party: PartyDraft }) {
  const { values, set, problemOf, touch } = form
  const change = (patch: Partial<PartyDraft>) =>
    set(withParties(values.parties.map((one, at) => (at === place ? { ...one, ...patch } : one))))
  const at = (field: string) => `parties.${place}.${field}`
  const isOrganisation = party.kind === 'organisation'
  const certificateKind = party.certificateKind ?? pack.codes.certificateKinds[0]?.code ?? null
  const pickRelation = (relation: string | null) =>
    change({ relation: relation ?? '', kind: relation === ORGANISATION ? 'organisation' : 'person' })
  return (
    <>
      <Field
        required
        label={isOrganisation ? '组织名称' : '代理人'}
        error={problemOf(at('name')) ?? problemOf(at('role'))}
        name={at('name')}
      >
        <TextInput
          value={party.name}
          onChange={event => change({ name: event.currentTarget.value })}
          onBlur={() => touch(at('name'))}
          autoComplete="off"
          maxLength={100}
        />
      </Field>
      <Field required label="与申请人" error={problemOf(at('relation'))} name={at('relation')}>
        <Select
          data={optionsOf(relationsFor(pack, values.representationKind))}
          value={party.relation === '' ? null : party.relation}
          onChange={pickRelation}
          onBlur={() => touch(at('relation'))}
          allowDeselect={false}
        />
      </Field>
      {isOrganisation ? (
        <Field label="信用代码" error={problemOf(at('certificateNumber'))} name={at('certificateNumber')}>
          <TextInput
            value={party.certificateNumber}
            onChange={event => change({ certificateNumber: event.currentTarget.value })}
            autoComplete="off"
            maxLength={40}
          />
        </Field>
      ) : (
        <Field
          group
          label="证件"
          error={problemOf(at('certificateNumber')) ?? problemOf(at('certificateKind'))}
          name={at('certificateNumber')}
        >
          <CertificateInput
            kinds={optionsOf(pack.codes.certificateKinds)}
            kind={certificateKind}
            number={party.certificateNumber}
            onKindChange={kind => change({ certificateKind: kind })}
            onNumberChange={certificateNumber => change({ certificateNumber, certificateKind })}
          />
        </Field>
      )}
      <Field label="联系电话" error={problemOf(at('phone'))} name={at('phone')}>
        <TextInput
          value={party.phone}
          onChange={event => change({ phone: event.currentTarget.value })}
          autoComplete="off"
          inputMode="tel"
          maxLength={40}
        />
      </Field>
    </>
  )
}

/** The relation of an organisation that is a guardian (担任监护人的组织). */
const ORGANISATION = 'guardian-body'
