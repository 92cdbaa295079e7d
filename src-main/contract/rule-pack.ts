import { z } from 'zod'
import { CASE_FLAGS, MATTER_TYPES, ROUTES } from '../domain/case-facts.ts'
import { CERTIFICATE_CHECKS, DELIVERY_PROOFS } from '../domain/rule-pack/codes.ts'
import { NO_FRONT_DESK } from '../domain/rule-pack/desk.ts'
import { VOLUME_PARTS } from '../domain/rule-pack/filing.ts'
import { CONFLICT_RULE_IDS } from '../domain/rule-pack/people.ts'
import { JOINT_CATEGORIES, REPORT_DIMENSIONS, REPORT_EVENTS, REPORT_KINDS, REPORT_MEASURES } from '../domain/rule-pack/report.ts'
import { NUMBER_SERIES_IDS, PAUSE_REASONS, type RulePack, TIME_LIMIT_IDS, WORDING_IDS } from '../domain/rule-pack/rule-pack.ts'
import { ROUNDINGS } from '../domain/rule-pack/subsidy.ts'
import { isoDate } from './common.ts'
import { hardship } from './rule-pack-hardship.ts'
import {
  atLeastOne,
  basis,
  count,
  decimal,
  entry,
  key,
  legalEntry,
  retired,
  signedDecimal,
  wholeFen,
  words,
} from './rule-pack-parts.ts'

/*
 * The one schema of a rule pack file (规则包). Every object is strict: a misspelt key is a fault, not a rule that silently does not
 * apply. Sentences of faults are made where a file is read, in src-main/packs.
 */

const caseWhen = z.strictObject({
  matterTypes: z.array(z.enum(MATTER_TYPES)).min(1).optional(),
  stages: z.array(key).min(1).optional(),
  routes: z.array(z.enum(ROUTES)).min(1).optional(),
  aidForms: z.array(key).min(1).optional(),
  hardshipRoutes: z
    .array(z.enum(['check', 'waived', 'not-applicable']))
    .min(1)
    .optional(),
  complexities: z.array(key).min(1).optional(),
  closingModes: z.array(key).min(1).optional(),
  hearingsAtLeast: atLeastOne.optional(),
  sentenceMonthsAtLeast: atLeastOne.optional(),
  sentenceMonthsBelow: atLeastOne.optional(),
  claimFenAtLeast: wholeFen.optional(),
  flags: z.array(z.enum(CASE_FLAGS)).min(1).optional(),
  notFlags: z.array(z.enum(CASE_FLAGS)).min(1).optional(),
})

const codes = z.strictObject({
  matterTypes: z
    .array(
      z.strictObject({
        code: z.enum(MATTER_TYPES),
        label: words,
        retired,
        numberWord: words,
        stages: z.array(entry.extend({ numberWord: words.optional() })).min(1),
        closingModes: z.array(entry).min(1),
        outcomes: z.array(entry).min(1),
      }),
    )
    .min(1),
  causes: z.array(
    z.strictObject({
      code: key,
      label: words,
      retired,
      matterTypes: z.array(z.enum(MATTER_TYPES)).min(1),
      scope: key.optional(),
      flags: z.array(z.enum(CASE_FLAGS)).optional(),
    }),
  ),
  aidForms: z.array(legalEntry).min(1),
  scopes: z
    .array(
      legalEntry.extend({
        matterTypes: z.array(z.enum(MATTER_TYPES)).min(1),
        routes: z.array(z.enum(ROUTES)).min(1),
        flags: z.array(z.enum(CASE_FLAGS)).optional(),
      }),
    )
    .min(1),
  personCategories: z.array(
    legalEntry.extend({
      derivation: z
        .union([
          z.strictObject({ sex: z.enum(['male', 'female']) }),
          z.strictObject({ ageFrom: atLeastOne }),
          z.strictObject({ ageBelow: atLeastOne }),
        ])
        .optional(),
    }),
  ),
  channels: z.array(legalEntry.extend({ asksCallNumber: z.literal(true).optional() })).min(1),
  consultationOutcomes: z.array(entry.extend({ asksPlaces: z.literal(true).optional() })).min(1),
  certificateKinds: z.array(entry.extend({ check: z.enum(CERTIFICATE_CHECKS) })).min(1),
  refusalReasons: z.array(legalEntry).min(1),
  terminationGrounds: z.array(legalEntry),
  urgentGrounds: z.array(legalEntry),
  caseSources: z.array(entry),
  noticeOrgans: z.array(legalEntry).min(1),
  stationKinds: z.array(entry).min(1),
  noticeKinds: z.array(legalEntry.extend({ aidForm: key, scopes: z.array(key).min(1) })).min(1),
  noticeReturnReasons: z.array(legalEntry).min(1),
  agentKinds: z.array(legalEntry),
  handlerKinds: z.array(legalEntry.extend({ providerKinds: z.array(key).min(1) })).min(1),
  providerKinds: z.array(entry).min(1),
  ethnicities: z.array(entry).min(1),
  educations: z.array(entry).min(1),
  registrationKinds: z.array(entry).min(1),
  occupations: z.array(entry),
  kinshipRelations: z.array(entry).min(1),
  complexities: z.array(entry).min(1),
  supplementMaterials: z.array(entry),
  letterTypes: z.array(entry.extend({ numberWord: words })).min(1),
  deliveryWays: z.array(entry.extend({ needs: z.enum(DELIVERY_PROOFS) })).min(1),
  notOursGrounds: z.array(legalEntry).min(1),
  handOverGrounds: z.array(legalEntry.extend({ comparesReceipt: z.boolean() })).min(1),
  qualityGrades: z.array(entry),
})

