import { residentIdCheckDigit } from '../../src-main/domain/certificate.ts'

/** A valid resident number (公民身份号码) of 蚌山区 for a birth date; an odd `serial` is a man's. */
function residentId(birthDate: string, serial: number): string {
  const digits = `340303${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return `${digits}${residentIdCheckDigit(digits)}`
}

/** The person whose case goes down the chain. Invented, like everyone here. */
export const applicant = {
  name: '王建国',
  certificate: residentId('1971-08-16', 281),
  phone: '13805520318',
  household: '安徽省蚌埠市蚌山区燕山乡孙家圩村',
  address: '蚌山区延安路 12 号',
} as const

export const matter = {
  cause: '追索劳动报酬纠纷',
  opponent: '安徽恒远建筑有限公司',
  court: '蚌山区人民法院',
  facts:
    '2026 年 3 月至 9 月在恒远建筑承建的工地做木工，约定日工资 280 元。完工后公司出具欠条，确认欠付工资 23,600 元，多次催要未付。请求判令支付拖欠的工资。',
} as const

export const accounts = {
  director: '陈建国',
  clerk: '王莉',
  archivist: '周敏',
} as const

/** 恒远建筑's case is handled by the lawyer of nine years; the other has practised for one. */
export const lawyers = {
  firm: '安徽正淮律师事务所',
  experienced: { name: '刘思远', since: '2017-03-01', defenceSince: '2018-01-10' },
  young: { name: '许小雨', since: '2025-07-01' },
} as const

/** Today in the office (Asia/Shanghai). */
export function officeToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
