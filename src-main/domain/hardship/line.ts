import { formatYuan, shareOfFen } from '../money.ts'
import type { Area, HardshipLine, LineRounding, PlainLine, PublishedFigure } from '../rule-pack/hardship.ts'
import { AREA_WORDS, figureName, pickFigure, yearWords } from './figures.ts'

/** A line worked out in fen, with the sum in words; or what is missing. */
export type WorkedLine =
  | { readonly ok: true; readonly fen: number; readonly text: string }
  | { readonly ok: false; readonly missing: string }

export type LineCircumstances = {
  readonly appliedOn: string
  readonly area: Area | null
  readonly figures: readonly PublishedFigure[]
}

/** Works out a line: figure, share or multiple, a twelfth of a yearly figure, with one rounding at the end. `name` stands for a fixed sum. */
export function workLine(line: HardshipLine, rounding: LineRounding, circumstances: LineCircumstances, name: string): WorkedLine {
  if (line.formula === 'by-area') {
    const { area } = circumstances
    if (area === null) return { ok: false, missing: '申请人是城镇还是农村' }
    const worked = workPlain(line[area], rounding, circumstances, name)
    return worked.ok ? { ...worked, text: `${AREA_WORDS[area]}：${worked.text}` } : worked
  }
  return workPlain(line, rounding, circumstances, name)
}

function workPlain(line: PlainLine, rounding: LineRounding, circumstances: LineCircumstances, standard: string): WorkedLine {
  switch (line.formula) {
    case 'fixed':
      return { ok: true, fen: line.fen, text: standard }
    case 'multiple-of-base': {
      const fen = shareOfFen(line.baseFen, { factor: line.multiplier, parts: 1, ...rounding })
      return { ok: true, fen, text: `${line.multiplier} × ${formatYuan(line.baseFen)}（${line.baseName}）` }
    }
    case 'multiple-of-figure':
    case 'share-of-figure': {
      const picked = pickFigure(line, circumstances.figures, circumstances.appliedOn, circumstances.area)
      if (!picked.ok) return picked
      const isShare = line.formula === 'share-of-figure'
      const isYearly = picked.figure.period === 'year'
      const fen = shareOfFen(picked.value.fen, {
        factor: isShare ? line.percent : line.multiplier,
        parts: (isShare ? 100 : 1) * (isYearly ? 12 : 1),
        ...rounding,
      })
      const name = `${yearWords(line.year, circumstances.appliedOn)}${figureName(picked.figure, picked.areaLabel)}`
      const base = `${formatYuan(picked.value.fen)}${isYearly ? ' ÷ 12' : ''}`
      return {
        ok: true,
        fen,
        text: `${isShare ? `${base} × ${line.percent}%` : `${line.multiplier} × ${base}`}（${name}）${roundingWords(rounding)}`,
      }
    }
  }
}

function roundingWords({ to, rounding }: LineRounding): string {
  if (to === 'fen') return ''
  return rounding === 'half-up' ? '，四舍五入到元' : rounding === 'up' ? '，不足一元按一元' : '，元以下舍去'
}