/** A pack from before these rules has none of them, and still opens. */
const frontDesk = z
  .strictObject({
    places: z.array(legalEntry.extend({ purpose: words })),
    guidance: z.strictObject({ opening: words, closing: words, basis }).nullable(),
    visitorRelations: z.array(entry),
    queue: z
      .strictObject({
        grounds: z.array(legalEntry.extend({ personCategories: z.array(key) })).min(1),
        mostPriorityInRow: atLeastOne,
        basis,
      })
      .nullable(),
  })
  .default(() => ({ ...NO_FRONT_DESK, places: [], visitorRelations: [], queue: null }))

const time = z.strictObject({
  limits: z.array(
    z.strictObject({
      id: z.enum(TIME_LIMIT_IDS),
      label: words,
      days: atLeastOne,
      counting: z.enum(['calendar-days', 'working-days']),
      startLabel: words,
      startExcluded: z.boolean(),
      shift: z.enum(['next-working-day', 'none']),
      pausedBy: z.array(z.enum(PAUSE_REASONS)),
      active: z.boolean(),
      basis,
    }),
  ),
  hourLimits: z.array(z.strictObject({ id: key, label: words, hours: atLeastOne, startLabel: words, basis })),
  dayArrangements: z.array(z.strictObject({ date: isoDate, name: words, isWorking: z.boolean() })),
  urgent: z.strictObject({ daysBelow: atLeastOne, basis }),
  startExcludedBasis: basis,
  shiftBasis: basis,
  pauses: z.array(z.strictObject({ reason: z.enum(PAUSE_REASONS), label: words, basis })),
})

const application = z.strictObject({
  relations: z.array(entry.extend({ kinds: z.array(key).min(1), basis })).min(1),
  grounds: z
    .array(
      legalEntry.extend({
        kinds: z.array(key).min(1),
        matterTypes: z.array(z.enum(MATTER_TYPES)).min(1).optional(),
        detained: z.literal(true).optional(),
        proofs: z.array(words),
      }),
    )
    .min(1),
  opponentBasis: basis,
  forwarders: z.array(legalEntry).min(1),
  fillingReasons: z.array(entry).min(1),
  fillingBasis: basis,
  readingManners: z.array(entry).min(1),
  materials: z
    .array(
      legalEntry.extend({
        requirement: z.enum(['must', 'if-any']),
        copies: atLeastOne,
        form: z.enum(['original', 'copy', 'either']),
        names: z.array(words).optional(),
        groundProofs: z.literal(true).optional(),
        when: z.strictObject({
          matterTypes: z.array(z.enum(MATTER_TYPES)).min(1).optional(),
          stages: z.array(key).min(1).optional(),
          scopes: z.array(key).min(1).optional(),
          hardshipRoutes: z
            .array(z.enum(['check', 'waived', 'not-applicable']))
            .min(1)
            .optional(),
          representations: z.array(key).min(1).optional(),
          representationGrounds: z.array(key).min(1).optional(),
          detained: z.literal(true).optional(),
          several: z.literal(true).optional(),
        }),
      }),
    )
    .min(1),
})

const numberSeries = z.strictObject({
  id: z.enum(NUMBER_SERIES_IDS),
  label: words,
  pattern: words,
  reset: z.enum(['yearly', 'never']),
  perKind: z.boolean(),
  perStage: z.boolean(),
  perLetter: z.boolean(),
  padding: z.number().int().min(1).max(8),
  basis,
})

