import { fork } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { openCore } from '../../src-main/host/core.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, PASSWORD } from '../support/make-center.ts'

const PLACE = { series: 'consultation', year: 2026 } as const

/** Forks a desk; it works once every desk is ready. */
function startDesk(words: readonly string[]) {
  const child = fork(path.resolve(import.meta.dirname, '../support/draw-and-tell.ts'), [...words], {
    execPath: path.resolve('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', part => {
    complaint += part
  })
  const said = (): Promise<string> =>
    new Promise((resolve, reject) => {
      child.once('message', message => resolve(String(message)))
      child.once('exit', code => reject(new Error(`the desk ended with ${code}: ${complaint}`)))
    })
  return { child, said }
}

describe('two desks on one folder', () => {
  it('draw and reserve at the same moment in processes of their own: no number twice, no hole, one whole audit trail', async () => {
    const center = await makeCenter()
    const { call, clerk, director, folder } = center
    const userId = (await call(director, 'users.list', {})).find(user => user.name === '王莉')?.id ?? ''
    const turns = 12
    const desks = [1, 2].map(() => startDesk([folder, userId, PASSWORD, '2026-11-20T01:30:00.000Z', String(turns)]))
    await Promise.all(desks.map(desk => desk.said()))
    const told = desks.map(desk => desk.said())
    for (const desk of desks) desk.child.send('go')
    const results = (await Promise.all(told)).map(text => JSON.parse(text) as { drawn: string[]; blocks: string[] })
    const numbers = results.flatMap(one => [...one.drawn, ...one.blocks])
    expect(new Set(numbers).size).toBe(2 * turns * 3)
    const rows = await call(clerk, 'numbering.ledger', PLACE)
    expect(rows.map(row => row.seq)).toEqual(Array.from({ length: 2 * turns * 3 }, (_, index) => index + 1))
    expect(rows.map(row => row.text).sort()).toEqual([...numbers].sort())
    expect((await call(director, 'audit.verify', {})).isWhole).toBe(true)
  })

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

  it('keep a number taken whose record is hidden from them, and no hole shows there', async () => {
    const center = await makeCenter()
    const { call, clerk, archivist, director } = center
    await call(clerk, 'applications.submit', applicationInput())
    const secret = await call(
      clerk,
      'applications.submit',
      applicationInput({ person: personInput({ name: '周小雨', certificateNumber: residentId('1990-05-06', 128) }) }),
    )
    const ground = shippedPack().privacy.restrictionGrounds[0]?.code ?? ''
    const matter = { kind: 'application', id: secret.id } as const
    await call(director, 'privacy.restrict', { matter, ground, note: '', viewerIds: [], version: 0 })
    const place = { series: 'application', year: 2026 }
    // Whoever may not see the file sees that its number is taken.
    const ledgers = await Promise.all([clerk, archivist, director].map(session => call(session, 'numbering.ledger', place)))
    for (const rows of ledgers)
      expect(rows.map(row => [row.seq, row.status])).toEqual([
        [1, 'used'],
        [2, 'used'],
      ])
    for (const session of [clerk, archivist, director])
      expect(await call(session, 'numbering.gaps', place)).toEqual({ counter: 2, unexplained: 0, gaps: [] })
    const third = applicationInput({ person: personInput({ name: '吴大江', certificateNumber: residentId('1985-05-06', 119) }) })
    expect((await call(clerk, 'applications.submit', third)).number).toBe('蚌援申〔2026〕3号')
  })
})
