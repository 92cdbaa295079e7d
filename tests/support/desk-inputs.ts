import type { InputOf } from '../../src-main/contract/index.ts'
import type { PersonTyped } from '../../src-main/contract/people.ts'
import { residentIdCheckDigit } from '../../src-main/domain/certificate.ts'

/** A valid resident number (公民身份号码) of 蚌山区 for a birth date; an odd `serial` is a man's. */
export function residentId(birthDate: string, serial: number): string {
  const digits = `340303${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return `${digits}${residentIdCheckDigit(digits)}`
}

/** 王建国, born 1971-08-16, as typed at the desk. */
export function personInput(more: Partial<PersonTyped> = {}): PersonTyped {
  return {
    name: '王建国',
    certificateKind: 'resident-id',
    certificateNumber: residentId('1971-08-16', 281),
    certificateNote: null,
    sex: null,
    birthDate: null,
    phone: '13805520318',
    householdAddress: null,
    address: '蚌山区延安路 12 号',
    categories: ['migrant-worker'],
    ...more,
  }
}

/** A visit about unpaid wages on 2026-11-18. */
export function consultationInput(
  consultantId: string,
  more: Partial<InputOf<'consultations.register'>> = {},
): InputOf<'consultations.register'> {
  return {
    channel: 'visit',
    receivedOn: '2026-11-18',
    receivedAt: '09:30',
    person: personInput(),
    personId: null,
    matterType: 'civil',
    cause: '追索劳动报酬纠纷',
    opponentName: '安徽恒远建筑有限公司',
    content: '工地拖欠 7 个月工资',
    answer: '可以申请法律援助',
    toldOfRight: true,
    outcome: 'answered',
    consultantId,
    ...more,
  }
}

/** An application about unpaid wages of 2026-11-18, income below the line, with the declaration signed. */
export function applicationInput(more: Partial<InputOf<'applications.submit'>> = {}): InputOf<'applications.submit'> {
  return {
    consultationId: null,
    receivedOn: '2026-11-18',
    person: personInput(),
    personId: null,
    matterType: 'civil',
    stage: 'first-instance',
    cause: '追索劳动报酬纠纷',
    scope: 's31-5',
    aidForms: ['civil-litigation'],
    opponentName: '安徽恒远建筑有限公司',
    agency: '蚌山区人民法院',
    facts: '2026 年 3 月至 9 月在某工地做工，工资未付。',
    hardship: {
      route: 'check',
      members: [
        {
          name: '王建国',
          relation: 'self',
          incomes: [{ source: 'wages', note: '务工', amountFen: 120_000, months: 1 }],
        },
      ],
      proofWay: { way: 'declaration', isSigned: true, signedOn: '2026-11-20' },
    },
    materials: [{ name: '身份证', copies: 1, isOriginal: false }],
    ...more,
  }
}
