import { Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ConflictFinding } from '../../src-main/contract/conflicts.ts'
import { Clause } from './clause.tsx'
import { type ConflictsShown, sameForAll, unanswered } from './conflict-reasons.ts'
import { dayOfInstant } from './day-text.ts'
import { Tag } from './tag.tsx'
import './conflict-panel.css'

const pages = { application: '/applications', case: '/cases' } as const

type PanelProps = ConflictsShown & {
  /** What stands there before anybody was asked, such as “填写对方当事人后自动查”. */
  readonly before: string
  /** Only shown, no reasons asked. */
  readonly readOnly?: boolean
}

/** 利益冲突: who stands on the other side, in which file, how surely, and the reason for going on. */
export function ConflictPanel({ findings, isAsked, reasons, setReason, before, readOnly = false }: PanelProps) {
  const open = unanswered(findings, reasons)
  const [first] = findings
  const firstReason = first ? (reasons[first.key] ?? '').trim() : ''
  const copy = () => {
    for (const [key, reason] of Object.entries(sameForAll(findings, reasons, firstReason))) setReason(key, reason)
  }
  if (findings.length === 0)
    return (
      <p className="second conflict-none" aria-live="polite">
        {isAsked ? (
          <>
            <IconCircleCheck size={16} className="green" aria-hidden />
            未见利益冲突<span className="note muted">　对照本中心登记</span>
          </>
        ) : (
          <span className="muted">{before}</span>
        )}
      </p>
    )
  return (
    <div className="conflict-panel" aria-live="polite">
      <ul className="plain">
        {findings.map(one => (
          <Finding key={one.key} one={one}>
            {!readOnly && one.isCurrent && one.acknowledgement === null && (
              <Textarea
                aria-label={`处理理由：${one.number}`}
                placeholder={one.severity === 'reason' ? '处理理由（必填）' : '处理理由'}
                autosize
                minRows={1}
                maxRows={4}
                maxLength={300}
                value={reasons[one.key] ?? ''}
                onChange={event => setReason(one.key, event.currentTarget.value)}
              />
            )}
          </Finding>
        ))}
      </ul>
      {!readOnly && open.length > 0 && (
        <p className="note">
          <span className="red">还有 {open.length} 项没有登记处理理由</span>
          {firstReason !== '' && (
            <>
              {'　'}
              <button type="button" className="text-link strong" onClick={copy}>
                其余用同一理由
              </button>
            </>
          )}
        </p>
      )}
    </div>
  )
}

function Finding({ one, children }: { readonly one: ConflictFinding; readonly children: React.ReactNode }) {
  const isOpen = one.isCurrent && one.severity === 'reason' && one.acknowledgement === null
  return (
    <li className="conflict-finding" data-open={isOpen || undefined}>
      <div className="row">
        {isOpen ? (
          <IconAlertTriangle size={16} className="red" aria-hidden />
        ) : (
          <IconInfoCircle size={16} className="amber" aria-hidden />
        )}
        <b className="strong second grow">{one.label}</b>
        <Tag outlined tone={one.strength === 'name' ? 'amber' : 'red'}>
          {one.strength === 'certificate' ? '证件一致' : one.strength === 'register' ? '同一人' : '同名'}
        </Tag>
      </div>
      <div className="second">
        {one.sentence}
        {'　'}
        <Link href={`${pages[one.matterKind]}/${one.matterId}`} className="text-link">
          打开 {one.number}
        </Link>
      </div>
      <div className="note muted">
        {one.isCurrent ? one.strengthWords : '现在已查不到'}
        {one.clause !== null && (
          <>
            {'　'}
            <Clause text={one.clause} {...(one.confidence === null ? {} : { confidence: one.confidence })} />
          </>
        )}
      </div>
      {one.acknowledgement !== null && (
        <div className="note soft">
          处理理由：{one.acknowledgement.reason}（{one.acknowledgement.by} {dayOfInstant(one.acknowledgement.at)}）
        </div>
      )}
      {children}
    </li>
  )
}
