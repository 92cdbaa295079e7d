import { expect, test } from 'vitest'
import { openReviewDesk } from '../support/review-desk.ts'

// Received on Monday 2026-11-09: the opinion is due on the fifth day, 11-14, and the decision on 11-16.
test.each([
  ['in time', '2026-11-16', '2026-11-12', { daysLate: 0, heldStep: null, heldBy: null }],
  [
    'late though the opinion came on its last day',
    '2026-11-17',
    '2026-11-14',
    { daysLate: 1, heldStep: 'decision', heldBy: '陈建国' },
  ],
  ['late after an opinion a day too late', '2026-11-17', '2026-11-15', { daysLate: 1, heldStep: 'review', heldBy: '王莉' }],
  ['late without an opinion', '2026-11-18', null, { daysLate: 2, heldStep: 'review', heldBy: '王莉' }],
])('a decision %s keeps who let it lapse', async (_, decidedOn, reviewedOn, kept) => {
  const desk = await openReviewDesk(decidedOn)
  if (reviewedOn !== null) await desk.review(reviewedOn)
  const before = await desk.course()
  expect(before.heldNow?.step ?? null).toBe(kept.heldStep)
  await desk.decide(desk.grant(decidedOn))
  expect((await desk.course()).decisions[0]).toMatchObject({
    ...kept,
    lastDay: '2026-11-16',
    decidedBy: '陈建国',
    reviewedBy: reviewedOn === null ? null : '王莉',
  })
})

test('the queue tells what may be granted in passing, and each grant stands by itself', async () => {
  const desk = await openReviewDesk('2026-11-12')
  await desk.review('2026-11-11')
  const other = await desk.submit({ receivedOn: '2026-11-10' })
  const third = await desk.submit({ receivedOn: '2026-11-11' })
  await desk.review('2026-11-12', { applicationId: third.id, proposal: 'refuse', reasons: ['no-case'], opinion: '没有证据' })
  const queue = await desk.call(desk.director, 'reviews.queue', {})
  expect(queue.map(row => [row.id, row.review?.proposal ?? null, row.blockedBecause !== null])).toEqual([
    [desk.id, 'grant', false],
    [other.id, null, false],
    [third.id, 'refuse', true],
  ])
  await desk.call(desk.clerk, 'applications.withdraw', { id: other.id, withdrawnOn: '2026-11-12', reason: '和解', version: 1 })
  const replies = []
  for (const row of queue.slice(0, 2))
    replies.push(
      await desk.attempt(desk.director, 'decisions.decide', {
        outcome: 'granted',
        applicationId: row.id,
        decidedOn: '2026-11-12',
        aidForms: row.aidForms,
        opinion: '同意给予法律援助',
        version: row.version,
      }),
    )
  expect(replies.map(reply => reply.ok)).toEqual([true, false])
  const text = await desk.paperTextAfterIssue('review-sheet', { kind: 'application', id: desk.id })
  for (const words of ['法律援助审查表', '建议给予法律援助。', '王莉', '同意给予法律援助', '陈建国'])
    expect(text).toContain(words)
})
