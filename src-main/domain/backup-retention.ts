import { dayOfInstant } from './calendar-date.ts'
import type { BackupRetention } from './rule-pack/rule-pack.ts'

/** A backup file by name and the UTC instant (ISO) at which it was made. */
export type DatedBackup = { readonly name: string; readonly madeAt: string }

/**
 * Which backups the retention rule (备份保留) no longer keeps. Kept are: the newest `keepToday` of today, the newest of each of the last
 * `daily` days that have one, and the newest of each of the last `monthly` months that have one. The newest of all is never dropped.
 */
export function backupsToDrop(
  backups: readonly DatedBackup[],
  now: string,
  rule: Pick<BackupRetention, 'keepToday' | 'daily' | 'monthly'>,
): string[] {
  const newestFirst = [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const today = dayOfInstant(now)
  const kept = new Set<string>(newestFirst.slice(0, 1).map(one => one.name))
  for (const one of newestFirst.filter(backup => dayOfInstant(backup.madeAt) === today).slice(0, rule.keepToday))
    kept.add(one.name)
  for (const one of newestOfEach(newestFirst, backup => dayOfInstant(backup.madeAt)).slice(0, rule.daily)) kept.add(one.name)
  for (const one of newestOfEach(newestFirst, backup => dayOfInstant(backup.madeAt).slice(0, 7)).slice(0, rule.monthly))
    kept.add(one.name)
  return newestFirst.filter(one => !kept.has(one.name)).map(one => one.name)
}

function newestOfEach(newestFirst: readonly DatedBackup[], keyOf: (backup: DatedBackup) => string): DatedBackup[] {
  const seen = new Set<string>()
  return newestFirst.filter(backup => {
    const key = keyOf(backup)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
