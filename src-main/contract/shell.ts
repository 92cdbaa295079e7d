import { z } from 'zod'
import { fileHandle, nothing } from './common.ts'
import { defineOperations } from './operation.ts'

/** A file or folder the person picked. The handle is a random token; the path behind it never reaches the window. */
const picked = z.object({ handle: fileHandle, name: z.string() })
const pickedFile = picked.extend({ bytes: z.number().int() })

const paper = { html: z.string().min(1).max(20_000_000), landscape: z.boolean() }

/** What the window asks of the shell itself: dialogs, printing, the size of things. The core never sees these. */
export const shellOperations = defineOperations({
  /** Opens the dialog for scans (扫描件, several), a rule pack (规则包), a backup (备份) or an old register (旧台账). Empty when the person backs out. */
  'shell.pickFiles': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ purpose: z.enum(['scan', 'pack', 'backup', 'register', 'holidays']) }),
    output: z.object({ files: z.array(pickedFile) }),
  },
  /** Opens the folder dialog: for a backup (备份), a report parcel (报送包) or an exported volume (卷宗). */
  'shell.pickFolder': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ purpose: z.enum(['backup', 'parcel', 'volume']) }),
    output: picked.nullable(),
  },
  /** Asks where to save a file. The dialog itself asks before an existing file is replaced. */
  'shell.pickSaveFile': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({
      suggestedName: z.string().min(1).max(120),
      kind: z.enum(['docx', 'pdf', 'xlsx', 'zip', 'json', 'csv']),
    }),
    output: picked.nullable(),
  },
  /** Prints a paper (文书) with the system's dialog. False when the person backs out of it. */
  'shell.printPaper': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject(paper),
    output: z.object({ printed: z.boolean() }),
  },
  /** Writes a paper as an A4 PDF to a place picked before. */
  'shell.savePaperPdf': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ ...paper, handle: fileHandle }),
    output: z.object({ bytes: z.number().int() }),
  },
  /** Size of everything in the window: 小, 中, 大. */
  'shell.setZoom': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ factor: z.union([z.literal(1), z.literal(1.125), z.literal(1.25)]) }),
    output: nothing,
  },
  /** The program itself: versions, whether animations are off, and how many requests to the network were refused. */
  'shell.info': {
    kind: 'command',
    roles: 'public',
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      reducedMotion: z.boolean(),
      refusedRequests: z.number().int(),
    }),
  },
  /** Cancels the running call that was given this request name. */
  'shell.cancel': {
    kind: 'command',
    roles: 'public',
    input: z.strictObject({ request: z.string().min(1).max(100) }),
    output: nothing,
  },
  /** Opens the system's file manager at a picked file or folder. */
  'shell.showFolder': { kind: 'command', roles: 'public', input: z.strictObject({ handle: fileHandle }), output: nothing },
  /** Makes the exit backup and closes the app. */
  'shell.quit': { kind: 'command', roles: 'public', input: nothing, output: nothing },
})

export type ShellContract = typeof shellOperations
export type ShellOperationName = keyof ShellContract
export type ShellInputOf<Name extends ShellOperationName> = z.input<ShellContract[Name]['input']>
export type ShellOutputOf<Name extends ShellOperationName> = z.output<ShellContract[Name]['output']>
