import { Worker } from 'node:worker_threads'
import type { Reply } from '../contract/envelope.ts'
import type { CoreClient, CoreEvent, CoreOptions } from './core-client.ts'
import type { FromWorker, ToWorker } from './worker-protocol.ts'

/**
 * Starts a worker thread that loads the core; `script` is the built worker (`core-worker.mjs`). What is returned opens the core on a data
 * folder and speaks to it: call it once. Loading takes longer than anything else at the start, so the thread begins before there is
 * anything to tell it. If the worker dies, every call that waits, and every later one, is answered with a storage error: nothing hangs,
 * and the window can say so.
 */
export function startCoreWorker(script: URL): (options: CoreOptions) => CoreClient {
  const worker = new Worker(script)
  let isDead = false
  const died = () => {
    isDead = true
  }
  worker.on('error', died)
  worker.on('exit', died)
  return options => speakTo(worker, options, () => isDead)
}

function speakTo(worker: Worker, options: CoreOptions, isDead: () => boolean): CoreClient {
  const listeners = new Set<(event: CoreEvent) => void>()
  const replies = new Map<number, (reply: Reply<unknown>) => void>()
  let lastId = 0
  let closed: Promise<void> | null = null
  let markClosed: () => void = () => undefined

  const send = (message: ToWorker) => worker.postMessage(message)
  const bury = () => {
    for (const answer of replies.values()) answer(CORE_IS_GONE)
    replies.clear()
    markClosed()
  }
  worker.on('error', bury)
  worker.on('exit', bury)
  worker.on('message', async (message: FromWorker) => {
    switch (message.kind) {
      case 'reply':
        replies.get(message.id)?.(message.reply)
        replies.delete(message.id)
        break
      case 'event':
        for (const listener of listeners) listener(message.event)
        break
      case 'ask':
        send({ kind: 'answer', id: message.id, bytes: await answer(options, message.question) })
        break
      case 'closed':
        markClosed()
        break
    }
  })
  send({
    kind: 'begin',
    settings: {
      dataFolder: options.dataFolder,
      nativeBinding: options.nativeBinding ?? null,
      hasPrinter: options.printer !== null,
      hasKeyStore: options.keyStore !== null,
    },
  })

  return {
    invoke(call) {
      if (isDead() || closed) return Promise.resolve(CORE_IS_GONE)
      lastId += 1
      const id = lastId
      return new Promise(resolve => {
        replies.set(id, resolve)
        send({ kind: 'invoke', id, call: { ...call, request: call.request ?? String(id) } })
      })
    },
    cancel: request => send({ kind: 'cancel', request }),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed ??= new Promise<void>(resolve => {
        markClosed = resolve
        if (isDead()) resolve()
        else send({ kind: 'close' })
      })
      return closed
    },
  }
}

const CORE_IS_GONE: Reply<unknown> = {
  ok: false,
  error: { code: 'STORAGE', reason: 'unreadable', message: '数据服务已停止。请关闭援卷再打开，已保存的内容不受影响。' },
}

async function answer(
  options: CoreOptions,
  question: Extract<FromWorker, { kind: 'ask' }>['question'],
): Promise<Uint8Array | null> {
  try {
    switch (question.what) {
      case 'print':
        return (await options.printer?.(question.html, { landscape: question.landscape })) ?? null
      case 'protect':
        return (await options.keyStore?.protect(question.bytes)) ?? null
      case 'unprotect':
        return (await options.keyStore?.unprotect(question.bytes)) ?? null
    }
  } catch {
    // The worker turns a missing answer into the sentence for the person; the reason here is the shell's own and has been shown there.
    return null
  }
}
