import { describe, expect, it } from 'vitest'
import { checkCertificate, residentIdCheckDigit } from '../../src-main/domain/certificate.ts'
import { checkCreditCode } from '../../src-main/domain/credit-code.ts'
import { maskBankAccount, maskCertificate, maskPhone } from '../../src-main/domain/masking.ts'
import { nameKey } from '../../src-main/domain/name-key.ts'
import { checkPhone } from '../../src-main/domain/phone.ts'

const TODAY = '2026-11-22'
const withCheck = (digits: string): string => `${digits}${residentIdCheckDigit(digits)}`
const withWrongCheck = (digits: string): string => `${digits}${residentIdCheckDigit(digits) === '1' ? '2' : '1'}`

describe('resident numbers (GB 11643)', () => {
  it.each([
    { name: 'the example of the standard', typed: '11010519491231002X', birthDate: '1949-12-31', sex: 'female' },
    { name: 'a small x and blanks', typed: ' 110105 19491231 002x ', birthDate: '1949-12-31', sex: 'female' },
    { name: 'full-width digits', typed: '１１０１０５１９４９１２３１００２Ｘ', birthDate: '1949-12-31', sex: 'female' },
    { name: 'a man', typed: withCheck('34030019710816285'), birthDate: '1971-08-16', sex: 'male' },
    { name: 'born today', typed: withCheck('34030020261122001'), birthDate: '2026-11-22', sex: 'male' },
    { name: 'born on a leap day', typed: withCheck('34030020240229002'), birthDate: '2024-02-29', sex: 'female' },
  ])('$name', ({ typed, birthDate, sex }) => {
    expect(checkCertificate('resident-id', typed, TODAY)).toMatchObject({ ok: true, birthDate, sex, notice: null })
  })

  it('gives the number in one form and its region', () => {
    expect(checkCertificate('resident-id', '110105-19491231-002x', TODAY)).toMatchObject({
      normalised: '11010519491231002X',
      regionCode: '110105',
    })
  })

  it.each([
    { name: 'nothing', typed: '  ', message: '请填写证件号码' },
    { name: 'one short', typed: '11010519491231002', message: '少 1 位，应为 18 位' },
    { name: 'one long', typed: '11010519491231002X1', message: '多 1 位，应为 18 位' },
    { name: 'a letter', typed: '1101051949A231002X', message: '第 11 位“A”不是数字' },
    { name: 'X too early', typed: '1101051949123100X2', message: '第 17 位是 X，X 只能在第 18 位' },
    { name: 'a wrong check character', typed: '110105194912310021', message: '第 18 位校验码不对，请逐位核对' },
    { name: 'two digits exchanged', typed: '11010519491213002X', message: '第 18 位校验码不对，请逐位核对' },
    { name: 'a day that does not exist', typed: withCheck('34030020230230001'), message: '出生日期 2023-02-30 不存在' },
    { name: 'a leap day of a common year', typed: withCheck('34030020230229001'), message: '出生日期 2023-02-29 不存在' },
    { name: 'born tomorrow', typed: withCheck('34030020261123001'), message: '出生日期 2026-11-23 在今天之后' },
    { name: 'no such province', typed: withCheck('99030019710816285'), message: '前 2 位 99 不是省级行政区划代码' },
    { name: 'a residence permit', typed: withCheck('81000019710816285'), message: '这是港澳台居民居住证的号码，请改选证件种类' },
  ])('$name is told how to mend it', ({ typed, message }) => {
    expect(checkCertificate('resident-id', typed, TODAY)).toEqual({ ok: false, message })
  })

  it('makes an old 15-digit number new, with a notice', () => {
    expect(checkCertificate('resident-id', '110105491231002', TODAY)).toEqual({
      ok: true,
      normalised: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
      regionCode: '110105',
      notice: '15 位旧号码，已换算为 18 位 11010519491231002X，请与现行证件核对',
    })
  })
  it('refuses an old number whose day does not exist', () => {
    expect(checkCertificate('resident-id', '110105490230002', TODAY)).toEqual({
      ok: false,
      message: '出生日期 1949-02-30 不存在',
    })
  })
})

