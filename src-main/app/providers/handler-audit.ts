import { maskCertificate } from '../../domain/masking.ts'
import type { HandlerRecord } from '../../store/provider-store.ts'

/** A handler as the audit trail keeps them: the certificate number stays masked there, the account of payment is written out. */
export function auditedHandler(handler: HandlerRecord): HandlerRecord {
  return { ...handler, certificateNumber: handler.certificateNumber === null ? null : maskCertificate(handler.certificateNumber) }
}
