import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { IncidentLog } from '../app/dispatch.ts'

const LARGEST_LOG = 1_000_000

/**
 * Opens the log of incidents in a data folder: number, time, operation, error class, code and stack positions. Messages are left out: a
 * database error can quote a name, and no name ever enters a log. One old file of at most 1 MB is kept.
 */
export function openIncidentLog(dataFolder: string): IncidentLog {
  const file = path.join(dataFolder, 'incidents.log')
  return (incident, operation, error) => {
    const kind = error instanceof Error ? error.name : typeof error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const places =
      error instanceof Error
        ? (error.stack ?? '')
            .split('\n')
            .filter(line => line.trimStart().startsWith('at '))
            .slice(0, 12)
        : []
    try {
      mkdirSync(dataFolder, { recursive: true })
      if (existsSync(file) && statSync(file).size > LARGEST_LOG) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), incident, operation, kind, code, places })}\n`)
    } catch {
      // A folder that cannot be written to already shows as trouble on the screen; the log must not add a second failure.
    }
  }
}
