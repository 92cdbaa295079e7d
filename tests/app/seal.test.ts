import { describe, expect, test } from 'vitest'
import { assignCase, hireHandler } from '../support/case-steps.ts'
import { openReviewDesk } from '../support/review-desk.ts'

/** The head of a PNG: colour type 6 has an alpha channel, 2 has none. */
function png(width: number, colour: 2 | 6): string {
  const bytes = new Uint8Array(45)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(bytes.buffer)
  view.setUint32(8, 13)
  bytes.set(Buffer.from('IHDR'), 12)
  view.setUint32(16, width)
  view.setUint32(20, width)
  bytes.set([8, colour], 24)
  bytes.set(Buffer.from('IEND'), 37)
  return Buffer.from(bytes).toString('base64')
}

test('the seal image is the director’s, off at first, and every use is kept', async () => {
  const desk = await openReviewDesk('2026-11-12')
  const upload = (base64: string, widthMm = 40) => ({ file: { name: 'seal.png', base64 }, widthMm, version: 1 })
  const refused = async (input: object, session = desk.director) => desk.refusal(session, 'seal.upload', input)
  expect(await refused(upload(png(600, 6)), desk.clerk)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await refused(upload(png(600, 2)))).toMatchObject({ fields: [{ path: ['file'] }] })
  expect(await refused(upload(Buffer.from('no png').toString('base64')))).toMatchObject({ fields: [{ path: ['file'] }] })
  // 40 mm need 240 points.
  expect(await refused(upload(png(239, 6)))).toMatchObject({ fields: [{ path: ['file'] }] })
  await desk.call(desk.director, 'seal.upload', upload(png(240, 6)))
  expect(await desk.call(desk.clerk, 'seal.get', {})).toMatchObject({ isOn: false, widthMm: 40, heightMm: 40, timesUsed: 0 })
  const sealed = async (on: string) => ({ ...(await desk.grant(on)), withSeal: true })
  expect(await desk.refusal(desk.director, 'decisions.decide', await sealed('2026-11-12'))).toMatchObject({ rule: 'seal-off' })
  expect((await desk.get()).status).toBe('deciding')
  await desk.call(desk.director, 'seal.setUse', { isOn: true, reason: '局里同意套印', version: 2 })
  const { paperId } = await desk.call(desk.director, 'decisions.decide', await desk.grant('2026-11-12'))
  const plain = await desk.call(desk.clerk, 'papers.get', { id: paperId })
  expect(plain).toMatchObject({ isSealed: false })
  expect(plain.html).not.toContain('seal-image"')
  const subject = { kind: 'application' as const, id: desk.id }
  const issue = { form: 'grant-decision', subject, withSeal: true }
  expect(await desk.refusal(desk.clerk, 'papers.issue', issue)).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
  expect(await desk.refusal(desk.director, 'papers.issue', { ...issue, form: 'application-form' })).toMatchObject({
    rule: 'seal-form',
  })
  const stamped = await desk.call(desk.director, 'papers.issue', issue)
  expect(stamped).toMatchObject({ isReprint: false })
  expect(stamped.html).toContain('data:image/png;base64')
  // What was frozen stays as it was, with and without; the sealed one comes back as a reprint.
  expect((await desk.call(desk.clerk, 'papers.get', { id: paperId })).sha256).toBe(plain.sha256)
  expect(await desk.call(desk.director, 'papers.issue', issue)).toMatchObject({ isReprint: true, id: stamped.id })
  expect(await desk.call(desk.clerk, 'seal.get', {})).toMatchObject({ timesUsed: 1 })
  const trail = await desk.call(desk.director, 'audit.list', { subjectId: desk.id })
  expect(trail.map(entry => entry.summary)).toContain('出具《给予法律援助决定书》蚌援决字〔2026〕1号，套印印章图')
  await desk.call(desk.director, 'seal.remove', { reason: '换章', version: 3 })
  expect(await desk.call(desk.clerk, 'seal.get', {})).toMatchObject({ dataUri: null, isOn: false })
})

