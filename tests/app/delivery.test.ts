import { expect, test } from 'vitest'
import { assignCase, hireHandler } from '../support/case-steps.ts'
import { openReviewDesk } from '../support/review-desk.ts'

test('a delivery keeps what its way leaves as proof, and prints its receipt', async () => {
  const desk = await openReviewDesk('2026-11-12')
  const { paperId } = await desk.decide(desk.refusing('2026-11-12'))
  const input = {
    paperId,
    addressee: '王建国',
    way: 'direct',
    place: '蚌山区延安路 12 号',
    deliveredOn: '2026-11-12',
    signedBy: null,
    relation: null,
    trackingNumber: null,
    witness: null,
    remark: null,
  }
  const problems = async (more: object) => {
    const error = await desk.refusal(desk.clerk, 'deliveries.record', { ...input, ...more })
    return error.code === 'VALIDATION' ? error.fields.map(field => field.path[0]) : error.code
  }
  expect(await problems({})).toEqual(['signedBy'])
  expect(await problems({ way: 'post' })).toEqual(['trackingNumber'])
  expect(await problems({ way: 'left' })).toEqual(['witness', 'remark'])
  expect(await problems({ signedBy: '王建国', deliveredOn: '2026-11-11' })).toEqual(['deliveredOn'])
  expect(await problems({ signedBy: '王建国', deliveredOn: '2026-11-13' })).toEqual(['deliveredOn'])
  expect(await problems({ signedBy: '王建国', way: 'pigeon' })).toEqual(['way'])
  const { id } = await desk.call(desk.clerk, 'deliveries.record', { ...input, signedBy: '李梅', relation: '配偶' })
  const list = (kind: 'application' | 'case' = 'application', of = desk.id) =>
    desk.call(desk.clerk, 'deliveries.list', { subject: { kind, id: of } })
  expect(await list()).toMatchObject({
    papers: [{ id: paperId, number: '蚌援不决字〔2026〕1号', addressee: '王建国', timesDelivered: 1 }],
    deliveries: [{ paperNumber: '蚌援不决字〔2026〕1号', signedBy: '李梅', recordedBy: '王莉', receiptPaperId: null }],
  })
  const text = await desk.paperTextAfterIssue('delivery-receipt', { kind: 'delivery', id })
  for (const words of ['送 达 回 证', '蚌援不决字〔2026〕1号', '李梅', '配偶', '直接送达']) expect(text).toContain(words)
  expect((await list()).deliveries[0]?.receiptPaperId).not.toBeNull()
  const blank = await desk.call(desk.clerk, 'papers.preview', {
    form: 'delivery-receipt',
    subject: { kind: 'delivery', id: paperId },
  })
  expect(blank.html).toContain('蚌援不决字〔2026〕1号')
  expect(blank.html).not.toContain('李梅')
})

test('a matter lists what it has to deliver with whom it goes to: letters, receipts and the case’s own papers too', async () => {
  const desk = await openReviewDesk('2026-11-12')
  const { id: letter } = await desk.send('2026-11-10')
  await desk.paperTextAfterIssue('cooperation-letter', { kind: 'cooperation', id: letter })
  await desk.paperTextAfterIssue('application-form', { kind: 'application', id: desk.id })
  await desk.answer(letter, '2026-11-12')
  const papersOf = async (kind: 'application' | 'case', id: string) =>
    (await desk.call(desk.clerk, 'deliveries.list', { subject: { kind, id } })).papers.map(one => [one.title, one.addressee])
  expect(await papersOf('application', desk.id)).toEqual([['法律援助协作函', '合肥市庐阳区法律援助中心']])
  const { caseId } = await desk.decide(desk.grant('2026-11-12'))
  if (caseId === null) throw new Error('no case was opened')
  await assignCase(desk, caseId, (await hireHandler(desk)).id, '2026-11-12')
  const applicant = (await desk.get()).person.name
  expect((await papersOf('case', caseId)).toSorted()).toEqual(
    [
      ['法律援助协作函', '合肥市庐阳区法律援助中心'],
      ['给予法律援助决定书', applicant],
      ['指派通知书', '安徽正淮律师事务所'],
    ].toSorted(),
  )
})
