import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FileAccess } from '../app/context.ts'
import { writeFileAtomically } from '../store/atomic-file.ts'
import { classifyStorageError, StorageError } from '../store/storage-error.ts'

const PATH_HANDLE = 'path:'
const LARGEST_FILE = 512 * 1024 * 1024

/**
 * Files behind handles. In the window a handle is a token that the shell's dialog gave, and nothing else is taken: a page that named paths
 * of its own could read any file. Only the command line and tests may write `path:/absolute/path`.
 */
export function fileAccess(handles: Readonly<Record<string, string>>, mayNamePaths: boolean): FileAccess {
  const pathOf = (handle: string) => {
    const file = mayNamePaths && handle.startsWith(PATH_HANDLE) ? handle.slice(PATH_HANDLE.length) : handles[handle]
    if (file === undefined || !path.isAbsolute(file)) throw new StorageError('missing', '找不到选中的文件，请重新选择')
    return file
  }
  const folderOf = (handle: string) => {
    const folder = pathOf(handle)
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new StorageError('missing', '找不到选中的文件夹，请重新选择')
    return folder
  }
  return {
    pathOf,
    read(handle) {
      const file = pathOf(handle)
      try {
        const { size } = statSync(file)
        if (size > LARGEST_FILE) throw new StorageError('unreadable', `文件“${path.basename(file)}”超过 512 MB`)
        return { name: path.basename(file), content: new Uint8Array(readFileSync(file)) }
      } catch (error) {
        throw classifyStorageError(error) ?? error
      }
    },
    writeInto(handle, name, content) {
      const file = path.join(pathOf(handle), path.basename(name))
      if (existsSync(file)) throw new StorageError('unreadable', `所选文件夹里已有“${path.basename(file)}”，没有覆盖`)
      writeFileAtomically(file, content)
    },
    write(handle, content) {
      const file = pathOf(handle)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileAtomically(file, content)
    },
    holds: (handle, name) => existsSync(path.join(folderOf(handle), name)),
    async writeFolder(handle, name, files, onFile) {
      const folder = folderOf(handle)
      const half = path.join(folder, `.${name}.${process.pid}.half`)
      try {
        rmSync(half, { recursive: true, force: true })
        for (const file of files) {
          await onFile(file.path)
          const place = path.resolve(half, file.path)
          if (!place.startsWith(half + path.sep)) throw new Error(`${file.path} leaves its folder`)
          mkdirSync(path.dirname(place), { recursive: true })
          // Synced, because the folder is often a USB stick that is pulled out right after.
          writeFileSync(place, file.content, { flush: true })
        }
        renameSync(half, path.join(folder, name))
      } catch (error) {
        rmSync(half, { recursive: true, force: true })
        throw classifyStorageError(error) ?? error
      }
    },
  }
}