/** A desk whose director turned the seal image on. */
async function sealingDesk(today: string) {
  const desk = await openReviewDesk(today)
  const file = { name: 'seal.png', base64: png(600, 6) }
  await desk.call(desk.director, 'seal.upload', { file, widthMm: 40, version: 1 })
  await desk.call(desk.director, 'seal.setUse', { isOn: true, reason: '局里同意套印', version: 2 })
  return desk
}

describe('on a paper that was issued, the seal image', () => {
  test('is refused where a clerk signed the act, and stands where the director did', async () => {
    const desk = await sealingDesk('2026-11-12')
    const notOurs = async (id: string) => ({
      id,
      endedOn: '2026-11-12',
      ground: 'other-center',
      reason: '争议由合肥市庐阳区人民法院审理',
      place: '合肥市庐阳区法律援助中心',
      placeAddress: null,
      placePhone: null,
      version: await desk.versionOf(id),
    })
    const other = await desk.submit()
    const byClerk = (await desk.call(desk.clerk, 'endings.notOurs', await notOurs(desk.id))).paperId
    const byDirector = (await desk.call(desk.director, 'endings.notOurs', await notOurs(other.id))).paperId
    const offer = async (id: string, session = desk.director) => (await desk.call(session, 'papers.get', { id })).seal
    expect(await offer(byClerk)).toEqual({ may: false, because: expect.stringContaining('由王莉办理，没有经主任审批') })
    expect(await desk.refusal(desk.director, 'papers.seal', { id: byClerk })).toMatchObject({ rule: 'seal-unapproved' })
    const issue = { form: 'not-ours-notice', subject: { kind: 'application' as const, id: desk.id }, withSeal: true }
    expect(await desk.refusal(desk.director, 'papers.issue', issue)).toMatchObject({ rule: 'seal-unapproved' })
    expect(await offer(byDirector)).toEqual({ may: true, because: null })
    expect(await offer(byDirector, desk.clerk)).toBeNull()
    expect(await desk.refusal(desk.clerk, 'papers.seal', { id: byDirector })).toMatchObject({ code: 'FORBIDDEN' })
    const sealed = await desk.call(desk.director, 'papers.seal', { id: byDirector })
    expect(sealed.html).toContain('data:image/png;base64')
    expect(await desk.call(desk.director, 'papers.seal', { id: byDirector })).toEqual(sealed)
    expect(await offer(sealed.id)).toBeNull()
    expect(await desk.call(desk.director, 'seal.get', {})).toMatchObject({ timesUsed: 1 })
    // The frozen sealed paper prints as itself, then as a reprint; both carry the image.
    expect(await desk.call(desk.clerk, 'papers.print', { id: sealed.id })).toEqual(sealed)
    const again = await desk.call(desk.clerk, 'papers.print', { id: sealed.id })
    expect(again.isReprint).toBe(true)
    for (const words of ['补打　第 2 次', 'data:image/png;base64']) expect(again.html).toContain(words)
    const trail = (await desk.call(desk.director, 'audit.list', { subjectId: other.id })).map(entry => entry.summary)
    expect(trail.filter(line => line.includes('印章图'))).toHaveLength(3)
  })

  test('stands on the assignment that a clerk made in a case the director granted', async () => {
    const desk = await sealingDesk('2026-11-12')
    const { caseId } = await desk.decide(desk.grant('2026-11-12'))
    if (caseId === null) throw new Error('no case was opened')
    const handler = await hireHandler(desk)
    const { paperId } = await assignCase(desk, caseId, handler.id, '2026-11-12')
    expect((await desk.call(desk.director, 'papers.seal', { id: paperId })).html).toContain('data:image/png;base64')
  })

  test('comes with prior aid when the director asks', async () => {
    const desk = await sealingDesk('2026-11-10')
    const { paperId } = await desk.call(desk.director, 'urgentAid.provide', {
      applicationId: desk.id,
      decidedOn: '2026-11-10',
      ground: 'limit-expiring',
      limitEndsOn: '2026-11-16',
      aidForms: ['civil-litigation'],
      opinion: '仲裁时效将届满，先行提供',
      owed: ['工资流水'],
      dueOn: '2026-11-20',
      withSeal: true,
      version: await desk.versionOf(),
    })
    expect(await desk.call(desk.clerk, 'papers.get', { id: paperId })).toMatchObject({ isSealed: true, timesPrinted: 0 })
  })
})
