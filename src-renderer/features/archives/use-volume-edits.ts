import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError, Reply } from '../../../src-main/contract/envelope.ts'
import { invoke } from '../../api/client.ts'
import { withBlank, withItemMoved, withPageMoved } from './volume-moves.ts'
import { placeOf, type Volume } from './volume-types.ts'

type EditReply = Reply<{ readonly version: number }>
type Edit = (version: number) => Promise<EditReply>
/** A move or a blank mark: what the core is asked, and what the screen shows at once. */
type Step = { readonly edit: Edit; readonly shown: (volume: Volume) => Volume }
type Undo = Step & { readonly label: string }
/** Steps that can be taken back; older ones are forgotten. */
const MOST_UNDOS = 50

export type VolumeEdits = {
  /** The volume with the moves that are still on their way to the core. */
  readonly shown: Volume
  /** Runs an edit after those before it, against the newest version. */
  readonly run: (edit: Edit) => Promise<EditReply>
  readonly movePage: (pageId: string, toItemId: string, toPosition: number) => void
  readonly moveItem: (itemId: string, toPosition: number) => void
  readonly setBlank: (pageId: string, isBlank: boolean) => void
  readonly undo: () => void
  /** What Ctrl+Z would take back, or null. */
  readonly undoLabel: string | null
  readonly error: AppError | null
  readonly clearError: () => void
}

/**
 * The edits of one volume: in their order, each against the version that the one before it left. Moves and blank marks show at once, so that
 * a key held down moves on from where the screen stands, and can be taken back.
 */
export function useVolumeEdits(volume: Volume, refetch: () => void): VolumeEdits {
  const version = useRef(volume.version)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const pending = useRef(0)
  const ahead = useRef<Volume | null>(null)
  const [, redraw] = useState(0)
  const [undos, setUndos] = useState<readonly Undo[]>([])
  const [error, setError] = useState<AppError | null>(null)
  const show = useCallback((next: Volume | null) => {
    ahead.current = next
    redraw(count => count + 1)
  }, [])
  useEffect(() => {
    version.current = Math.max(version.current, volume.version)
    // The core has caught up with the screen: from here on its own answer is shown.
    if (pending.current === 0 && volume.version === version.current) show(null)
  }, [volume, show])

  const run = useCallback(
    (edit: Edit): Promise<EditReply> => {
      pending.current += 1
      const work = queue.current.then(async () => {
        setError(null)
        const reply = await edit(version.current)
        pending.current -= 1
        if (reply.ok) version.current = reply.value.version
        else {
          show(null)
          if (reply.error.code !== 'CANCELLED') setError(reply.error)
          if (reply.error.code === 'STALE') {
            version.current = reply.error.version
            setUndos([])
          }
        }
        refetch()
        return reply
      })
      queue.current = work
      return work
    },
    [refetch, show],
  )

  const shown = ahead.current ?? volume
  const { id } = volume
  const pageMove = (pageId: string, toItemId: string, toPosition: number): Step => ({
    edit: version => invoke('archives.movePage', { id, pageId, toItemId, toPosition, version }),
    shown: before => withPageMoved(before, pageId, toItemId, toPosition),
  })
  const itemMove = (itemId: string, toPosition: number): Step => ({
    edit: version => invoke('archives.moveItem', { id, itemId, toPosition, version }),
    shown: before => withItemMoved(before, itemId, toPosition),
  })
  const blank = (pageId: string, isBlank: boolean): Step => ({
    edit: version => invoke('archives.setPageBlank', { id, pageId, isBlank, version }),
    shown: before => withBlank(before, pageId, isBlank),
  })
  const take = (step: Step) => {
    show(step.shown(ahead.current ?? volume))
    return run(step.edit)
  }
  const takeWithUndo = (step: Step, undo: Undo) => {
    setUndos(before => [...before.slice(1 - MOST_UNDOS), undo])
    void take(step)
  }
  return {
    shown,
    run,
    movePage(pageId, toItemId, toPosition) {
      const from = placeOf(ahead.current ?? volume, pageId)
      if (!from || (from.item.id === toItemId && from.position === toPosition)) return
      takeWithUndo(pageMove(pageId, toItemId, toPosition), {
        label: '移动页面',
        ...pageMove(pageId, from.item.id, from.position),
      })
    },
    moveItem(itemId, toPosition) {
      const { contents } = ahead.current ?? volume
      const from = contents.find(item => item.id === itemId)?.position
      if (from === undefined || from === toPosition || toPosition < 1 || toPosition > contents.length) return
      takeWithUndo(itemMove(itemId, toPosition), { label: '移动卷内文件', ...itemMove(itemId, from) })
    },
    setBlank(pageId, isBlank) {
      takeWithUndo(blank(pageId, isBlank), { label: isBlank ? '标空白' : '取消空白', ...blank(pageId, !isBlank) })
    },
    undo() {
      const last = undos.at(-1)
      if (!last) return
      setUndos(undos.slice(0, -1))
      void take(last)
    },
    undoLabel: undos.at(-1)?.label ?? null,
    error,
    clearError: () => setError(null),
  }
}
