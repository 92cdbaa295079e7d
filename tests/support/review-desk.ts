import type { InputOf } from '../../src-main/contract/index.ts'
import { applicationInput, personInput, residentId } from './desk-inputs.ts'
import { makeCenter } from './make-center.ts'

type Decide = InputOf<'decisions.decide'>

/**
 * A desk with an application about unpaid wages received on 2026-11-09 (a Monday; its clock ends on 11-16, also a Monday) and short ways to do
 * the acts of its review.
 */
export async function openReviewDesk(today = '2026-11-10', more: Parameters<typeof applicationInput>[0] = {}) {
  const center = await makeCenter({ today })
  const { call, clerk, director } = center
  let people = 0
  const submit = async (extra: Parameters<typeof applicationInput>[0] = {}) => {
    people += 1
    const person = personInput({ certificateNumber: residentId('1971-08-16', 280 + people) })
    return call(clerk, 'applications.submit', applicationInput({ receivedOn: '2026-11-09', person, ...more, ...extra }))
  }
  const { id } = await submit()
  const get = (one = id) => call(clerk, 'applications.get', { id: one })
  const course = (one = id) => call(clerk, 'procedure.get', { id: one })
  const versionOf = async (one = id) => (await get(one)).version
  const grant = async (on: string, extra: Partial<Extract<Decide, { outcome: 'granted' }>> = {}): Promise<Decide> => ({
    outcome: 'granted',
    applicationId: id,
    decidedOn: on,
    aidForms: ['civil-litigation'],
    opinion: '同意给予法律援助',
    version: await versionOf(extra.applicationId ?? id),
    ...extra,
  })
  const refusing = async (on: string): Promise<Decide> => ({
    outcome: 'refused',
    applicationId: id,
    decidedOn: on,
    reasons: ['no-case'],
    opinion: '没有事实依据',
    version: await versionOf(),
  })
  const decide = async (input: Decide | Promise<Decide>) => call(director, 'decisions.decide', await input)
  const review = async (on: string, extra: Partial<InputOf<'reviews.give'>> = {}) =>
    call(clerk, 'reviews.give', {
      applicationId: id,
      reviewedOn: on,
      proposal: 'grant',
      aidForms: ['civil-litigation'],
      opinion: '材料齐全，建议给予',
      version: await versionOf(extra.applicationId ?? id),
      ...extra,
    })
  const ask = async (on: string, missing = ['工资流水', '劳动合同'], dueOn: string | null = null) =>
    call(clerk, 'applications.askSupplement', { id, askedOn: on, missing, dueOn, version: await versionOf() })
  const receive = async (on: string, extra: Partial<InputOf<'applications.receiveSupplement'>> = {}) =>
    call(clerk, 'applications.receiveSupplement', { id, answeredOn: on, version: await versionOf(), ...extra })
  const send = async (on: string, extra: Partial<InputOf<'cooperation.send'>> = {}) =>
    call(clerk, 'cooperation.send', {
      applicationId: id,
      sentOn: on,
      toCenter: '合肥市庐阳区法律援助中心',
      toContact: null,
      facts: '申请人原住庐阳区。',
      items: ['申请人在庐阳区有无房产'],
      dueOn: null,
      version: await versionOf(),
      ...extra,
    })
  const answer = async (letter: string, on: string, kind: 'answered' | 'refused' | 'recalled' = 'answered') =>
    call(clerk, 'cooperation.answer', { id: letter, answeredOn: on, kind, answer: '无房产', version: await versionOf() })
  /** Texts of the papers issued for the application, by form. */
  const paperText = async (form: string, subject: InputOf<'papers.list'>['subject'] = { kind: 'application', id }) => {
    const issued = (await call(clerk, 'papers.list', { subject })).filter(paper => paper.form === form).at(-1)
    if (!issued) throw new Error(`no ${form} was issued`)
    return (await call(clerk, 'papers.get', { id: issued.id })).html
  }
  /** The text of a paper issued now. */
  const paperTextAfterIssue = async (form: string, subject: InputOf<'papers.issue'>['subject']) =>
    (await call(clerk, 'papers.issue', { form, subject })).html
  return {
    ...center,
    id,
    submit,
    get,
    course,
    versionOf,
    grant,
    refusing,
    decide,
    review,
    ask,
    receive,
    send,
    answer,
    paperText,
    paperTextAfterIssue,
  }
}
