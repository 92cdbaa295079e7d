import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { CUSTODY_LIMIT, handOverOf, hoursAndMinutes } from '../../../src-main/domain/custody.ts'
import { groundsFor, relationsFor, SELF } from '../../../src-main/domain/representation.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { CertificateInput } from '../../ui/certificate-input.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Pane, SectionHead } from '../../ui/page.tsx'
import { wordOf } from '../../ui/person-words.ts'
import { PinyinAutocomplete } from '../../ui/pinyin-autocomplete.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { OtherParties } from './party-tables.tsx'
import { FILLED_BY, type PartyDraft, tidyTime, withParties, withRepresentation } from './party-values.ts'

export type PartiesPageProps = {
  readonly form: FormValues<ApplicationValues>
  readonly pack: RulePack
  readonly today: string
  /** Opens the declaration desk (申报台). */
  readonly onRead: () => void
}

const YES_NO = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

function answer(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no'
}

/** The page of what an ordinary application does not need: who applies for whom, custody, filling in and reading, the other parties. */
export function PartiesPage(props: PartiesPageProps) {
  return (
    <>
      <Pane label="申请方式和手续" share={440}>
        <Representation {...props} />
        <CustodyPart {...props} />
        <FillingPart {...props} />
      </Pane>
      <Pane label="其他当事人" share={640}>
        <OtherParties form={props.form} pack={props.pack} today={props.today} />
      </Pane>
    </>
  )
}

