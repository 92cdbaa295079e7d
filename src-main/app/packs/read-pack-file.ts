import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { parseRulePack } from '../../packs/load-pack.ts'
import type { CommandContext } from '../context.ts'
import { invalid } from '../refusal.ts'

/** `packs.check` takes as many characters, and no character of UTF-8 is shorter than a byte. */
const LARGEST_PACK_BYTES = 4_000_000

/**
 * The text of a picked rule pack file (规则包). A byte order mark is left off; a file that is not UTF-8 (GBK, say) is refused, since
 * reading it wrongly would change the words of the law. A sound local standard comes back as the whole pack it makes, a faulty one as it
 * is, so that its faults name its own lines. @throws Refusal VALIDATION; StorageError missing, unreadable.
 */
export async function readPackFile(ctx: CommandContext, input: ParsedInputOf<'packs.read'>): Promise<OutputOf<'packs.read'>> {
  const { name, content } = ctx.files.read(input.handle)
  if (content.length > LARGEST_PACK_BYTES) throw invalid(['handle'], `文件“${name}”超过 4 MB，不像规则包`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    const parsed = parseRulePack(text)
    return { name, text: parsed.ok ? parsed.text : text }
  } catch {
    throw invalid(['handle'], `文件“${name}”不是 UTF-8 编码的文本，请另存为 UTF-8 后再导入`)
  }
}
