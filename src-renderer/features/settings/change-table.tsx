import type { PackChange } from '../../../src-main/domain/rule-pack/difference.ts'

/** What two rule packs differ in: chapter, rule, before and after. */
export function ChangeTable({
  changes,
  before,
  after,
}: {
  readonly changes: readonly PackChange[]
  readonly before: string
  readonly after: string
}) {
  if (changes.length === 0) return <p className="section muted">规则没有不同。</p>
  return (
    <table className="plain-table change-table">
      <thead>
        <tr>
          <th scope="col">章</th>
          <th scope="col">规则</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(change => (
          <tr key={change.key}>
            <td className="nowrap">{change.section}</td>
            <td>
              <b className="strong">{change.title}</b>
            </td>
            <td className="soft">{change.before ?? '（没有）'}</td>
            <td>{change.after ?? <span className="red">（去掉）</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
