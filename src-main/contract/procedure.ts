import { z } from 'zod'
import { applicationStatus } from './applications.ts'
import { clock, clockTime, code, fileInput, id, instant, isoDate, nothing, optionalText, text, version } from './common.ts'
import { hardshipResult } from './hardship.ts'
import { defineOperations } from './operation.ts'

/*
 * What happens to an application between receipt and the end of the objection (审查、决定、异议), beside the application itself: the
 * clerk's opinion, answers to the notice of missing material, co-operation letters, prior aid, endings, objections, deliveries.
 */

const moment = z.strictObject({ date: isoDate, time: clockTime })
const desk = ['clerk', 'director'] as const
const subjectOfPapers = z.strictObject({ kind: z.enum(['application', 'case']), id })

const reviewView = z.object({
  proposal: z.enum(['grant', 'refuse']),
  aidForms: z.array(z.string()),
  reasons: z.array(z.string()),
  opinion: z.string(),
  reviewedOn: isoDate,
  reviewedBy: z.string(),
})

const cooperationView = z.object({
  id,
  number: z.string(),
  sentOn: isoDate,
  toCenter: z.string(),
  facts: z.string(),
  items: z.array(z.string()),
  dueOn: isoDate,
  answeredOn: isoDate.nullable(),
  answerKind: z.enum(['answered', 'refused', 'recalled']).nullable(),
  answer: z.string().nullable(),
})

const objectionView = z.object({
  id,
  number: z.string(),
  filedOn: isoDate,
  reasons: z.string(),
  filingLastDay: isoDate.nullable(),
  lateReason: z.string().nullable(),
  bureauReceivedOn: isoDate,
  answeredOn: isoDate.nullable(),
  answerResult: z.enum(['upheld', 'corrected']).nullable(),
  answerNumber: z.string().nullable(),
  answerNote: z.string().nullable(),
  clock: clock.nullable(),
})

const decisionView = z.object({
  id,
  outcome: z.enum(['granted', 'refused']),
  number: z.string(),
  decidedOn: isoDate,
  decidedBy: z.string(),
  reviewedBy: z.string().nullable(),
  opinion: z.string(),
  aidForms: z.array(z.string()),
  refusalReasons: z.array(z.string()),
  lastDay: isoDate.nullable(),
  daysLate: z.number().int(),
  heldBy: z.string().nullable(),
  heldStep: z.enum(['review', 'decision']).nullable(),
  setAsideOn: isoDate.nullable(),
})

export const deliveryView = z.object({
  id,
  paperId: id,
  paperTitle: z.string(),
  paperNumber: z.string().nullable(),
  addressee: z.string(),
  way: z.string(),
  place: z.string(),
  deliveredOn: isoDate,
  signedBy: z.string().nullable(),
  remark: z.string().nullable(),
})

/** Everything about the course (办理经过) of one application that is not in `applications.get`. */
export const applicationCourse = z.object({
  version,
  status: applicationStatus,
  supplement: z
    .object({
      id,
      number: z.string(),
      askedOn: isoDate,
      dueOn: isoDate.nullable(),
      answeredOn: isoDate.nullable(),
      missing: z.array(z.string()),
      /** What has not come yet. */
      outstanding: z.array(z.string()),
      answers: z.array(z.object({ receivedOn: isoDate, items: z.array(z.string()), note: z.string().nullable() })),
      /** The last day has passed without a full answer: deemed withdrawal (视为撤回) may be recorded. */
      mayBeDeemedWithdrawn: z.boolean(),
    })
    .nullable(),
  cooperations: z.array(cooperationView),
  review: reviewView.nullable(),
  reviewRule: z.object({
    requirement: z.enum(['required', 'asked']),
    byDay: z.number().int(),
    dueOn: isoDate.nullable(),
    isOverdue: z.boolean(),
  }),
  /** Who holds an overdue decision; null while it is in time. */
  heldNow: z.object({ name: z.string(), step: z.enum(['review', 'decision']) }).nullable(),
  urgent: z
    .object({
      ground: z.string(),
      limitEndsOn: isoDate.nullable(),
      dueOn: isoDate,
      completedOn: isoDate.nullable(),
      isOverdue: z.boolean(),
      papers: z.array(z.object({ name: z.string(), handedInOn: isoDate.nullable() })),
    })
    .nullable(),
  ending: z
    .object({
      kind: z.enum(['withdrawn', 'deemed-withdrawn', 'handed-over', 'not-ours']),
      on: isoDate.nullable(),
      reason: z.string().nullable(),
      number: z.string().nullable(),
      place: z.string().nullable(),
      placeAddress: z.string().nullable(),
      placePhone: z.string().nullable(),
      receivedHereAt: z.string().nullable(),
      receivedThereAt: z.string().nullable(),
      confirmedOn: isoDate.nullable(),
      confirmedBy: z.string().nullable(),
    })
    .nullable(),
  /** Every decision, the newest first; those that the bureau ordered to be corrected stay. */
  decisions: z.array(decisionView),
  objections: z.array(objectionView),
  /** The last day for filing an objection to the refusal that stands, or null where there is no limit. */
  objectionLastDay: isoDate.nullable(),
  deliveries: z.array(deliveryView),
})
export type ApplicationCourse = z.infer<typeof applicationCourse>

