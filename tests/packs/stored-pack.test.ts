import { expect, test } from 'vitest'
import nationalDefault from '../../src-main/packs/national-default.json' with { type: 'json' }
import { parseStoredPack } from '../../src-main/packs/stored-pack.ts'

/** The pack as a center signed it before the program knew notices, letters and hidden matters, with a limit of its own. */
function earlierPack() {
  const { privacy: _, application: ____, ...pack } = structuredClone(nationalDefault)
  const { noticeKinds: __, ...codes } = {
    ...pack.codes,
    agentKinds: pack.codes.agentKinds.filter(one => one.code !== 'agent'),
    deliveryWays: pack.codes.deliveryWays.filter(one => one.code !== 'left'),
  }
  return {
    ...pack,
    version: '2025.3',
    codes,
    numberSeries: pack.numberSeries
      .filter(series => series.id !== 'notice')
      .map(({ perStage: ___, ...series }) => ({ ...series, label: `${series.label}（本县）` })),
    wording: pack.wording.slice(1),
    time: { ...pack.time, limits: pack.time.limits.map(limit => (limit.id === 'decision' ? { ...limit, days: 9 } : limit)) },
  }
}

test('a pack signed under an earlier version opens with what it lacks, and keeps every word that was signed', () => {
  const text = JSON.stringify(earlierPack())
  const parsed = parseStoredPack(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.text).toBe(text)
  const { pack } = parsed
  expect(pack.version).toBe('2025.3')
  expect(pack.time.limits.find(limit => limit.id === 'decision')?.days).toBe(9)
  expect(pack.numberSeries.find(series => series.id === 'case')).toMatchObject({
    label: '案件（本县）',
    perStage: expect.any(Boolean),
  })
  expect(pack.numberSeries.map(series => series.id)).toContain('notice')
  expect(pack.codes.noticeKinds).toEqual(nationalDefault.codes.noticeKinds)
  expect(pack.codes.agentKinds.map(one => one.code)).toContain('agent')
  expect(pack.codes.deliveryWays.map(one => one.code)).not.toContain('left')
  expect(pack.wording.map(one => one.id)).toContain(nationalDefault.wording[0]?.id)
})

test.each([
  ['the shipped pattern where it is free', '{short}援异〔{year}〕{seq}号', '{short}援证〔{year}〕{seq}号'],
  [
    'its own label where a signed series gives the same numbers',
    '{short}援证〔{year}〕{seq}号',
    '{short}法律援助证明〔{year}〕{seq}号',
  ],
])('a series that came later takes %s', (_, signed, added) => {
  const pack = {
    ...nationalDefault,
    version: '2025.4',
    numberSeries: nationalDefault.numberSeries
      .filter(series => series.id !== 'aid-certificate' && series.id !== 'recheck-notice')
      .map(series => (series.id === 'objection' ? { ...series, pattern: signed } : series)),
  }
  const parsed = parseStoredPack(JSON.stringify(pack))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const patternOf = (id: string) => parsed.pack.numberSeries.find(series => series.id === id)?.pattern
  expect(patternOf('objection')).toBe(signed)
  expect(patternOf('aid-certificate')).toBe(added)
  expect(patternOf('recheck-notice')).toBe('{short}援核告〔{year}〕{seq}号')
})

test('what was signed wrongly is not mended', () => {
  const pack = earlierPack()
  const wrong = { ...pack, time: { ...pack.time, limits: pack.time.limits.map(limit => ({ ...limit, days: 'soon' })) } }
  expect(parseStoredPack(JSON.stringify(wrong)).ok).toBe(false)
  expect(parseStoredPack('{ "id": ').ok).toBe(false)
})
