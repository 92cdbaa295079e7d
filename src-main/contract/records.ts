import { z } from 'zod'
import { clockSummary, code, fileHandle, id, instant, isoDate, nothing } from './common.ts'
import { defineOperations } from './operation.ts'

const subject = z.strictObject({
  kind: z.enum([
    'consultation',
    'application',
    'case',
    'subsidy',
    'volume',
    'payment-list',
    'report',
    'cooperation',
    'objection',
    'delivery',
  ]),
  id: z.string().max(60),
})

export const paperView = z.object({
  id,
  form: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuedAt: instant,
  issuedBy: z.string(),
  timesPrinted: z.number().int(),
  isSealed: z.boolean(),
  sha256: z.string(),
})

/** The seal image (印章图) offered to the person who looks: may it stand on this paper, and why not. Null where there is none to offer. */
const sealOffer = z.object({ may: z.boolean(), because: z.string().nullable() }).nullable()
const printedPaper = z.object({ id, title: z.string(), html: z.string(), landscape: z.boolean(), isReprint: z.boolean() })

/** Papers (文书): previews come from the facts of now; an issued paper is frozen with its hash, and a reprint says so. */
export const paperOperations = defineOperations({
  'papers.available': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ subject }),
    output: z.array(z.object({ form: z.string(), title: z.string(), isIssued: z.boolean() })),
  },
  'papers.preview': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({
      form: code,
      subject,
      /** A decision not yet taken can be previewed with what the director has typed so far. */
      pending: z
        .strictObject({
          outcome: z.enum(['granted', 'refused']),
          aidForms: z.array(code),
          reasons: z.array(code),
          opinion: z.string().max(1000),
        })
        .nullable()
        .default(null),
    }),
    output: z.object({ title: z.string(), html: z.string(), landscape: z.boolean() }),
  },
  'papers.issue': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({
      form: code,
      subject,
      /** Overprints the seal image (印章图): the director's to ask for. */
      withSeal: z.boolean().default(false),
    }),
    output: printedPaper,
  },
  /** Prints an issued paper as it was frozen; from the second time on it says that it is a reprint (补打). */
  'papers.print': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: printedPaper,
  },
  /** Overprints the seal image (印章图) on an issued paper that the director approved. The plain one stays; nothing is printed yet. */
  'papers.seal': { kind: 'command', roles: ['director'], input: z.strictObject({ id }), output: printedPaper },
  'papers.list': { kind: 'query', roles: 'staff', input: z.strictObject({ subject }), output: z.array(paperView) },
  'papers.get': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ id }),
    output: paperView.extend({ html: z.string(), landscape: z.boolean(), seal: sealOffer }),
  },
  /** Writes an issued paper as DOCX where the user chose; the text is that of the frozen paper. */
  'papers.exportDocx': {
    kind: 'command',
    roles: 'staff',
    input: z.strictObject({ id, handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
  /** Writes an issued paper as PDF; needs a printer part (the window's, or an Electron runtime when headless). */
  'papers.exportPdf': {
    kind: 'job',
    roles: 'staff',
    input: z.strictObject({ id, handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
})

export const reportPeriod = z.strictObject({
  kind: z.enum(['month', 'quarter', 'year']),
  year: z.number().int().min(1990).max(2100),
  index: z.number().int().min(1).max(12),
})
/** A figure. `value` is a count, fen where the unit is 元, per cent where it is %, or null where there is nothing to share. */
const reportCell = z.object({
  row: z.string(),
  label: z.string(),
  unit: z.string(),
  depth: z.number().int(),
  value: z.number().nullable(),
  rows: z.number().int(),
})
const reportCheck = z.object({ id: z.string(), label: z.string(), left: z.number(), right: z.number(), holds: z.boolean() })
export const report = z.object({
  title: z.string(),
  period: z.object({ kind: z.string(), label: z.string(), from: isoDate, to: isoDate }),
  packVersion: z.string(),
  computedAt: instant,
  sections: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(reportCell) })),
  checks: z.array(reportCheck),
  notes: z.array(z.string()),
  clause: z.string(),
})

/** Reports (统计报表): every figure opens the rows behind it. */
export const reportOperations = defineOperations({
  'reports.compute': { kind: 'query', roles: 'staff', input: z.strictObject({ period: reportPeriod }), output: report },
  'reports.rows': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ period: reportPeriod, row: z.string().max(80) }),
    output: z.object({
      label: z.string(),
      unit: z.string(),
      value: z.number().nullable(),
      rows: z.array(
        z.object({
          kind: z.enum(['consultation', 'application', 'case', 'subsidy']),
          id,
          number: z.string(),
          date: isoDate,
          title: z.string(),
          amountFen: z.number().int().nullable(),
        }),
      ),
    }),
  },
  'reports.sheet': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ period: reportPeriod }),
    output: z.object({ html: z.string(), landscape: z.boolean() }),
  },
  /** One parcel (报送包): a zip with XLSX, JSON, manifest of SHA-256 sums and a printable cover, written to the chosen folder. */
  'reports.export': {
    kind: 'job',
    roles: ['director', 'clerk'],
    input: z.strictObject({ period: reportPeriod, handle: fileHandle }),
    output: z.object({ number: z.string(), name: z.string(), bytes: z.number().int(), sha256: z.string() }),
  },
  'reports.parcels': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({ id, number: z.string(), title: z.string(), madeAt: instant, madeBy: z.string(), sha256: z.string() }),
    ),
  },
})

