import type { Block, Text } from '../model.ts'

/** Paragraphs of a letter (函、决定书), each indented by two signs; empty ones are left out. */
export function paragraphs(...texts: readonly (Text | null)[]): readonly Block[] {
  return texts.flatMap((text): readonly Block[] => (text === null || text === '' ? [] : [{ kind: 'paragraph', text }]))
}

/** Numbered lines “1. …；” of a letter; one line stands without a number. */
export function numberedLines(lines: readonly string[]): readonly Block[] {
  if (lines.length === 1) return paragraphs(lines[0] ?? null)
  return lines.map((line, index) => ({ kind: 'paragraph', text: `${index + 1}. ${line}` }))
}

/** A paragraph one size smaller than a letter's text, below a table. */
export function smaller(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, points: 14 } : block
}
