import { addDays } from '../../domain/calendar-date.ts'
import { HOLIDAY_HEADINGS, missingHolidays } from '../../domain/holiday-file.ts'
import type { DayArrangement } from '../../domain/rule-pack/rule-pack.ts'
import { insertHolidayImport, listHolidayImports, listHolidayYears, undoHolidayImport } from '../../store/holiday-store.ts'
import { recordAttachment } from '../../store/paper-store.ts'
import { command, type HandlersOf, type QueryContext, query } from '../context.ts'
import { invalid, notFound, ruleRefusal } from '../refusal.ts'
import { isShippedYear, isWeekend, workingCalendar } from '../working-calendar.ts'
import { movedClocks } from './moved-clocks.ts'
import { readHolidayFile } from './read-file.ts'

/** Holiday orders (放假安排): what ships, what was taken in from files, and what is missing. */
export const holidayHandlers: HandlersOf<'holidays'> = {
  'holidays.list': query(async ctx => {
    const imported = await listHolidayYears(ctx.db)
    const thisYear = Number(ctx.today.slice(0, 4))
    const years = new Set([thisYear - 1, thisYear, thisYear + 1, ...imported.map(one => one.year)])
    return {
      knownThrough: ctx.calendar.knownThrough,
      warning: missingHolidays(ctx.today, ctx.calendar.knownThrough),
      years: [...years]
        .sort((left, right) => left - right)
        .map(year => {
          const own = imported.find(one => one.year === year)
          const source = own ? ('imported' as const) : isShippedYear(year) ? ('shipped' as const) : ('none' as const)
          return { year, source, days: source === 'none' ? [] : arrangedDays(ctx, year) }
        }),
      imports: (await listHolidayImports(ctx.db)).map(row => ({
        id: row.id,
        year: row.year,
        fileName: row.file_name,
        days: row.days ?? 0,
        by: row.by_name,
        at: row.imported_at,
        undone:
          row.undone_at === null ? null : { by: row.undone_by_name ?? '', at: row.undone_at, reason: row.undo_reason ?? '' },
      })),
    }
  }),
  'holidays.check': command(async (ctx, { handle }) => {
    const { fileName, year, days, problems } = await readHolidayFile(ctx, handle)
    const isSound = problems.length === 0 && year !== null
    const others = (await listHolidayYears(ctx.db)).filter(one => one.year !== year)
    const calendar = workingCalendar(ctx.pack.time.dayArrangements, isSound ? [...others, { year, days }] : others)
    return {
      fileName,
      isSound,
      year,
      days: [...days],
      problems: [...problems],
      moved: isSound ? await movedClocks(ctx, calendar) : [],
    }
  }),
  'holidays.import': command(async (ctx, { handle }) => {
    const { fileName, content, year, days, problems } = await readHolidayFile(ctx, handle)
    const [first] = problems
    if (first || year === null) throw invalid(['handle'], first ? `第 ${first.row} 行：${first.message}` : '文件里没有一天')
    const id = ctx.newId()
    const attachment = ctx.attachments.put(content)
    await recordAttachment(ctx.trx, {
      sha256: attachment,
      bytes: content.length,
      mediaType: 'application/octet-stream',
      pages: 0,
      createdAt: ctx.now,
    })
    await insertHolidayImport(ctx.trx, { id, year, fileName, attachment, by: ctx.actor.userId, at: ctx.now, days })
    await ctx.audit({
      subjectKind: 'holidays',
      subjectId: id,
      summary: `导入 ${year} 年放假安排（${fileName}，${days.length} 天）`,
      after: { year, fileName, days },
    })
    ctx.afterCommit(() => ctx.center.reloadHolidays())
    return { id, year, days: days.length }
  }),
  'holidays.undo': command(async (ctx, { id, reason }) => {
    const row = (await listHolidayImports(ctx.db)).find(one => one.id === id)
    if (!row) throw notFound('放假安排导入')
    if (row.undone_at !== null) throw ruleRefusal('holidays-undone', `这次导入已由 ${row.undone_by_name} 撤销`, null)
    await undoHolidayImport(ctx.trx, id, { by: ctx.actor.userId, at: ctx.now, reason })
    await ctx.audit({
      subjectKind: 'holidays',
      subjectId: id,
      summary: `撤销导入的 ${row.year} 年放假安排：${reason}`,
      before: { year: row.year, fileName: row.file_name },
    })
    ctx.afterCommit(() => ctx.center.reloadHolidays())
    return {}
  }),
  'holidays.template': command(async (ctx, { year, handle }) => {
    const rows = [HOLIDAY_HEADINGS, [`${year}-01-01`, '元旦', '放假'], [`${year}-10-01`, '国庆节', '放假']]
    const bytes = new TextEncoder().encode(`\uFEFF${rows.map(row => row.join(',')).join('\r\n')}\r\n`)
    ctx.files.write(handle, bytes)
    return { bytes: bytes.length }
  }),
  'holidays.export': command(async (ctx, { id, handle }) => {
    const row = (await listHolidayImports(ctx.db)).find(one => one.id === id)
    if (!row) throw notFound('放假安排导入')
    const content = ctx.attachments.get(row.attachment)
    ctx.files.write(handle, content)
    await ctx.audit({ subjectKind: 'holidays', subjectId: id, summary: `导出放假安排文件 ${row.file_name}` })
    return { bytes: content.length }
  }),
}

/** The days of a year that do not follow the week: days off on weekdays, and weekend days that are worked. */
function arrangedDays({ calendar }: Pick<QueryContext, 'calendar'>, year: number): DayArrangement[] {
  const days: DayArrangement[] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const isWorking = calendar.isWorkingDay(date)
    if (isWorking === isWeekend(date)) days.push({ date, name: calendar.nameOf(date) ?? '调休上班', isWorking })
  }
  return days
}
