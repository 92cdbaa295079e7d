import { describe, expect, it } from 'vitest'
import { backupsToDrop, type DatedBackup } from '../../src-main/domain/backup-retention.ts'

const NOW = '2026-11-22T04:00:00.000Z'
const rule = { keepToday: 2, daily: 3, monthly: 2 }
function backup(name: string, madeAt: string): DatedBackup {
  return { name, madeAt }
}

describe('which backups are dropped', () => {
  it.each([
    { name: 'nothing where there is nothing', backups: [], dropped: [] },
    {
      name: 'the third of today',
      backups: [
        backup('t1', '2026-11-22T01:00:00.000Z'),
        backup('t2', '2026-11-22T02:00:00.000Z'),
        backup('t3', '2026-11-22T03:00:00.000Z'),
      ],
      dropped: ['t1'],
    },
    {
      name: 'all but the newest of an earlier day',
      backups: [backup('old', '2026-11-20T01:00:00.000Z'), backup('new', '2026-11-20T09:00:00.000Z')],
      dropped: ['old'],
    },
    {
      name: 'the fourth day, which is no newest of a month',
      backups: ['22', '21', '20', '19'].map(day => backup(day, `2026-11-${day}T01:00:00.000Z`)),
      dropped: ['19'],
    },
    {
      name: 'the third month',
      backups: ['11', '10', '09'].map(month => backup(month, `2026-${month}-05T01:00:00.000Z`)),
      dropped: [],
      days: 1,
      droppedThen: ['09'],
    },
    { name: 'never the newest of all', backups: [backup('only', '2020-01-01T00:00:00.000Z')], dropped: [] },
  ])('$name', ({ backups, dropped, days, droppedThen }) => {
    expect(backupsToDrop(backups, NOW, rule)).toEqual(dropped)
    if (droppedThen) expect(backupsToDrop(backups, NOW, { ...rule, daily: days })).toEqual(droppedThen)
  })
  it('takes days in Shanghai: 16:00 UTC begins the next one', () => {
    const backups = [backup('before', '2026-11-20T15:59:00.000Z'), backup('after', '2026-11-20T16:01:00.000Z')]
    expect(backupsToDrop(backups, NOW, rule)).toEqual([])
    expect(backupsToDrop(backups, NOW, { keepToday: 1, daily: 1, monthly: 1 })).toEqual(['before'])
  })
})
