import { describe, expect, test } from 'vitest'
import { CUSTODY_LIMIT, handOverOf, hoursAndMinutes } from '../../src-main/domain/custody.ts'
import {
  groundsFor,
  type RepresentationFacts,
  relationsFor,
  representationProblems,
} from '../../src-main/domain/representation.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const pack = shippedPack()
const SON = { role: 'guardian', name: '李小明', isOrganisation: false, relation: 'child' } as const
const facts = (patch: Partial<RepresentationFacts> = {}): RepresentationFacts => ({
  kind: 'relative',
  ground: 'detained',
  proof: '户口簿',
  matterType: 'criminal',
  isDetained: true,
  representatives: [SON],
  opponentNames: [],
  ...patch,
})
const fieldsOf = (patch: Partial<RepresentationFacts>) => representationProblems(facts(patch), pack).map(one => one.field)

describe('who may apply for whom (法律援助法 40)', () => {
  const rows: [what: string, patch: Partial<RepresentationFacts>, fields: string[]][] = [
    ['the applicant alone', { kind: 'self', ground: null, proof: null, representatives: [] }, []],
    ['the applicant with somebody for him', { kind: 'self', ground: null, proof: null }, ['representative']],
    ['a close relative of one in custody', {}, []],
    ['a statutory guardian of one in custody', { kind: 'guardian' }, []],
    ['nobody is in custody', { isDetained: false }, ['ground']],
    ['a guardian of one who cannot act', { kind: 'guardian', ground: 'incapable', isDetained: false }, []],
    ['a mere relative of one who cannot act', { ground: 'incapable', isDetained: false }, ['ground']],
    ['a relative where the guardian infringes', { ground: 'guardian-infringes', isDetained: false }, []],
    [
      'the infringing guardian is the opponent',
      { kind: 'guardian', ground: 'incapable', isDetained: false, opponentNames: ['李 小明'] },
      ['name'],
    ],
    ['another opponent', { kind: 'guardian', ground: 'incapable', isDetained: false, opponentNames: ['李大明'] }, []],
    ['a cousin as close relative', { representatives: [{ ...SON, relation: 'other-relative' }] }, ['relation']],
    ['no relation told', { representatives: [{ ...SON, relation: null }] }, ['relation']],
    ['no proof', { proof: '' }, ['proof']],
    ['no ground', { ground: null }, ['ground']],
    ['nobody named', { representatives: [] }, ['representative']],
    ['a way that the pack has not', { kind: 'friend' }, ['kind']],
    [
      'an agent with a mandate',
      { kind: 'agent', ground: 'mandate', isDetained: false, representatives: [{ ...SON, role: 'agent', relation: 'other' }] },
      [],
    ],
    [
      'an agent on the ground of a guardian',
      { kind: 'agent', ground: 'incapable', isDetained: false, representatives: [{ ...SON, role: 'agent', relation: 'other' }] },
      ['ground'],
    ],
    ['a guardian entered where an agent applies', { kind: 'agent', ground: 'mandate' }, ['representative']],
    ['a relative of a suspect, in a criminal matter', { ground: 'criminal-relative', isDetained: false }, []],
    ['the same in a civil matter', { ground: 'criminal-relative', isDetained: false, matterType: 'civil' }, ['ground']],
  ]
  test.each(rows)('%s', (_, patch, fields) => {
    expect(fieldsOf(patch)).toEqual(fields)
  })

  test('a refusal names the clause', () => {
    const [refused] = representationProblems(facts({ ground: 'incapable', isDetained: false }), pack)
    expect(refused?.message).toContain('法律援助法 第40条')
    expect(refused?.message).toContain('法定代理人代为申请')
  })

  test('the form offers only what is permitted', () => {
    const offered = (kind: string, isDetained: boolean, matterType: 'civil' | 'criminal') =>
      groundsFor(pack, { kind, isDetained, matterType }).map(one => one.code)
    expect(offered('relative', false, 'civil')).toEqual(['guardian-infringes'])
    expect(offered('relative', true, 'civil')).toEqual(['guardian-infringes', 'detained'])
    expect(offered('agent', true, 'criminal')).toEqual(['mandate'])
    expect(relationsFor(pack, 'relative').map(one => one.code)).not.toContain('other-relative')
  })
})

describe('the hand-over of an application from custody (法律援助法 39)', () => {
  const limit = pack.time.hourLimits.find(one => one.id === CUSTODY_LIMIT)
  if (!limit) throw new Error('the shipped pack has the limit')
  test.each([
    ['23 h 59 min', '2026-11-17', '10:00', '2026-11-18', '09:59', 1439, 0],
    ['24 h to the minute', '2026-11-17', '10:00', '2026-11-18', '10:00', 1440, 0],
    ['one minute more', '2026-11-17', '10:00', '2026-11-18', '10:01', 1441, 1],
    ['over the end of a month', '2026-10-31', '23:30', '2026-11-02', '00:30', 1500, 60],
    ['the same minute', '2026-11-17', '10:00', '2026-11-17', '10:00', 0, 0],
  ])('%s', (_, day, time, receivedOn, receivedAt, minutes, lateMinutes) => {
    expect(handOverOf({ day, time }, { day: receivedOn, time: receivedAt }, limit)).toEqual({
      minutes,
      limitHours: 24,
      lateMinutes,
      isLate: lateMinutes > 0,
      clause: '法律援助法 第39条',
    })
  })

  test('in words', () => {
    expect([0, 40, 60, 1505].map(hoursAndMinutes)).toEqual(['0 分', '40 分', '1 小时', '25 小时 5 分'])
  })
})
