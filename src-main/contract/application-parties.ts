import { z } from 'zod'
import { clockTime, code, id, isoDate, optionalText, text } from './common.ts'

/** What somebody is in an application (当事人地位): 共同申请人, 代理人, 监护人, 对方当事人, 对方的代理人, 其他. */
export const APPLICATION_PARTY_ROLES = ['co-applicant', 'agent', 'guardian', 'opponent', 'opponent-agent', 'other'] as const
export type ApplicationPartyRole = (typeof APPLICATION_PARTY_ROLES)[number]

/**
 * Somebody who takes part in an application besides the applicant (其他当事人). An organisation's number is its credit code
 * (统一社会信用代码) and has no kind. A co-applicant becomes a person of the register; certificate number and phone of a person read
 * masked, and sent back as they were shown they stand for those that are recorded.
 */
export const applicationParty = z.strictObject({
  role: z.enum(APPLICATION_PARTY_ROLES),
  kind: z.enum(['person', 'organisation']),
  personId: id.nullable().default(null),
  name: text('姓名或者名称', 100),
  certificateKind: code.nullable().default(null),
  certificateNumber: optionalText('证件号码', 40).default(null),
  phone: optionalText('联系电话', 40).default(null),
  /** Of an agent or guardian a code of the pack's relations; of anybody else in words. */
  relation: optionalText('关系', 60).default(null),
  note: optionalText('备注', 200).default(null),
})
export type ApplicationParty = z.infer<typeof applicationParty>

/** Who applies (申请方式): the applicant, or somebody for the applicant, on a ground of 法律援助法 40 or by a mandate (委托). */
export const representation = z.strictObject({
  kind: code,
  ground: code.nullable(),
  proof: optionalText('代为申请的证明', 200),
})
export type Representation = z.infer<typeof representation>
export const OWN_APPLICATION: Representation = { kind: 'self', ground: null, proof: null }

/**
 * An applicant in custody (在押): where, and, when the application was passed on (转交), by whom, when it was handed to them and at what
 * hour of the day of receipt it came here. `decisionToCustody`: the decision is also sent to the place of custody.
 */
export const custody = z.strictObject({
  place: text('羁押场所', 100),
  forward: z
    .strictObject({
      by: code,
      name: optionalText('转交单位或者值班律师', 100),
      handedOn: isoDate,
      handedAt: clockTime,
      receivedAt: clockTime,
    })
    .nullable(),
  decisionToCustody: z.boolean(),
})
export type Custody = z.infer<typeof custody>

/** Who filled the form in for an applicant who cannot write (代填), and why. */
export const filling = z.strictObject({
  by: z.enum(['staff', 'passing-body']),
  name: text('代填人', 60),
  unit: optionalText('代填人单位', 100),
  reason: code,
  fingerprint: z.boolean({ error: '请选择签名还是按指印' }),
})
export type Filling = z.infer<typeof filling>

/** The record of a reading (宣读记录): what the applicant stated was read, by the applicant or aloud, and found right. */
export const reading = z.strictObject({
  reader: text('宣读人', 60),
  readOn: isoDate,
  readAt: clockTime,
  manner: code,
  language: optionalText('语言、方言', 40),
  confirmed: z.literal(true, { error: '申请人确认无误后才能记录' }),
})
export type Reading = z.infer<typeof reading>

/** The most people one application takes (群体): longer lists are several applications. */
export const MOST_PARTIES = 500

/** What an application says beyond the applicant and the matter; left out, the applicant applies alone and in person. */
export const applicationParts = {
  parties: z.array(applicationParty).max(MOST_PARTIES, `最多 ${MOST_PARTIES} 名当事人`).default([]),
  /** A group (群体): the co-applicants are its list. */
  isGroup: z.boolean().default(false),
  agencyNumber: optionalText('办案机关案号', 60).default(null),
  representation: representation.default(OWN_APPLICATION),
  custody: custody.nullable().default(null),
  filling: filling.nullable().default(null),
  reading: reading.nullable().default(null),
}

/** The hand-over of a detained person's application (转交): how long it took, in whole minutes, against the pack's hours. */
export const handOver = z.object({
  minutes: z.number().int(),
  limitHours: z.number().int(),
  lateMinutes: z.number().int(),
  isLate: z.boolean(),
  clause: z.string(),
})
export type HandOver = z.infer<typeof handOver>

/** A material that the rules ask for and that is not in (缺少的材料). `copies` is how many more are needed. */
export const missingMaterial = z.object({
  code: z.string(),
  name: z.string(),
  copies: z.number().int(),
  clause: z.string(),
  confidence: z.enum(['H', 'M', 'L']),
})
export type MissingMaterialView = z.infer<typeof missingMaterial>
