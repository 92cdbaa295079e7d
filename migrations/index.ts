import type { Kysely } from 'kysely'
import * as oneCase from './0001_one-case-from-desk-to-report.ts'
import * as bigramSearch from './0002_bigram-search.ts'
import * as threeDoors from './0003_cases-by-three-doors.ts'
import * as peopleAndConflicts from './0004_people-and-conflicts.ts'
import * as notices from './0005_notices-from-organs.ts'
import * as frontDesk from './0006_front-desk.ts'
import * as clocksPacksHolidays from './0007_clocks-packs-holidays.ts'
import * as applicationForm from './0008_application-form.ts'
import * as registerImports from './0009_register-imports.ts'
import * as numbersInBlocks from './0010_numbers-in-blocks.ts'
import * as numbersOfUndoneImports from './0011_numbers-of-undone-imports.ts'
import * as hardshipRechecks from './0012_hardship-rechecks.ts'
import * as reviewToObjection from './0013_review-to-objection.ts'
import * as stations from './0014_first-opinions-of-stations.ts'
import * as laterIndexes from './0015_indexes-of-opponents-and-assignments.ts'

/** Every migration in order; the position in this list, from 1, is the schema version it leads to. Never edit a landed one. */
export const migrations: readonly { readonly name: string; readonly up: (db: Kysely<unknown>) => Promise<void> }[] = [
  { name: '0001_one-case-from-desk-to-report', up: oneCase.up },
  { name: '0002_bigram-search', up: bigramSearch.up },
  { name: '0003_cases-by-three-doors', up: threeDoors.up },
  { name: '0004_people-and-conflicts', up: peopleAndConflicts.up },
  { name: '0005_notices-from-organs', up: notices.up },
  { name: '0006_front-desk', up: frontDesk.up },
  { name: '0007_clocks-packs-holidays', up: clocksPacksHolidays.up },
  { name: '0008_application-form', up: applicationForm.up },
  { name: '0009_register-imports', up: registerImports.up },
  { name: '0010_numbers-in-blocks', up: numbersInBlocks.up },
  { name: '0011_numbers-of-undone-imports', up: numbersOfUndoneImports.up },
  { name: '0012_hardship-rechecks', up: hardshipRechecks.up },
  { name: '0013_review-to-objection', up: reviewToObjection.up },
  { name: '0014_first-opinions-of-stations', up: stations.up },
  { name: '0015_indexes-of-opponents-and-assignments', up: laterIndexes.up },
]
