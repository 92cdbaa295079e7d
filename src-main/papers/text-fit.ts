/** Millimetres in a point. */
export const MM_PER_POINT = 25.4 / 72

/** Estimates the width of text in ems of its own size: full-width signs 1, others 0.56. Line breaks count as nothing. */
export function widthInEms(text: string): number {
  let width = 0
  for (const sign of text)
    width +=
      /[\u1100-\u115f\u2010-\u303f\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(
        sign,
      )
        ? 1
        : 0.56
  return width
}

/** Lines a text needs in a column `widthMm` wide at `points`, broken as browsers and Word break Chinese text. */
export function linesNeeded(text: string, widthMm: number, points: number): number {
  const room = widthMm / (points * MM_PER_POINT)
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, room), 0)
}

/** A piece that never parts from itself: a word of half-width signs, or one full-width sign with the marks that cling to it. */
const PIECES = /[（〔《“‘【]*(?:[!-~·]+|[^\s])[，。、；：？！）〕》”’】]*\s*/gu

function linesOf(line: string, room: number): number {
  let lines = 1
  let used = 0
  for (const piece of line.match(PIECES) ?? []) {
    const width = widthInEms(piece.trimEnd())
    if (used > 0 && used + width > room) {
      lines += 1
      used = 0
    }
    used += widthInEms(piece)
    // A word longer than a whole line is broken anywhere.
    while (width > room && used > room) {
      lines += 1
      used -= room
    }
  }
  return lines
}

/** Lines that pieces of these widths in ems need where none is ever broken: tick boxes with their words. At least one. */
export function unbrokenLines(piecesEms: readonly number[], widthMm: number, points: number): number {
  const room = widthMm / (points * MM_PER_POINT)
  let lines = 1
  let used = 0
  for (const piece of piecesEms) {
    if (used > 0 && used + piece > room) {
      lines += 1
      used = 0
    }
    used += piece
  }
  return lines
}

/**
 * The size in points a title is set in: the first step at which it stands on one line of `widthMm`; when none does, the
 * step before the last, wrapped. A title is never cut.
 */
export function titlePoints(text: string, widthMm: number, steps: readonly number[] = [22, 20, 18, 16]): number {
  const ems = widthInEms(text)
  const fits = steps.find(points => ems * points * MM_PER_POINT <= widthMm)
  return fits ?? steps.at(-2) ?? steps.at(-1) ?? 16
}
