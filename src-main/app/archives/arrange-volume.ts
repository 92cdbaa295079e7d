import type { ParsedInputOf } from '../../contract/index.ts'
import { deleteItem, orderItems, orderPages, setPageBlank, updateItem } from '../../store/volume-store.ts'
import type { CommandContext } from '../context.ts'
import { invalid, notFound } from '../refusal.ts'
import { editVolume, itemOf, type VolumeState } from './volume-state.ts'

function pageOf(state: VolumeState, pageId: string) {
  const item = state.items.find(one => one.pages.some(page => page.id === pageId))
  const page = item?.pages.find(one => one.id === pageId)
  if (!item || !page) throw notFound('页面')
  return { item, page }
}

/** `list` with `moved` taken out and put in at a 1-based place; a place beyond the end is the end. */
function withMoved(list: readonly string[], moved: string, toPosition: number): string[] {
  const others = list.filter(one => one !== moved)
  return [...others.slice(0, toPosition - 1), moved, ...others.slice(toPosition - 1)]
}

/** Changes one line of the contents (卷内文件目录). */
export async function updateItemLine(ctx: CommandContext, input: ParsedInputOf<'archives.updateItem'>) {
  return editVolume(ctx, input, async state => {
    const item = itemOf(state, input.itemId)
    if (input.datedOn !== null && input.datedOn > ctx.today) throw invalid(['datedOn'], '文件日期不能晚于今天')
    const before = {
      title: item.title,
      document_number: item.document_number,
      author: item.author,
      dated_on: item.dated_on,
      remark: item.remark,
    }
    const after = {
      title: input.title,
      document_number: input.documentNumber,
      author: input.author,
      dated_on: input.datedOn,
      remark: input.remark,
    }
    await updateItem(ctx.trx, item.id, after)
    return { summary: `修改卷内文件“${input.title}”`, before, after }
  })
}

/** Moves a paper to another place in the contents. */
export async function moveItem(ctx: CommandContext, input: ParsedInputOf<'archives.moveItem'>) {
  return editVolume(ctx, input, async state => {
    const item = itemOf(state, input.itemId)
    const order = withMoved(
      state.items.map(one => one.id),
      item.id,
      input.toPosition,
    )
    await orderItems(ctx.trx, order)
    const after = { position: order.indexOf(item.id) + 1 }
    return { summary: `移动卷内文件“${item.title}”`, before: { position: item.position }, after }
  })
}

/** Takes a paper with all its sides out of the volume; the papers after it move up. */
export async function removeItem(ctx: CommandContext, input: ParsedInputOf<'archives.removeItem'>) {
  return editVolume(ctx, input, async state => {
    const item = itemOf(state, input.itemId)
    await deleteItem(ctx.trx, item.id)
    await orderItems(
      ctx.trx,
      state.items.filter(one => one.id !== item.id).map(one => one.id),
    )
    const scans = [...new Set(item.pages.map(page => page.attachment))]
    return {
      summary: `移除卷内文件“${item.title}”（${item.pages.length} 面）`,
      before: { title: item.title, position: item.position, scans },
    }
  })
}

/** Moves a side within its paper or into another one. */
export async function movePage(ctx: CommandContext, input: ParsedInputOf<'archives.movePage'>) {
  return editVolume(ctx, input, async state => {
    const { item: from, page } = pageOf(state, input.pageId)
    const to = itemOf(state, input.toItemId)
    if (to.id !== from.id) {
      const left = from.pages.filter(one => one.id !== page.id).map(one => one.id)
      await orderPages(ctx.trx, from.id, left)
    }
    const order = withMoved(
      to.pages.map(one => one.id),
      page.id,
      input.toPosition,
    )
    await orderPages(ctx.trx, to.id, order)
    return {
      summary: to.id === from.id ? `在“${to.title}”内移动一面` : `把一面从“${from.title}”移到“${to.title}”`,
      before: { item: from.id, position: page.position },
      after: { item: to.id, position: order.indexOf(page.id) + 1 },
    }
  })
}

/** Marks a side as blank (空白面不编页) or takes the mark back. */
export async function markPageBlank(ctx: CommandContext, input: ParsedInputOf<'archives.setPageBlank'>) {
  return editVolume(ctx, input, async state => {
    const { item, page } = pageOf(state, input.pageId)
    await setPageBlank(ctx.trx, page.id, input.isBlank)
    const after = { page: page.id, isBlank: input.isBlank }
    return {
      summary: `${input.isBlank ? '标记' : '取消'}“${item.title}”第 ${page.position} 面为空白面`,
      before: { isBlank: page.is_blank === 1 },
      after,
    }
  })
}
