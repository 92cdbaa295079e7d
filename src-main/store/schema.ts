import type { ApplicationTables } from './schema/applications.ts'
import type { ArchiveTables } from './schema/archives.ts'
import type { CaseTables } from './schema/cases.ts'
import type { CenterTables } from './schema/center.ts'
import type { DecisionTables } from './schema/decisions.ts'
import type { DeskTables } from './schema/desk.ts'
import type { ImportTables } from './schema/imports.ts'
import type { NumberTables } from './schema/numbers.ts'
import type { PaperTables } from './schema/papers.ts'
import type { PeopleTables } from './schema/people.ts'
import type { RuleTables } from './schema/rules.ts'
import type { SearchTables } from './schema/search.ts'
import type { SubsidyTables } from './schema/subsidies.ts'

/**
 * Rows as SQLite holds them: text, integers and null. One type for each table, by area in `schema/`; `tests/migrations` holds them
 * against the real schema.
 */
export interface Database
  extends CenterTables,
    RuleTables,
    NumberTables,
    PeopleTables,
    DeskTables,
    ApplicationTables,
    DecisionTables,
    CaseTables,
    SubsidyTables,
    ArchiveTables,
    PaperTables,
    ImportTables,
    SearchTables {}
