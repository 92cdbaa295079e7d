import { expect, test } from 'vitest'
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
  expect((await desk.course()).deliveries).toMatchObject([{ paperNumber: '蚌援不决字〔2026〕1号', signedBy: '李梅' }])
  const text = await desk.paperTextAfterIssue('delivery-receipt', { kind: 'delivery', id })
  for (const words of ['送 达 回 证', '蚌援不决字〔2026〕1号', '李梅', '配偶', '直接送达']) expect(text).toContain(words)
  const blank = await desk.call(desk.clerk, 'papers.preview', {
    form: 'delivery-receipt',
    subject: { kind: 'delivery', id: paperId },
  })
  expect(blank.html).toContain('蚌援不决字〔2026〕1号')
  expect(blank.html).not.toContain('李梅')
})