export const procedureOperations = defineOperations({
  'procedure.get': { kind: 'query', roles: 'staff', input: z.strictObject({ id }), output: applicationCourse },
})

export const reviewOperations = defineOperations({
  /** The clerk's review opinion (审查意见), form 8. A later one takes the place of an earlier one; all are kept. */
  'reviews.give': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      reviewedOn: isoDate,
      proposal: z.enum(['grant', 'refuse'], { error: '请选择建议给予或建议不予' }),
      aidForms: z.array(code).max(8).default([]),
      reasons: z.array(code).max(8).default([]),
      opinion: text('审查意见', 1000),
      version,
    }),
    output: z.object({ version }),
  },
  /** Applications that wait for the decision, with their opinions, nearest last day first: the director's queue (批量审批). */
  'reviews.queue': {
    kind: 'query',
    roles: desk,
    input: nothing,
    output: z.array(
      z.object({
        id,
        number: z.string(),
        personName: z.string(),
        matterType: z.string(),
        cause: z.string(),
        receivedOn: isoDate,
        aidForms: z.array(z.string()),
        hardship: hardshipResult.pick({ outcome: true, summary: true }),
        review: reviewView.nullable(),
        clock: clock.nullable(),
        /** Why it cannot be granted from the list, or null. */
        blockedBecause: z.string().nullable(),
        version,
      }),
    ),
  },
})

export const cooperationOperations = defineOperations({
  /** A co-operation letter (协作函) to another center; the clock of the decision stands still until it is answered. */
  'cooperation.send': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      sentOn: isoDate,
      toCenter: text('收函中心', 60),
      toContact: optionalText('联系人和电话', 60),
      facts: text('有关情况', 2000),
      items: z.array(text('需要核实的事项', 200)).min(1, '请写明需要核实什么').max(20),
      /** Null: the day the pack gives. */
      dueOn: isoDate.nullable(),
      version,
    }),
    output: z.object({ id, number: z.string(), version }),
  },
  'cooperation.answer': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      kind: z.enum(['answered', 'refused', 'recalled'], { error: '请选择答复情况' }),
      answer: text('答复内容', 2000),
      version,
    }),
    output: z.object({ version }),
  },
  /** Requests of other centers to this one (来函协查), those without an answer first. */
  'cooperation.incoming': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(
      z.object({
        id,
        number: z.string(),
        receivedOn: isoDate,
        fromCenter: z.string(),
        letterNumber: z.string().nullable(),
        about: z.string(),
        items: z.array(z.string()),
        dueOn: isoDate.nullable(),
        isOverdue: z.boolean(),
        answeredOn: isoDate.nullable(),
        answerKind: z.enum(['answered', 'refused']).nullable(),
        answer: z.string().nullable(),
        registeredBy: z.string(),
        version,
      }),
    ),
  },
  'cooperation.register': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      receivedOn: isoDate,
      fromCenter: text('来函中心', 60),
      letterNumber: optionalText('来函文号', 60),
      about: text('协查对象和案由', 200),
      items: z.array(text('协查事项', 200)).min(1, '请写明协查什么').max(20),
      dueOn: isoDate.nullable(),
    }),
    output: z.object({ id, number: z.string() }),
  },
  'cooperation.reply': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      kind: z.enum(['answered', 'refused'], { error: '请选择答复情况' }),
      answer: text('答复内容', 2000),
      version,
    }),
    output: z.object({ version }),
  },
})

