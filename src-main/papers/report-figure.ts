import { yuan } from './capital-amount.ts'

/** A figure of a report: a count, money in fen, a share in percent (0–100), or words. Null means not collected (未统计). */
export type ReportFigure =
  | { readonly kind: 'count'; readonly value: number | null }
  | { readonly kind: 'money'; readonly fen: number | null }
  | { readonly kind: 'percent'; readonly value: number | null }
  | { readonly kind: 'text'; readonly text: string }

/** Writes a figure for the eye: “1284”, “147,750.00”, “95.24%”; a missing one as “—”. */
export function figureText(figure: ReportFigure): string {
  switch (figure.kind) {
    case 'count':
      return figure.value === null ? '—' : String(figure.value)
    case 'money':
      return figure.fen === null ? '—' : yuan(figure.fen)
    case 'percent':
      return figure.value === null ? '—' : `${figure.value.toFixed(2)}%`
    case 'text':
      return figure.text
  }
}
