import { hardshipResult } from '../../contract/hardship.ts'
import { chineseDay } from '../../domain/calendar-date.ts'
import { citedClause } from '../../domain/legal-clause.ts'
import { formatYuan } from '../../domain/money.ts'
import { composePaper } from '../../papers/catalogue.ts'
import { findCooperation } from '../../store/cooperation-store.ts'
import { listDecisions } from '../../store/decision-store.ts'
import { findDelivery } from '../../store/delivery-store.ts'
import { findEnding } from '../../store/ending-store.ts'
import { findObjection } from '../../store/objection-store.ts'
import { findApplicationFacts, findCaseFacts, findPaper } from '../../store/paper-store.ts'
import { findReviewCourse } from '../../store/review-course-store.ts'
import { storedHardship } from '../applications/assess-hardship.ts'
import { notFound } from '../refusal.ts'
import { type ComposedPaper, letterhead, type PaperContext } from './composed-paper.ts'
import { choicesOf, HARDSHIP_WORDS, labelOf, limitDays, matterLabels, wayWords, wordingOf } from './wording.ts'

async function load(ctx: PaperContext, id: string) {
  const facts = await findApplicationFacts(ctx.db, id)
  if (!facts) throw notFound('申请')
  return { facts, head: await letterhead(ctx) }
}

/** 法律援助协作函 (form 7). `id` is the letter's. */
export async function composeCooperationLetter(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const letter = await findCooperation(ctx.db, id)
  if (!letter) throw notFound('协作函')
  const { facts, head } = await load(ctx, letter.applicationId)
  const composition = composePaper(
    'cooperation-letter',
    {
      number: letter.number,
      centerName: head.centerName,
      centerAddress: head.centerAddress,
      centerPhone: head.centerPhone,
      contactPerson: ctx.actor.name,
      toCenter: letter.toCenter,
      situation: letter.facts,
      items: letter.items,
      sentOn: letter.sentOn,
    },
    {
      wording: {
        opening: wordingOf(ctx.pack, 'cooperation-opening', { applicant: facts.name, cause: facts.cause }),
        request: wordingOf(ctx.pack, 'cooperation-request'),
        answer: wordingOf(ctx.pack, 'cooperation-answer', { dueOn: chineseDay(letter.dueOn) }),
      },
    },
  )
  return { composition, number: letter.number }
}

/** 法律援助审查表 (form 8), with the newest opinion and the decision that stands. */
export async function composeReviewSheet(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, head } = await load(ctx, id)
  const { review } = await findReviewCourse(ctx.db, id)
  const { codes } = ctx.pack
  const hardship = hardshipResult.parse(JSON.parse(facts.hardship_result))
  const input = storedHardship(facts.hardship_input)
  const aidForms: string[] = JSON.parse(facts.aid_forms)
  const scope = codes.scopes.find(one => one.code === facts.scope)
  const matter = matterLabels(ctx.pack, facts.matter_type, facts.stage)
  const composition = composePaper('review-sheet', {
    number: facts.number,
    centerName: head.centerName,
    applicant: facts.name,
    sex: facts.sex === null ? null : facts.sex === 'male' ? '男' : '女',
    idNumber: facts.certificate_number,
    cause: facts.cause,
    receivedOn: facts.received_on,
    categories: choicesOf(codes.personCategories, facts.categories),
    matterKinds: choicesOf(codes.matterTypes, [facts.matter_type]),
    stage: matter.stage,
    scope: scope ? `${citedClause(scope.basis, ctx.pack.sources)}　${scope.label}` : null,
    aidForms: choicesOf(codes.aidForms, aidForms),
    opponent: facts.opponent_name,
    agency: facts.agency,
    hardship: `${HARDSHIP_WORDS[hardship.outcome]}。${hardship.summary}`,
    hardshipProof: input.route === 'check' ? wayWords(input.proofWay) : input.proof,
    householdSize: input.route === 'check' ? `${hardship.people.filter(one => one.isCounted).length} 人` : '',
    perHead: hardship.perHeadFen === null ? '' : `${formatYuan(hardship.perHeadFen)} 元/月`,
    line: hardship.lineFen === null ? '' : `${formatYuan(hardship.lineFen)} 元/月`,
    facts: facts.facts,
    review: {
      text: review && `${review.proposal === 'grant' ? '建议给予法律援助。' : '建议不予法律援助。'}${review.opinion}`,
      signLabel: '审查人',
      name: review?.reviewer_name ?? null,
      date: review ? chineseDay(review.reviewed_on) : '　　　年　　月　　日',
    },
    decision: {
      text: facts.opinion && `${facts.decision_outcome === 'granted' ? '给予法律援助。' : '不予法律援助。'}${facts.opinion}`,
      signLabel: '审批人',
      name: facts.decider_name,
      date: facts.decided_on === null ? '　　　年　　月　　日' : chineseDay(facts.decided_on),
    },
  })
  return { composition, number: facts.number }
}

