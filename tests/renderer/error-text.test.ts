import { describe, expect, test } from 'vitest'
import { type AppError, appError } from '../../src-main/contract/envelope.ts'
import { errorLine, errorText, fieldErrors } from '../../src-renderer/api/error-text.ts'

const validation: AppError = {
  code: 'VALIDATION',
  fields: [
    { path: ['person', 'phone'], message: '少 1 位，手机号应为 11 位' },
    { path: ['person', 'phone'], message: '手机号应为数字' },
    { path: ['members', 0, 'income'], message: '金额不能为负' },
  ],
}

const every: readonly (readonly [string, AppError, string, string])[] = [
  ['one field', { code: 'VALIDATION', fields: [{ path: ['name'], message: '请填写姓名' }] }, '还有 1 项要改', '请填写姓名'],
  ['several fields', validation, '还有 3 项要改', '少 1 位，手机号应为 11 位；手机号应为数字；金额不能为负'],
  ['not found', { code: 'NOT_FOUND', what: '案件' }, '找不到案件', '可能已被删除或合并。请返回列表再找一次。'],
  [
    'stale',
    { code: 'STALE', what: '这份申请', version: 3 },
    '这份申请在您打开之后被改过',
    '还没有保存，您写的内容都在。请看过改动后再保存。',
  ],
  ['duplicate', { code: 'DUPLICATE', field: 'certificateNumber', message: '证件号码已登记' }, '已有相同的记录', '证件号码已登记'],
  [
    'a rule with its clause',
    { code: 'RULE', rule: 'H-02', message: '不属于受理范围', clause: '法律援助法 第31条' },
    '不属于受理范围',
    '依据：法律援助法 第31条',
  ],
  ['a rule without a clause', { code: 'RULE', rule: 'N-01', message: '编号已作废', clause: null }, '编号已作废', ''],
  ['not logged in', { code: 'FORBIDDEN', reason: 'not-logged-in', message: '登录已结束' }, '请先登录', '登录已结束'],
  ['role', { code: 'FORBIDDEN', reason: 'role', message: '只有主任可以这样做' }, '您的角色不能这样做', '只有主任可以这样做'],
  ['locked', { code: 'FORBIDDEN', reason: 'locked', message: '请先输入密码' }, '已锁定', '请先输入密码'],
  ['separation', { code: 'FORBIDDEN', reason: 'separation', message: '制表人不能审批' }, '须由不同的人办理', '制表人不能审批'],
  ['restricted', { code: 'FORBIDDEN', reason: 'restricted', message: '须主任授权' }, '这件事限定了知悉范围', '须主任授权'],
  ['busy', { code: 'STORAGE', reason: 'busy', message: 'm' }, '数据正被占用', 'm'],
  ['full', { code: 'STORAGE', reason: 'full', message: 'm' }, '磁盘已满', 'm'],
  ['read only', { code: 'STORAGE', reason: 'read-only', message: 'm' }, '数据文件夹不能写入', 'm'],
  ['corrupt', { code: 'STORAGE', reason: 'corrupt', message: 'm' }, '数据文件已损坏', 'm'],
  ['newer file', { code: 'STORAGE', reason: 'newer-file', message: 'm' }, '数据来自更新的版本', 'm'],
  ['missing', { code: 'STORAGE', reason: 'missing', message: 'm' }, '找不到需要的文件', 'm'],
  ['unreadable', { code: 'STORAGE', reason: 'unreadable', message: 'm' }, '文件无法读取', 'm'],
  ['printer', { code: 'STORAGE', reason: 'printer', message: 'm' }, '现在不能排版打印', 'm'],
  ['cancelled', { code: 'CANCELLED' }, '已取消', '没有留下任何改动。'],
  [
    'internal',
    { code: 'INTERNAL', incident: '01J8' },
    '这一步没有做成',
    '数据没有改动，您写的内容还在。请再试一次；仍不成时，把事件号 01J8 告诉维护人员。',
  ],
]

describe('every failure has its sentence', () => {
  test.each(every)('%s', (_name, error, title, text) => {
    expect(errorText(error)).toEqual({ title, text })
  })

  test('the table above has every code and every reason of the contract', () => {
    const kinds = new Set(every.map(([, error]) => ('reason' in error ? `${error.code} ${error.reason}` : error.code)))
    const wanted = appError.options.flatMap(option => {
      const { code } = option.shape
      const reason = 'reason' in option.shape ? option.shape.reason : null
      return reason ? reason.options.map(one => `${code.value} ${one}`) : [code.value]
    })
    expect([...kinds].toSorted()).toEqual([...wanted].toSorted())
  })

  test.each([
    [
      'a single wrong field is said as it is',
      { code: 'VALIDATION', fields: [{ path: ['name'], message: '请填写姓名' }] },
      '请填写姓名',
    ],
    ['title and text are joined', { code: 'NOT_FOUND', what: '案件' }, '找不到案件：可能已被删除或合并。请返回列表再找一次。'],
    ['a title without text stands alone', { code: 'RULE', rule: 'N-01', message: '编号已作废', clause: null }, '编号已作废'],
  ] as const)('in one line: %s', (_name, error, line) => {
    const given: AppError =
      error.code === 'VALIDATION'
        ? { code: 'VALIDATION', fields: error.fields.map(field => ({ path: [...field.path], message: field.message })) }
        : error
    expect(errorLine(given)).toBe(line)
  })
})

describe('errors of single fields', () => {
  test('the first sentence of each field, by its path', () => {
    expect(fieldErrors(validation)).toEqual({ 'person.phone': '少 1 位，手机号应为 11 位', 'members.0.income': '金额不能为负' })
  })
  test('a leading path can be left off', () => {
    expect(fieldErrors(validation, 'person')).toEqual({ phone: '少 1 位，手机号应为 11 位', 'members.0.income': '金额不能为负' })
  })
  test('a duplicate is an error of its field', () => {
    expect(fieldErrors({ code: 'DUPLICATE', field: 'name', message: '已有同名' })).toEqual({ name: '已有同名' })
  })
  test('other failures belong to no field', () => {
    expect(fieldErrors({ code: 'CANCELLED' })).toEqual({})
  })
})
