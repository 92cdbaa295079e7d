import { expect, it } from 'vitest'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { offeredPack } from '../../src-renderer/api/offered-pack.ts'
import { optionsOf } from '../../src-renderer/api/use-pack.ts'

const whole = shippedPack()
const pack = {
  ...whole,
  codes: {
    ...whole.codes,
    channels: whole.codes.channels.map(one => (one.code === 'visit' ? { ...one, retired: true as const } : one)),
    matterTypes: whole.codes.matterTypes.map(type => ({
      ...type,
      stages: type.stages.map(one => (one.code === 'retrial' ? { ...one, retired: true as const } : one)),
    })),
  },
}
const channelsOf = (kept: readonly string[]) => optionsOf(offeredPack(pack, new Set(kept)).codes.channels).map(one => one.label)

it.each([
  ['a new entry is not offered a retired code (停用)', [], ['电话12348', '信函', '网络']],
  ['a record that holds it still shows it, marked', ['visit'], ['来访（停用）', '电话12348', '信函', '网络']],
  ['another code that is held changes nothing', ['letter'], ['电话12348', '信函', '网络']],
])('%s', (_, kept, labels) => {
  expect(channelsOf(kept)).toEqual(labels)
})

it('leaves out retired entries of inner lists, and nothing else', () => {
  const offered = offeredPack(pack, new Set())
  const gone = pack.codes.matterTypes.flatMap(type => type.stages).filter(stage => 'retired' in stage).length
  const stagesOf = (types: typeof whole.codes.matterTypes) => types.flatMap(type => type.stages).length
  expect(gone).toBeGreaterThan(0)
  expect(stagesOf(offered.codes.matterTypes)).toBe(stagesOf(whole.codes.matterTypes) - gone)
  expect(offeredPack(whole, new Set())).toEqual(whole)
})
