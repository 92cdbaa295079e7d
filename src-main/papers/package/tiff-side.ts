import UTIF from 'utif2'
import { isSideByType } from '../scan/tiff.ts'

/** A decoded side of a TIFF, ready for a PDF image: rows of samples from the top left, packed as the PDF wants them. */
export type RasterImage = {
  readonly width: number
  readonly height: number
  readonly colours: 'DeviceGray' | 'DeviceRGB'
  readonly bits: 1 | 8
  /** Whether 0 stands for white. */
  readonly isInverted: boolean
  readonly samples: Uint8Array
  /** EXIF and TIFF orientation, 1–8. */
  readonly orientation: number
}

/**
 * Opens a TIFF and gives a function that decodes its sides one at a time, 1 being the first; reduced copies do not count.
 * Black-and-white sides stay one bit deep, grey ones one byte.
 */
export function openTiff(content: Uint8Array): (side: number) => RasterImage {
  const whole = content.slice().buffer
  const sides = UTIF.decode(whole).filter(directory => 't256' in directory && isSideByType(firstOf(directory, 't254')))
  return side => {
    const directory = sides[side - 1]
    if (!directory) throw new Error(`the TIFF has no side ${side}`)
    UTIF.decodeImage(whole, directory)
    const { width, height } = directory
    const orientation = firstOf(directory, 't274') ?? 1
    const isBilevel = (firstOf(directory, 't258') ?? 1) === 1 && (firstOf(directory, 't277') ?? 1) === 1
    if (isBilevel) {
      const samples = directory.data.slice(0, Math.ceil(width / 8) * height)
      return { width, height, colours: 'DeviceGray', bits: 1, isInverted: firstOf(directory, 't262') === 0, samples, orientation }
    }
    const rgba = UTIF.toRGBA8(directory)
    directory.data = new Uint8Array()
    return { width, height, bits: 8, isInverted: false, orientation, ...(isGrey(rgba) ? greySamples(rgba) : colourSamples(rgba)) }
  }
}

function firstOf(directory: UTIF.IFD, tag: string): number | undefined {
  const values = directory[tag]
  const first = Array.isArray(values) ? values[0] : undefined
  return typeof first === 'number' ? first : undefined
}

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false
  return true
}

function greySamples(rgba: Uint8Array): Pick<RasterImage, 'colours' | 'samples'> {
  const samples = new Uint8Array(rgba.length / 4)
  for (let at = 0; at < samples.length; at += 1) samples[at] = rgba[at * 4] ?? 0
  return { colours: 'DeviceGray', samples }
}

function colourSamples(rgba: Uint8Array): Pick<RasterImage, 'colours' | 'samples'> {
  const samples = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    samples[to] = rgba[from] ?? 0
    samples[to + 1] = rgba[from + 1] ?? 0
    samples[to + 2] = rgba[from + 2] ?? 0
  }
  return { colours: 'DeviceRGB', samples }
}
