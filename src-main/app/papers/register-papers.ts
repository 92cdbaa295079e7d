import { subsidyComputation } from '../../contract/subsidies.ts'
import { composePaper } from '../../papers/catalogue.ts'
import { findConsultationFacts, findSubsidyFacts } from '../../store/paper-store.ts'
import { ANONYMOUS, placesOf, placeWords } from '../consultations/consultation-facts.ts'
import { listPlaces } from '../consultations/places.ts'
import { notFound, ruleRefusal } from '../refusal.ts'
import { shanghaiDay } from '../shanghai-time.ts'
import { paymentListFacts } from '../subsidies/payment-list-facts.ts'
import { type ComposedPaper, letterhead, type PaperContext } from './composed-paper.ts'
import { choicesOf, labelOf, matterLabels } from './wording.ts'

/** 法律援助咨询登记表 (form 1). */
export async function composeConsultationRegister(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const facts = await findConsultationFacts(ctx.db, id)
  if (!facts) throw notFound('咨询登记')
  const { codes } = ctx.pack
  const composition = composePaper('consultation-register', {
    number: facts.number,
    centerName: (await letterhead(ctx)).centerName,
    day: facts.received_on,
    time: facts.received_at,
    channels: choicesOf(codes.channels, [facts.channel]),
    callNumber: facts.call_number,
    name: facts.name ?? `${ANONYMOUS}（${facts.anonymous_reason ?? ''}）`,
    persons: facts.persons,
    agent:
      facts.agent_name === null
        ? null
        : [`${facts.agent_name}（${facts.agent_relation ?? ''}）`, facts.agent_phone ?? ''].filter(Boolean).join('　'),
    sex: facts.sex === null ? null : facts.sex === 'male' ? '男' : '女',
    birthDay: facts.birth_date,
    ethnicity: null,
    idNumber: facts.certificate_number,
    phone: facts.phone,
    address: facts.address,
    occupation: null,
    personCategories: choicesOf(codes.personCategories, facts.categories),
    matterKinds: choicesOf(codes.matterTypes, [facts.matter_type]),
    cause: facts.cause,
    opponent: facts.opponent_name,
    content: facts.content,
    answer: facts.answer,
    outcomes: choicesOf(codes.consultationOutcomes, [facts.outcome]),
    places: placeWords(ctx.pack, facts) || null,
    toldOfRight: facts.told_of_right === 1,
    consultant: facts.consultant_name,
    recorder: facts.recorder_name,
  })
  return { composition, number: facts.number }
}

/** 引导告知单: where a person is sent whose matter is not the center's. @throws Refusal NOT_FOUND, RULE when nowhere was written down. */
export async function composeGuidanceSlip(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const facts = await findConsultationFacts(ctx.db, id)
  if (!facts) throw notFound('咨询登记')
  const codes = placesOf(facts.referrals)
  const { guidance } = ctx.pack.frontDesk
  if (codes.length === 0 || guidance === null)
    throw ruleRefusal('guidance-places', '这次咨询没有登记去处，不用出具引导告知单', null)
  const places = await listPlaces(ctx)
  const { centerName, centerPhone } = await letterhead(ctx)
  const composition = composePaper(
    'guidance-slip',
    {
      centerName,
      centerPhone,
      name: facts.name,
      cause: facts.cause,
      day: facts.received_on,
      places: codes.map(code => {
        const place = places.find(one => one.code === code)
        return {
          name: place?.label ?? code,
          purpose: place?.purpose ?? '',
          phone: place?.phone ?? null,
          address: place?.address ?? null,
        }
      }),
      note: facts.referral_note,
      consultant: facts.consultant_name,
    },
    { wording: { opening: guidance.opening, closing: guidance.closing } },
  )
  return { composition, number: null }
}

/** 补贴核算表: each line with its clause, the total in figures and capitals, and who signed. */
export async function composeSubsidySheet(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const facts = await findSubsidyFacts(ctx.db, id)
  if (!facts) throw notFound('补贴核算表')
  const computation = subsidyComputation.parse(JSON.parse(facts.computation))
  const matter = matterLabels(ctx.pack, facts.matter_type, facts.stage)
  const returned = facts.acts.filter(act => act.act === 'returned').at(-1)
  const approved = facts.acts.find(act => act.act === 'approved')
  const composition = composePaper('subsidy-sheet', {
    number: facts.number,
    centerName: (await letterhead(ctx)).centerName,
    caseNumber: facts.case_number,
    recipient: facts.recipient,
    cause: facts.cause,
    matterKind: matter.kind,
    stage: matter.stage,
    unit: facts.provider_name,
    handler: facts.handler_name,
    handlerKind: labelOf(ctx.pack.codes.handlerKinds, facts.handler_kind),
    closedOn: facts.closed_on,
    steps: computation.lines.map(line => ({
      label: line.label,
      detail: [line.detail, line.rate].filter(Boolean).join('　'),
      clause: line.clause,
      amountFen: line.amountFen,
    })),
    totalFen: facts.total_fen,
    approvals: [
      { role: '制表', opinion: null, name: facts.preparer_name, day: shanghaiDay(new Date(facts.prepared_at)) },
      ...(returned && !approved
        ? [{ role: '退回', opinion: returned.opinion, name: returned.by, day: shanghaiDay(new Date(returned.acted_at)) }]
        : []),
      {
        role: '审批',
        opinion: approved?.opinion ?? null,
        name: approved?.by ?? null,
        day: approved ? shanghaiDay(new Date(approved.acted_at)) : null,
      },
    ],
    origin: { packVersion: facts.pack_version, madeAt: ctx.now, maker: ctx.actor.name },
  })
  return { composition, number: facts.number }
}

/** 支付清单 for the finance office. */
export async function composePaymentList(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  // The same facts as the workbook's: paper and file can never tell different sums.
  const facts = await paymentListFacts(ctx, id)
  return { composition: composePaper('payment-list', facts), number: facts.number }
}
