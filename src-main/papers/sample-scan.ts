import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 620
const HEIGHT = 877
const PAPER = 250
const INK = 70

/**
 * Draws a page that looks like a scanned letter (练习扫描件) from a number: title, lines of different length, a table now and then, a seal ring.
 * @returns PNG bytes, grey, 75 dpi A4. The same number gives the same bytes.
 */
export function drawSampleScan(variant: number): Uint8Array {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(PAPER)
  let state = variant * 2_654_435_761 + 12_345
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const bar = (x: number, y: number, width: number, height: number, tone: number) => {
    for (let row = y; row < Math.min(HEIGHT, y + height); row += 1)
      pixels.fill(tone, row * WIDTH + x, row * WIDTH + Math.min(WIDTH, x + width))
  }
  bar(190 + next(40), 70, 200 + next(40), 14, INK - 30)
  const hasTable = variant % 3 === 0
  for (let y = 120; y < 700; y += 24) {
    const isShort = next(6) === 0
    bar(isShort ? 110 : 80, y, isShort ? 180 + next(200) : 420 + next(40), 7, INK + next(60))
    if (hasTable && y > 400 && y < 600) {
      bar(80, y + 14, 460, 1, INK)
      bar(80, y - 10, 1, 24, INK)
      bar(310, y - 10, 1, 24, INK)
      bar(540, y - 10, 1, 24, INK)
    }
  }
  bar(380, 760, 150, 8, INK)
  const centre = { x: 455, y: 750 }
  for (let angle = 0; angle < 720; angle += 1) {
    const x = Math.round(centre.x + 55 * Math.cos((angle * Math.PI) / 360))
    const y = Math.round(centre.y + 55 * Math.sin((angle * Math.PI) / 360))
    bar(x, y, 3, 3, 150)
  }
  return encodeGreyPng(pixels)
}

function encodeGreyPng(pixels: Uint8Array): Uint8Array {
  const raw = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (let row = 0; row < HEIGHT; row += 1) raw.set(pixels.subarray(row * WIDTH, (row + 1) * WIDTH), row * (WIDTH + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const density = Buffer.alloc(9)
  density.writeUInt32BE(2953, 0)
  density.writeUInt32BE(2953, 4)
  density[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('pHYs', density),
      chunk('IDAT', deflateSync(raw)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const frame = Buffer.alloc(8 + body.length)
  frame.writeUInt32BE(content.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), 4 + body.length)
  return frame
}
