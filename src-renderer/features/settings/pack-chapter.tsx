import { IconAlertTriangle } from '@tabler/icons-react'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import { type PackSection, sharedBasis, unverified } from '../../../src-main/domain/rule-pack/sections.ts'
import { SectionHead } from '../../ui/page.tsx'
import { BasisClause } from './basis-clause.tsx'

/** One chapter of a rule pack in plain words: its rules in hairlines, each with what it rests on. */
export function PackChapter({ section }: { readonly section: PackSection }) {
  return section.groups.map(group => {
    const shared = sharedBasis(group)
    const isEachItsOwn = shared === null && group.lines.some(line => line.basis !== null)
    return (
      <section key={group.title} className="rule-group" aria-label={group.title}>
        <SectionHead title={group.title} note={group.note} aside={shared && <BasisClause basis={shared} />} />
        {group.lines.length > 0 && (
          <table className="plain-table rule-table">
            <tbody>
              {group.lines.map(line => (
                <tr key={line.key}>
                  <th scope="row">{line.title}</th>
                  <td>
                    {line.text}
                    {!shared && line.basis?.note && (
                      <span className="rule-note">
                        {line.basis.confidence !== 'H' && <IconAlertTriangle size={12} aria-hidden />}
                        {line.basis.note}
                      </span>
                    )}
                  </td>
                  {isEachItsOwn && <td className="rule-basis">{line.basis && <BasisClause basis={line.basis} />}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {shared?.note && <p className="rule-note">{shared.note}</p>}
      </section>
    )
  })
}

/** How many bases of a chapter are still to be checked (待核实); nothing for none. */
export function UnverifiedCount({ section }: { readonly section: PackSection }) {
  const count = unverified(section)
  if (count === 0) return null
  return (
    <span className="amber note" title="待核实的依据">
      待核实 {count}
    </span>
  )
}

/** The chapters narrowed to the rules that hold the words, in their title, text or basis; all of them for no words. */
export function chaptersWith(sections: readonly PackSection[], words: string): readonly PackSection[] {
  const wanted = words.trim()
  if (wanted === '') return sections
  return sections.flatMap(section => {
    const groups = section.groups
      .map(group => ({
        ...group,
        lines: group.title.includes(wanted)
          ? group.lines
          : group.lines.filter(line =>
              [line.title, line.text, line.basis ? clauseOf(line.basis) : ''].some(text => text.includes(wanted)),
            ),
      }))
      .filter(group => group.lines.length > 0)
    return groups.length > 0 ? [{ ...section, groups }] : []
  })
}
