/** 自 2022-01-01 起施行 or 2022-01-01 至 2025-12-31. */
export function span(from: string, to: string | null): string {
  return to === null ? `自 ${from} 起施行` : `${from} 至 ${to} 施行`
}
