import { describe, expect, test } from 'vitest'
import {
  type ConflictParty,
  conflictKey,
  conflictRuleOf,
  findConflicts,
  handlerConflictRule,
  type KnownParty,
  type MatchStrength,
  matchStrength,
  type PartyRole,
} from '../../src-main/domain/conflict.ts'

const ID = '34030319710816281X'
const OTHER_ID = '340303198503040022'
const CODE = '91350100M000100Y43'

type Identity = Pick<ConflictParty, 'personId' | 'nameKey' | 'certificateNumber'>
const who = (nameKey: string, certificateNumber: string | null = null, personId: string | null = null): Identity => ({
  nameKey,
  certificateNumber,
  personId,
})

describe('how surely two entries are one person', () => {
  const rows: [what: string, one: Identity, other: Identity, strength: MatchStrength | null][] = [
    ['the same certificate', who('王建国', ID), who('王建国', ID), 'certificate'],
    ['the same certificate under another name', who('王建国', ID), who('王健国', ID), 'certificate'],
    ['the same credit code', who('恒远公司', CODE), who('恒远建筑', CODE), 'certificate'],
    ['the same entry of the register', who('王建国', null, 'A'), who('王建国', ID, 'A'), 'register'],
    ['the same entry, certificate renewed', who('王建国', ID, 'A'), who('王建国', OTHER_ID, 'A'), 'register'],
    ['the same name, no certificate on either side', who('王建国'), who('王建国'), 'name'],
    ['the same name, a certificate on one side', who('王建国', ID), who('王建国'), 'name'],
    ['namesakes with different certificates', who('王建国', ID), who('王建国', OTHER_ID), null],
    ['different names', who('王建国'), who('王建军'), null],
    ['no name at all', who(''), who(''), null],
    ['different entries of the register, the same name', who('王建国', null, 'A'), who('王建国', null, 'B'), 'name'],
  ]
  test.each(rows)('%s', (_, one, other, strength) => {
    expect(matchStrength(one, other)).toBe(strength)
    expect(matchStrength(other, one)).toBe(strength)
  })
})

describe('which roles stand against which sides', () => {
  const rows: [role: PartyRole, helped: string | null, opposed: string | null][] = [
    ['applicant', null, 'applicant-was-opponent'],
    ['co-applicant', null, 'applicant-was-opponent'],
    ['opponent', 'opponent-was-helped', null],
    ['opponent-agent', 'opponent-agent-was-helped', null],
    ['other', 'other-party-was-helped', null],
  ]
  test.each(rows)('%s', (role, helped, opposed) => {
    expect([conflictRuleOf(role, 'helped'), conflictRuleOf(role, 'opposed')]).toEqual([helped, opposed])
  })
})

describe('conflicts of one matter with the others', () => {
  const party = (role: PartyRole, name: string, certificateNumber: string | null = null): ConflictParty => ({
    role,
    personId: null,
    name,
    nameKey: name,
    certificateNumber,
  })
  const known = (
    side: KnownParty['side'],
    name: string,
    matterId: string,
    certificateNumber: string | null = null,
  ): KnownParty => ({
    side,
    personId: null,
    name,
    nameKey: name,
    certificateNumber,
    matterKind: 'case',
    matterId,
    fileId: matterId,
    number: `案件 ${matterId}`,
  })
  const told = (parties: ConflictParty[], others: KnownParty[]) =>
    findConflicts(parties, others).map(one => `${one.rule} ${one.known.matterId} ${one.strength}`)

  test('an opponent who is helped elsewhere; an applicant opposed elsewhere; the surest first', () => {
    expect(
      told(
        [party('applicant', '李秀英'), party('opponent', '王建国', ID)],
        [known('opposed', '李秀英', '1'), known('helped', '王建国', '2', ID)],
      ),
    ).toEqual(['opponent-was-helped 2 certificate', 'applicant-was-opponent 1 name'])
  })
  test('the same two people in the same places elsewhere are no conflict', () => {
    expect(
      told(
        [party('applicant', '李秀英'), party('opponent', '王建国')],
        [known('helped', '李秀英', '1'), known('opposed', '王建国', '1')],
      ),
    ).toEqual([])
  })
  test('one matter that meets a party twice is told once, by the surest match', () => {
    expect(told([party('opponent', '王建国', ID)], [known('helped', '王建国', '1'), known('helped', '王建国', '1', ID)])).toEqual(
      ['opponent-was-helped 1 certificate'],
    )
  })
  test('two matters are two conflicts', () => {
    expect(told([party('opponent-agent', '赵强')], [known('helped', '赵强', '1'), known('helped', '赵强', '2')])).toHaveLength(2)
  })
  test('a key names rule, matter and party', () => {
    expect(conflictKey('opponent-was-helped', '1', '王建国')).not.toBe(conflictKey('opponent-was-helped', '1', '王建军'))
  })
})

describe('the cases of a handler', () => {
  const handler = { id: 'H1', providerId: 'P1' }
  test.each([
    ['their own case against the recipient', 'H1', 'P1', 'against-recipient', 'handler-against-recipient'],
    ['their own case for the opponent', 'H1', 'P1', 'for-opponent', 'handler-for-opponent'],
    ['a colleague’s', 'H2', 'P1', 'for-opponent', 'provider-on-both-sides'],
    ['somebody’s at another provider', 'H2', 'P2', 'for-opponent', null],
    ['their own from the provider they left', 'H1', 'P2', 'for-opponent', 'handler-for-opponent'],
  ] as const)('%s', (_, handlerId, providerId, stands, rule) => {
    expect(handlerConflictRule(handler, { handlerId, providerId, stands })).toBe(rule)
  })
})
