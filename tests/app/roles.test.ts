import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type OperationName, type OutputOf } from '../../src-main/contract/index.ts'
import { type Access, ROLES, type Role } from '../../src-main/contract/operation.ts'
import { openCore } from '../../src-main/host/core.ts'
import { PASSWORD, RECOVERY_KEY } from '../support/make-center.ts'

type Caller = Role | 'nobody'
const CALLERS: readonly Caller[] = [...ROLES, 'nobody']
// No operation takes this key: whoever is let through is told so, and nothing else happens.
const ODD_INPUT = { notInTheContract: 1 }

const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-roles-'))
const core = openCore(
  { dataFolder: folder, printer: null, keyStore: null },
  { passwordCost: { memoryKiB: 64, passes: 1 }, backups: 'daily-at-close' },
)
const sessions = new Map<Caller, string | null>([['nobody', null]])

async function must(name: OperationName, input: unknown, session: string | null): Promise<unknown> {
  const reply = await core.invoke({ name, input, session })
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

/** One person for each role (接待员、档案员、主任、管理员), each holding that role alone. */
beforeAll(async () => {
  const created = (await must(
    'center.create',
    {
      center: {
        fullName: '蚌山区法律援助中心',
        shortName: '蚌',
        regionCode: '340303',
        fondsName: '蚌山区司法局',
        fondsCode: 'J019',
      },
      director: { name: '陈建国', password: PASSWORD },
      recoveryKey: RECOVERY_KEY,
    },
    null,
  )) as OutputOf<'center.create'>
  sessions.set('director', created.session)
  for (const role of ROLES.filter(one => one !== 'director')) {
    const hired = await must('users.create', { name: `只当${role}`, roles: [role], password: PASSWORD }, created.session)
    const { id } = hired as OutputOf<'users.create'>
    const login = (await must('session.login', { userId: id, password: PASSWORD }, null)) as OutputOf<'session.login'>
    expect(login.user.roles).toEqual([role])
    sessions.set(role, login.session)
  }
})

afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

function mayCall(access: Access, caller: Caller): boolean {
  if (access === 'public') return true
  if (caller === 'nobody') return false
  return access === 'staff' || access.includes(caller)
}

const matrix = Object.entries(contract).flatMap(([name, { roles }]) =>
  CALLERS.map(caller => ({ name, caller, answer: mayCall(roles, caller) ? 'is let through' : 'is refused' })),
)

describe('each role at each operation', () => {
  test.each(matrix)('$caller at $name $answer', async ({ name, caller, answer }) => {
    const reply = await core.invoke({ name, input: ODD_INPUT, session: sessions.get(caller) ?? null })
    if (answer === 'is let through') return expect(reply).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    const reason = caller === 'nobody' ? 'not-logged-in' : 'role'
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', reason, message: expect.stringMatching(/\p{Script=Han}/u) },
    })
  })

  test('a session that was never given is nobody', async () => {
    const reply = await core.invoke({ name: 'users.names', input: {}, session: 'x'.repeat(32) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', reason: 'not-logged-in' } })
  })

  test('nothing was done by asking: everyone is still logged in', async () => {
    for (const role of ROLES) {
      const reply = await core.invoke({ name: 'session.current', input: {}, session: sessions.get(role) ?? null })
      expect(reply, role).toMatchObject({ ok: true })
    }
  })
})

// The table above reads the contract; this one says what the office needs (职责), so that a role lost from the contract shows.
describe('what stands in the contract is what the office needs', () => {
  const director = ['director'] as const
  const desk = ['clerk', 'director'] as const
  test.each([
    ['decisions.decide', director],
    ['subsidies.approve', director],
    ['subsidies.return', director],
    ['numbering.void', director],
    ['packs.enact', director],
    ['backup.restore', director],
    ['users.create', ['director', 'administrator']],
    ['users.resetPassword', ['director', 'administrator']],
    ['center.update', ['director', 'administrator']],
    ['consultations.register', desk],
    ['applications.submit', desk],
    ['cases.assign', desk],
    ['closing.record', desk],
    ['subsidies.prepare', desk],
  ] as const)('%s is for %s', (name, roles) => {
    expect([...contract[name].roles].sort()).toEqual([...roles].sort())
  })

  test('before log-in only these may be called', () => {
    const open = Object.entries(contract).filter(([, { roles }]) => roles === 'public')
    expect(open.map(([name]) => name)).toEqual([
      'center.status',
      'center.regions',
      'center.proposeRecoveryKey',
      'center.recoveryKeyPage',
      'center.create',
      'center.recover',
      'center.restoreBackup',
      'session.login',
    ])
  })
})
