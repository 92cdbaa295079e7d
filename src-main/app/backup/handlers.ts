import { type HandlersOf, maintenance } from '../context.ts'

/** Backups (备份): each one is opened and checked before it counts. */
export const backupHandlers: HandlersOf<'backup'> = {
  'backup.list': maintenance(async ({ center }) => center.listBackups().map(backup => ({ ...backup, isVerified: true }))),
  'backup.make': maintenance(async ({ center, progress }) => {
    progress(0, 1, '备份并校验')
    const { name, bytes } = center.backUp('manual')
    return { name, bytes }
  }),
  'backup.restore': maintenance(async ({ center, progress }, { name }) => {
    progress(0, 1, '校验备份并恢复')
    await center.restore(name)
    return {}
  }),
}