function Representation({ form, pack }: PartiesPageProps) {
  const { values, set, problemOf } = form
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
            error={problemOf('representationGround')}
            name="representationGround"
          >
            <Select
              data={optionsOf(grounds)}
              value={values.representationGround === '' ? null : values.representationGround}
              onChange={code => set({ representationGround: code ?? '' })}
              allowDeselect={false}
            />
          </Field>
          {representative && <Representative form={form} pack={pack} place={place} party={representative} />}
          <Field
            required
            label="证明"
            hint={ground === undefined ? undefined : `通常为：${ground.proofs.join('、')}`}
            error={problemOf('representationProof')}
            name="representationProof"
          >
            <PinyinAutocomplete
              options={ground?.proofs ?? []}
              value={values.representationProof}
              onChange={representationProof => set({ representationProof })}
              maxLength={200}
            />
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
            kind={party.certificateKind ?? pack.codes.certificateKinds[0]?.code ?? null}
            number={party.certificateNumber}
            onKindChange={certificateKind => change({ certificateKind })}
            onNumberChange={certificateNumber =>
              change({
                certificateNumber,
                certificateKind: party.certificateKind ?? pack.codes.certificateKinds[0]?.code ?? null,
              })
            }
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

function CustodyPart({ form, pack, today }: PartiesPageProps) {
  const { values, set, problemOf, note, touch } = form
  return (
    <section className="section" aria-label="在押">
      <SectionHead title="在押" />
      <div className="form-gap" />
      <Checkbox
        label="申请人被羁押、服刑或者强制隔离戒毒"
        checked={values.isDetained}
        onChange={event => set({ isDetained: event.currentTarget.checked })}
      />
      {values.isDetained && (
        <div className="form-inset">
          <Field required label="羁押场所" name="custodyPlace">
            <TextInput
              value={values.custodyPlace}
              onChange={event => set({ custodyPlace: event.currentTarget.value })}
              onBlur={() => touch('custodyPlace')}
              error={problemOf('custodyPlace')}
              autoComplete="off"
              maxLength={100}
            />
          </Field>
          <Field group required label="经人转交" error={problemOf('isForwarded')} name="isForwarded">
            <SegmentedControl
              aria-label="申请是否经人转交"
              data={YES_NO}
              value={answer(values.isForwarded)}
              onChange={value => set({ isForwarded: value === 'yes' })}
            />
          </Field>
          {values.isForwarded === true && (
            <>
              <Field group required label="转交人" error={problemOf('forwardBy')} name="forwardBy">
                <Select
                  aria-label="转交人"
                  data={optionsOf(pack.application.forwarders)}
                  value={values.forwardBy === '' ? null : values.forwardBy}
                  onChange={code => set({ forwardBy: code ?? '' })}
                  allowDeselect={false}
                  w={210}
                />
                <TextInput
                  aria-label="转交单位或者值班律师姓名"
                  placeholder="单位、姓名"
                  value={values.forwardName}
                  onChange={event => set({ forwardName: event.currentTarget.value })}
                  maxLength={100}
                  style={{ flex: 1 }}
                />
              </Field>
              <Field
                group
                required
                label="申请交出"
                hint="被羁押人把申请交给转交人的时间"
                error={problemOf('handedOn') ?? problemOf('handedAt')}
                name="handedOn"
              >
                <DateField
                  aria-label="交给转交人的日期"
                  value={values.handedOn}
                  onChange={handedOn => set({ handedOn })}
                  onProblem={problem => note('handedOn', problem)}
                  latest={values.receivedOn ?? today}
                  today={today}
                />
                <TimeInput label="交给转交人的时间" value={values.handedAt} onChange={handedAt => set({ handedAt })} />
              </Field>
              <Field
                group
                required
                label="本中心收到"
                fact={<HandOverFact values={values} pack={pack} />}
                error={problemOf('custodyReceivedAt')}
                name="custodyReceivedAt"
              >
                <span className="field-text">{values.receivedOn ?? '先填收到日期'}</span>
                <TimeInput
                  label="本中心收到的时间"
                  value={values.custodyReceivedAt}
                  onChange={custodyReceivedAt => set({ custodyReceivedAt })}
                />
              </Field>
            </>
          )}
          <Field
            group
            required
            label="决定书"
            hint="是否同时送羁押场所"
            error={problemOf('decisionToCustody')}
            name="decisionToCustody"
          >
            <SegmentedControl
              aria-label="决定书同时送羁押场所"
              data={YES_NO}
              value={answer(values.decisionToCustody)}
              onChange={value => set({ decisionToCustody: value === 'yes' })}
            />
          </Field>
        </div>
      )}
    </section>
  )
}

/** A time of day, typed as 0930 or 9:30. */
function TimeInput(props: { readonly label: string; readonly value: string; readonly onChange: (time: string) => void }) {
  return (
    <TextInput
      aria-label={props.label}
      placeholder="时:分"
      value={props.value}
      onChange={event => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onChange(tidyTime(props.value))}
      maxLength={5}
      w={86}
    />
  )
}

/** 用时 23 小时 10 分，按时 or 超过 24 小时, with the clause. */
function HandOverFact({ values, pack }: { readonly values: ApplicationValues; readonly pack: RulePack }) {
  const limit = pack.time.hourLimits.find(one => one.id === CUSTODY_LIMIT)
  const times = [values.handedAt, values.custodyReceivedAt]
  if (!limit || values.handedOn === null || values.receivedOn === null || times.some(time => !/^\d{2}:\d{2}$/.test(time)))
    return null
  const result = handOverOf(
    { day: values.handedOn, time: values.handedAt },
    { day: values.receivedOn, time: values.custodyReceivedAt },
    limit,
  )
  if (result.minutes < 0) return <span className="red">收到的时间早于交出的时间</span>
  const used = `用时 ${hoursAndMinutes(result.minutes)}`
  return result.isLate ? (
    <span className="red">
      {`${used}，超过 ${result.limitHours} 小时${result.lateMinutes === 0 ? '' : `，迟 ${hoursAndMinutes(result.lateMinutes)}`}　${result.clause}`}
    </span>
  ) : (
    <span className="green">{`${used}，未超过 ${result.limitHours} 小时　${result.clause}`}</span>
  )
}

function FillingPart({ form, pack, onRead }: PartiesPageProps) {
  const { values, set, problemOf, touch } = form
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
            <TextInput
              value={values.filledName}
              onChange={event => set({ filledName: event.currentTarget.value })}
              onBlur={() => touch('filledName')}
              error={problemOf('filledName')}
              autoComplete="off"
              maxLength={60}
            />
          </Field>
          {values.filledBy === 'passing-body' && (
            <Field label="单位" name="filledUnit">
              <TextInput
                value={values.filledUnit}
                onChange={event => set({ filledUnit: event.currentTarget.value })}
                autoComplete="off"
                maxLength={100}
              />
            </Field>
          )}
          <Field required label="原因" error={problemOf('fillingReason')} name="fillingReason">
            <Select
              data={optionsOf(pack.application.fillingReasons)}
              value={values.fillingReason === '' ? null : values.fillingReason}
              onChange={code => set({ fillingReason: code ?? '' })}
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
              value={answer(values.fingerprint)}
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
