import { ActionIcon, Button, Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { SectionHead } from '../../ui/page.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues, MaterialDraft } from './application-values.ts'
import { materialRows, suggestedMaterials } from './materials-list.ts'

const KINDS = [
  { value: 'copy', label: '复印件' },
  { value: 'original', label: '原件' },
]

/** 申请材料: the usual papers as rows to tick, none ticked beforehand, and room for others. What is ticked goes on the receipt. */
export function MaterialTable({ form, pack }: { readonly form: FormValues<ApplicationValues>; readonly pack: RulePack }) {
  const { values, set, problemOf, touch } = form
  const { materials } = values
  const suggested = suggestedMaterials(pack, values.route, values.ground)
  const rows = materialRows(suggested, materials)
  const change = (index: number, patch: Partial<MaterialDraft>) =>
    set({ materials: materials.map((material, at) => (at === index ? { ...material, ...patch } : material)) })
  const remove = (index: number) => set({ materials: materials.filter((_, at) => at !== index) })
  const add = (name: string) => set({ materials: [...materials, { name, copies: 1, isOriginal: false }] })
  const copies = materials.reduce((sum, material) => sum + (material.copies ?? 0), 0)
  return (
    <section aria-label="申请材料">
      <SectionHead
        title="申请材料"
        count={materials.length}
        note={materials.length === 0 ? '收到哪几种就勾哪几种，提交后打印接收凭证' : `共 ${copies} 份，写入接收凭证`}
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
            const { index } = row
            const material = index === null ? undefined : materials[index]
            const isOwn = !suggested.includes(row.name)
            const key = isOwn ? `own-${place}` : row.name
            const label = row.name.trim() === '' ? `第 ${place + 1} 种材料` : row.name
            const fault =
              index === null ? undefined : (problemOf(`materials.${index}.name`) ?? problemOf(`materials.${index}.copies`))
            return (
              <tr key={key}>
                <td>
                  {isOwn && index !== null ? (
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
                      label={row.name}
                      checked={index !== null}
                      onChange={() => (index === null ? add(row.name) : remove(index))}
                    />
                  )}
                  {fault !== undefined && !isOwn && <div className="note red">{fault}</div>}
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
                  {isOwn && index !== null && (
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
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('')}>
        其他材料
      </Button>
    </section>
  )
}