describe('other certificates', () => {
  it.each([
    { name: 'a permit from Hong Kong', kind: 'hmt-residence-permit', typed: withCheck('81000019990101003'), ok: true },
    { name: 'a permit from Macao', kind: 'hmt-residence-permit', typed: withCheck('82000019990101003'), ok: true },
    { name: 'a permit from Taiwan', kind: 'hmt-residence-permit', typed: withCheck('83000019990101003'), ok: true },
    { name: 'a permit with another region', kind: 'hmt-residence-permit', typed: withCheck('84000019990101003'), ok: false },
    {
      name: 'a permit with a wrong check character',
      kind: 'hmt-residence-permit',
      typed: withWrongCheck('81000019990101003'),
      ok: false,
    },
    { name: 'a Chinese passport', kind: 'passport', typed: 'E12345678', ok: true },
    { name: 'a passport of five characters', kind: 'passport', typed: 'A1234', ok: true },
    { name: 'a passport of four', kind: 'passport', typed: 'A123', ok: false },
    { name: 'a passport without digits', kind: 'passport', typed: 'ABCDEFG', ok: false },
    { name: 'a passport with a mark', kind: 'passport', typed: 'E1234/678', ok: false },
    { name: 'an old permanent residence card', kind: 'foreign-permanent-residence', typed: 'CAN110100680820', ok: true },
    { name: 'a new one', kind: 'foreign-permanent-residence', typed: '911124198108030024', ok: true },
    { name: 'a new one that does not begin with 9', kind: 'foreign-permanent-residence', typed: '811124198108030024', ok: false },
    { name: 'a credit code', kind: 'credit-code', typed: '91350100m000100y43', ok: true },
    { name: 'a credit code with a wrong last place', kind: 'credit-code', typed: '91350100M000100Y44', ok: false },
    { name: 'a resident number as a credit code', kind: 'credit-code', typed: '11010519491231002', ok: false },
    { name: 'a passport of seventeen characters', kind: 'passport', typed: 'A1234567890123456', ok: true },
    { name: 'a passport of eighteen', kind: 'passport', typed: 'A12345678901234567', ok: false },
    { name: 'an old card with two letters', kind: 'foreign-permanent-residence', typed: 'CA1101006808201', ok: false },
    { name: 'no certificate', kind: 'none', typed: '', ok: true },
    { name: 'no certificate and yet a number', kind: 'none', typed: 'E12345678', ok: false },
  ] as const)('$name', ({ kind, typed, ok }) => expect(checkCertificate(kind, typed, TODAY).ok).toBe(ok))

  it.each([
    { name: 'the usual check character', typed: withCheck('91112419810803002'), birthDate: '1981-08-03', notice: null },
    { name: 'another one', typed: withWrongCheck('91112419810803002'), birthDate: '1981-08-03', notice: '校验算法不符' },
    { name: 'a day that does not exist', typed: withCheck('91112419810230002'), birthDate: null, notice: '不像出生日期' },
    { name: 'born today', typed: withCheck('91112420261122002'), birthDate: '2026-11-22', notice: null },
    { name: 'born tomorrow', typed: withCheck('91112420261123002'), birthDate: null, notice: '不像出生日期' },
  ])('takes a new permanent residence card with $name, and says what to look at', ({ typed, birthDate, notice }) => {
    expect(checkCertificate('foreign-permanent-residence', typed, TODAY)).toMatchObject({
      ok: true,
      birthDate,
      notice: notice === null ? null : expect.stringContaining(notice),
    })
  })
  it('reads the birth date of a new permanent residence card', () => {
    expect(checkCertificate('foreign-permanent-residence', '911124198108030024', TODAY)).toMatchObject({
      birthDate: '1981-08-03',
      sex: null,
    })
  })
})

