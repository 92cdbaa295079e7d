import { useEffect, useState } from 'react'
import { invoke } from '../../api/client.ts'
import { bytesOfBase64 } from './base64.ts'
import { openScan, type ScanPictures } from './scan-pictures.ts'

/** Opened scans that stay in memory at once; the one used longest ago is closed first. */
const MOST_OPEN_SCANS = 4
/** Drawn thumbnails that stay; each is a few kilobytes. */
const MOST_PICTURES = 1_500

type Side = { readonly volume: string; readonly attachment: string; readonly sourcePage: number }

const openScans = new Map<string, Promise<ScanPictures>>()
const pictures = new Map<string, Promise<string>>()
let queue: Promise<unknown> = Promise.resolve()

/** The address (blob:) of a side's picture, or null until it is drawn; `failed` when the scan cannot be shown. Drawn once `isWanted`. */
export function usePageImage(
  side: Side,
  longest: number,
  isWanted: boolean,
): { readonly address: string | null; readonly failed: boolean } {
  const [state, setState] = useState<{ address: string | null; failed: boolean }>({ address: null, failed: false })
  const { volume, attachment, sourcePage } = side
  useEffect(() => {
    if (!isWanted) return
    let isStale = false
    pictureOf({ volume, attachment, sourcePage }, longest).then(
      address => !isStale && setState({ address, failed: false }),
      () => !isStale && setState({ address: null, failed: true }),
    )
    return () => {
      isStale = true
    }
  }, [volume, attachment, sourcePage, longest, isWanted])
  return state
}

function pictureOf(side: Side, longest: number): Promise<string> {
  const key = `${side.attachment}:${side.sourcePage}:${longest}`
  const known = pictures.get(key)
  if (known) return known
  // One after the other, so that the pages appear in their order and a large scan is opened once.
  const drawn = queue.then(async () => URL.createObjectURL(await (await scanOf(side)).draw(side.sourcePage, longest)))
  queue = drawn.catch(() => undefined)
  pictures.set(key, drawn)
  drawn.catch(() => pictures.delete(key))
  for (const [oldest, address] of pictures) {
    if (pictures.size <= MOST_PICTURES) break
    pictures.delete(oldest)
    void address.then(URL.revokeObjectURL, () => undefined)
  }
  return drawn
}

function scanOf(side: Side): Promise<ScanPictures> {
  const opened = openScans.get(side.attachment) ?? readScan(side)
  openScans.delete(side.attachment)
  openScans.set(side.attachment, opened)
  opened.catch(() => openScans.delete(side.attachment))
  for (const [oldest, scan] of openScans) {
    if (openScans.size <= MOST_OPEN_SCANS) break
    openScans.delete(oldest)
    void scan.then(one => one.close())
  }
  return opened
}

async function readScan({ volume, attachment }: Side): Promise<ScanPictures> {
  const reply = await invoke('archives.scan', { id: volume, attachment })
  if (!reply.ok) throw new Error(reply.error.code)
  return openScan(reply.value.mediaType, bytesOfBase64(reply.value.base64))
}
