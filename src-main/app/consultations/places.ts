import type { OutputOf, ParsedInputOf } from '../../contract/index.ts'
import { listPlaceContacts, savePlaceContact } from '../../store/referral-store.ts'
import { changedParts } from '../changed-parts.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { notFound, stale } from '../refusal.ts'

const NOTHING_YET = { phone: null, address: null, version: 0 } as const

/** The pack's places (引导去处) with what the office filled in. */
export async function listPlaces(ctx: Pick<QueryContext, 'db' | 'pack'>): Promise<OutputOf<'consultations.places'>> {
  const contacts = await listPlaceContacts(ctx.db)
  return ctx.pack.frontDesk.places.map(({ code, label, purpose }) => ({
    code,
    label,
    purpose,
    ...(contacts.get(code) ?? NOTHING_YET),
  }))
}

/** Fills in a place's telephone and address. @throws Refusal NOT_FOUND, STALE. */
export async function savePlace(
  ctx: CommandContext,
  { code, version, ...contact }: ParsedInputOf<'consultations.savePlace'>,
): Promise<OutputOf<'consultations.savePlace'>> {
  const place = (await listPlaces(ctx)).find(one => one.code === code)
  if (!place) throw notFound('引导去处')
  if (place.version !== version) throw stale('引导去处', place.version)
  const changed = changedParts<typeof contact>({ phone: place.phone, address: place.address }, contact)
  // A first, empty answer is kept too, so that versions always begin at 1.
  if (!changed && version > 0) return { version }
  await savePlaceContact(ctx.trx, code, { ...contact, version: version + 1 })
  await ctx.audit({ subjectKind: 'referral-place', subjectId: code, summary: `填写引导去处 ${place.label}`, ...changed })
  return { version: version + 1 }
}