/** 不属于本中心受理告知书, or 视为撤回申请通知书: how a review ended without a decision. */
export async function composeEndingNotice(
  ctx: PaperContext,
  form: 'not-ours-notice' | 'deemed-withdrawal-notice',
  id: string,
): Promise<ComposedPaper> {
  const { facts, head } = await load(ctx, id)
  const ending = await findEnding(ctx.db, id)
  const kind = form === 'not-ours-notice' ? 'not-ours' : 'deemed-withdrawn'
  if (!ending || facts.end_kind !== kind) throw notFound('告知书')
  const receivedOn = chineseDay(facts.received_on)
  const composition = composePaper(
    form,
    {
      number: ending.number,
      centerName: head.centerName,
      centerPhone: head.centerPhone,
      contactPerson: facts.registrar_name,
      addressee: facts.name,
      placeLines:
        kind === 'not-ours'
          ? [
              ...(ending.place_address === null ? [] : [`地址：${ending.place_address}`]),
              ...(ending.place_phone === null ? [] : [`电话：${ending.place_phone}`]),
            ]
          : [],
      issuedOn: facts.closed_on,
    },
    {
      wording: {
        paragraphs:
          kind === 'not-ours'
            ? [
                wordingOf(ctx.pack, 'not-ours', { receivedOn, cause: facts.cause, reason: facts.end_reason ?? '' }),
                wordingOf(ctx.pack, 'not-ours-place', { place: ending.place ?? '' }),
              ]
            : [
                wordingOf(ctx.pack, 'deemed-withdrawal', {
                  receivedOn,
                  cause: facts.cause,
                  askedOn: facts.supplement ? chineseDay(facts.supplement.asked_on) : '',
                  noticeNumber: facts.supplement?.number ?? '',
                  dueOn: facts.supplement?.due_on ? chineseDay(facts.supplement.due_on) : '',
                  clause: clauseOfWording(ctx, 'deemed-withdrawal'),
                }),
                wordingOf(ctx.pack, 'deemed-withdrawal-again'),
              ],
      },
    },
  )
  return { composition, number: ending.number }
}

/** 法律援助申请移送函 with its receipt (回执). */
export async function composeHandOverLetter(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, head } = await load(ctx, id)
  const ending = await findEnding(ctx.db, id)
  if (!ending || facts.end_kind !== 'handed-over') throw notFound('移送函')
  const composition = composePaper(
    'hand-over-letter',
    {
      number: ending.number,
      centerName: head.centerName,
      centerPhone: head.centerPhone,
      contactPerson: facts.registrar_name,
      toCenter: ending.place ?? '',
      applicant: facts.name,
      applicationNumber: facts.number,
      cause: facts.cause,
      receivedHereAt: ending.received_here_at,
      receivedThereAt: ending.received_there_at,
      reason: facts.end_reason ?? '',
      enclosures: ['法律援助申请表', ...facts.materials.map(one => `${one.name}　${one.copies} 份`)],
      handedOn: facts.closed_on,
    },
    {
      wording: {
        handOver: wordingOf(ctx.pack, 'hand-over', {
          applicant: facts.name,
          receivedOn: chineseDay(facts.received_on),
          cause: facts.cause,
          ground: labelOf(ctx.pack.codes.handOverGrounds, ending.ground ?? ''),
        }),
        receipt: wordingOf(ctx.pack, 'hand-over-receipt'),
      },
    },
  )
  return { composition, number: ending.number }
}

/** 法律援助异议登记凭证. `id` is the objection's. */
export async function composeObjectionReceipt(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const objection = await findObjection(ctx.db, id)
  if (!objection) throw notFound('异议')
  const { facts, head } = await load(ctx, objection.application_id)
  const decision = (await listDecisions(ctx.db, objection.application_id)).find(one => one.id === objection.decision_id)
  const bureau = bureauOf(head.bureauName)
  const composition = composePaper(
    'objection-receipt',
    {
      number: objection.number,
      centerName: head.centerName,
      centerPhone: head.centerPhone,
      contactPerson: ctx.actor.name,
      addressee: facts.name,
      placeLines: [],
      issuedOn: objection.filed_on,
    },
    {
      wording: {
        paragraphs: [
          wordingOf(ctx.pack, 'objection-receipt', {
            decisionNumber: decision?.number ?? '',
            decisionTitle: '不予法律援助决定书',
            bureau,
            days: limitDays(ctx, 'objection-decision'),
          }),
          wordingOf(ctx.pack, 'objection-remedy', { bureau }),
        ],
      },
    },
  )
  return { composition, number: objection.number }
}

/** 送达回证 (form 22): of a recorded delivery, or, when `id` is an issued paper's, blank for the person who delivers it. */
export async function composeDeliveryReceipt(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const delivery = await findDelivery(ctx.db, id)
  const paper = await findPaper(ctx.db, delivery?.paper_id ?? id)
  if (!paper) throw notFound('送达')
  const head = await letterhead(ctx)
  const matter =
    paper.subject_kind === 'case'
      ? await findCaseFacts(ctx.db, paper.subject_id)
      : await findApplicationFacts(ctx.db, paper.subject_id)
  const composition = composePaper(
    'delivery-receipt',
    {
      centerName: head.centerName,
      addressee: delivery?.addressee ?? null,
      cause: matter?.cause ?? '',
      paperTitle: paper.title,
      paperNumber: paper.number,
      place: delivery?.place ?? null,
      ways: choicesOf(ctx.pack.codes.deliveryWays, delivery ? [delivery.way] : []),
      deliveredOn: delivery?.delivered_on ?? null,
      signedBy: delivery?.signed_by ?? null,
      relation: delivery?.relation ?? null,
      trackingNumber: delivery?.tracking_number ?? null,
      witness: delivery?.witness ?? null,
      server: delivery?.recorder_name ?? null,
      remark: delivery?.remark ?? null,
    },
    { wording: { note: wordingOf(ctx.pack, 'delivery-note') } },
  )
  return { composition, number: null }
}

/** The bureau that set the center up, by its name where the center's particulars give it. */
export function bureauOf(name: string): string {
  return name === '' ? '设立本中心的司法行政部门' : name
}

function clauseOfWording(ctx: PaperContext, id: 'deemed-withdrawal'): string {
  const wording = ctx.pack.wording.find(one => one.id === id)
  return wording ? citedClause(wording.basis, ctx.pack.sources) : ''
}
