import type { Area, FigureChoice, FigureValue, PublishedFigure } from '../rule-pack/hardship.ts'

/** The value of a published figure that a line takes, or why there is none. */
export type PickedFigure =
  | { readonly ok: true; readonly figure: PublishedFigure; readonly value: FigureValue; readonly areaLabel: string }
  | { readonly ok: false; readonly missing: string }

export const AREA_WORDS: Readonly<Record<Area, string>> = { urban: '城镇', rural: '农村' }

/**
 * Picks the value of a figure (公布数) for an application of a day. What is not in the pack, not published yet by that day, or depends on
 * an area that nobody has said, comes back as missing in words.
 */
export function pickFigure(
  choice: FigureChoice,
  figures: readonly PublishedFigure[],
  appliedOn: string,
  area: Area | null,
): PickedFigure {
  const figure = figures.find(one => one.id === choice.figure)
  if (!figure) return { ok: false, missing: `公布数“${choice.figure}”` }
  const wanted = choice.area === 'applicant' ? area : choice.area
  if (wanted === null) return { ok: false, missing: '申请人是城镇还是农村' }
  const areaLabel = wanted === 'any' ? '' : AREA_WORDS[wanted]
  const ofArea = figure.values.filter(value => value.area === wanted || value.area === 'any')
  const isKnown = (value: FigureValue) => value.publishedOn === null || value.publishedOn <= appliedOn
  const value = valueFor(choice.year, ofArea, appliedOn, isKnown)
  if (value && isKnown(value)) return { ok: true, figure, value, areaLabel }
  return { ok: false, missing: `${yearWords(choice.year, appliedOn)}${figureName(figure, areaLabel)}` }
}

/** A figure with its area, unless its own name tells it. */
export function figureName(figure: PublishedFigure, areaLabel: string): string {
  return figure.label.startsWith(areaLabel) ? figure.label : `${areaLabel}${figure.label}`
}

function valueFor(
  year: FigureChoice['year'],
  values: readonly FigureValue[],
  appliedOn: string,
  isKnown: (value: FigureValue) => boolean,
): FigureValue | undefined {
  if (year === 'latest-published')
    return values.filter(value => isKnown(value) && value.from <= appliedOn).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  const day = year === 'current' ? appliedOn : `${Number(appliedOn.slice(0, 4)) - 1}-12-31`
  return values.find(value => value.from <= day && (value.to === null || day <= value.to))
}

/** Of which year a line speaks, seen from the day of the application. */
export function yearWords(year: FigureChoice['year'], appliedOn: string): string {
  switch (year) {
    case 'current':
      return `${appliedOn} 执行的`
    case 'previous-year':
      return `${Number(appliedOn.slice(0, 4)) - 1} 年度`
    case 'latest-published':
      return `截至 ${appliedOn} 公布的`
  }
}
