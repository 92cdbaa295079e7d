import type { Role } from '../../contract/operation.ts'
import { renderPaper } from '../../papers/catalogue.ts'
import { getCenter, updateCenter } from '../../store/center-store.ts'
import { newRecoveryKey, normaliseRecoveryKey } from '../../store/keyring.ts'
import { classifyStorageError, type StorageError } from '../../store/storage-error.ts'
import type { Center } from '../center.ts'
import { command, type HandlersOf, open, type PublicContext, query } from '../context.ts'
import { invalid, stale } from '../refusal.ts'
import { fillWithSample } from '../sample/fill-with-sample.ts'
import { staffCardOf } from '../users/staff-card.ts'
import { regionName, regionsUnder } from './regions.ts'

const RECOVERY_KEY = /^[2-9A-HJ-NP-Z]{32}$/

/** First run, status before log-in, recovery, and the center's own particulars. */
export const centerHandlers: HandlersOf<'center'> = {
  'center.status': open(async ({ center, today }) => {
    const trouble = center.trouble() ?? (await troubleOpening(center))
    const { keyring } = center
    const opened = center.openedOrNull
    return {
      state: trouble ? 'trouble' : keyring ? 'ready' : 'empty',
      trouble: trouble ? { reason: troubleReason(trouble.reason), message: trouble.message } : null,
      centerName: keyring?.centerName ?? null,
      backups: center.listBackups().map(({ name, madeAt }) => ({ name, madeAt })),
      staff: (keyring?.staff ?? []).filter(one => one.isActive).map(staffCardOf),
      lastUserId: keyring?.lastUserId ?? null,
      lastBackupAt: center.listBackups()[0]?.madeAt ?? null,
      packVersion: opened ? center.packOn(today).version : null,
      auditEntries: opened ? await center.countAuditEntries() : null,
      today,
    }
  }),
  'center.regions': open(async ({ today }, { parent, on }) => regionsUnder(parent, on ?? today)),
  'center.proposeRecoveryKey': open(async () => ({ groups: newRecoveryKey() })),
  'center.recoveryKeyPage': open(async ({ today }, { centerName, groups }) => ({
    html: renderPaper('recovery-key-page', { centerName, groups, madeOn: today }).html,
  })),
  'center.create': open(async (ctx, input) => {
    const recoveryKey = normaliseRecoveryKey(input.recoveryKey)
    if (!RECOVERY_KEY.test(recoveryKey)) throw invalid(['recoveryKey'], '恢复密钥应为 8 组、每组 4 位')
    if (regionName(input.center.regionCode) === null) throw invalid(['center', 'regionCode'], '没有这个行政区划')
    const roles: Role[] = [...new Set<Role>(['director', ...input.director.alsoRoles])]
    const actor = await ctx.center.create(
      input.center,
      { name: input.director.name, password: input.director.password, roles },
      recoveryKey,
    )
    if (input.sampleCases > 0) await fillNewCenter(ctx, input.sampleCases, input.director.password)
    ctx.center.backUp('daily')
    return { session: ctx.center.startSession(actor.userId), user: ctx.center.staffCard(actor.userId) }
  }),
  'center.recover': open(async ({ center }, input) => {
    const { session, actor } = await center.recover(normaliseRecoveryKey(input.recoveryKey), input.userId, input.newPassword)
    return { session, user: center.staffCard(actor.userId) }
  }),
  'center.restoreBackup': open(async ({ center, progress }, { name, userId, password }) => {
    progress(0, 1, '校验备份并恢复')
    await center.restoreBeforeLogin(name, userId, password)
    return {}
  }),
  'center.get': query(async ({ db }) => {
    const center = await getCenter(db)
    return { ...center, regionName: regionName(center.regionCode) ?? center.regionCode }
  }),
  'center.update': command(async (ctx, input) => {
    const before = await getCenter(ctx.db)
    if (before.version !== input.version) throw stale('中心资料', before.version)
    if (regionName(input.center.regionCode) === null) throw invalid(['center', 'regionCode'], '没有这个行政区划')
    await updateCenter(ctx.trx, input.center, input.idleMinutes)
    await ctx.audit({
      subjectKind: 'center',
      subjectId: '1',
      summary: '修改中心资料',
      before,
      after: { ...input.center, idleMinutes: input.idleMinutes },
    })
    ctx.afterCommit(() => ctx.center.renameCenter(input.center.fullName))
    return { version: input.version + 1 }
  }),
}

/** Practice data (练习数据) for a center just made. Cancelled or broken off, the center goes again: half an office helps nobody practise. */
async function fillNewCenter(ctx: PublicContext, cases: number, staffPassword: string): Promise<void> {
  const { center, perform, progress } = ctx
  try {
    await fillWithSample(center, { cases, seed: 1, makeScans: true, staffPassword, perform, progress })
  } catch (error) {
    await center.throwAwayPractice()
    throw error
  }
}

/** Opens the database by the operating system's key store where that is possible; why it could not be opened, or null. */
async function troubleOpening(center: Center): Promise<StorageError | null> {
  try {
    await center.openByKeyStore()
    return null
  } catch (error) {
    const known = classifyStorageError(error)
    if (known) return known
    throw error
  }
}

function troubleReason(reason: string): 'corrupt' | 'newer-file' | 'read-only' | 'full' | 'unreadable' | 'missing' {
  switch (reason) {
    case 'corrupt':
    case 'newer-file':
    case 'read-only':
    case 'full':
    case 'missing':
      return reason
    default:
      return 'unreadable'
  }
}
