import { IconAlertTriangle, IconCircleX, IconNote } from '@tabler/icons-react'
import { SectionHead } from '../../ui/page.tsx'
import type { Finding, Volume } from './volume-types.ts'

export type ChecksListProps = {
  readonly volume: Volume
  /** Goes to the place of a finding, or opens what mends it; null where nothing may be changed. */
  readonly onOpen: ((finding: Finding) => void) | null
  /** Asks for the reason why an item is missing. */
  readonly onExcuse: (finding: Finding) => void
  /** Takes the excuse of a missing item back; null where nothing may be changed. */
  readonly onTakeBack: ((templateItem: number) => void) | null
}

/** What the checks (检查) found, errors first, each with a link to its place. */
export function ChecksList({ volume, onOpen, onExcuse, onTakeBack }: ChecksListProps) {
  const errors = volume.findings.filter(finding => finding.level === 'error')
  const warnings = volume.findings.filter(finding => finding.level === 'warning')
  const passed = volume.findings.filter(finding => finding.level === 'pass').length
  const open = [...errors, ...warnings]
  const excused = volume.order.filter(entry => entry.excuse !== null)
  return (
    <section className="checks" aria-label="检查">
      <div className="section checks-head">
        <SectionHead
          title="检查"
          note={
            <span className="checks-counts">
              {errors.length > 0 && <b className="red">错误 {errors.length}</b>}
              {warnings.length > 0 && <b className="amber">提醒 {warnings.length}</b>}
              <b className="green">通过 {passed}</b>
            </span>
          }
          aside={onOpen === null ? null : <span className="note muted">错误须处理，或写明理由记入备考表</span>}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a sealed volume leaves no link in it to bring the keyboard there */}
      <ul className="checks-list" tabIndex={0} aria-label="检查结果">
        {open.map(finding => (
          <li key={`${finding.check}-${finding.templateItem}-${finding.itemId}-${finding.message}`}>
            {finding.level === 'error' ? (
              <IconCircleX size={16} className="red" role="img" aria-label="错误" />
            ) : (
              <IconAlertTriangle size={16} className="amber" role="img" aria-label="提醒" />
            )}
            <span className="check-id muted">{finding.check}</span>
            <span className="clip" title={finding.message}>
              {finding.message}
            </span>
            {onOpen && (
              <span className="check-links">
                {goalOf(finding) === 'order' && (
                  <button type="button" className="text-link" onClick={() => onExcuse(finding)}>
                    写明理由
                  </button>
                )}
                <button type="button" className="text-link strong" onClick={() => onOpen(finding)}>
                  {actionOf(finding)}
                </button>
              </span>
            )}
          </li>
        ))}
        {excused.map(entry => (
          <li key={entry.no}>
            <IconNote size={16} className="muted" role="img" aria-label="已说明" />
            <span className="check-id muted">{entry.no}</span>
            <span className="clip" title={entry.excuse ?? undefined}>
              缺 {entry.title}，已说明：{entry.excuse}
            </span>
            {onTakeBack && (
              <button type="button" className="text-link strong push" onClick={() => onTakeBack(entry.no)}>
                撤回
              </button>
            )}
          </li>
        ))}
        {open.length + excused.length === 0 && <li className="muted">没有要处理的问题</li>}
      </ul>
    </section>
  )
}

/** Checks whose fault is mended in the volume's particulars (案卷信息), not in its papers. */
const OF_THE_HEAD: ReadonlySet<string> = new Set(['V02', 'V03', 'V04', 'V40', 'V41', 'V42', 'V50', 'V51', 'V60', 'V61', 'V62'])
/** Among them those that want words in the note (备考表). */
const OF_THE_NOTE: ReadonlySet<string> = new Set(['V04', 'V42', 'V61'])

/** Where the link of a finding leads. */
export function goalOf(finding: Finding): 'head' | 'line' | 'order' {
  if (OF_THE_HEAD.has(finding.check)) return 'head'
  return finding.itemId === null && finding.templateItem !== null ? 'order' : finding.itemId === null ? 'head' : 'line'
}

function actionOf(finding: Finding): string {
  switch (goalOf(finding)) {
    case 'head':
      return OF_THE_NOTE.has(finding.check) ? '写说明' : '改案卷信息'
    case 'line':
      return finding.check === 'V33' ? '改题名' : '改目录'
    case 'order':
      return '去补'
  }
}
