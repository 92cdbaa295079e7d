import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraftSaver, type DraftState, type SaveDraft } from '../../src-renderer/ui/draft-saver.ts'

const TIMES = { pauseMs: 500, longestMs: 3000 }

/** A store that records what was saved and lets a test decide when and how each save ends. */
function recordingStore() {
  const contents: string[] = []
  const states: DraftState[] = []
  const open: (() => void)[] = []
  let isHeld = false
  let refusal: string | null = null
  const save: SaveDraft = async content => {
    contents.push(content)
    if (isHeld) await new Promise<void>(resolve => open.push(resolve))
    return refusal === null ? { ok: true, savedAt: `at-${contents.length}` } : { ok: false, message: refusal }
  }
  return {
    contents,
    states,
    save,
    hold: () => {
      isHeld = true
    },
    release: () => {
      isHeld = false
      for (const resolve of open.splice(0)) resolve()
    },
    refuse: (message: string | null) => {
      refusal = message
    },
  }
}

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is saved once after typing pauses, with the newest content', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    saver.change('"a"')
    await vi.advanceTimersByTimeAsync(499)
    saver.change('"ab"')
    await vi.advanceTimersByTimeAsync(499)
    expect(store.contents).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(store.contents).toEqual(['"ab"'])
    expect(store.states.at(-1)).toEqual({ kind: 'saved', at: 'at-1' })
  })

  test('is saved while typing goes on without a pause, at the latest after three seconds', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    for (let letter = 0; letter < 10; letter += 1) {
      saver.change(`"${letter}"`)
      await vi.advanceTimersByTimeAsync(299)
    }
    expect(store.contents).toEqual([])
    await vi.advanceTimersByTimeAsync(10)
    expect(store.contents).toEqual(['"9"'])
  })

  test('the untouched form is not a draft', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '{"name":""}', TIMES)
    saver.change('{"name":""}')
    await vi.advanceTimersByTimeAsync(5000)
    await saver.flush()
    expect(store.contents).toEqual([])
    expect(store.states).toEqual([])
  })

  test('the same content is not saved twice', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    saver.change('"a"')
    await saver.flush()
    saver.change('"a"')
    await saver.flush()
    expect(store.contents).toEqual(['"a"'])
  })

  test('flush saves at once without waiting for the pause', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    saver.change('"a"')
    await saver.flush()
    expect(store.contents).toEqual(['"a"'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(store.contents).toEqual(['"a"'])
  })

  test('what is typed during a save is saved after it, never at the same time', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    store.hold()
    saver.change('"a"')
    await vi.advanceTimersByTimeAsync(500)
    saver.change('"ab"')
    await vi.advanceTimersByTimeAsync(500)
    expect(store.contents).toEqual(['"a"'])
    store.release()
    await vi.advanceTimersByTimeAsync(500)
    expect(store.contents).toEqual(['"a"', '"ab"'])
    expect(store.states.at(-1)).toEqual({ kind: 'saved', at: 'at-2' })
  })

  test('a failed save is told, and tried again with the next change', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    store.refuse('磁盘满了')
    saver.change('"a"')
    await vi.advanceTimersByTimeAsync(500)
    expect(store.states.at(-1)).toEqual({ kind: 'failed', message: '磁盘满了' })
    store.refuse(null)
    saver.change('"ab"')
    await vi.advanceTimersByTimeAsync(500)
    expect(store.contents).toEqual(['"a"', '"ab"'])
    expect(store.states.at(-1)).toEqual({ kind: 'saved', at: 'at-2' })
  })

  test('a dropped draft is not saved any more', async () => {
    const store = recordingStore()
    const saver = createDraftSaver(store.save, state => store.states.push(state), '""', TIMES)
    saver.change('"a"')
    saver.drop()
    await vi.advanceTimersByTimeAsync(5000)
    await saver.flush()
    expect(store.contents).toEqual([])
  })
})
