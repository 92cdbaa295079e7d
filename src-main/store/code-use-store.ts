import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/**
 * Whether any row holds a code of one of the pack's lists (代码表), so that it can be retired but never removed. `list` is the list's
 * name in the pack; a list that no row refers to answers false.
 */
export async function isCodeUsed(db: ReadonlyKysely<Database>, list: string, code: string): Promise<boolean> {
  // Lists of codes are stored as JSON texts: a code stands there in quotation marks.
  const quoted = `%"${code.replaceAll(/[%_"]/g, '')}"%`
  const found = await Promise.all(rowsWith(db, list, code, quoted))
  return found.some(rows => rows.length > 0)
}

/** At most one row of each table that may hold the code. */
function rowsWith(
  db: ReadonlyKysely<Database>,
  list: string,
  code: string,
  quoted: string,
): readonly Promise<readonly unknown[]>[] {
  switch (list) {
    case 'stages':
      return [
        db.selectFrom('application').select('id').where('stage', '=', code).limit(1).execute(),
        db.selectFrom('aid_case').select('id').where('stage', '=', code).limit(1).execute(),
      ]
    case 'closingModes':
      return [db.selectFrom('aid_case').select('id').where('closing_mode', '=', code).limit(1).execute()]
    case 'outcomes':
      return [db.selectFrom('aid_case').select('id').where('outcome', '=', code).limit(1).execute()]
    case 'complexities':
      return [
        db
          .selectFrom('aid_case')
          .select('id')
          .where(eb => eb(eb.cast<string>('complexity', 'text'), '=', code))
          .limit(1)
          .execute(),
      ]
    case 'scopes':
      return [
        db.selectFrom('application').select('id').where('scope', '=', code).limit(1).execute(),
        db.selectFrom('aid_case').select('id').where('scope', '=', code).limit(1).execute(),
      ]
    case 'aidForms':
      return [
        db.selectFrom('application').select('id').where('aid_forms', 'like', quoted).limit(1).execute(),
        db.selectFrom('aid_case').select('id').where('aid_forms', 'like', quoted).limit(1).execute(),
      ]
    case 'refusalReasons':
      return [db.selectFrom('decision').select('id').where('refusal_reasons', 'like', quoted).limit(1).execute()]
    case 'personCategories':
      return [
        db.selectFrom('person_category').select('person_id as id').where('category', '=', code).limit(1).execute(),
        db.selectFrom('application_category').select('application_id as id').where('category', '=', code).limit(1).execute(),
      ]
    case 'channels':
      return [db.selectFrom('consultation').select('id').where('channel', '=', code).limit(1).execute()]
    case 'consultationOutcomes':
      return [db.selectFrom('consultation').select('id').where('outcome', '=', code).limit(1).execute()]
    case 'certificateKinds':
      return [db.selectFrom('person').select('id').where('certificate_kind', '=', code).limit(1).execute()]
    case 'handlerKinds':
      return [db.selectFrom('handler').select('id').where('kind', '=', code).limit(1).execute()]
    case 'providerKinds':
      return [db.selectFrom('provider').select('id').where('kind', '=', code).limit(1).execute()]
    case 'waivedGrounds':
    case 'notApplicableGrounds':
    case 'kinshipRelations':
      return [db.selectFrom('application').select('id').where('hardship_input', 'like', quoted).limit(1).execute()]
    default:
      return []
  }
}
