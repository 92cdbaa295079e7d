/** An opened scan (扫描件) that can draw its sides; 1 is the first. */
export type ScanPictures = {
  /** A picture of one side whose longer edge is `longest` device pixels. */
  readonly draw: (side: number, longest: number) => Promise<Blob>
  readonly close: () => void
}

/** Opens a scan by its media type, as `archives.scan` gives it. The library for it is loaded when the first such scan is opened. */
export async function openScan(mediaType: string, content: Uint8Array): Promise<ScanPictures> {
  switch (mediaType) {
    case 'application/pdf':
      return (await import('./pdf-images.ts')).openPdfPictures(content)
    case 'image/tiff':
      return (await import('./tiff-images.ts')).openTiffPictures(content)
    default:
      return openPicture(new Blob([new Uint8Array(content)], { type: mediaType }))
  }
}

function openPicture(blob: Blob): ScanPictures {
  return {
    async draw(_, longest) {
      const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' })
      try {
        return await shrunk(bitmap, bitmap.width, bitmap.height, longest)
      } finally {
        bitmap.close()
      }
    },
    close: () => undefined,
  }
}

/** Draws a picture at most `longest` pixels long, never larger than it is. */
export async function shrunk(source: CanvasImageSource, width: number, height: number, longest: number): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/png' })
}
