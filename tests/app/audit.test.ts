import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { makeCenter, PASSWORD, type TestCenter } from '../support/make-center.ts'

/** Changes the stored trail past its triggers, as somebody with the database key could. */
async function tamper(center: TestCenter, statement: string): Promise<void> {
  const { writer } = center.core.center.open.database
  for (const trigger of ['audit_entry_keeps_words', 'audit_entry_keeps_rows'])
    await sql.raw(`drop trigger ${trigger}`).execute(writer)
  await sql.raw(statement).execute(writer)
}

describe('audit.list', () => {
  it('tells who did what and when, newest first, with before and after', async () => {
    const center = await makeCenter()
    const { regionName: _, idleMinutes, version, ...particulars } = await center.call(center.director, 'center.get', {})
    center.setDay('2026-11-21', '10:30:00')
    await center.call(center.administrator, 'center.update', {
      center: { ...particulars, phone: '0552-3012348' },
      idleMinutes,
      version,
    })
    const entries = await center.call(center.director, 'audit.list', {})
    expect(entries.map(one => one.seq)).toEqual([5, 4, 3, 2, 1])
    expect(entries[0]).toMatchObject({
      at: '2026-11-21T02:30:00.000Z',
      actor: '赵倩',
      operation: 'center.update',
      summary: '修改中心资料',
      before: { phone: '' },
      after: { phone: '0552-***2348' },
    })
    expect(entries[4]).toMatchObject({ operation: 'center.create', summary: '首次设置', before: null })
    expect(JSON.stringify(entries)).not.toContain(PASSWORD)
  })

  it('is read page by page and by subject', async () => {
    const center = await makeCenter()
    const first = await center.call(center.director, 'audit.list', { limit: 3 })
    expect(first.map(one => one.seq)).toEqual([4, 3, 2])
    const rest = await center.call(center.director, 'audit.list', { limit: 3, before: 2 })
    expect(rest.map(one => one.seq)).toEqual([1])
    expect(await center.call(center.director, 'audit.list', { before: 1 })).toEqual([])
    const subjectId = first[0]?.subjectId ?? ''
    expect((await center.call(center.director, 'audit.list', { subjectId })).map(one => one.seq)).toEqual([4])
  })

  it('is closed to clerks', async () => {
    const center = await makeCenter()
    for (const name of ['audit.list', 'audit.verify'] as const) {
      expect(await center.refusal(center.clerk, name, {})).toMatchObject({
        code: 'FORBIDDEN',
        message: '只有档案员、主任、管理员可以这样做',
      })
      await center.call(center.archivist, name, {})
    }
  })

  it('holds nothing of what was rolled back', async () => {
    const center = await makeCenter()
    const before = await center.call(center.director, 'audit.list', {})
    await center.refusal(center.director, 'users.create', { name: '王莉', roles: ['clerk'], password: PASSWORD })
    expect(await center.call(center.director, 'audit.list', {})).toEqual(before)
  })
})

describe('audit.verify', () => {
  it('finds an untouched chain whole', async () => {
    const center = await makeCenter()
    const result = await center.call(center.director, 'audit.verify', {})
    expect(result).toMatchObject({ isWhole: true, entries: 4, brokenAt: null })
    expect(result.headHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['a changed word', "update audit_entry set summary = '新建账户 别人' where seq = 3", 3],
    ['a changed time', "update audit_entry set at = '2026-11-20T00:00:00.000Z' where seq = 1", 1],
    ['a changed hash of an entry', 'update audit_entry set hash = previous_hash where seq = 2', 2],
    ['a missing entry', 'delete from audit_entry where seq = 2', 2],
    ['a missing first entry', 'delete from audit_entry where seq = 1', 1],
    ['an entry moved to the end', 'update audit_entry set seq = 9 where seq = 4', 4],
  ])('names the first entry that does not fit after %s', async (_, statement, brokenAt) => {
    const center = await makeCenter()
    await tamper(center, statement)
    expect(await center.call(center.director, 'audit.verify', {})).toMatchObject({
      isWhole: false,
      brokenAt,
      entries: brokenAt - 1,
    })
  })

  it.each(['update audit_entry set summary = 1', 'delete from audit_entry'])(
    'the database itself refuses: %s',
    async statement => {
      const center = await makeCenter()
      await expect(sql.raw(statement).execute(center.core.center.open.database.writer)).rejects.toThrow('audit entries are never')
    },
  )
})
