import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFName,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib'
import { imageSize } from 'image-size'
import type { ScanMediaType } from '../scan/verdict.ts'
import { openTiff, type RasterImage } from './tiff-side.ts'

/** One side of a paper in a volume: which file it is in, and which page of it (1 is the first). */
export type ItemSide = { readonly file: string; readonly sourcePage: number }

/** The files that sides come from, by the names that the sides use. */
export type SourceFiles = ReadonlyMap<string, { readonly mediaType: ScanMediaType; readonly content: Uint8Array }>

export type ItemPdfFacts = {
  readonly title: string
  readonly archiveNumber: string
  /** The page number in the volume (页号) of the first side; the PDF's own page labels go on from it. */
  readonly firstPage: number
  /** UTC instant that the PDF carries. */
  readonly at: string
}

/** The A4 sheet in points. */
const A4 = { short: 595.28, long: 841.89 }

type Picture = { readonly ref: PDFRef; readonly width: number; readonly height: number; readonly orientation: number }
type Sources = {
  readonly pdf: (file: string) => Promise<PDFDocument>
  readonly picture: (side: ItemSide) => Promise<Picture>
  readonly mediaType: (file: string) => ScanMediaType
}

/**
 * Makes one PDF of a paper's sides in their order. Pages of PDFs are taken over as they are; pictures lie upright on A4 sheets, as large as
 * fits. `onSide` is awaited before each side.
 */
export async function buildItemPdf(
  sides: readonly ItemSide[],
  files: SourceFiles,
  facts: ItemPdfFacts,
  onSide: () => Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const sources = openSources(document, files)
  for (const side of sides) {
    await onSide()
    if (sources.mediaType(side.file) === 'application/pdf') {
      const [page] = await document.copyPages(await sources.pdf(side.file), [side.sourcePage - 1])
      if (page) document.addPage(page)
    } else {
      addPicturePage(document, await sources.picture(side))
    }
  }
  const at = new Date(facts.at)
  document.setTitle(facts.title)
  document.setSubject(facts.archiveNumber)
  document.setProducer('Yuanjuan')
  document.setCreationDate(at)
  document.setModificationDate(at)
  const labels = document.context.obj({ Nums: [0, { S: 'D', St: facts.firstPage }] })
  document.catalog.set(PDFName.of('PageLabels'), labels)
  return document.save({ useObjectStreams: false })
}

function openSources(document: PDFDocument, files: SourceFiles): Sources {
  const pdfs = new Map<string, Promise<PDFDocument>>()
  const tiffs = new Map<string, (side: number) => RasterImage>()
  const source = (file: string) => {
    const found = files.get(file)
    if (!found) throw new Error(`the scan ${file} is not among the files`)
    return found
  }
  return {
    mediaType: file => source(file).mediaType,
    pdf(file) {
      const opened =
        pdfs.get(file) ?? PDFDocument.load(source(file).content, { updateMetadata: false, warnOnInvalidObjects: false })
      pdfs.set(file, opened)
      return opened
    },
    async picture({ file, sourcePage }) {
      const { mediaType, content } = source(file)
      if (mediaType === 'image/tiff') {
        const side = tiffs.get(file) ?? openTiff(content)
        tiffs.set(file, side)
        return embedRaster(document, side(sourcePage))
      }
      const image = mediaType === 'image/png' ? await document.embedPng(content) : await document.embedJpg(content)
      return { ref: image.ref, width: image.width, height: image.height, orientation: imageSize(content).orientation ?? 1 }
    },
  }
}

function embedRaster(document: PDFDocument, raster: RasterImage): Picture {
  const { width, height, colours, bits, isInverted, samples, orientation } = raster
  const stream = document.context.flateStream(samples, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: colours,
    BitsPerComponent: bits,
    ...(isInverted ? { Decode: [1, 0] } : {}),
  })
  return { ref: document.context.register(stream), width, height, orientation }
}

function addPicturePage(document: PDFDocument, picture: Picture): void {
  const isTurned = picture.orientation >= 5
  const [width, height] = isTurned ? [picture.height, picture.width] : [picture.width, picture.height]
  const sheet = width > height ? ([A4.long, A4.short] as const) : ([A4.short, A4.long] as const)
  const page = document.addPage([...sheet])
  const scale = Math.min(sheet[0] / width, sheet[1] / height)
  const box = {
    width: width * scale,
    height: height * scale,
    x: (sheet[0] - width * scale) / 2,
    y: (sheet[1] - height * scale) / 2,
  }
  const name = page.node.newXObject('Scan', picture.ref)
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...placement(picture.orientation, box)),
    drawObject(name),
    popGraphicsState(),
  )
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The matrix that puts a picture upright into a box, for each of the eight orientations of EXIF and TIFF. */
function placement(orientation: number, { x, y, width, height }: Box): [number, number, number, number, number, number] {
  const right = x + width
  const top = y + height
  switch (orientation) {
    case 2:
      return [-width, 0, 0, height, right, y]
    case 3:
      return [-width, 0, 0, -height, right, top]
    case 4:
      return [width, 0, 0, -height, x, top]
    case 5:
      return [0, -height, -width, 0, right, top]
    case 6:
      return [0, -height, width, 0, x, top]
    case 7:
      return [0, height, width, 0, x, y]
    case 8:
      return [0, height, -width, 0, right, y]
    default:
      return [width, 0, 0, height, x, y]
  }
}
