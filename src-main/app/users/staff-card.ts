import type { StaffEntry } from '../../store/keyring.ts'

/** A staff member as shown before and after log-in: no secret of the key file passes. */
export function staffCardOf(entry: StaffEntry) {
  return { id: entry.id, name: entry.name, roles: entry.roles, lockedAt: entry.lockedAt }
}
