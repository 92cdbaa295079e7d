import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { AssetKind } from '../../../src-main/domain/rule-pack/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import type { AssetDraft } from './hardship-values.ts'
import { YesNo } from './yes-no.tsx'

type Props = { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack }

/** 财产: for every kind of the pack a question, and what is owned of it. */
export function AssetTable({ form, pack }: Props) {
  const { values, set } = form
  const answer = (kind: AssetKind, isOwned: boolean) =>
    set({
      assetsNone: isOwned ? values.assetsNone.filter(code => code !== kind.code) : [...values.assetsNone, kind.code],
      assets: isOwned ? [...values.assets, newAsset(kind)] : values.assets.filter(item => item.kind !== kind.code),
    })
  return (
    <>
      {(pack.hardship.assetKinds ?? []).map(kind => {
        const isOwned = values.assets.some(item => item.kind === kind.code)
        const isNone = values.assetsNone.includes(kind.code)
        return (
          <fieldset className="member" key={kind.code} aria-label={kind.label}>
            <div className="member-line">
              <span className="asset-name">{kind.label}</span>
              <YesNo
                label={`有没有${kind.label}`}
                words={['有', '没有']}
                value={isOwned ? true : isNone ? false : null}
                onChange={next => next !== (isOwned ? true : isNone ? false : null) && answer(kind, next)}
              />
              {isOwned && (
                <button
                  type="button"
                  className="text-link note"
                  onClick={() => set({ assets: [...values.assets, newAsset(kind)] })}
                >
                  再加一项
                </button>
              )}
            </div>
            {values.assets.map(
              (item, at) =>
                item.kind === kind.code && (
                  // biome-ignore lint/suspicious/noArrayIndexKey: things have no identity but their place
                  <AssetRow key={at} form={form} kind={kind} item={item} at={at} />
                ),
            )}
          </fieldset>
        )
      })}
    </>
  )
}

function newAsset(kind: AssetKind): AssetDraft {
  return { kind: kind.code, owner: null, amountFen: null, pieces: null, exception: null, note: '' }
}

function AssetRow({
  form,
  kind,
  item,
  at,
}: {
  readonly form: Props['form']
  readonly kind: AssetKind
  readonly item: AssetDraft
  readonly at: number
}) {
  const { values, set, note, problemOf } = form
  const change = (patch: Partial<AssetDraft>) =>
    set({ assets: values.assets.map((one, place) => (place === at ? { ...one, ...patch } : one)) })
  const path = `assets.${at}.amountFen`
  return (
    <div className="member-line income-line">
      <Select
        w={132}
        aria-label={`${kind.label} 属于谁`}
        data={[
          { value: 'all', label: '家庭共有' },
          ...values.members.map((member, place) => ({ value: String(place), label: member.name || `第 ${place + 1} 人` })),
        ]}
        value={item.owner === null ? 'all' : String(item.owner)}
        allowDeselect={false}
        onChange={owner => change({ owner: owner === null || owner === 'all' ? null : Number(owner) })}
      />
      {kind.measure === 'fen' ? (
        <MoneyInput
          w={128}
          aria-label={`${kind.label} 金额`}
          value={item.amountFen}
          onChange={amountFen => change({ amountFen })}
          onProblem={problem => note(path, problem)}
          error={Boolean(problemOf(path))}
        />
      ) : (
        <NumberInput
          w={92}
          aria-label={`${kind.label} 数量`}
          placeholder="数量"
          value={item.pieces ?? ''}
          min={0}
          max={999}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          onChange={pieces => change({ pieces: typeof pieces === 'number' ? pieces : null })}
        />
      )}
      {kind.exceptions.length > 0 && (
        <Select
          w={196}
          aria-label={`${kind.label} 例外`}
          placeholder="例外（没有不选）"
          data={optionsOf(kind.exceptions)}
          value={item.exception}
          clearable
          onChange={exception => change({ exception })}
        />
      )}
      <TextInput
        className="grow"
        aria-label={`${kind.label} 说明`}
        placeholder="说明"
        value={item.note}
        maxLength={100}
        onChange={event => change({ note: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        size={28}
        aria-label={`删去这项${kind.label}`}
        onClick={() => {
          for (const place of values.assets.keys()) note(`assets.${place}.amountFen`, null)
          set({ assets: values.assets.filter((_, place) => place !== at) })
        }}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
