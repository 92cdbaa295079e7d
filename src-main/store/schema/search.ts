import type { Generated } from 'kysely'

export type SearchEntryTable = {
  id: Generated<number>
  kind: 'person' | 'consultation' | 'application' | 'case'
  subject_id: string
  sort_day: string
}

/** The contentless FTS5 table of two-character tokens; its rowid is `search_entry.id`. */
export type SearchBigramTable = { rowid: number; words: string }

/** The full-text index. */
export type SearchTables = {
  search_entry: SearchEntryTable
  search_bigram: SearchBigramTable
}
