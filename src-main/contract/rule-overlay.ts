import { z } from 'zod'
import { isoDate } from './common.ts'
import { rulePack, sourceText } from './rule-pack.ts'
import { hardship } from './rule-pack-hardship.ts'
import { key, words } from './rule-pack-parts.ts'

/**
 * A local standard as a file (地方标准文件): laid over the national rules it makes a whole rule pack. It brings its name and version, the
 * sources it rests on, and any parts of the chapter on hardship; a part that it brings replaces the national one whole.
 */
export const ruleOverlay = z.strictObject({
  format: z.literal('yuanjuan-rule-overlay/1'),
  over: z.literal('national-default'),
  id: key,
  version: rulePack.shape.version,
  name: words,
  effectiveFrom: isoDate,
  note: z.string(),
  sources: z.array(sourceText).min(1),
  hardship: hardship.partial(),
})
export type RuleOverlay = z.infer<typeof ruleOverlay>
