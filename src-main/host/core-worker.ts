import { type MessagePort, parentPort } from 'node:worker_threads'
import { openCore } from './core.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './worker-protocol.ts'

/** The worker thread that holds the core in the app. It has no window, no dialog and no network; what it needs of those it asks for. */
function serve(port: MessagePort, { dataFolder, nativeBinding, hasKeyStore, hasPrinter }: WorkerSettings): void {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>()
  let lastAsk = 0
  const send = (message: FromWorker) => port.postMessage(message)
  const ask = (question: Extract<FromWorker, { kind: 'ask' }>['question']) =>
    new Promise<Uint8Array>((resolve, reject) => {
      lastAsk += 1
      waiting.set(lastAsk, { resolve, reject })
      send({ kind: 'ask', id: lastAsk, question })
    })
  const core = openCore({
    dataFolder,
    ...(nativeBinding ? { nativeBinding } : {}),
    printer: hasPrinter ? (html, { landscape }) => ask({ what: 'print', html, landscape }) : null,
    keyStore: hasKeyStore
      ? { protect: bytes => ask({ what: 'protect', bytes }), unprotect: bytes => ask({ what: 'unprotect', bytes }) }
      : null,
  })
  core.onEvent(event => send({ kind: 'event', event }))
  port.on('message', async (message: ToWorker) => {
    switch (message.kind) {
      case 'invoke':
        send({ kind: 'reply', id: message.id, reply: await core.invoke(message.call) })
        break
      case 'cancel':
        core.cancel(message.request)
        break
      case 'answer': {
        const question = waiting.get(message.id)
        waiting.delete(message.id)
        if (message.bytes) question?.resolve(message.bytes)
        else question?.reject(new Error('The shell could not answer'))
        break
      }
      case 'close':
        await core.close()
        send({ kind: 'closed' })
        port.close()
        break
      case 'begin':
        throw new Error('The core was begun twice')
    }
  })
}

/** The thread is started before the shell knows its settings, so that loading all this overlaps with the start of the window. */
function awaitBeginning(port: MessagePort | null): void {
  if (!port) throw new Error('The core worker must be started as a worker thread')
  port.once('message', (message: ToWorker) => {
    if (message.kind !== 'begin') throw new Error('The core must be begun first')
    serve(port, message.settings)
  })
}

awaitBeginning(parentPort)
