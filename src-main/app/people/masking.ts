import { maskCertificate, maskPhone } from '../../domain/masking.ts'

/** How many characters of an address the trail shows. */
const SHOWN_OF_ADDRESS = 3

/**
 * The same data with every certificate number and phone in it masked, however deep: what the audit trail (操作日志) shows on screen. The
 * trail itself keeps them whole, as the evidence of what was changed. `addresses` masks those too: a person's, who may be protected
 * (保密住址), not an office's.
 */
export function maskParticulars(data: unknown, addresses = false): unknown {
  if (Array.isArray(data)) return data.map(part => maskParticulars(part, addresses))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === 'string' && key === 'certificateNumber') return [key, maskCertificate(value)]
      if (typeof value === 'string' && key === 'phone') return [key, maskPhone(value)]
      if (addresses && typeof value === 'string' && (key === 'address' || key === 'householdAddress'))
        return [key, `${Array.from(value).slice(0, SHOWN_OF_ADDRESS).join('')}***`]
      return [key, maskParticulars(value, addresses)]
    }),
  )
}
