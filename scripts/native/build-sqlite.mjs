// Compiles the SQLite addon (better-sqlite3 with encryption) for a host of Node-API 9. The package's own prebuilt files
// ask for Node-API 10, which Electron has from version 35 on.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, mustRun, projectFolder, publish, say, shortHash } from '../project.mjs'

const shim = path.join(path.dirname(fileURLToPath(import.meta.url)), 'napi9-shim.h')

function packageFolder(name) {
  return path.join(projectFolder, 'node_modules', name)
}

/** The -D switches SQLite is configured with, read from the package so that both builds stay the same SQLite. */
function sqliteSwitches(sqlitePackage) {
  const listed = readFileSync(path.join(sqlitePackage, 'deps', 'defines.gypi'), 'utf8')
  return [...listed.matchAll(/'((?:HAVE|SQLITE)_\w+(?:=[^']*)?)'/g)].map(match => `-D${match[1]}`)
}

/**
 * Path of the addon compiled for this machine; compiled at the first call (about half a minute), cached by the hash of
 * package version and shim. Needs gcc and g++. Throws when the compiler does.
 */
export async function sqliteForNodeApi9() {
  const sqlitePackage = packageFolder('better-sqlite3')
  const manifest = readFileSync(path.join(sqlitePackage, 'package.json'))
  const destination = path.join(cacheFolder(), `sqlite-napi9-${process.arch}-${shortHash(manifest, readFileSync(shim))}.node`)
  if (existsSync(destination)) return destination

  say('为替代运行环境编译 SQLite 插件（一次性，约半分钟）/ compiling the SQLite addon, once …')
  const work = mkdtempSync(path.join(cacheFolder(), 'tmp-'))
  try {
    const amalgamation = path.join(sqlitePackage, 'deps', 'sqlite3')
    const shared = ['-c', '-O2', '-fPIC', '-w', '-DNDEBUG', '-fvisibility=hidden', ...sqliteSwitches(sqlitePackage)]
    const includes = [path.join(packageFolder('node-api-headers'), 'include'), packageFolder('node-addon-api'), amalgamation]
    const sqliteObject = path.join(work, 'sqlite.o')
    const addonObject = path.join(work, 'addon.o')
    const linked = path.join(work, 'addon.node')
    await Promise.all([
      mustRun('gcc', [...shared, '-std=gnu99', path.join(amalgamation, 'sqlite3.c'), '-o', sqliteObject], { capture: true }),
      mustRun(
        'g++',
        [
          ...shared,
          '-std=c++20',
          '-fno-exceptions',
          '-fno-rtti',
          '-fvisibility-inlines-hidden',
          '-DNAPI_DISABLE_CPP_EXCEPTIONS',
          '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
          ...includes.map(folder => `-I${folder}`),
          '-include',
          shim,
          path.join(sqlitePackage, 'src', 'better_sqlite3.cpp'),
          '-o',
          addonObject,
        ],
        { capture: true },
      ),
    ])
    await mustRun(
      'g++',
      [
        '-shared',
        '-s',
        '-o',
        linked,
        addonObject,
        sqliteObject,
        '-Wl,-Bsymbolic',
        '-Wl,--exclude-libs,ALL',
        '-ldl',
        '-lm',
        '-lpthread',
      ],
      { capture: true },
    )
    publish(linked, destination)
    return destination
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
