import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { invoke } from '../../api/client.ts'
import { errorLine } from '../../api/error-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { base64OfFile } from './base64.ts'
import type { VolumeEdits } from './use-volume-edits.ts'
import type { Volume, VolumeItem } from './volume-types.ts'

type ScanFile = InputOf<'archives.addScan'>['files'][number]
/** Where scans go: onto a paper that is there, or as a new one against an entry of the filing order. */
export type IntakePlace = { readonly templateItem: number; readonly itemId: string | null }

export type Intake = {
  /** Takes in files that were dropped on the window. */
  readonly takeFiles: (place: IntakePlace, files: readonly File[]) => Promise<void>
  /** Asks for files by the system's dialog and takes them in. */
  readonly pickFiles: (place: IntakePlace) => Promise<void>
  /** What is being taken in, or null. */
  readonly busyWith: string | null
}

/** The ways by which scans (扫描件) get into a volume. `onAdded` hears which paper they are in. */
export function useIntake(volume: Volume, edits: VolumeEdits, onAdded: (itemId: string, templateItem: number) => void): Intake {
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const add = async (place: IntakePlace, files: readonly ScanFile[]) => {
    let added: { itemId: string; addedPages: number } | null = null
    await edits.run(async version => {
      const reply = await invoke('archives.addScan', { id: volume.id, ...place, files: [...files], version })
      if (reply.ok) added = reply.value
      return reply
    })
    const done = added as { itemId: string; addedPages: number } | null
    if (!done) return
    onAdded(done.itemId, place.templateItem)
    announceDone(`已加入 ${files.length} 个扫描件，${done.addedPages} 面`)
  }
  const guarded = async (label: string, work: () => Promise<void>) => {
    setBusyWith(label)
    try {
      await work()
    } finally {
      setBusyWith(null)
    }
  }
  return {
    busyWith,
    takeFiles: (place, files) =>
      guarded(files.length === 1 ? (files[0]?.name ?? '') : `${files.length} 个文件`, async () => {
        const read = await Promise.all(files.map(async file => ({ name: file.name, base64: await base64OfFile(file) })))
        await add(place, read)
      }),
    async pickFiles(place) {
      const picked = await invoke('shell.pickFiles', { purpose: 'scan' })
      if (!picked.ok || picked.value.files.length === 0) return
      const files = picked.value.files.map(file => ({ handle: file.handle }))
      await guarded(`${files.length} 个文件`, () => add(place, files))
    },
  }
}

/** The entry a dropped side or file belongs to when only a paper is known. */
export function placeOnItem(item: VolumeItem): IntakePlace {
  return { templateItem: item.templateItem, itemId: item.id }
}

/** A refused edit as one sentence; several bad files stand one after the other. */
export function editSentence(error: AppError): string {
  return error.code === 'VALIDATION' ? error.fields.map(field => field.message).join('；') : errorLine(error)
}
