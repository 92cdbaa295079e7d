import { z } from 'zod'
import { code, id, isoDate, nothing, optionalText, text, version } from './common.ts'
import { defineOperations } from './operation.ts'

/** A provider (承办机构): law firm 律师事务所, grass-roots legal service office 基层法律服务所, or the center itself. */
export const providerInput = z.strictObject({
  kind: code,
  name: text('机构名称', 80),
  creditCode: optionalText('统一社会信用代码', 18),
  phone: optionalText('联系电话', 40),
  address: optionalText('地址', 120),
  isActive: z.boolean(),
})

/** A handler (承办人) at a provider. `practisingSince` is the first day of practice; the defence day is that of criminal defence. */
export const handlerInput = z.strictObject({
  providerId: id,
  name: text('承办人姓名', 30),
  kind: code,
  licenceNumber: optionalText('执业证号', 30),
  practisingSince: isoDate.nullable(),
  criminalDefenceSince: isoDate.nullable(),
  isPublicEmployee: z.boolean(),
  phone: optionalText('联系电话', 40),
  certificateNumber: optionalText('身份证号', 18),
  bankName: optionalText('开户行', 80),
  bankAccount: optionalText('账号', 40),
  isActive: z.boolean(),
})

export const handlerView = z.object({ id, handler: handlerInput, providerName: z.string(), openCases: z.number().int(), version })

export const providerOperations = defineOperations({
  'providers.list': {
    kind: 'query',
    roles: 'staff',
    input: nothing,
    output: z.array(z.object({ id, provider: providerInput, handlers: z.array(handlerView), version })),
  },
  'providers.create': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: providerInput,
    output: z.object({ id, version }),
  },
  'providers.update': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: z.strictObject({ id, provider: providerInput, version }),
    output: z.object({ version }),
  },
  'providers.createHandler': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: handlerInput,
    output: z.object({ id, version }),
  },
  'providers.updateHandler': {
    kind: 'command',
    roles: ['clerk', 'director', 'administrator'],
    input: z.strictObject({ id, handler: handlerInput, version }),
    output: z.object({ version }),
  },
})