const archiveNumber = z.strictObject({
  pattern: words,
  width: z.number().int().min(3).max(4),
  categories: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/), label: words, when: caseWhen.nullable() })).min(1),
  basis,
})

const assignmentRule = z.strictObject({
  id: key,
  label: words,
  when: caseWhen,
  requires: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('years'), of: z.enum(['practice', 'criminal-defence']), atLeast: atLeastOne }),
    z.strictObject({ kind: z.literal('handler-kind'), oneOf: z.array(key).min(1) }),
    z.strictObject({ kind: z.literal('no-conflict') }),
    z.strictObject({ kind: z.literal('confirmation'), question: words }),
  ]),
  severity: z.enum(['refuse', 'warn']),
  basis,
})

const conflictRule = z.strictObject({
  id: z.enum(CONFLICT_RULE_IDS),
  label: words,
  severity: z.enum(['reason', 'notice']),
  basis,
})
const hidingGround = legalEntry.extend({
  offerWhen: z.strictObject({
    scopes: z.array(key).min(1).optional(),
    hardshipGrounds: z.array(key).min(1).optional(),
    causes: z.array(words).min(1).optional(),
    factWords: z.array(words).min(1).optional(),
    personCategories: z.array(key).min(1).optional(),
  }),
})
const privacy = z.strictObject({
  protectionGrounds: z.array(hidingGround).min(1),
  withheldWords: words,
  restrictionGrounds: z.array(hidingGround).min(1),
  hiddenWords: words,
})

const subsidyTable = z.strictObject({
  id: key,
  name: words,
  from: isoDate,
  to: isoDate.nullable(),
  rounding: z.enum(ROUNDINGS),
  basis,
  tiers: z
    .array(
      z.strictObject({
        id: key,
        label: words,
        when: caseWhen,
        amount: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('fixed'), fen: wholeFen }),
          z.strictObject({
            kind: z.literal('range'),
            minFen: wholeFen,
            maxFen: wholeFen.nullable(),
            whenNotChosen: z.enum(['minimum', 'ask']),
          }),
        ]),
        basis,
      }),
    )
    .min(1),
  adjustments: z.array(
    z.strictObject({
      id: key,
      label: words,
      when: caseWhen,
      qualityGrades: z.array(key).min(1).optional(),
      effect: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('percent'), percent: signedDecimal, of: z.enum(['labour', 'running']) }),
        z.strictObject({ kind: z.literal('fixed'), fen: z.number().int() }),
        z.strictObject({ kind: z.literal('per-further-recipient'), fen: wholeFen }),
        z.strictObject({ kind: z.literal('chosen-share'), minPercent: decimal, maxPercent: decimal }),
      ]),
      basis,
    }),
  ),
  cap: z.strictObject({ label: words, fen: wholeFen, basis }).nullable(),
  directCosts: z.array(
    z.strictObject({ id: key, label: words, requiresApproval: z.boolean(), needsVoucher: z.boolean(), basis }),
  ),
  excludedHandlers: z.array(
    z.strictObject({
      id: key,
      label: words,
      publicEmployee: z.literal(true).optional(),
      handlerKinds: z.array(key).min(1).optional(),
      directCostsPaid: z.boolean(),
      basis,
    }),
  ),
})

