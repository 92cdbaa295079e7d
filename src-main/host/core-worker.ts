import { parentPort, workerData } from 'node:worker_threads'
import { openCore } from './core.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-protocol.ts'

/** The worker thread that holds the core in the app. It has no window, no dialog and no network; what it needs of those it asks for. */
function serve(): void {
  const port = parentPort
  if (!port) throw new Error('The core worker must be started as a worker thread')
  const { dataFolder, nativeBinding, hasKeyStore, hasPrinter } = workerData as WorkerData
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
    }
  })
  send({ kind: 'ready' })
}

serve()
