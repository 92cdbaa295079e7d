import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

const { npmPackagesAreCurrent } = await import(new URL('../../scripts/set-up.mjs', import.meta.url).href)

type Packages = Record<string, { version: string; optional?: boolean }>

const WANTED: Packages = {
  '': { version: '0.1.0' },
  'node_modules/one': { version: '1.2.3' },
  'node_modules/other-platform': { version: '4.0.0', optional: true },
}

/** A folder with a lock file and an installed state; `folders` are the packages that are really on the disk. */
function clone(installed: Packages | null, folders: readonly string[] = ['one']): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-clone-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: WANTED }))
  for (const name of folders) mkdirSync(path.join(folder, 'node_modules', name), { recursive: true })
  if (installed) writeFileSync(path.join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
  return folder
}

describe('whether the npm packages are those of the lock file', () => {
  test.each<[string, boolean, Packages | null, readonly string[]]>([
    ['nothing installed', false, null, []],
    ['all of this platform', true, { 'node_modules/one': { version: '1.2.3' } }, ['one']],
    ['a newer version in the lock', false, { 'node_modules/one': { version: '1.2.2' } }, ['one']],
    ['a package missing', false, {}, []],
    ['a package deleted by hand', false, { 'node_modules/one': { version: '1.2.3' } }, []],
    [
      'an optional one of another version',
      false,
      { 'node_modules/one': { version: '1.2.3' }, 'node_modules/other-platform': { version: '3.9.0' } },
      ['one', 'other-platform'],
    ],
  ])('%s: %s', (_name, current, installed, folders) => {
    expect(npmPackagesAreCurrent(clone(installed, folders.length > 0 ? folders : ['.']))).toBe(current)
  })
})
