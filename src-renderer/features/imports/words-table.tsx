import { Select } from '@mantine/core'
import { importFields } from '../../../src-main/domain/imports/fields.ts'
import { usePack } from '../../api/use-pack.ts'
import { Section, SectionHead } from '../../ui/page.tsx'
import { listOptions, type Plan, type Tried, withWord } from './import-values.ts'

/** 认值: every word of a coded column once, with how often it stands there and what it is taken for; the unrecognised ones first. */
export function WordsTable({
  words,
  plan,
  onPlan,
}: {
  readonly words: Tried['words']
  readonly plan: Plan
  readonly onPlan: (plan: Plan) => void
}) {
  const pack = usePack()
  if (words.length === 0) return null
  const open = words.filter(word => word.code === null)
  const listOf = (id: string) => importFields(plan.register).find(field => field.id === id)?.list ?? null
  const sorted = words.toSorted((a, b) => Number(a.code !== null) - Number(b.code !== null) || b.count - a.count)
  return (
    <Section>
      <SectionHead title="认值" note={open.length > 0 ? `${open.length} 个词没有认出` : '都认出来了，可以改'} />
      <table className="plain-table import-words" aria-label="认值">
        <tbody>
          {sorted.slice(0, 40).map(word => {
            const list = listOf(word.field)
            return (
              <tr key={`${word.field} ${word.word}`}>
                <td>
                  {word.word}
                  <div className="note">
                    {word.label}　{word.count} 行
                  </div>
                </td>
                <td style={{ width: 160 }}>
                  <Select
                    aria-label={`${word.label}“${word.word}”是`}
                    size="xs"
                    searchable
                    placeholder="未识别"
                    error={word.code === null}
                    data={list === null ? [] : listOptions(pack, list)}
                    value={word.code}
                    onChange={code => onPlan(withWord(plan, word.field, word.word, code))}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
