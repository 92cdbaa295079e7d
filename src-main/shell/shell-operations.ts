import { rename, rm, writeFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import { app, shell } from 'electron'
import type { AppError } from '../contract/envelope.ts'
import { type ShellInputOf, type ShellOperationName, type ShellOutputOf, shellOperations } from '../contract/shell.ts'
import type { CoreClient } from '../host/core-client.ts'
import { pickFiles, pickFolder, pickSaveFile } from './dialogs.ts'
import type { Handles } from './handles.ts'
import type { PaperPress } from './paper-press.ts'

/** What the shell's own operations work with. */
export type ShellParts = {
  readonly window: BrowserWindow
  readonly core: CoreClient
  readonly handles: Handles
  readonly press: PaperPress
  readonly reducedMotion: boolean
  readonly refusedRequests: () => number
}

/** An expected failure of a shell operation; its reply carries the error as data. */
export class ShellRefusal extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.code)
    this.error = error
  }
}

function storage(reason: Extract<AppError, { code: 'STORAGE' }>['reason'], message: string): ShellRefusal {
  return new ShellRefusal({ code: 'STORAGE', reason, message })
}

type Answers = {
  readonly [Name in ShellOperationName]: (parts: ShellParts, input: ShellInputOf<Name>) => Promise<ShellOutputOf<Name>>
}

const answers: Answers = {
  'shell.pickFiles': ({ window, handles }, input) => pickFiles(window, handles, input),
  'shell.pickFolder': ({ window, handles }, input) => pickFolder(window, handles, input),
  'shell.pickSaveFile': ({ window, handles }, input) => pickSaveFile(window, handles, input),
  'shell.printPaper': async ({ press }, { html, landscape }) => {
    try {
      return { printed: await press.toPrinter(html, { landscape }) }
    } catch {
      throw storage('printer', '打印没有成功，请检查打印机是否已连接并开机')
    }
  },
  'shell.savePaperPdf': async ({ press, handles }, { html, landscape, handle }) => {
    const file = knownPath(handles, handle)
    const pdf = await press.toPdf(html, { landscape })
    await writeWhole(file, pdf)
    return { bytes: pdf.byteLength }
  },
  'shell.setZoom': async ({ window }, { factor }) => {
    window.webContents.setZoomFactor(factor)
    return {}
  },
  'shell.info': async ({ reducedMotion, refusedRequests }) => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    platform: process.platform,
    reducedMotion,
    refusedRequests: refusedRequests(),
  }),
  'shell.cancel': async ({ core }, { request }) => {
    core.cancel(request)
    return {}
  },
  'shell.showFolder': async ({ handles }, { handle }) => {
    shell.showItemInFolder(knownPath(handles, handle))
    return {}
  },
  'shell.quit': async ({ window }) => {
    window.close()
    return {}
  },
}

function knownPath(handles: Handles, handle: string): string {
  const path = handles.pathOf(handle)
  if (path === null) throw storage('missing', '找不到选中的位置，请重新选择')
  return path
}

/** Writes beside the file and renames, so that a failure in the middle leaves an older file as it was. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, content, { flush: true })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC') throw storage('full', '磁盘空间不足，文件没有保存')
    if (code === 'EBUSY') throw storage('busy', '文件正被其他程序打开，没有保存。请关闭后再试')
    throw storage('read-only', '这个位置不能写入，文件没有保存。请另选位置')
  }
}

/** Whether a name is one of the shell's own operations. */
export function isShellOperation(name: string): name is ShellOperationName {
  return Object.hasOwn(shellOperations, name)
}

async function run<Name extends ShellOperationName>(name: Name, parts: ShellParts, input: unknown): Promise<unknown> {
  const parsed = shellOperations[name].input.safeParse(input)
  if (!parsed.success) {
    const fields = parsed.error.issues.map(issue => ({
      path: issue.path.filter(step => typeof step !== 'symbol'),
      message: issue.message,
    }))
    throw new ShellRefusal({ code: 'VALIDATION', fields })
  }
  // The parsed input of `name` fits the answer of the same `name`; TypeScript cannot follow that through the union.
  return answers[name](parts, parsed.data as ShellInputOf<Name>)
}

/** Validates the input of a shell operation and answers it. Throws ShellRefusal for expected failures. */
export function answerShellOperation(name: ShellOperationName, parts: ShellParts, input: unknown): Promise<unknown> {
  return run(name, parts, input)
}
