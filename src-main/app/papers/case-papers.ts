import { composePaper } from '../../papers/catalogue.ts'
import { listCaseCategories } from '../../store/case-store.ts'
import { findCaseFacts } from '../../store/paper-store.ts'
import { notFound } from '../refusal.ts'
import { type ComposedPaper, letterhead, type PaperContext } from './composed-paper.ts'
import { aidFormText, choicesOf, labelOf, limitDays, matterLabels, wordingOf } from './wording.ts'

async function load(ctx: PaperContext, id: string) {
  const facts = await findCaseFacts(ctx.db, id)
  if (!facts) throw notFound('案件')
  const aidForms: string[] = JSON.parse(facts.aid_forms)
  return { facts, aidForms, head: await letterhead(ctx), matter: matterLabels(ctx.pack, facts.matter_type, facts.stage) }
}

/** 指派通知书 (form 11) of the assignment that stands. */
export async function composeAssignmentNotice(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, aidForms, head, matter } = await load(ctx, id)
  if (facts.assignment_number === null || facts.provider_name === null) throw notFound('指派')
  const composition = composePaper(
    'assignment-notice',
    {
      number: facts.assignment_number,
      centerName: head.centerName,
      centerPhone: head.centerPhone,
      contactPerson: ctx.actor.name,
      unit: facts.provider_name,
      caseNumber: facts.number,
      recipient: facts.name,
      recipientPhone: facts.phone,
      agent: null,
      cause: facts.cause,
      matterKind: matter.kind,
      stage: matter.stage,
      aidForm: aidFormText(ctx.pack, aidForms, matter.stage),
      handler: facts.handler_name,
      agency: facts.agency,
      agencyContact: null,
      enclosures: ['给予法律援助决定书', '法律援助申请表'],
      issuedOn: facts.assigned_on,
    },
    {
      wording: {
        assignment: wordingOf(ctx.pack, 'assignment', { recipient: facts.name, cause: facts.cause }),
        duties: [
          wordingOf(ctx.pack, 'assignment-agreement', { days: limitDays(ctx, 'agreement') }),
          wordingOf(ctx.pack, 'assignment-progress'),
          wordingOf(ctx.pack, 'assignment-no-money'),
          wordingOf(ctx.pack, 'assignment-closing-papers', { days: limitDays(ctx, 'closing-papers') }),
        ],
      },
    },
  )
  return { composition, number: facts.assignment_number }
}

/** 结案报告表 (form 21) from what was entered at closing. */
export async function composeClosingReport(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, aidForms, head, matter } = await load(ctx, id)
  if (facts.closed_on === null) throw notFound('结案登记')
  const categories = await listCaseCategories(ctx.db, id)
  const matterType = ctx.pack.codes.matterTypes.find(one => one.code === facts.matter_type)
  const results = choicesOf(matterType?.outcomes ?? [], facts.outcome === null ? [] : [facts.outcome])
  const isCriminal = facts.matter_type === 'criminal'
  const composition = composePaper('closing-report', {
    caseNumber: facts.number,
    centerName: head.centerName,
    recipient: facts.name,
    recipientCategories: categories.map(code => labelOf(ctx.pack.codes.personCategories, code)).join('、') || null,
    cause: facts.cause,
    matterKind: matter.kind,
    stage: matter.stage,
    aidForms: choicesOf(ctx.pack.codes.aidForms, aidForms),
    unit: facts.provider_name ?? '',
    handler: facts.handler_name ?? '',
    licenceNumber: facts.licence_number,
    assignedOn: facts.assigned_on,
    closedOn: facts.closed_on,
    agency: facts.agency,
    agencyNumber: null,
    closingDocument: facts.closing_basis,
    summary: [
      { heading: '办理经过和结果', text: facts.closing_summary },
      {
        heading: '结案方式',
        text: facts.closing_mode === null ? null : labelOf(matterType?.closingModes ?? [], facts.closing_mode),
      },
    ],
    civilResults: isCriminal ? [] : results,
    criminalResults: isCriminal ? results : [],
    recoveredFen: facts.recovered_fen,
    avoidedFen: null,
    unitOpinion: { text: null, name: null, day: null },
    centerOpinion: { text: null, name: null, day: null },
    enclosures: [],
  })
  return { composition, number: facts.number }
}