const filing = z.strictObject({
  templateRules: z.array(z.strictObject({ when: caseWhen, template: key })).min(1),
  templates: z
    .array(
      z.strictObject({
        id: key,
        label: words,
        basis,
        items: z
          .array(
            z.strictObject({
              no: atLeastOne,
              title: words,
              requirement: z.enum(['must', 'conditional', 'optional']),
              oneOf: z.array(words).min(2).optional(),
              when: caseWhen.optional(),
              whenLabel: words.optional(),
              papers: z.array(key).optional(),
              author: z.enum(['center', 'recipient', 'handler', 'organ']),
              part: z.enum(VOLUME_PARTS),
              role: z.enum(['closing-paper', 'closing-report', 'acceptance-root', 'hardship']).optional(),
              signed: z.boolean().optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  forbidden: z.array(z.strictObject({ id: key, label: words, words: z.array(words).min(1), basis })),
  genericTitles: z.array(words),
  limits: z.strictObject({
    warnPages: atLeastOne,
    warnThicknessMicrometres: atLeastOne,
    stopThicknessMicrometres: atLeastOne,
    sheetMicrometres: atLeastOne,
    mostWarnings: count,
    basis,
  }),
  volumeTitle: z.strictObject({ pattern: words, longest: z.number().int().min(10).max(100), basis }),
  pageColumn: z.enum(['first', 'range']),
  pageNumberCorner: z.enum(['top', 'bottom']),
})

const procedure = z.strictObject({
  review: z.strictObject({ requirement: z.enum(['required', 'asked']), byDay: atLeastOne, basis }),
  urgent: z.strictObject({ consequence: words, basis }),
  sealForms: z.strictObject({ forms: z.array(key), basis }),
})

const retention = z.strictObject({
  periods: z.array(z.strictObject({ code: z.string().regex(/^(Y|D\d{2})$/), label: words, years: atLeastOne.nullable() })).min(1),
  rules: z.array(z.strictObject({ id: key, label: words, when: caseWhen, period: key, basis })),
  defaultPeriod: key,
  defaultBasis: basis,
  startBasis: basis,
})

const reportFilter = z.strictObject(
  Object.fromEntries(REPORT_DIMENSIONS.map(dimension => [dimension, z.array(key).min(1).optional()])) as Record<
    (typeof REPORT_DIMENSIONS)[number],
    z.ZodOptional<z.ZodArray<typeof key>>
  >,
)
const reportRow = z.strictObject({
  id: key,
  label: words,
  unit: words,
  depth: count,
  value: z.union([
    z.strictObject({
      kind: z.enum(REPORT_KINDS),
      span: z.union([
        z.strictObject({ within: z.enum(REPORT_EVENTS) }),
        z.strictObject({
          openAt: z.enum(['start', 'end']),
          from: z.enum(REPORT_EVENTS),
          until: z.array(z.enum(REPORT_EVENTS)).min(1),
        }),
      ]),
      measure: z.enum(REPORT_MEASURES),
      filter: reportFilter,
    }),
    z.strictObject({ sumOf: z.array(key).min(1) }),
    z.strictObject({ shareOf: key, in: key }),
  ]),
  target: z.strictObject({ atLeast: decimal, basis }).optional(),
})
const report = z.strictObject({
  title: words,
  basis,
  countingRules: z.strictObject({
    jointPersons: z.strictObject({ counted: z.boolean(), basis }),
    jointCategories: z.strictObject({ by: z.enum(JOINT_CATEGORIES), basis }),
    importedCases: z.strictObject({ counted: z.boolean(), basis }),
  }),
  sections: z.array(z.strictObject({ id: key, title: words, rows: z.array(reportRow).min(1) })).min(1),
  checks: z.array(z.strictObject({ id: key, label: words, left: z.array(key).min(1), right: z.array(key).min(1) })),
  notes: z.array(words),
})

export const sourceText = z.strictObject({
  name: words,
  fullName: words,
  number: z.string(),
  inForceFrom: isoDate.nullable(),
  note: words.optional(),
})

/** A rule pack file. What one field cannot say of itself (references, date ranges, duplicates) is checked in src-main/packs. */
export const rulePack = z.strictObject({
  format: z.literal('yuanjuan-rule-pack/1'),
  id: key,
  version: z.string().regex(/^\d{4}\.\d+(\.\d+)?$/),
  name: words,
  effectiveFrom: isoDate,
  note: z.string(),
  sources: z.array(sourceText).min(1),
  codes,
  frontDesk,
  hardship,
  time,
  application,
  numberSeries: z.array(numberSeries),
  archiveNumber,
  assignmentRules: z.array(assignmentRule),
  conflictRules: z.array(conflictRule),
  privacy,
  subsidyTables: z.array(subsidyTable),
  filing,
  retention,
  report,
  wording: z.array(z.strictObject({ id: z.enum(WORDING_IDS), text: words, placeholders: z.array(key), basis })),
  papers: z.array(z.strictObject({ id: key, title: words, formNumber: atLeastOne.nullable(), basis })),
  procedure,
  backupRetention: z.strictObject({ keepToday: atLeastOne, daily: atLeastOne, monthly: count, basis }),
})

/** Readonly through and through, with optional keys made plain, so that one missing on either side shows. */
type Whole<T> = T extends string | number | boolean | null | undefined ? T : { readonly [Key in keyof T]-?: Whole<T[Key]> }
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : never) : never

/** Fails to compile when the schema and the domain's type drift apart. */
export const SCHEMA_AND_TYPE_AGREE: Same<Whole<z.infer<typeof rulePack>>, Whole<RulePack>> = true
