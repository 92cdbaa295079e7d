import type { z } from 'zod'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { handlerInput, providerInput } from '../../../src-main/contract/providers.ts'
import { zodForm } from '../../api/zod-form.ts'
import type { StaleField } from '../../ui/stale-merge.ts'

export type ProviderEntry = OutputOf<'providers.list'>[number]
export type HandlerEntry = ProviderEntry['handlers'][number]
export type Provider = z.output<typeof providerInput>
export type Handler = z.output<typeof handlerInput>

/** Text fields may stand empty while they are typed; a choice may be open. */
export type ProviderForm = {
  readonly kind: string | null
  readonly name: string
  readonly creditCode: string
  readonly phone: string
  readonly address: string
  readonly isActive: boolean
}

export type HandlerForm = {
  readonly providerId: string
  readonly name: string
  readonly kind: string | null
  readonly licenceNumber: string
  readonly practisingSince: string | null
  readonly criminalDefenceSince: string | null
  readonly isPublicEmployee: 'yes' | 'no' | null
  readonly phone: string
  readonly certificateNumber: string
  readonly bankName: string
  readonly bankAccount: string
  readonly isActive: boolean
}

export const EMPTY_PROVIDER: ProviderForm = { kind: null, name: '', creditCode: '', phone: '', address: '', isActive: true }

/** The form of a new handler at a provider. Whether public money pays them decides on the subsidy, so it is asked, never assumed. */
export function emptyHandler(providerId: string, kind: string | null): HandlerForm {
  return {
    providerId,
    name: '',
    kind,
    licenceNumber: '',
    practisingSince: null,
    criminalDefenceSince: null,
    isPublicEmployee: null,
    phone: '',
    certificateNumber: '',
    bankName: '',
    bankAccount: '',
    isActive: true,
  }
}

export function formOfProvider(provider: Provider): ProviderForm {
  return {
    ...provider,
    creditCode: provider.creditCode ?? '',
    phone: provider.phone ?? '',
    address: provider.address ?? '',
  }
}

export function formOfHandler(handler: Handler): HandlerForm {
  return {
    ...handler,
    licenceNumber: handler.licenceNumber ?? '',
    isPublicEmployee: handler.isPublicEmployee ? 'yes' : 'no',
    phone: handler.phone ?? '',
    certificateNumber: handler.certificateNumber ?? '',
    bankName: handler.bankName ?? '',
    bankAccount: handler.bankAccount ?? '',
  }
}

/** The form as the contract takes it, or null while something is still open. */
export function providerOfForm(form: ProviderForm): Provider | null {
  const parsed = providerInput.safeParse(form)
  return parsed.success ? parsed.data : null
}

/** The form as the contract takes it, or null while something is still open. */
export function handlerOfForm(form: HandlerForm): Handler | null {
  const parsed = handlerInput.safeParse(handlerData(form))
  return parsed.success ? parsed.data : null
}

function handlerData(form: HandlerForm) {
  return { ...form, isPublicEmployee: form.isPublicEmployee === null ? null : form.isPublicEmployee === 'yes' }
}

const checkProvider = zodForm(providerInput)
const checkHandler = zodForm(handlerInput)

function words(errors: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([key, error]) => [key, String(error)]))
}

/** The contract's checks, with a plainer sentence for a choice that is still open. */
export function validateProvider(form: ProviderForm): Record<string, string> {
  return { ...words(checkProvider(form)), ...(form.kind === null ? { kind: '请选择机构类别' } : {}) }
}

/** The contract's checks, with a plainer sentence for a choice that is still open. */
export function validateHandler(form: HandlerForm): Record<string, string> {
  return {
    ...words(checkHandler(handlerData(form))),
    ...(form.kind === null ? { kind: '请选择人员类别' } : {}),
    ...(form.isPublicEmployee === null ? { isPublicEmployee: '请选择，关系到能否领取办案补贴' } : {}),
  }
}

const inUse = (form: { readonly isActive: boolean }) => (form.isActive ? '在用' : '停用')

/** The fields in words, for the table of a save that came too late. */
export function providerFields(kindLabel: (code: string) => string): readonly StaleField<ProviderForm>[] {
  return [
    { key: 'kind', label: '机构类别', words: form => (form.kind === null ? '' : kindLabel(form.kind)) },
    { key: 'name', label: '机构名称', words: form => form.name },
    { key: 'creditCode', label: '信用代码', words: form => form.creditCode },
    { key: 'phone', label: '联系电话', words: form => form.phone },
    { key: 'address', label: '地址', words: form => form.address },
    { key: 'isActive', label: '状态', words: inUse },
  ]
}

/** The fields in words, for the table of a save that came too late. */
export function handlerFields(
  kindLabel: (code: string) => string,
  providerName: (id: string) => string,
): readonly StaleField<HandlerForm>[] {
  return [
    { key: 'name', label: '姓名', words: form => form.name },
    { key: 'providerId', label: '承办机构', words: form => providerName(form.providerId) },
    { key: 'kind', label: '人员类别', words: form => (form.kind === null ? '' : kindLabel(form.kind)) },
    { key: 'licenceNumber', label: '执业证号', words: form => form.licenceNumber },
    { key: 'practisingSince', label: '执业起始', words: form => form.practisingSince ?? '' },
    { key: 'criminalDefenceSince', label: '刑辩起始', words: form => form.criminalDefenceSince ?? '' },
    {
      key: 'isPublicEmployee',
      label: '公职人员',
      words: form => (form.isPublicEmployee === null ? '' : form.isPublicEmployee === 'yes' ? '是' : '否'),
    },
    { key: 'phone', label: '联系电话', words: form => form.phone },
    { key: 'certificateNumber', label: '身份证号', words: form => form.certificateNumber },
    { key: 'bankName', label: '开户行', words: form => form.bankName },
    { key: 'bankAccount', label: '账号', words: form => form.bankAccount },
    { key: 'isActive', label: '状态', words: inUse },
  ]
}
