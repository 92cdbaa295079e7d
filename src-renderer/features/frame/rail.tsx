import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { useSession } from '../../api/session.ts'
import { dayOfInstant, monthDay, timeOfInstant } from '../../ui/day-text.ts'
import type { NavEntry } from '../../ui/feature-route.ts'

/** The rail: where one can go, how much waits there, and in its foot the rule pack and the last backup. */
export function Rail({ isFolded, entries }: { readonly isFolded: boolean; readonly entries: readonly NavEntry[] }) {
  const session = useSession()
  const [path] = useLocation()
  return (
    <nav className="rail" aria-label="主导航">
      {entries.map(entry => {
        const Icon = entry.icon
        const count = entry.count ? session.counts[entry.count] : 0
        const isHere = path === entry.path || path.startsWith(`${entry.path}/`)
        return (
          <Tooltip
            key={entry.path}
            label={count > 0 ? `${entry.label}　${count}` : entry.label}
            position="right"
            disabled={!isFolded}
          >
            <Link
              href={entry.path}
              className="rail-item"
              aria-current={isHere ? 'page' : undefined}
              aria-label={isFolded ? entry.label : undefined}
            >
              <Icon size={18} stroke={1.6} />
              <span className="rail-word">{entry.label}</span>
              {count > 0 && <span className="rail-count">{count}</span>}
            </Link>
          </Tooltip>
        )
      })}
      <div className="rail-foot">
        <div>规则包 {session.packVersion}</div>
        <div>{backupWords(session.lastBackupAt, session.today)}</div>
      </div>
    </nav>
  )
}

function backupWords(at: string | null, today: string) {
  if (at === null) {
    return (
      <>
        <IconAlertTriangle size={13} aria-hidden />
        还没有备份
      </>
    )
  }
  const day = dayOfInstant(at)
  return (
    <>
      <IconCircleCheck size={13} aria-hidden />
      备份 {day === today ? timeOfInstant(at) : monthDay(day)}
    </>
  )
}
