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

/** Lines a text needs in a column `widthMm` wide at `points`; rather one too many than one too few. */
export function linesNeeded(text: string, widthMm: number, points: number): number {
  const perLine = Math.max(1, Math.floor(widthMm / (points * MM_PER_POINT)))
  return text
    .split('\n')
    .map(line => {
      const ems = widthInEms(line)
      return ems <= perLine ? 1 : Math.ceil(ems / Math.max(1, perLine - 1))
    })
    .reduce((sum, lines) => sum + lines, 0)
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
