import { z } from 'zod'
import { instant, isoDate, nothing, text, version } from './common.ts'
import { defineOperations, ROLES } from './operation.ts'

/** A staff member as the log-in screen shows them. No party's name ever appears before log-in. */
export const staffCard = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  lockedAt: instant.nullable(),
})

export const password = z
  .string()
  .min(8, '密码至少 8 位')
  .max(128, '密码最多 128 位')
  .refine(value => value.trim() === value, '密码首尾不能有空格')

/** The center (法律援助中心) as its papers name it. The fonds (全宗) is usually the county bureau's. */
export const centerInput = z.strictObject({
  fullName: text('中心全称', 60),
  shortName: text('文号简称', 6),
  regionCode: z.string().regex(/^\d{6}$/, '请选到区、县'),
  fondsName: text('全宗名称', 60),
  fondsCode: z.string().regex(/^[A-Z]\d{3}$/, '全宗号为 1 个大写字母加 3 位数字，如 J019'),
  address: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(40).default(''),
  bureauName: z.string().trim().max(60).default(''),
})

export const region = z.object({ code: z.string(), name: z.string() })
const session = z.object({ session: z.string(), user: staffCard })

export const centerOperations = defineOperations({
  /** Where the data folder stands before anyone logs in. */
  'center.status': {
    kind: 'query',
    roles: 'public',
    input: nothing,
    output: z.object({
      state: z.enum(['empty', 'ready', 'trouble']),
      trouble: z
        .object({ reason: z.enum(['corrupt', 'newer-file', 'read-only', 'full', 'unreadable', 'missing']), message: z.string() })
        .nullable(),
      centerName: z.string().nullable(),
      staff: z.array(staffCard),
      lastUserId: z.string().nullable(),
      lastBackupAt: instant.nullable(),
      /** Backups that could take the place of a database that does not open, newest first. */
      backups: z.array(z.object({ name: z.string(), madeAt: instant })),
      packVersion: z.string().nullable(),
      auditEntries: z.number().int().nullable(),
      today: isoDate,
    }),
  },
  /** Provinces, or the cities or counties under a code, as they stood on a day; today when none is given. */
  'center.regions': {
    kind: 'query',
    roles: 'public',
    input: z.strictObject({ parent: z.string().nullable(), on: isoDate.optional() }),
    output: z.array(region),
  },
  /** A fresh recovery key (恢复密钥), eight groups of four, to show, print and type back before `center.create`. Kept nowhere. */
  'center.proposeRecoveryKey': {
    kind: 'query',
    roles: 'public',
    input: nothing,
    output: z.object({ groups: z.array(z.string().length(4)).length(8) }),
  },
  /** The printable page for a recovery key that is being set up. */
  'center.recoveryKeyPage': {
    kind: 'query',
    roles: 'public',
    input: z.strictObject({ centerName: z.string().max(60), groups: z.array(z.string().length(4)).length(8) }),
    output: z.object({ html: z.string() }),
  },
  /** First run: makes the encrypted database, the director's account and the key wrappings, and logs the director in. */
  'center.create': {
    kind: 'job',
    roles: 'public',
    input: z.strictObject({
      center: centerInput,
      director: z.strictObject({ name: text('主任姓名', 30), password, alsoRoles: z.array(z.enum(ROLES)).default([]) }),
      recoveryKey: z.string().min(32).max(64),
      sampleCases: z.number().int().min(0).max(20_000).default(0),
    }),
    output: session,
  },
  /** Opens the center with the recovery key when passwords are lost, and gives one account a new password. */
  'center.recover': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ recoveryKey: z.string().min(32).max(64), userId: z.string(), newPassword: password }),
    output: session,
  },
  /** Puts a backup in the place of a database that cannot be opened. A director's password is asked for; then everyone logs in as usual. */
  'center.restoreBackup': {
    kind: 'job',
    roles: 'public',
    input: z.strictObject({ name: z.string().max(120), userId: z.string(), password: z.string().max(128) }),
    output: nothing,
  },
  'center.get': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: centerInput.extend({ regionName: z.string(), idleMinutes: z.number().int(), version }),
  },
  'center.update': {
    kind: 'command',
    roles: ['director', 'administrator'],
    input: z.strictObject({ center: centerInput, idleMinutes: z.number().int().min(1).max(120), version }),
    output: z.object({ version }),
  },
})
