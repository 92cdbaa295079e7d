import type { AppError, Reply } from '../../src-main/contract/envelope.ts'
import type { Contract, InputOf, OperationName, OutputOf } from '../../src-main/contract/index.ts'
import type { ShellContract, ShellInputOf, ShellOperationName, ShellOutputOf } from '../../src-main/contract/shell.ts'
import '../../src-main/contract/bridge.ts'

/** Everything the window may ask for: of the core, and of the shell around it. */
export type AnyName = OperationName | ShellOperationName
export type AnyInput<Name extends AnyName> = Name extends OperationName
  ? InputOf<Name>
  : Name extends ShellOperationName
    ? ShellInputOf<Name>
    : never
export type AnyOutput<Name extends AnyName> = Name extends OperationName
  ? OutputOf<Name>
  : Name extends ShellOperationName
    ? ShellOutputOf<Name>
    : never
type Everything = Contract & ShellContract
export type QueryName = { [Name in OperationName]: Contract[Name]['kind'] extends 'query' ? Name : never }[OperationName]
export type CommandName = { [Name in AnyName]: Everything[Name]['kind'] extends 'query' ? never : Name }[AnyName]

type RefusalListener = (error: Extract<AppError, { code: 'FORBIDDEN' }>) => void
const refusalListeners = new Set<RefusalListener>()

/** Hears every FORBIDDEN reply, so that a session that ended or was locked elsewhere leads to the right page. */
export function onRefused(listener: RefusalListener): () => void {
  refusalListeners.add(listener)
  return () => refusalListeners.delete(listener)
}

/**
 * Asks for one operation. Resolves to the reply, also for expected failures; a bridge that breaks becomes INTERNAL, so that no
 * caller ever needs a catch. `request` names the call in progress events and for `shell.cancel`.
 */
export async function invoke<Name extends AnyName>(
  name: Name,
  input: AnyInput<Name>,
  request?: string,
): Promise<Reply<AnyOutput<Name>>> {
  try {
    // The core parses its own output against the same contract before it replies.
    const reply = (await window.yuanjuan.invoke(name, input, request)) as Reply<AnyOutput<Name>>
    if (!reply.ok && reply.error.code === 'FORBIDDEN') for (const listener of refusalListeners) listener(reply.error)
    return reply
  } catch {
    return { ok: false, error: { code: 'INTERNAL', incident: `窗口-${name}` } }
  }
}

let calls = 0

/** A name no other call of this window has. */
export function newRequestName(): string {
  calls += 1
  return `window-${calls}`
}
