import type { OutputOf } from '../../src-main/contract/index.ts'

/** A member of staff as the log-in page shows them. */
export type StaffCard = OutputOf<'center.status'>['staff'][number]