export const endingOperations = defineOperations({
  /** What was missing did not come in time: the application counts as withdrawn (视为撤回), with a notice. An act, never automatic. */
  'endings.deemWithdrawn': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ id, endedOn: isoDate, version }),
    output: z.object({ version, paperId: id }),
  },
  /** Not for this center (不属于本中心受理): says why and where to go. */
  'endings.notOurs': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      endedOn: isoDate,
      ground: code,
      reason: text('理由', 300),
      place: text('去处', 60),
      placeAddress: optionalText('地址', 100),
      placePhone: optionalText('电话', 40),
      version,
    }),
    output: z.object({ version, paperId: id }),
  },
  /** Handed over (移送) to another competent center; of two, the first to receive the application accepts it. */
  'endings.handOver': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      endedOn: isoDate,
      ground: code,
      reason: text('移送理由', 300),
      toCenter: text('接收中心', 60),
      placeAddress: optionalText('地址', 100),
      placePhone: optionalText('电话', 40),
      receivedHereAt: moment,
      receivedThereAt: moment.nullable(),
      version,
    }),
    output: z.object({ version, paperId: id }),
  },
  'endings.confirmHandOver': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({ id, confirmedOn: isoDate, confirmedBy: text('接收人', 30), version }),
    output: z.object({ version }),
  },
})

export const urgentAidOperations = defineOperations({
  /** Prior aid (先行提供): the director decides to provide before the papers are there; the case opens with the mark. */
  'urgentAid.provide': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({
      applicationId: id,
      decidedOn: isoDate,
      ground: code,
      /** The day on which the limitation or time limit ends, for the ground that rests on it. */
      limitEndsOn: isoDate.nullable(),
      aidForms: z.array(code).min(1, '请选择援助形式').max(8),
      opinion: text('审批意见', 1000),
      owed: z.array(text('要补办的手续、材料', 60)).min(1, '请写明要补办什么').max(30),
      /** Null: the day the pack gives. */
      dueOn: isoDate.nullable(),
      withSeal: z.boolean().default(false),
      version,
    }),
    output: z.object({ decisionNumber: z.string(), caseId: id, caseNumber: z.string(), paperId: id }),
  },
  'urgentAid.handIn': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      handedInOn: isoDate,
      papers: z.array(z.string()).min(1, '请勾选收到什么').max(30),
      version,
    }),
    output: z.object({ version, isComplete: z.boolean() }),
  },
})

export const objectionOperations = defineOperations({
  /** An objection (异议) to the refusal that stands, passed to the bureau. A late one is recorded with the reason for taking it. */
  'objections.file': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      applicationId: id,
      filedOn: isoDate,
      bureauReceivedOn: isoDate,
      reasons: text('异议理由', 2000),
      lateReason: optionalText('逾期提出的情况', 300),
      version,
    }),
    output: z.object({ id, number: z.string(), version }),
  },
  /** The bureau's answer (异议审查决定): upheld, or the center is ordered to correct and decides again. */
  'objections.answer': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      id,
      answeredOn: isoDate,
      result: z.enum(['upheld', 'corrected'], { error: '请选择审查结果' }),
      answerNumber: text('异议审查决定书文号', 60),
      note: optionalText('决定要点', 1000),
      version,
    }),
    output: z.object({ version }),
  },
})

export const deliveryOperations = defineOperations({
  /** How a paper reached its addressee (送达), for the 送达回证 (form 22). */
  'deliveries.record': {
    kind: 'command',
    roles: desk,
    input: z.strictObject({
      paperId: id,
      addressee: text('受送达人', 60),
      way: code,
      place: text('送达地点', 120),
      deliveredOn: isoDate,
      signedBy: optionalText('签收人', 30),
      relation: optionalText('与受送达人的关系', 30),
      trackingNumber: optionalText('邮件号码', 40),
      witness: optionalText('见证人', 60),
      remark: optionalText('备注', 300),
    }),
    output: z.object({ id }),
  },
  'deliveries.list': {
    kind: 'query',
    roles: 'staff',
    input: z.strictObject({ subject: subjectOfPapers }),
    output: z.array(deliveryView),
  },
})

export const sealOperations = defineOperations({
  /** The seal image (印章图), its size and whether it may be used. `dataUri` is null while there is none. */
  'seal.get': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.object({
      dataUri: z.string().nullable(),
      widthMm: z.number(),
      heightMm: z.number(),
      isOn: z.boolean(),
      forms: z.array(z.object({ form: z.string(), title: z.string() })),
      changedBy: z.string().nullable(),
      changedAt: instant.nullable(),
      timesUsed: z.number().int(),
      version,
    }),
  },
  'seal.upload': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({
      file: fileInput,
      widthMm: z.number().min(10, '印章最小 10 毫米').max(80, '印章最大 80 毫米').multipleOf(0.1, '精确到 0.1 毫米'),
      version,
    }),
    output: z.object({ version }),
  },
  'seal.setUse': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ isOn: z.boolean(), reason: text('理由', 200), version }),
    output: z.object({ version }),
  },
  'seal.remove': {
    kind: 'command',
    roles: ['director'],
    input: z.strictObject({ reason: text('理由', 200), version }),
    output: z.object({ version }),
  },
})
