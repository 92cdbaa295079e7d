import { ROLES } from '../../contract/operation.ts'
import type { StaffEntry } from '../../store/keyring.ts'

/** A staff member as shown before and after log-in, roles in the order of the contract: no secret of the key file passes. */
export function staffCardOf(entry: StaffEntry) {
  return { id: entry.id, name: entry.name, roles: ROLES.filter(role => entry.roles.includes(role)), lockedAt: entry.lockedAt }
}
