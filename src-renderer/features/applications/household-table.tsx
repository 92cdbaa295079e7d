import { ActionIcon, Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { HardshipResult } from '../../../src-main/contract/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { type MemberDraft, newMember, SELF } from './hardship-values.ts'
import { IncomeRows } from './income-rows.tsx'
import { YesNo } from './yes-no.tsx'

type TableProps = {
  readonly form: FormValues<ApplicationValues>
  readonly pack: RulePack
  /** What the live check says of each member; empty while it says nothing. */
  readonly people: HardshipResult['people']
}

/** 家庭成员: who lives together and what each earns. The clerk answers questions of fact; the check says who counts, and why. */
export function HouseholdTable({ form, pack, people }: TableProps) {
  const { values, set, note } = form
  const { members } = values
  return (
    <>
      {members.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: members have no identity but their place, and never change places
        <MemberRows key={index} form={form} pack={pack} people={people} index={index} />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => {
          for (const at of members.keys()) note(`members.${at}.incomes`, null)
          set({ members: [...members, newMember()] })
        }}
      >
        加一名家庭成员
      </Button>
    </>
  )
}

function MemberRows({ form, pack, people, index }: TableProps & { readonly index: number }) {
  const { values, set, problemOf, touch } = form
  const member = values.members[index]
  if (!member) return null
  const isSelf = index === 0 && member.relation === SELF
  const who = isSelf ? '申请人' : member.name || `第 ${index + 1} 人`
  const change = (patch: Partial<MemberDraft>) =>
    set({ members: values.members.map((one, at) => (at === index ? { ...one, ...patch } : one)) })
  const relations = optionsOf(pack.codes.kinshipRelations)
  const fault = ['name', 'relation', 'age', 'override.reason'].map(field => problemOf(`members.${index}.${field}`)).find(Boolean)
  return (
    <fieldset className="member" aria-label={who}>
      <div className="member-line">
        <TextInput
          w={104}
          aria-label={`${who} 姓名`}
          placeholder="姓名"
          value={member.name}
          maxLength={60}
          autoComplete="off"
          onChange={event => change({ name: event.currentTarget.value })}
          onBlur={() => touch(`members.${index}.name`)}
          error={Boolean(problemOf(`members.${index}.name`))}
        />
        <Select
          w={128}
          aria-label={`${who} 与申请人关系`}
          placeholder="与申请人关系"
          data={isSelf ? relations : relations.filter(relation => relation.value !== SELF)}
          value={member.relation === '' ? null : member.relation}
          disabled={isSelf}
          allowDeselect={false}
          searchable
          selectFirstOptionOnChange
          onChange={relation => change({ relation: relation ?? '' })}
          onBlur={() => touch(`members.${index}.relation`)}
          error={Boolean(problemOf(`members.${index}.relation`))}
        />
        <NumberInput
          w={62}
          aria-label={`${who} 年龄`}
          placeholder="年龄"
          value={member.age ?? ''}
          min={0}
          max={150}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          onChange={age => change({ age: typeof age === 'number' ? age : null })}
        />
        <TextInput
          w={92}
          aria-label={`${who} 职业`}
          placeholder="职业"
          value={member.occupation}
          maxLength={60}
          autoComplete="off"
          onChange={event => change({ occupation: event.currentTarget.value })}
        />
        {!isSelf && (
          <>
            <span className="note muted">共同生活</span>
            <YesNo
              label={`${who} 是否共同生活`}
              value={member.livesTogether}
              onChange={livesTogether => change({ livesTogether })}
            />
            <span className="note muted">分担生计</span>
            <YesNo
              label={`${who} 是否分担生计`}
              value={member.sharesIncome}
              onChange={sharesIncome => change({ sharesIncome })}
            />
            {values.opponentInFamily && (
              <Checkbox
                label="是对方当事人"
                aria-label={`${who} 是对方当事人`}
                checked={member.isOpponent}
                onChange={event => change({ isOpponent: event.currentTarget.checked })}
              />
            )}
            <ActionIcon
              className="push"
              variant="subtle"
              size={28}
              aria-label={`删去 ${who}`}
              onClick={() =>
                set({
                  members: values.members.filter((_, at) => at !== index),
                  // What belonged to this member goes; owners behind move up.
                  assets: values.assets
                    .filter(item => item.owner !== index)
                    .map(item => (item.owner !== null && item.owner > index ? { ...item, owner: item.owner - 1 } : item)),
                })
              }
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      {fault && (
        <div className="note red" role="alert">
          {fault}
        </div>
      )}
      <IncomeRows form={form} pack={pack} index={index} who={who} change={change} />
      {!isSelf && (
        <Counting
          member={member}
          who={who}
          change={change}
          person={people[index]}
          touch={() => touch(`members.${index}.override.reason`)}
        />
      )}
    </fieldset>
  )
}

/** Whether the member counts, as the check finds it; and the clerk's word against it, with a reason. */
function Counting({
  member,
  who,
  person,
  change,
  touch,
}: {
  readonly member: MemberDraft
  readonly who: string
  readonly person: HardshipResult['people'][number] | undefined
  readonly change: (patch: Partial<MemberDraft>) => void
  readonly touch: () => void
}) {
  const { override } = member
  if (override === null)
    return (
      <div className="member-line note">
        <span className="muted">
          {person === undefined
            ? '答完上面的问题后，这里显示是否计入'
            : `${person.isCounted === null ? '还不能确定' : person.isCounted ? '计入' : '不计入'}：${person.why}`}
        </span>
        {person !== undefined && (
          <button
            type="button"
            className="text-link"
            aria-label={`改定 ${who} 是否计入`}
            onClick={() => change({ override: { isCounted: person.isCounted !== true, reason: '' } })}
          >
            改定
          </button>
        )}
      </div>
    )
  return (
    <div className="member-line">
      <span className="note amber">经办人改定</span>
      <YesNo
        label={`${who} 是否计入`}
        words={['计入', '不计']}
        value={override.isCounted}
        onChange={isCounted => change({ override: { ...override, isCounted } })}
      />
      <TextInput
        className="grow"
        aria-label={`${who} 改定的理由`}
        placeholder="理由，写在核查表上"
        value={override.reason}
        maxLength={100}
        onChange={event => change({ override: { ...override, reason: event.currentTarget.value } })}
        onBlur={touch}
      />
      <Button size="xs" variant="default" onClick={() => change({ override: null })}>
        不改了
      </Button>
    </div>
  )
}
