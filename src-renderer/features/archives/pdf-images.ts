import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import jbig2Url from 'pdfjs-dist/wasm/jbig2_nowasm_fallback.js?url'
import openjpegUrl from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'
import routerUrl from './pdf-decoder-router.js?url'
import type { ScanPictures } from './scan-pictures.ts'

/** Scanners pack pages by JBIG2, CCITT and JPEG 2000, whose decoders the worker loads on demand; the content policy allows no WebAssembly. */
function decoderAddress(): string {
  const address = new URL(routerUrl, window.location.href)
  address.searchParams.set('jbig2_nowasm_fallback.js', new URL(jbig2Url, window.location.href).href)
  address.searchParams.set('openjpeg_nowasm_fallback.js', new URL(openjpegUrl, window.location.href).href)
  return `${address.href}&want=/`
}

/** Opens a PDF in the library's worker. Nothing is fetched, no script of the PDF runs. */
export async function openPdfPictures(content: Uint8Array): Promise<ScanPictures> {
  // The legacy build is the one that runs in Chrome 130.
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  GlobalWorkerOptions.workerSrc = workerUrl
  const task = getDocument({
    data: content,
    useWasm: false,
    useWorkerFetch: false,
    wasmUrl: decoderAddress(),
    enableXfa: false,
    disableAutoFetch: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  const document = await task.promise
  return {
    draw: (page, longest) => drawPage(document, page, longest),
    close: () => void task.destroy(),
  }
}

async function drawPage(document: PDFDocumentProxy, number: number, longest: number): Promise<Blob> {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: longest / Math.max(natural.width, natural.height) })
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // The library draws on an offscreen canvas as well; its types name only the one of the page.
  const target = canvas as unknown as HTMLCanvasElement
  await page.render({ canvas: target, viewport, background: '#fff' }).promise
  page.cleanup()
  return canvas.convertToBlob({ type: 'image/png' })
}
