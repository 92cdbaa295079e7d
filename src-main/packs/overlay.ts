import type { RuleOverlay } from '../contract/rule-overlay.ts'
import type { RulePack } from '../domain/rule-pack/rule-pack.ts'
import type { Fault } from './schema-faults.ts'

const OVERLAY_FORMAT = 'yuanjuan-rule-overlay/1'

/** Whether a document says of itself that it is a local standard (地方标准文件) to lay over the national rules. */
export function isOverlay(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'format' in document && document.format === OVERLAY_FORMAT
}

/** The whole pack that an overlay makes: its parts of the chapter on hardship replace the national ones, a source of the same name too. */
export function layOver(base: RulePack, { format: _, over: __, sources, hardship, ...head }: RuleOverlay): RulePack {
  const names = new Set(sources.map(source => source.name))
  return {
    ...base,
    ...head,
    sources: [...base.sources.filter(source => !names.has(source.name)), ...sources],
    hardship: { ...base.hardship, ...hardship },
  }
}

/** A fault of the whole pack at its place in the overlay: sources are counted from the overlay's own first one. */
export function overlayFault(fault: Fault, pack: RulePack, overlay: RuleOverlay): Fault {
  const [chapter, index, ...rest] = fault.path
  if (chapter !== 'sources' || typeof index !== 'number') return fault
  return { ...fault, path: [chapter, Math.max(0, index - (pack.sources.length - overlay.sources.length)), ...rest] }
}
