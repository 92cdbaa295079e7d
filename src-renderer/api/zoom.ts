import { invoke } from './client.ts'

/** Sizes of everything in the window: standard, large, extra large. */
export const ZOOMS = [
  { factor: 1, label: '标准' },
  { factor: 1.125, label: '大' },
  { factor: 1.25, label: '特大' },
] as const
export type Zoom = (typeof ZOOMS)[number]['factor']

const PLACE = 'yuanjuan.zoom'

/** The size chosen on this machine last; 1 when none was. */
export function chosenZoom(): Zoom {
  const kept = Number(window.localStorage.getItem(PLACE))
  return ZOOMS.find(zoom => zoom.factor === kept)?.factor ?? 1
}

/** Sets the size and keeps it for this machine. */
export async function chooseZoom(factor: Zoom): Promise<void> {
  window.localStorage.setItem(PLACE, String(factor))
  await invoke('shell.setZoom', { factor })
}
