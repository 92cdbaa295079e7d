import { describe, expect, test } from 'vitest'
import { applicationInput } from '../../src-main/contract/applications.ts'
import { consultationInput } from '../../src-main/contract/consultations.ts'
import { noticeInput } from '../../src-main/contract/notices.ts'
import { firstOpinionInput } from '../../src-main/contract/stations.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { applicationInputOf, applicationValues } from '../../src-renderer/features/applications/application-values.ts'
import {
  firstOpinionInputOf,
  firstOpinionProblems,
  firstOpinionValues,
} from '../../src-renderer/features/applications/first-opinion-values.ts'
import { consultationInputOf, consultationValues } from '../../src-renderer/features/consultations/consultation-values.ts'
import { noticeInputOf, noticeValues } from '../../src-renderer/features/notices/notice-values.ts'
import { personUpdateOf, personValues } from '../../src-renderer/features/people/person-values.ts'
import { editDraftOf, editStart } from '../../src-renderer/ui/draft-shape.ts'
import { withoutCertificate } from '../../src-renderer/ui/person-draft.ts'
import {
  personInput,
  applicationInput as typedApplication,
  consultationInput as typedConsultation,
} from '../support/desk-inputs.ts'
import { noticeInput as typedNotice } from '../support/notice-inputs.ts'

const pack = shippedPack()
const isWithout = withoutCertificate(pack.codes.certificateKinds)
const ID = '01M7VTFFJ00000000000000001'

/** A form of the desk over a stored record: what the form shows of it, and what it would save of that. */
type Form<Saved, Values extends object> = {
  readonly saved: Saved
  readonly shown: (saved: Saved) => Values
  readonly toSave: (values: Values) => Saved | null
}

/** Opened and saved it is the same, also by way of a draft that came back after a crash. */
function holds<Saved, Values extends object>({ saved, shown, toSave }: Form<Saved, Values>): void {
  const values = shown(saved)
  expect(toSave(values)).toEqual(saved)
  const ground = editStart(values, 3)
  const draft = editDraftOf(ground, JSON.parse(JSON.stringify(ground)))
  expect(draft).toEqual(ground)
  expect(draft && toSave(draft.values)).toEqual(saved)
}

const without = { certificateKind: 'none-with-reason', certificateNumber: null, certificateNote: '遗失补办中' }
const known = personInput({ certificateNumber: '3403**********2817', phone: '138****0318', sex: 'male', birthDate: '1971-08-16' })

describe('opening a stored record and saving it changes nothing', () => {
  const consultation = (saved: ReturnType<typeof typedConsultation>) =>
    holds({
      saved: consultationInput.parse(saved),
      shown: one => consultationValues(pack, one),
      toSave: values => consultationInputOf(values, isWithout),
    })
  test('a consultation', () => consultation(typedConsultation(ID, { person: known })))
  test('an anonymous call on behalf of somebody, sent elsewhere', () =>
    consultation(
      typedConsultation(ID, {
        channel: 'phone',
        person: null,
        anonymousReason: '不愿留名',
        agent: { name: '王小明', relation: '子女', phone: null },
        answer: null,
        toldOfRight: false,
        outcome: 'not-ours',
        referrals: ['mediation'],
        referralNote: '司法所',
        persons: 3,
      }),
    ))

  const application = (more: Parameters<typeof typedApplication>[0]) =>
    holds({
      saved: applicationInput.parse(typedApplication(more)),
      shown: one => applicationValues(pack, one),
      toSave: values => applicationInputOf(values, isWithout),
    })
  test('an application with its household and proof', () => application({ person: known }))
  test('an application whose check is waived, of somebody without a certificate', () =>
    application({
      person: personInput(without),
      opponentName: null,
      agency: null,
      hardship: { route: 'waived', ground: 'w42-2', proof: '低保证', document: null },
      materials: [],
    }))
  test('an application for somebody detained, filled in and read', () =>
    application({
      person: known,
      representation: { kind: 'relative', ground: 'detained', proof: '户口簿' },
      parties: [
        { role: 'guardian', kind: 'person', name: '李芳', relation: 'sibling' },
        { role: 'opponent', kind: 'organisation', name: '安徽恒远建筑有限公司', certificateNumber: '91350100M000100Y43' },
      ],
      custody: {
        place: '看守所',
        forward: { by: 'organ', name: null, handedOn: '2026-11-17', handedAt: '16:00', receivedAt: '15:00' },
        decisionToCustody: false,
      },
      filling: { by: 'passing-body', name: '钱某', unit: '看守所', reason: 'detained', fingerprint: false },
      reading: { reader: '王莉', readOn: '2026-11-18', readAt: '10:20', manner: 'sign', language: null, confirmed: true },
    }))

  test('a notice', () =>
    holds({
      saved: noticeInput.parse(typedNotice()),
      shown: one => noticeValues(pack, one),
      toSave: values => noticeInputOf(values, isWithout),
    }))

  test('a person of the register', () => {
    const { certificateNumber: certificateMasked, phone: phoneMasked } = known
    const person = { ...known, certificateMasked, phoneMasked } as unknown as Parameters<typeof personValues>[0]
    const more = { ethnicity: null, education: null, occupation: null, workplace: null, registrationKind: null }
    expect(personUpdateOf(ID, personValues(person, 'resident-id'), 3, isWithout)).toEqual({
      id: ID,
      person: { ...known, ...more },
      version: 3,
    })
  })

  test('a first opinion; a new one proposes nothing', () => {
    const saved = firstOpinionInput.parse({
      stationId: ID,
      opinion: 'open',
      reason: '情况特殊，请审定。',
      givenBy: '孙所长',
      givenOn: '2026-11-17',
      passedOn: '2026-11-18',
    })
    holds({ saved, shown: firstOpinionValues, toSave: firstOpinionInputOf })
    const empty = firstOpinionValues(null)
    expect(firstOpinionInputOf(empty)).toBeNull()
    expect(Object.keys(firstOpinionProblems(empty))).toEqual(Object.keys(empty))
  })
})
