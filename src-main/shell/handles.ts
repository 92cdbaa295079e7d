import { randomBytes } from 'node:crypto'

/** What the core accepts as a handle from the command line only; from the window it would be a way to name any path. */
const PATH_HANDLE = 'path:'

/** The paths of files and folders the person picked, each behind a random token (句柄) that the window gets instead. */
export type Handles = {
  /** Keeps a path until the app closes; gives its token. */
  readonly add: (path: string) => string
  /** The path behind a token, or null for a token that was never given. */
  readonly pathOf: (handle: string) => string | null
  /** The tokens that occur anywhere in an input, with their paths: the core learns of those and of no others. */
  readonly within: (input: unknown) => Record<string, string>
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const each of value) yield* textsIn(each)
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}

/** Whether some text of the input names a path outright, which only the command line may. */
export function namesPath(input: unknown): boolean {
  for (const text of textsIn(input)) if (text.startsWith(PATH_HANDLE)) return true
  return false
}

/** An empty store of handles; one for each run of the app. */
export function createHandles(): Handles {
  const paths = new Map<string, string>()
  return {
    add: path => {
      const handle = randomBytes(16).toString('base64url')
      paths.set(handle, path)
      return handle
    },
    pathOf: handle => paths.get(handle) ?? null,
    within: input => {
      const found: Record<string, string> = {}
      for (const text of textsIn(input)) {
        const path = paths.get(text)
        if (path !== undefined) found[text] = path
      }
      return found
    },
  }
}
