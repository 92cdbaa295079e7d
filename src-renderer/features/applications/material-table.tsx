import { ActionIcon, Button, Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react'
import { missingMaterials } from '../../../src-main/domain/materials.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { useKeys } from '../../ui/keys.ts'
import { SectionHead } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues, MaterialDraft } from './application-values.ts'
import { checklistRows, handedIn, materialFactsOf, proposedMaterials } from './materials-list.ts'

const KINDS = [
  { value: 'copy', label: '复印件' },
  { value: 'original', label: '原件' },
]

/**
 * 申请材料: what the pack asks for by matter and route as rows to tick, none ticked beforehand, and room for others. What is ticked goes on
 * the receipt; what is required and not ticked is told with its clause.
 */
export function MaterialTable({ form, pack }: { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack }) {
  const { values, set, problemOf, touch } = form
  const { materials } = values
  const rows = checklistRows(proposedMaterials(pack, values), materials)
  const change = (index: number, patch: Partial<MaterialDraft>) =>
    set({ materials: materials.map((material, at) => (at === index ? { ...material, ...patch } : material)) })
  const remove = (index: number) => set({ materials: materials.filter((_, at) => at !== index) })
  const add = (material: MaterialDraft) => set({ materials: [...materials, material] })
  const required = rows.flatMap(row => (row.index === null && row.proposal?.isRequired ? [handedIn(row.proposal)] : []))
  const takeAll = () => set({ materials: [...materials, ...required] })
  useKeys([{ keys: 'Alt+A', label: '必备材料都收到', run: takeAll, when: required.length > 0 }])
  const copies = materials.reduce((sum, material) => sum + (material.copies ?? 0), 0)
  return (
    <section aria-label="申请材料">
      <SectionHead
        title="申请材料"
        count={materials.length}
        note={materials.length === 0 ? '收到哪几种就勾哪几种，提交后打印接收凭证' : `共 ${copies} 份，写入接收凭证`}
        aside={
          required.length > 0 && (
            <Button size="compact-xs" variant="default" onClick={takeAll}>
              必备材料都收到 Alt+A
            </Button>
          )
        }
      />
      <table className="plain-table form-table">
        <thead>
          <tr>
            <th scope="col">材料名称</th>
            <th scope="col" style={{ width: 96 }}>
              份数
            </th>
            <th scope="col" style={{ width: 168 }}>
              原件或复印件
            </th>
            <th scope="col" style={{ width: 44 }}>
              <span className="sr-only">删去</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const { index, proposal } = row
            const material = index === null ? undefined : materials[index]
            const key = proposal?.code ?? proposal?.name ?? `own-${place}`
            const label = row.name.trim() === '' ? `第 ${place + 1} 种材料` : row.name
            const fault =
              index === null ? undefined : (problemOf(`materials.${index}.name`) ?? problemOf(`materials.${index}.copies`))
            return (
              <tr key={key}>
                <td>
                  {proposal === null && index !== null ? (
                    <TextInput
                      aria-label="材料名称"
                      value={row.name}
                      maxLength={60}
                      autoFocus={row.name === ''}
                      onChange={event => change(index, { name: event.currentTarget.value })}
                      onBlur={() => touch(`materials.${index}`)}
                      error={problemOf(`materials.${index}.name`)}
                    />
                  ) : (
                    <Checkbox
                      label={
                        <>
                          {row.name}
                          {proposal?.isRequired && <Tag outlined>必备</Tag>}
                        </>
                      }
                      checked={index !== null}
                      onChange={() => (index === null ? proposal && add(handedIn(proposal)) : remove(index))}
                    />
                  )}
                  {fault !== undefined && proposal !== null && <div className="note red">{fault}</div>}
                </td>
                <td>
                  {material && index !== null && (
                    <NumberInput
                      aria-label={`${label} 份数`}
                      value={material.copies ?? ''}
                      min={1}
                      max={999}
                      allowDecimal={false}
                      allowNegative={false}
                      onChange={value => change(index, { copies: typeof value === 'number' ? value : null })}
                      onBlur={() => touch(`materials.${index}`)}
                      error={Boolean(problemOf(`materials.${index}.copies`))}
                      w={76}
                    />
                  )}
                </td>
                <td>
                  {material && index !== null && (
                    <SegmentedControl
                      aria-label={`${label} 原件或复印件`}
                      data={KINDS}
                      value={material.isOriginal ? 'original' : 'copy'}
                      onChange={value => change(index, { isOriginal: value === 'original' })}
                    />
                  )}
                </td>
                <td>
                  {proposal === null && index !== null && (
                    <ActionIcon variant="subtle" size={28} aria-label={`删去 ${label}`} onClick={() => remove(index)}>
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="row">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => add({ code: null, name: '', copies: 1, isOriginal: false })}
        >
          其他材料
        </Button>
      </div>
      <MissingLine pack={pack} values={values} />
    </section>
  )
}

/** 缺少的必备材料, each with its clause: saving stays allowed, and the one-time notice (补正通知) lists them. */
function MissingLine({ pack, values }: { readonly pack: RulePack; readonly values: ApplicationValues }) {
  if (values.route === '' || values.materials.length === 0) return null
  const missing = missingMaterials(pack.application.materials, materialFactsOf(pack, values), values.materials)
  if (missing.length === 0) return <p className="note green missing-line">必备材料已齐</p>
  return (
    <p className="note amber missing-line" role="status">
      <IconAlertTriangle size={14} aria-hidden />
      {`缺必备材料 ${missing.length} 种：${missing
        .map(({ rule, copies }) => `${rule.label}${rule.copies > 1 ? ` ${copies} 份` : ''}（${clauseOf(rule.basis)}）`)
        .join('、')}。可以先收下，提交后一次性告知补正。`}
    </p>
  )
}
