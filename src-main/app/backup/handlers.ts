import { type HandlersOf, maintenance } from '../context.ts'

/** Backups (备份): each one is opened and checked before it counts. */
export const backupHandlers: HandlersOf<'backup'> = {
  'backup.list': maintenance(async ({ center }) =>
    // What a restore put aside was not opened: it may be the very damage that was restored from.
    center.listBackups().map(backup => ({ ...backup, isVerified: backup.reason !== 'before-restore' })),
  ),
  'backup.make': maintenance(async ({ center, progress }) => {
    progress(0, 1, '备份并校验')
    const { name, bytes } = center.backUp('manual')
    return { name, bytes }
  }),
  'backup.restore': maintenance(async ({ center, actor, progress }, { name }) => {
    progress(0, 1, '校验备份并恢复')
    await center.restore(name, actor)
    return {}
  }),
}
