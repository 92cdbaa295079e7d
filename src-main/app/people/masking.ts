import { maskCertificate, maskPhone } from '../../domain/masking.ts'

/**
 * The same data with every certificate number and phone in it masked, however deep: what the audit trail (操作日志) shows on screen. The
 * trail itself keeps them whole, as the evidence of what was changed.
 */
export function maskParticulars(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(maskParticulars)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === 'string' && key === 'certificateNumber') return [key, maskCertificate(value)]
      if (typeof value === 'string' && key === 'phone') return [key, maskPhone(value)]
      return [key, maskParticulars(value)]
    }),
  )
}