export const packOperations = defineOperations({
  /** The rule pack in force as data, for screens that need its lists. */
  'packs.current': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({ version: z.string(), name: z.string(), enactedOn: isoDate, pack: z.unknown() }),
  },
  'packs.list': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        id,
        version: z.string(),
        name: z.string(),
        enactedOn: isoDate.nullable(),
        enactedBy: z.string().nullable(),
        sha256: z.string(),
        isInForce: z.boolean(),
        /** Taken back before its day came. */
        withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
      }),
    ),
  },
  /** The text of a pack file that the user picked, for `packs.check` and `packs.enact`. Nothing is stored. */
  'packs.read': {
    kind: 'command',
    roles: ['director', 'administrator'],
    input: z.strictObject({ handle: fileHandle }),
    output: z.object({ name: z.string(), text: z.string() }),
  },
  /** Dry run of a pack file: every fault with its line, or none. Nothing is stored. */
  'packs.check': {
    kind: 'query',
    roles: ['director', 'administrator'],
    input: z.strictObject({ text: z.string().max(4_000_000) }),
    output: z.object({
      isSound: z.boolean(),
      version: z.string().nullable(),
      name: z.string().nullable(),
      effectiveFrom: isoDate.nullable(),
      problems: z.array(z.object({ line: z.number().int(), column: z.number().int(), path: z.string(), message: z.string() })),
    }),
  },
  /** Signs a sound pack into force from a date (director only), with the director's password. A draft that was signed is a draft no more. */
  'packs.enact': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({
      text: z.string().max(4_000_000),
      enactedOn: isoDate,
      password: z.string().min(1, '请输入您的密码').max(200),
      draftId: id.nullable().default(null),
    }),
    output: z.object({ id, version: z.string() }),
  },
  'packs.export': {
    kind: 'command',
    roles: ['director', 'administrator'],
    input: z.strictObject({ id, handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
})

export const auditOperations = defineOperations({
  'audit.list': {
    kind: 'query',
    roles: ['director', 'administrator', 'archivist'],
    input: z.strictObject({
      subjectId: z.string().max(60).nullable().default(null),
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.array(
      z.object({
        seq: z.number().int(),
        at: instant,
        actor: z.string(),
        operation: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        summary: z.string(),
        before: z.json().nullable(),
        after: z.json().nullable(),
      }),
    ),
  },
  /** Recomputes the whole hash chain (哈希链) and names the first entry that does not fit. */
  'audit.verify': {
    kind: 'query',
    roles: ['director', 'administrator', 'archivist'],
    input: nothing,
    output: z.object({
      isWhole: z.boolean(),
      entries: z.number().int(),
      brokenAt: z.number().int().nullable(),
      headHash: z.string(),
    }),
  },
})

export const backupOperations = defineOperations({
  'backup.list': {
    kind: 'query',
    roles: ['director', 'administrator'],
    input: nothing,
    output: z.array(
      z.object({
        name: z.string(),
        madeAt: instant,
        bytes: z.number().int(),
        reason: z.enum(['daily', 'exit', 'migration', 'manual', 'before-restore']),
        isVerified: z.boolean(),
      }),
    ),
  },
  /** Makes a backup now, opens it, checks it, and only then counts it. */
  'backup.make': {
    kind: 'job',
    roles: ['director', 'administrator'],
    input: nothing,
    output: z.object({ name: z.string(), bytes: z.number().int() }),
  },
  /** Puts a verified backup in the place of the database; the present one is kept first. Everyone must log in again. */
  'backup.restore': { kind: 'job', roles: ['director'], input: z.strictObject({ name: z.string().max(120) }), output: nothing },
})

export const searchOperations = defineOperations({
  /** One box: name, two characters of it, pinyin initials, number fragment or certificate tail. */
  'search.find': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ words: z.string().trim().min(1).max(60), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.object({
      people: z.array(
        z.object({
          id,
          name: z.string(),
          sex: z.enum(['male', 'female']).nullable(),
          age: z.number().int().nullable(),
          certificateMasked: z.string().nullable(),
          consultations: z.number().int(),
          applications: z.number().int(),
          cases: z.number().int(),
        }),
      ),
      files: z.array(
        z.object({
          kind: z.enum(['consultation', 'application', 'case']),
          id,
          number: z.string(),
          personName: z.string(),
          cause: z.string(),
          status: z.string(),
        }),
      ),
    }),
  },
})

const waiting = z.object({
  kind: z.enum([
    'decision',
    'lapsed-supplement',
    'objection',
    'urgent-papers',
    'incoming-cooperation',
    'assignment',
    'closing-papers',
    'papers-review',
    'subsidy',
    'volume',
  ]),
  id,
  openPath: z.string(),
  name: z.string(),
  nameDetail: z.string(),
  title: z.string(),
  titleDetail: z.string(),
  state: z.string(),
  stateKind: z.enum(['met', 'not-met', 'waived', 'not-applicable', 'needs-person', 'plain', 'attention']),
  date: z.string(),
  amountFen: z.number().int().nullable(),
  clock: clockSummary.nullable(),
  /** How a row without a clock of its own stands to the day it is owed by (补办期限、答复期限). */
  due: z.enum(['due-today', 'overdue']).optional(),
})

export const deskOperations = defineOperations({
  /** What waits for this person today (今天), nearest last day first, with the month's figures beside it. */
  'desk.today': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({
      today: isoDate,
      groups: z.array(z.object({ id: z.string(), title: z.string(), explanation: z.string(), rows: z.array(waiting) })),
      dueToday: z.number().int(),
      overdue: z.number().int(),
      paused: z.number().int(),
      /** A year's holiday order (放假安排) that is missing; null while none is. */
      holidayWarning: z.string().nullable(),
      month: z.object({
        label: z.string(),
        period: reportPeriod,
        figures: z.array(
          z.object({ label: z.string(), value: z.number(), unit: z.string(), note: z.string(), row: z.string().nullable() }),
        ),
      }),
      recent: z.array(z.object({ at: instant, by: z.string(), what: z.string() })),
    }),
  },
})

export const sampleOperations = defineOperations({
  /** Whether this is a practice center (练习中心), which can be thrown away as a whole before real work starts. */
  'sample.status': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({ isPractice: z.boolean(), cases: z.number().int() }),
  },
  /**
   * Throws the practice center (练习中心) away, accounts, backups and all, so that the first-run wizard stands again. Asks for the director's
   * password. A center with real data refuses.
   */
  'sample.throwAway': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ password: z.string().min(1, '请输入您的密码').max(128) }),
    output: nothing,
  },
})