describe('credit codes (GB 32100)', () => {
  it.each([
    { name: 'the example of the standard', typed: '91350100M000100Y43', result: { ok: true, normalised: '91350100M000100Y43' } },
    { name: 'small letters and blanks', typed: '91350100 m000100y43', result: { ok: true, normalised: '91350100M000100Y43' } },
    { name: 'a wrong last place', typed: '91350100M000100Y44', result: { ok: false, message: '第 18 位校验码不对，请逐位核对' } },
    {
      name: 'a letter that is not used',
      typed: '91350100I000100Y43',
      result: { ok: false, message: '第 9 位“I”不是信用代码用的字符' },
    },
    { name: 'one short', typed: '91350100M000100Y4', result: { ok: false, message: '少 1 位，应为 18 位' } },
  ])('$name', ({ typed, result }) => expect(checkCreditCode(typed)).toEqual(result))
})

describe('phones', () => {
  it.each([
    { name: 'a mobile', typed: '13900004418', result: '13900004418' },
    { name: 'with +86 and blanks', typed: '+86 139 0000 4418', result: '13900004418' },
    { name: 'a landline', typed: '0552-3018888', result: '0552-3018888' },
    { name: 'brackets', typed: '（0552）3018888', result: '0552-3018888' },
    { name: 'three-digit area code', typed: '01084020000', result: '010-84020000' },
    { name: 'an extension', typed: '0552-3018888转12', result: '0552-3018888-12' },
    { name: 'an extension after a dash', typed: '0552-3018888-12', result: '0552-3018888-12' },
    { name: 'without area code', typed: '3018888', result: '3018888' },
  ])('$name', ({ typed, result }) => expect(checkPhone(typed)).toMatchObject({ ok: true, normalised: result }))
  it.each([
    { name: 'a mobile of ten', typed: '1390000441', message: '少 1 位，手机号应为 11 位' },
    { name: 'a mobile of twelve', typed: '139000044181', message: '多 1 位，手机号应为 11 位' },
    { name: 'a mobile that begins with 12', typed: '12900004418', message: '手机号第 2 位不会是 2，请核对' },
    { name: 'a landline one short', typed: '0552-301888', message: '少 1 位，区号 0552 之后应为 7 或 8 位' },
    { name: 'a letter', typed: '1390000441O', message: '电话里的“O”不是数字' },
    { name: 'nothing', typed: ' ', message: '请填写联系电话' },
  ])('$name', ({ typed, message }) => expect(checkPhone(typed)).toEqual({ ok: false, message }))
})

describe('masking', () => {
  it.each([
    { text: '34030019710816123X', masked: '3403**********123X' },
    { text: 'CAN110100680820', masked: 'CAN1*******0820' },
    { text: 'E12345678', masked: 'E1*****78' },
    { text: 'A1234', masked: 'A**34' },
    { text: 'A123', masked: '****' },
    { text: '', masked: '' },
  ])('a certificate $text', ({ text, masked }) => expect(maskCertificate(text)).toBe(masked))
  it.each([
    { text: '13900004418', masked: '139****4418' },
    { text: '0552-3018888', masked: '0552-***8888' },
    { text: '010-84020000-12', masked: '010-****0000' },
    { text: '3018888', masked: '***8888' },
    { text: '110', masked: '***' },
  ])('a phone $text', ({ text, masked }) => expect(maskPhone(text)).toBe(masked))
  it('a bank account', () =>
    expect([maskBankAccount('6222 0000 1111 4418'), maskBankAccount('4418')]).toEqual(['**** 4418', '****']))
})

it.each([
  {
    name: 'dots of all kinds',
    names: ['阿依古丽·买买提', '阿依古丽•买买提', '阿依古丽・买买提', '阿依古丽 . 买买提', '阿依古丽买买提'],
  },
  { name: 'blanks', names: ['李 明', '李　明', ' 李明 '] },
  { name: 'width and case', names: ['ＪＯＨＮ Smith', 'john smith'] },
])('names are alike but for $name', ({ names }) => expect(new Set(names.map(nameKey)).size).toBe(1))
it('keeps different names apart', () => expect(nameKey('李明')).not.toBe(nameKey('李铭')))
