import { DECISION_SAMPLES } from './samples/decisions.ts'
import { DESK_SAMPLES } from './samples/desk.ts'
import { FILE_SAMPLES } from './samples/files.ts'
import { HARDSHIP_SAMPLES } from './samples/hardship.ts'
import { OFFICE_SAMPLES } from './samples/office.ts'
import type { SamplePaper } from './samples/sample.ts'

/** Every form with facts as an office would have them. */
export const SAMPLES: readonly SamplePaper[] = [
  ...DESK_SAMPLES,
  ...HARDSHIP_SAMPLES,
  ...DECISION_SAMPLES,
  ...FILE_SAMPLES,
  ...OFFICE_SAMPLES,
]
