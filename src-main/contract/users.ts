import { z } from 'zod'
import { password, staffCard } from './center.ts'
import { id, instant, nothing, text, version } from './common.ts'
import { defineOperations, ROLES } from './operation.ts'

const roles = z.array(z.enum(ROLES)).min(1, '至少选一个角色')

export const userOperations = defineOperations({
  /** Log-in. Five wrong passwords in a row lock the account; the reply says how many tries are left. */
  'session.login': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ userId: z.string(), password: z.string().max(128) }),
    output: z.object({ session: z.string(), user: staffCard, idleMinutes: z.number().int() }),
  },
  /** Unlocks the screen of the session that is already there; the same count of wrong tries applies. */
  'session.unlock': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ password: z.string().max(128) }),
    output: nothing,
  },
  /** Locks the session: until it is unlocked nothing but drafts is taken from it. */
  'session.lock': { kind: 'command', roles: 'staff', input: nothing, output: nothing },
  'session.logout': { kind: 'command', roles: 'staff', input: nothing, output: nothing },
  'session.current': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({
      user: staffCard,
      centerName: z.string(),
      shortName: z.string(),
      idleMinutes: z.number().int(),
      packVersion: z.string(),
      lastBackupAt: instant.nullable(),
      /** Counts beside the rail's entries: the rows of this person's desk, and what is under way by area. */
      counts: z.object({
        desk: z.number().int(),
        applications: z.number().int(),
        cases: z.number().int(),
        subsidies: z.number().int(),
        archives: z.number().int(),
      }),
    }),
  },
  'users.list': {
    kind: 'query',
    roles: ['director', 'administrator'],
    input: nothing,
    output: z.array(staffCard.extend({ isActive: z.boolean(), version })),
  },
  /** Names of the staff for choosing a consultant (接待人) or a checker (检查人). */
  'users.names': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(z.object({ id, name: z.string(), roles: z.array(z.enum(ROLES)) })),
  },
  'users.create': {
    kind: 'command',
    roles: ['director', 'administrator'],
    input: z.strictObject({ name: text('姓名', 30), roles, password }),
    output: z.object({ id, version }),
  },
  'users.update': {
    kind: 'command',
    roles: ['director', 'administrator'],
    input: z.strictObject({ id, name: text('姓名', 30), roles, isActive: z.boolean(), version }),
    output: z.object({ version }),
  },
  /** Gives another account a new password and unlocks it. */
  'users.resetPassword': {
    kind: 'command',
    roles: ['director', 'administrator'],
    input: z.strictObject({ id, newPassword: password }),
    output: nothing,
  },
  'users.changeOwnPassword': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ oldPassword: z.string().max(128), newPassword: password }),
    output: nothing,
  },
  /** What was typed and not yet saved, per user and form; comes back after a crash or a lock. */
  'drafts.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ form: z.string().min(1).max(120) }),
    output: z.object({ content: z.string(), savedAt: instant }).nullable(),
  },
  'drafts.list': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(z.object({ form: z.string(), savedAt: instant })),
  },
  'drafts.save': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ form: z.string().min(1).max(120), content: z.string().max(500_000) }),
    output: z.object({ savedAt: instant }),
  },
  'drafts.discard': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ form: z.string().min(1).max(120) }),
    output: nothing,
  },
})
