import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { openCore } from '../../src-main/host/core.ts'
import { consultationInput } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'

const PLACE = { series: 'consultation', year: 2026 } as const

describe('two desks on one folder', () => {
  it('reserve blocks that never overlap and draw around them; a block outlives the program that reserved it', async () => {
    const desk = await makeCenter()
    const [consultant] = await desk.call(desk.clerk, 'users.names', {})
    const other = openCore(
      { dataFolder: desk.folder, printer: null, keyStore: null },
      { now: () => new Date('2026-11-20T09:00:00+08:00'), passwordCost: { memoryKiB: 64, passes: 1 }, mayNamePaths: true },
    )
    const clerk = (await desk.call(desk.director, 'users.list', {})).find(user => user.name === '王莉')?.id ?? ''
    const login = await other.invoke({ name: 'session.login', input: { userId: clerk, password: PASSWORD }, session: null })
    if (!login.ok) throw new Error(JSON.stringify(login.error))
    const { session } = login.value as OutputOf<'session.login'>
    const wanted = (count: number) => ({ ...PLACE, count, holder: '二号窗口', reason: '值班' })
    const there = async (count: number) => {
      const reply = await other.invoke({ name: 'numbering.reserve', input: wanted(count), session })
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    }
    const here = (count: number) => desk.call(desk.clerk, 'numbering.reserve', wanted(count))
    // In turn: both stand in one process here, and SQLite waits for a lock without giving way.
    await here(3)
    await there(5)
    await desk.call(desk.clerk, 'consultations.register', consultationInput(consultant?.id ?? ''))
    await there(2)
    await here(4)
    await other.close()
    const blocks = await desk.call(desk.clerk, 'numbering.blocks', { place: PLACE })
    const reserved = blocks.flatMap(block =>
      Array.from({ length: block.last - block.first + 1 }, (_, index) => block.first + index),
    )
    expect(blocks.map(block => block.unused).sort()).toEqual([2, 3, 4, 5])
    expect(new Set(reserved).size).toBe(14)
    const rows = await desk.call(desk.clerk, 'numbering.ledger', PLACE)
    expect(rows.map(row => row.seq)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    expect(rows.filter(row => row.status === 'used')).toHaveLength(1)
  })
})
