import type { CheckFacts, GroundFacts, HardshipFacts, HouseholdMember, ProofWay } from './facts.ts'

/** A member as earlier versions stored it: one monthly sum, and the clerk's own word on counting. */
type EarlierMember = {
  readonly monthlyIncomeFen?: number | undefined
  readonly incomeSource?: string | null | undefined
  readonly isCounted?: boolean | undefined
}

/** What a stored or sent input may be: today's facts, or those of an earlier version. */
export type StoredHardship =
  | (Omit<CheckFacts, 'members'> & {
      readonly members: readonly (HouseholdMember & EarlierMember)[]
      readonly isDeclared?: boolean | undefined
    })
  | GroundFacts

/** The reason that stands for a clerk's choice of an earlier version, which had to give none. */
const EARLIER_CHOICE = '按原登记'

/**
 * Today's facts of a stored input. An earlier one keeps its meaning: the clerk's counting stands as an override, the monthly sum as one
 * income without a source, the undertaking as a signed or unsigned declaration. Today's facts come back as they are.
 */
export function currentHardship(input: StoredHardship): HardshipFacts {
  if (input.route !== 'check') return input
  const { isDeclared, members, ...facts } = input
  return { ...facts, members: members.map(currentMember), proofWay: facts.proofWay ?? earlierProof(isDeclared) }
}

function currentMember(input: HouseholdMember & EarlierMember): HouseholdMember {
  const { monthlyIncomeFen, incomeSource, isCounted, ...member } = input
  const earlierIncome =
    monthlyIncomeFen === undefined ? [] : [{ source: null, note: incomeSource ?? null, amountFen: monthlyIncomeFen, months: 1 }]
  return {
    ...member,
    incomes: [...member.incomes, ...earlierIncome],
    override: member.override ?? (isCounted === undefined ? null : { isCounted, reason: EARLIER_CHOICE }),
  }
}

function earlierProof(isDeclared: boolean | undefined): ProofWay | null {
  return isDeclared === undefined ? null : { way: 'declaration', isSigned: isDeclared, signedOn: null }
}
