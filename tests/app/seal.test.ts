import { expect, test } from 'vitest'
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
