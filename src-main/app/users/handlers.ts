import { getCenter } from '../../store/center-store.ts'
import { countUnderWay, deleteDraft, findDraft, listAccounts, listDrafts, saveDraft } from '../../store/user-store.ts'
import { command, type HandlersOf, maintenance, open, query } from '../context.ts'
import { waitingGroups } from '../desk/waiting-groups.ts'
import { createUser } from './create-user.ts'
import { resetPassword } from './reset-password.ts'
import { updateUser } from './update-user.ts'

/** Log-in, lock and log-out. */
export const sessionHandlers: HandlersOf<'session'> = {
  'session.login': open(async ({ center }, { userId, password }) => {
    const trouble = center.trouble()
    if (trouble) throw trouble
    const { session } = await center.login(userId, password)
    const { idleMinutes } = await getCenter(center.open.database.reader)
    return { session, user: center.staffCard(userId), idleMinutes }
  }),
  'session.unlock': maintenance(async ({ center, actor, session }, { password }) => {
    await center.checkPassword(actor.userId, password)
    center.lockSession(session, false)
    return {}
  }),
  'session.lock': maintenance(async ({ center, session }) => {
    center.lockSession(session, true)
    return {}
  }),
  'session.logout': maintenance(async ({ center, session }) => {
    center.endSession(session)
    return {}
  }),
  'session.current': query(async ctx => {
    const { db, actor, center, inForce } = ctx
    const groups = await waitingGroups(ctx)
    const { fullName, shortName, idleMinutes } = await getCenter(db)
    return {
      user: center.staffCard(actor.userId),
      centerName: fullName,
      shortName,
      idleMinutes,
      packVersion: inForce.version,
      lastBackupAt: center.listBackups()[0]?.madeAt ?? null,
      counts: { desk: groups.reduce((sum, group) => sum + group.rows.length, 0), ...(await countUnderWay(db)) },
    }
  }),
}

/** Accounts of the staff. */
export const userHandlers: HandlersOf<'users'> = {
  'users.list': query(async ({ db, center }) => {
    const accounts = await listAccounts(db)
    return accounts.map(account => ({
      ...account,
      lockedAt: center.keyring?.staff.find(one => one.id === account.id)?.lockedAt ?? null,
    }))
  }),
  'users.names': query(async ({ db }) => {
    const accounts = await listAccounts(db)
    return accounts.filter(account => account.isActive).map(({ id, name, roles }) => ({ id, name, roles }))
  }),
  'users.create': command(createUser),
  'users.update': command(updateUser),
  'users.resetPassword': command(resetPassword),
  'users.changeOwnPassword': command(async (ctx, { oldPassword, newPassword }) => {
    await ctx.center.checkPassword(ctx.actor.userId, oldPassword, 'oldPassword')
    await ctx.center.setPassword(
      { id: ctx.actor.userId, name: ctx.actor.name, roles: ctx.actor.roles, isActive: true },
      newPassword,
    )
    await ctx.audit({ subjectKind: 'user', subjectId: ctx.actor.userId, summary: '修改自己的密码' })
    return {}
  }),
}

/** What is being typed, kept per person and form. */
export const draftHandlers: HandlersOf<'drafts'> = {
  'drafts.get': query(async ({ db, actor }, { form }) => findDraft(db, actor.userId, form)),
  'drafts.list': query(async ({ db, actor }) => listDrafts(db, actor.userId)),
  'drafts.save': command(async ({ trx, actor, now }, { form, content }) => {
    await saveDraft(trx, { userId: actor.userId, form, content, savedAt: now })
    return { savedAt: now }
  }),
  'drafts.discard': command(async ({ trx, actor }, { form }) => {
    await deleteDraft(trx, actor.userId, form)
    return {}
  }),
}
