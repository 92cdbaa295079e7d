import { formatNumber } from '../../domain/numbering.ts'
import { registerTemplate } from '../../papers/imports/template.ts'
import { getCenter } from '../../store/center-store.ts'
import { findImport } from '../../store/import-store.ts'
import { command, type HandlersOf, job, query } from '../context.ts'
import { notFound } from '../refusal.ts'
import { commitImport } from './commit-import.ts'
import { describeImport, listAllImports } from './describe-import.ts'
import { exportFaults } from './export-faults.ts'
import { importGround } from './import-lists.ts'
import { readAndSuggest } from './suggest-plan.ts'
import { tryOut } from './try-out.ts'
import { undoImport } from './undo-import.ts'

const EXAMPLE_YEAR = 2019
const EXAMPLE_SEQ = 37

/** Bringing in old registers (旧台账导入). */
export const importHandlers: HandlersOf<'imports'> = {
  'imports.template': command(async (ctx, { register, handle }) => {
    const { lists } = importGround(ctx)
    const { shortName } = await getCenter(ctx.db)
    const series = ctx.pack.numberSeries.find(one => one.id === register)
    const kind = series?.perKind ? (ctx.pack.codes.matterTypes[0]?.numberWord ?? '') : ''
    const content = await registerTemplate({
      register,
      wordsOf: list => lists[list].map(entry => entry.label),
      numberExample: series ? formatNumber(series, { short: shortName, kind, year: EXAMPLE_YEAR, seq: EXAMPLE_SEQ }) : '',
      origin: { packVersion: ctx.inForce.version, madeAt: ctx.now, maker: ctx.actor.name },
    })
    ctx.files.write(handle, content)
    return { bytes: content.length }
  }),
  'imports.read': command(readAndSuggest),
  'imports.tryOut': job(tryOut),
  'imports.exportFaults': job(exportFaults),
  'imports.commit': job(commitImport),
  'imports.list': query(listAllImports),
  'imports.get': query(describeImport),
  'imports.exportSource': command(async (ctx, { id, target }) => {
    const one = await findImport(ctx.db, id)
    if (!one) throw notFound('导入记录')
    const content = ctx.attachments.get(one.sha256)
    ctx.files.write(target, content)
    await ctx.audit({ subjectKind: 'import', subjectId: id, summary: `导出旧台账原件“${one.file_name}”` })
    return { bytes: content.length }
  }),
  'imports.undo': job(undoImport),
}
