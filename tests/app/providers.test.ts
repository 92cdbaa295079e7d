import { describe, expect, it } from 'vitest'
import { type HandlerInput, handlerInput, type ProviderInput, providerInput } from '../support/case-steps.ts'
import { residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

/** Its last character is the right one for the 17 before it (GB 32100). */
const SOUND_CODE = '91340300MA2N0ABC3C'

describe('the register of providers and handlers', () => {
  const wrongProviders: readonly [string, Partial<ProviderInput>, string, string][] = [
    ['a kind the pack does not know', { kind: 'bank' }, 'kind', '请从列表中选择机构类别'],
    ['a name of blanks', { name: '   ' }, 'name', '请填写机构名称'],
    ['a credit code one short', { creditCode: '91340300MA2N0ABC3' }, 'creditCode', '少 1 位，应为 18 位'],
    ['a credit code with the letter I', { creditCode: '91340300MA2N0ABI3C' }, 'creditCode', '第 16 位“I”不是信用代码用的字符'],
    [
      'a credit code with a wrong check character',
      { creditCode: '91340300MA2N0ABC31' },
      'creditCode',
      '第 18 位校验码不对，请逐位核对',
    ],
  ]
  it.each(wrongProviders)('refuses %s', async (_, more, field, message) => {
    const { clerk, refusal, call } = await makeCenter()
    const error = await refusal(clerk, 'providers.create', providerInput(more))
    expect(error).toEqual({ code: 'VALIDATION', fields: [{ path: [field], message }] })
    expect(await call(clerk, 'providers.list', {})).toEqual([])
  })

  it('writes a credit code plainly, and keeps it for one provider', async () => {
    const { clerk, call, refusal } = await makeCenter()
    await call(clerk, 'providers.create', providerInput({ creditCode: SOUND_CODE.toLowerCase() }))
    expect((await call(clerk, 'providers.list', {}))[0]?.provider.creditCode).toBe(SOUND_CODE)
    expect(await refusal(clerk, 'providers.create', providerInput({ name: '另一家', creditCode: SOUND_CODE }))).toMatchObject({
      code: 'DUPLICATE',
      field: 'creditCode',
    })
  })

  it('refuses the name of a provider in use, and takes it once that one is out of use', async () => {
    const { clerk, call, refusal } = await makeCenter()
    const { id, version } = await call(clerk, 'providers.create', providerInput())
    expect(await refusal(clerk, 'providers.create', providerInput({ name: '安徽正淮 律师事务所' }))).toMatchObject({
      code: 'DUPLICATE',
      field: 'name',
    })
    await call(clerk, 'providers.update', { id, provider: providerInput({ isActive: false }), version })
    await call(clerk, 'providers.create', providerInput())
    expect((await call(clerk, 'providers.list', {})).map(one => one.provider.isActive)).toEqual([true, false])
  })

  const TODAY = '2026-11-20'
  const wrongHandlers: readonly [string, Partial<HandlerInput>, string, string][] = [
    ['a legal worker at a law firm', { kind: 'legal-worker' }, 'kind', '基层法律服务工作者不在律师事务所执业'],
    ['a kind the pack does not know', { kind: 'judge' }, 'kind', '请从列表中选择人员类别'],
    [
      'a first day of practice after today',
      { practisingSince: '2026-11-21', criminalDefenceSince: null },
      'practisingSince',
      '执业起始日期不能晚于今天',
    ],
    [
      'a first day of defence after today',
      { criminalDefenceSince: '2026-11-21' },
      'criminalDefenceSince',
      '刑事辩护起始日期不能晚于今天',
    ],
    [
      'defence before practice',
      { criminalDefenceSince: '2017-02-28' },
      'criminalDefenceSince',
      '刑事辩护起始日期不能早于执业起始日期',
    ],
    [
      'a certificate with a wrong check character',
      { certificateNumber: wrongId() },
      'certificateNumber',
      '第 18 位校验码不对，请逐位核对',
    ],
    ['an account with letters', { bankAccount: '62170012A4567890' }, 'bankAccount', '账号应为 8 至 32 位数字'],
    ['an account of 7 digits', { bankAccount: '6217001' }, 'bankAccount', '账号应为 8 至 32 位数字'],
  ]
  it.each(wrongHandlers)('refuses %s', async (_, more, field, message) => {
    const { clerk, call, refusal } = await makeCenter({ today: TODAY })
    const { id } = await call(clerk, 'providers.create', providerInput())
    const error = await refusal(clerk, 'providers.createHandler', handlerInput(id, more))
    expect(error).toEqual({ code: 'VALIDATION', fields: [{ path: [field], message }] })
  })

  const soundHandlers: readonly [string, Partial<HandlerInput>][] = [
    ['practice since today', { practisingSince: TODAY, criminalDefenceSince: TODAY }],
    ['defence since the first day of practice', { criminalDefenceSince: '2017-03-01' }],
    ['no day of practice', { practisingSince: null, criminalDefenceSince: null }],
    ['an account of 8 digits', { bankAccount: '62170012' }],
    ['a resident number', { certificateNumber: residentId('1985-04-02', 231) }],
  ]
  it.each(soundHandlers)('takes %s', async (_, more) => {
    const { clerk, call } = await makeCenter({ today: TODAY })
    const { id } = await call(clerk, 'providers.create', providerInput())
    const input = handlerInput(id, more)
    await call(clerk, 'providers.createHandler', input)
    expect((await call(clerk, 'providers.list', {}))[0]?.handlers[0]).toMatchObject({
      handler: input,
      providerName: '安徽正淮律师事务所',
      openCases: 0,
    })
  })

  it('keeps a licence number for one handler', async () => {
    const { clerk, call, refusal } = await makeCenter()
    const { id } = await call(clerk, 'providers.create', providerInput())
    await call(clerk, 'providers.createHandler', handlerInput(id, { licenceNumber: '13403201710000001' }))
    const error = await refusal(
      clerk,
      'providers.createHandler',
      handlerInput(id, { name: '赵敏', licenceNumber: '13403201710000001' }),
    )
    expect(error).toEqual({
      code: 'DUPLICATE',
      field: 'licenceNumber',
      message: '这个执业证号已登记为 刘思远（安徽正淮律师事务所）',
    })
  })

  it('refuses a change on an older version, and keeps before and after of one that stands', async () => {
    const { clerk, director, call, refusal } = await makeCenter()
    const { id } = await call(clerk, 'providers.create', providerInput())
    const handler = await call(
      clerk,
      'providers.createHandler',
      handlerInput(id, { certificateNumber: residentId('1985-04-02', 231) }),
    )
    await call(clerk, 'providers.updateHandler', {
      id: handler.id,
      handler: handlerInput(id, { bankAccount: '62280011' }),
      version: 1,
    })
    expect(
      await refusal(director, 'providers.updateHandler', { id: handler.id, handler: handlerInput(id), version: 1 }),
    ).toMatchObject({
      code: 'STALE',
      what: '承办人',
      version: 2,
    })
    const [entry] = await call(director, 'audit.list', { subjectId: handler.id, limit: 1 })
    expect(entry?.before).toMatchObject({ bankAccount: '6217001234567890123', certificateNumber: expect.stringContaining('*') })
    expect(entry?.after).toMatchObject({ bankAccount: '62280011' })
  })

  it('lets clerk, director and administrator write, and not the archivist', async () => {
    const { archivist, administrator, call, refusal } = await makeCenter()
    expect(await refusal(archivist, 'providers.create', providerInput())).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    await call(administrator, 'providers.create', providerInput())
    expect(await call(archivist, 'providers.list', {})).toHaveLength(1)
  })
})

function wrongId(): string {
  const right = residentId('1985-04-02', 231)
  return `${right.slice(0, 17)}${right.endsWith('X') ? '1' : 'X'}`
}
