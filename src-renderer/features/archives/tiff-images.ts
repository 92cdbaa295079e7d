import UTIF from 'utif2'
import { type ScanPictures, shrunk } from './scan-pictures.ts'

/** Bit 0 of tag 254 marks a reduced copy of another side. */
function isSide(directory: UTIF.IFD): boolean {
  const type = directory.t254
  return 't256' in directory && !(Array.isArray(type) && typeof type[0] === 'number' && (type[0] & 1) === 1)
}

/** Quarter turns clockwise by TIFF's orientation tag (274); mirrored ones do not come from scanners. */
const TURNS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 }

/** Opens a TIFF of one or more sides. A side is decoded each time it is drawn: a sheet at 300 dpi takes 35 MB. */
export function openTiffPictures(content: Uint8Array): ScanPictures {
  const whole = content.slice().buffer
  return {
    async draw(number, longest) {
      // Decoding leaves its pixels in the directory, so that each drawing reads the directories anew and lets them go.
      const directory = UTIF.decode(whole).filter(isSide)[number - 1]
      if (!directory) throw new Error(`no side ${number}`)
      UTIF.decodeImage(whole, directory)
      const { width, height } = directory
      const pixels = new ImageData(new Uint8ClampedArray(UTIF.toRGBA8(directory)), width, height)
      const orientation = Array.isArray(directory.t274) ? Number(directory.t274[0]) : 1
      return shrunk(turned(pixels, TURNS[orientation] ?? 0), ...sizeAfter(width, height, TURNS[orientation] ?? 0), longest)
    },
    close: () => undefined,
  }
}

function sizeAfter(width: number, height: number, turns: number): [number, number] {
  return turns % 2 === 1 ? [height, width] : [width, height]
}

function turned(pixels: ImageData, turns: number): OffscreenCanvas {
  const flat = new OffscreenCanvas(pixels.width, pixels.height)
  flat.getContext('2d')?.putImageData(pixels, 0, 0)
  if (turns === 0) return flat
  const [width, height] = sizeAfter(pixels.width, pixels.height, turns)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  context?.translate(width / 2, height / 2)
  context?.rotate((turns * Math.PI) / 2)
  context?.drawImage(flat, -pixels.width / 2, -pixels.height / 2)
  return canvas
}
