import { readPngHead } from '../../domain/png.ts'
import { CATALOGUE, isFormId } from '../../papers/catalogue.ts'
import { recordAttachment } from '../../store/paper-store.ts'
import { changeSeal, countSealedPapers, getSeal } from '../../store/seal-store.ts'
import { type CommandContext, command, type HandlersOf, query } from '../context.ts'
import { invalid, ruleRefusal, stale } from '../refusal.ts'
import { pngDataUri } from './seal-image.ts'

/** Largest seal image, in bytes: a scan of a seal at 600 dpi is well below. */
const MOST_BYTES = 1_000_000
/** Fewest pixels to a millimetre that still print sharply (about 150 dpi). */
const LEAST_PIXELS_PER_MM = 6

/** The uploaded seal image (印章图): the director's, off until turned on, every change with its reason. */
export const sealHandlers: HandlersOf<'seal'> = {
  'seal.get': query(async ctx => {
    const seal = await getSeal(ctx.db)
    return {
      dataUri: seal.attachment === null ? null : pngDataUri(ctx.attachments.get(seal.attachment)),
      widthMm: seal.width_tenths_mm / 10,
      heightMm: seal.height_tenths_mm / 10,
      isOn: seal.is_on === 1,
      forms: ctx.pack.procedure.sealForms.forms.map(form => ({ form, title: isFormId(form) ? CATALOGUE[form].title : form })),
      changedBy: seal.changer_name,
      changedAt: seal.changed_at,
      timesUsed: await countSealedPapers(ctx.db),
      version: seal.version,
    }
  }),
  'seal.upload': command(async (ctx, input) => {
    await freshSeal(ctx, input.version)
    const content =
      'handle' in input.file
        ? ctx.files.read(input.file.handle).content
        : new Uint8Array(Buffer.from(input.file.base64, 'base64'))
    const head = readPngHead(content)
    if (!head) throw invalid(['file'], '请选择 PNG 图片')
    if (!head.isTransparent) throw invalid(['file'], '印章图的底色应透明，请先去掉白底再上传')
    if (content.length > MOST_BYTES) throw invalid(['file'], '印章图最大 1 MB')
    if (head.width / input.widthMm < LEAST_PIXELS_PER_MM)
      throw invalid(['file'], `图片只有 ${head.width} 点宽，印成 ${input.widthMm} 毫米会模糊，请换更大的图`)
    const sha256 = ctx.attachments.put(content)
    await recordAttachment(ctx.trx, { sha256, bytes: content.length, mediaType: 'image/png', pages: 1, createdAt: ctx.now })
    const widthTenths = Math.round(input.widthMm * 10)
    const heightTenths = Math.round((widthTenths * head.height) / head.width)
    await changeSeal(
      ctx.trx,
      { attachment: sha256, width_tenths_mm: widthTenths, height_tenths_mm: heightTenths, is_on: 0 },
      ctx.actor.userId,
      ctx.now,
    )
    await ctx.audit({
      subjectKind: 'seal',
      subjectId: 'seal',
      summary: `上传印章图，宽 ${input.widthMm} 毫米，未启用`,
      after: { sha256, widthMm: input.widthMm },
    })
    return { version: input.version + 1 }
  }),
  'seal.setUse': command(async (ctx, input) => {
    const seal = await freshSeal(ctx, input.version)
    if (seal.attachment === null) throw ruleRefusal('seal-missing', '还没有上传印章图', null)
    await changeSeal(ctx.trx, { is_on: input.isOn ? 1 : 0 }, ctx.actor.userId, ctx.now)
    await ctx.audit({
      subjectKind: 'seal',
      subjectId: 'seal',
      summary: `${input.isOn ? '启用' : '停用'}印章图：${input.reason}`,
      before: { isOn: seal.is_on === 1 },
      after: { isOn: input.isOn, reason: input.reason },
    })
    return { version: input.version + 1 }
  }),
  'seal.remove': command(async (ctx, input) => {
    const seal = await freshSeal(ctx, input.version)
    if (seal.attachment === null) throw ruleRefusal('seal-missing', '还没有上传印章图', null)
    await changeSeal(ctx.trx, { attachment: null, is_on: 0 }, ctx.actor.userId, ctx.now)
    await ctx.audit({
      subjectKind: 'seal',
      subjectId: 'seal',
      summary: `撤下印章图：${input.reason}`,
      before: { sha256: seal.attachment, isOn: seal.is_on === 1 },
      after: { reason: input.reason },
    })
    return { version: input.version + 1 }
  }),
}

async function freshSeal(ctx: CommandContext, version: number) {
  const seal = await getSeal(ctx.db)
  if (seal.version !== version) throw stale('印章图', seal.version)
  return seal
}
