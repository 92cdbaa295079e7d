import { describe, expect, test } from 'vitest'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

/** 王建国 with a consultation, an application and a case; 单小明 with a consultation; 买买提·艾力 with a foreign passport. */
async function openOffice() {
  const center = await makeCenter()
  const { user } = await center.call(center.clerk, 'session.current', {})
  const register = (more: Parameters<typeof consultationInput>[1]) =>
    center.call(center.clerk, 'consultations.register', consultationInput(user.id, more))
  const visit = await register({ receivedOn: '2026-11-16' })
  const applied = await center.call(
    center.clerk,
    'applications.submit',
    applicationInput({ consultationId: visit.id, personId: visit.personId, receivedOn: '2026-11-18' }),
  )
  const granted = await center.call(center.director, 'decisions.decide', {
    outcome: 'granted',
    applicationId: applied.id,
    decidedOn: '2026-11-20',
    aidForms: ['civil-litigation'],
    opinion: '同意',
    version: 1,
  })
  const shan = await register({
    receivedOn: '2026-11-17',
    cause: '离婚纠纷',
    opponentName: '赵强',
    person: personInput({ name: '单小明', certificateNumber: residentId('1990-05-06', 123), phone: '0552-3051234' }),
  })
  await register({
    receivedOn: '2026-11-19',
    cause: '劳动争议',
    opponentName: null,
    person: personInput({ name: '买买提·艾力', certificateKind: 'passport', certificateNumber: 'E12345678', phone: null }),
  })
  const find = async (words: string) => {
    const { people, files } = await center.call(center.archivist, 'search.find', { words })
    return { people: people.map(one => one.name), files: files.map(one => one.number) }
  }
  return { ...center, visit, applied, granted, shan, find }
}

describe('one box', () => {
  test('finds people and files by names, initials, numbers and tails, newest first', async () => {
    const { find, visit, applied, granted, shan } = await openOffice()
    const wang = [granted.caseNumber, applied.number, visit.number]
    const tail = residentId('1971-08-16', 281).slice(-4)
    const rows: [words: string, people: string[], files: (string | null)[]][] = [
      ['王建国', ['王建国'], wang],
      ['建国', ['王建国'], wang],
      ['王', ['王建国'], wang],
      ['wjg', ['王建国'], wang],
      ['WJ', ['王建国'], wang],
      ['wangjian', ['王建国'], wang],
      ['单', ['单小明'], [shan.number]],
      ['sxm', ['单小明'], [shan.number]],
      ['艾力', ['买买提·艾力'], ['蚌援咨〔2026〕3号']],
      [tail, ['王建国'], wang],
      [residentId('1971-08-16', 281), ['王建国'], wang],
      ['0318', ['王建国'], []],
      ['援民', [], [granted.caseNumber]],
      ['蚌援申〔2026〕1号', [], [applied.number]],
      ['赵强', [], [shan.number]],
      ['离婚 单', [], [shan.number]],
      ['离婚 wjg', [], []],
      ['没有这个人', [], []],
      ['"*', [], []],
    ]
    for (const [words, people, files] of rows) expect([words, await find(words)]).toEqual([words, { people, files }])
  })

  test('a person comes with age, counts and a masked number; a file with its status in words', async () => {
    const { core: _, ...office } = await openOffice()
    const { people, files } = await office.call(office.archivist, 'search.find', { words: '王建国' })
    expect(people).toMatchObject([
      { sex: 'male', age: 55, certificateMasked: '3403**********2817', consultations: 1, applications: 1, cases: 1 },
    ])
    expect(files.map(file => [file.kind, file.cause, file.status])).toEqual([
      ['case', '追索劳动报酬纠纷', '待指派'],
      ['application', '追索劳动报酬纠纷', '已给予'],
      ['consultation', '追索劳动报酬纠纷', '转为申请'],
    ])
  })

  test('gives no more than was asked for', async () => {
    const office = await openOffice()
    const { files } = await office.call(office.archivist, 'search.find', { words: '2026', limit: 2 })
    expect(files).toHaveLength(2)
  })

  test('nothing typed, or nobody logged in, is refused', async () => {
    const center = await makeCenter()
    expect(await center.refusal(center.clerk, 'search.find', { words: '  ' })).toMatchObject({ code: 'VALIDATION' })
    expect(await center.refusal(null, 'search.find', { words: '王' })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'not-logged-in',
    })
  })
})
