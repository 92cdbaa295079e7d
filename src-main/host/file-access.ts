import { mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { FileAccess } from '../app/context.ts'
import { writeFileAtomically } from '../store/atomic-file.ts'
import { classifyStorageError, StorageError } from '../store/storage-error.ts'

const PATH_HANDLE = 'path:'
const LARGEST_FILE = 512 * 1024 * 1024

/**
 * Files behind handles. In the window a handle is a token that the shell's dialog gave; from the command line it is `path:/absolute/path`,
 * which the shell never lets through.
 */
export function fileAccess(handles: Readonly<Record<string, string>>): FileAccess {
  const pathOf = (handle: string) => {
    const file = handle.startsWith(PATH_HANDLE) ? handle.slice(PATH_HANDLE.length) : handles[handle]
    if (file === undefined || !path.isAbsolute(file)) throw new StorageError('missing', '找不到选中的文件，请重新选择')
    return file
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
    write(handle, content) {
      const file = pathOf(handle)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileAtomically(file, content)
    },
  }
}
