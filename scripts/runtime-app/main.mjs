// Takes the place of Electron's own default app in the substitute runtime: starts the app named on the command line,
// as `electron [flags] <folder or file> [arguments]` does with an official Electron.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

function namedApp() {
  const argument = process.argv.slice(1).find(each => !each.startsWith('-'))
  return path.resolve(argument ?? '.')
}

function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  } catch {
    return null
  }
}

const target = namedApp()
const isFolder = statSync(target).isDirectory()
const folder = isFolder ? target : path.dirname(target)
const manifest = readManifest(folder)

process.defaultApp = true
app.setAppPath(folder)
if (manifest?.version) app.setVersion(manifest.version)
const name = manifest?.productName ?? manifest?.name
if (name) app.setName(name)

const entry = isFolder
  ? createRequire(path.join(folder, 'package.json')).resolve(path.join(folder, manifest?.main ?? 'index.js'))
  : target
await import(pathToFileURL(entry).href)
