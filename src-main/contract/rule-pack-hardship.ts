import { z } from 'zod'
import { AREAS, COMPARISONS, FAMILY_CONDITIONS, type HardshipTest } from '../domain/rule-pack/hardship.ts'
import { ROUNDINGS } from '../domain/rule-pack/subsidy.ts'
import { isoDate } from './common.ts'
import { atLeastOne, basis, count, decimal, key, legalEntry, wholeFen, words } from './rule-pack-parts.ts'

/* The chapter of a rule pack on hardship (经济困难). What an earlier pack does not have is optional. */

const figureChoice = {
  figure: key,
  area: z.enum(['applicant', ...AREAS, 'any']),
  year: z.enum(['current', 'previous-year', 'latest-published']),
}
const plainLine = z.discriminatedUnion('formula', [
  z.strictObject({ formula: z.literal('multiple-of-base'), baseName: words, baseFen: wholeFen, multiplier: decimal }),
  z.strictObject({ formula: z.literal('fixed'), fen: wholeFen }),
  z.strictObject({ formula: z.literal('multiple-of-figure'), ...figureChoice, multiplier: decimal }),
  z.strictObject({ formula: z.literal('share-of-figure'), ...figureChoice, percent: decimal }),
])
const line = z.discriminatedUnion('formula', [
  ...plainLine.options,
  z.strictObject({ formula: z.literal('by-area'), urban: plainLine, rural: plainLine }),
])
const lineRounding = z.strictObject({ to: z.enum(['fen', 'yuan']), rounding: z.enum(ROUNDINGS) })
const comparison = z.enum(COMPARISONS)

const test: z.ZodType<HardshipTest> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('income'),
    line,
    lineRounding: lineRounding.optional(),
    comparison,
    unit: z.enum(['per-head', 'household']),
    basis,
  }),
  z.strictObject({
    kind: z.literal('assets'),
    label: words,
    assetKinds: z.array(key).min(1),
    line,
    lineRounding: lineRounding.optional(),
    comparison,
    unit: z.enum(['household', 'per-head', 'each-person']),
    basis,
  }),
  z.strictObject({ kind: z.literal('veto'), label: words, assetKinds: z.array(key).min(1), mostAllowed: count, basis }),
  z.strictObject({ kind: z.enum(['all', 'any']), tests: z.array(z.lazy(() => test)).min(2) }),
])

const ground = legalEntry.extend({
  proofs: z.array(words),
  document: z.strictObject({ label: words, issuerLabel: words }).optional(),
})

/** The chapter itself; an overlay (地方标准文件) may bring any of its parts. */
export const hardship = z.strictObject({
  standards: z.array(
    z.strictObject({
      id: key,
      name: words,
      from: isoDate,
      to: isoDate.nullable(),
      line: line.optional(),
      lineRounding: lineRounding.optional(),
      comparison: comparison.optional(),
      unit: z.enum(['per-head', 'household']).optional(),
      test: test.optional(),
      incomeMonths: atLeastOne,
      rounding: z.enum(ROUNDINGS),
      basis,
    }),
  ),
  steps: z.strictObject({
    household: basis,
    opponentExcluded: basis,
    income: basis,
    average: basis,
    comparison: basis,
    declaration: basis,
    query: basis.optional(),
  }),
  figures: z
    .array(
      z.strictObject({
        id: key,
        label: words,
        period: z.enum(['month', 'year']),
        values: z.array(
          z.strictObject({
            area: z.enum([...AREAS, 'any']),
            from: isoDate,
            to: isoDate.nullable(),
            publishedOn: isoDate.nullable(),
            fen: wholeFen,
            basis,
          }),
        ),
      }),
    )
    .optional(),
  family: z
    .strictObject({
      rules: z
        .array(
          z.strictObject({
            label: words,
            relations: z.array(key).min(1),
            condition: z.enum(FAMILY_CONDITIONS),
            ageBelow: atLeastOne.optional(),
            basis,
          }),
        )
        .min(1),
      opponentInside: z.enum(['applicant-alone', 'household-without-opponent']),
      individual: z.array(
        z.strictObject({
          label: words,
          scopes: z.array(key).min(1).optional(),
          causes: z.array(key).min(1).optional(),
          basis,
        }),
      ),
      areaBy: z.strictObject({ by: z.enum(['registration', 'residence']), basis }),
    })
    .optional(),
  incomeSources: z.array(legalEntry.extend({ treatment: z.literal('deducted').optional() })).optional(),
  incomeExclusions: z.array(legalEntry),
  assetKinds: z.array(legalEntry.extend({ measure: z.enum(['fen', 'pieces']), exceptions: z.array(legalEntry) })).optional(),
  suddenHardship: z.strictObject({ label: words, basis }).optional(),
  recheck: z
    .strictObject({
      percent: decimal,
      atLeast: atLeastOne,
      decisionDays: atLeastOne.nullable(),
      notice: words,
      basis,
      falseBasis: basis,
      costBasis: basis,
    })
    .optional(),
  aidCertificate: z.strictObject({ text: words, basis }).optional(),
  waivedGrounds: z.array(ground).min(1),
  notApplicableGrounds: z.array(ground).min(1),
})
