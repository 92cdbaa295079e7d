import { type HardshipResult, hardshipResult } from '../../contract/hardship.ts'
import { chineseDay } from '../../domain/calendar-date.ts'
import { citedClause } from '../../domain/legal-clause.ts'
import { composePaper } from '../../papers/catalogue.ts'
import { findApplicationFacts } from '../../store/paper-store.ts'
import { findUrgentAid } from '../../store/urgent-aid-store.ts'
import { statementOf } from '../applications/application-facts.ts'
import { storedHardship } from '../applications/assess-hardship.ts'
import { notFound } from '../refusal.ts'
import { type ComposedPaper, letterhead, type PaperContext, type PendingDecision, placeholderOf } from './composed-paper.ts'
import { bureauOf } from './procedure-papers.ts'
import {
  agentOf,
  custodyWords,
  domicileWords,
  fillingWords,
  opponentsOf,
  readingRecordOf,
  relationWords,
} from './statement-words.ts'
import { aidFormText, choicesOf, HARDSHIP_WORDS, labelOf, limitDays, matterLabels, wayWords, wordingOf } from './wording.ts'

async function load(ctx: PaperContext, id: string) {
  const facts = await findApplicationFacts(ctx.db, id)
  if (!facts) throw notFound('申请')
  const hardship: HardshipResult = hardshipResult.parse(JSON.parse(facts.hardship_result))
  const aidForms: string[] = JSON.parse(facts.decision_aid_forms ?? facts.aid_forms)
  return {
    facts,
    hardship,
    aidForms,
    head: await letterhead(ctx),
    matter: matterLabels(ctx.pack, facts.matter_type, facts.stage),
  }
}

/** 法律援助申请表 (form 2). */
export async function composeApplicationForm(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, hardship, aidForms, head } = await load(ctx, id)
  const { codes } = ctx.pack
  const said = statementOf(facts)
  const matterType = codes.matterTypes.find(one => one.code === facts.matter_type)
  const composition = composePaper(
    'application-form',
    {
      number: facts.number,
      centerName: head.centerName,
      applicant: {
        name: facts.name,
        sex: facts.sex === null ? null : facts.sex === 'male' ? '男' : '女',
        birthDay: facts.birth_date,
        ethnicity: facts.ethnicity === null ? null : labelOf(codes.ethnicities, facts.ethnicity),
        idKind: facts.certificate_kind === null ? null : labelOf(codes.certificateKinds, facts.certificate_kind),
        idNumber: facts.certificate_number,
        domicile: domicileWords(ctx, facts.household_address, facts.registration_kind),
        address: facts.address,
        postcode: null,
        phone: facts.phone,
        workUnit: facts.workplace,
        occupation: facts.occupation,
        education: facts.education === null ? null : labelOf(codes.educations, facts.education),
      },
      categories: choicesOf(codes.personCategories, facts.categories),
      agent: agentOf(ctx, facts.parties),
      agentKinds: codes.agentKinds.map(kind => ({
        label: kind.label.replace(/代为申请$/, ''),
        checked: kind.code === said.representation.kind,
      })),
      matterKinds: choicesOf(codes.matterTypes, [facts.matter_type]),
      aidForms: choicesOf(codes.aidForms, aidForms),
      stages: choicesOf(matterType?.stages ?? [], [facts.stage]),
      cause: facts.cause,
      opponent: opponentsOf(facts.parties) ?? facts.opponent_name,
      agency: facts.agency,
      agencyNumber: facts.agency_number,
      statement: facts.facts,
      hardshipRoutes: (['met', 'waived', 'not-applicable'] as const).map(outcome => ({
        label: outcome === 'met' ? '经济困难状况说明' : HARDSHIP_WORDS[outcome],
        checked: outcome === 'met' ? !['waived', 'not-applicable'].includes(hardship.outcome) : hardship.outcome === outcome,
      })),
      signedOn: null,
      filledBy: fillingWords(ctx, said.filling),
      isFingerprint: said.filling?.fingerprint ?? false,
      coApplicants: facts.parties
        .filter(party => party.role === 'co-applicant')
        .map(party => ({ name: party.name, idNumber: party.certificateNumber, phone: party.phone })),
      custody: custodyWords(ctx, said.custody, facts.received_on),
      readingRecord: readingRecordOf(ctx, said.reading),
      receivedBy: facts.registrar_name,
      receivedOn: facts.received_on,
    },
    {
      wording: {
        undertaking: wordingOf(ctx.pack, 'undertaking'),
        fraudWarning: wordingOf(ctx.pack, 'fraud-warning'),
        filling: wordingOf(ctx.pack, 'filling-note'),
      },
    },
  )
  return { composition, number: facts.number }
}

/** 授权委托书 (form 3), for an application that an agent makes. @throws Refusal NOT_FOUND where nobody is mandated. */
export async function composeMandate(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts } = await load(ctx, id)
  const agent = facts.parties.find(party => party.role === 'agent')
  if (!agent) throw notFound('委托代理人')
  const composition = composePaper(
    'mandate',
    {
      principal: { name: facts.name, idNumber: facts.certificate_number, phone: facts.phone, address: facts.address },
      agent: {
        name: agent.name,
        idNumber: agent.certificateNumber,
        phone: agent.phone,
        address: null,
        relation: relationWords(ctx, agent.relation),
      },
      isFingerprint: statementOf(facts).filling?.fingerprint ?? false,
    },
    { wording: { mandate: wordingOf(ctx.pack, 'mandate', { cause: facts.cause }), term: wordingOf(ctx.pack, 'mandate-term') } },
  )
  return { composition, number: null }
}

/** 法律援助申请材料接收凭证 (form 5): what was handed in, with counts. Its number is drawn when it is issued. */
export async function composeMaterialsReceipt(ctx: PaperContext, id: string, number: string | null): Promise<ComposedPaper> {
  const { facts, head } = await load(ctx, id)
  const composition = composePaper(
    'materials-receipt',
    {
      number,
      centerName: head.centerName,
      centerAddress: head.centerAddress,
      centerPhone: head.centerPhone,
      applicant: facts.name,
      cause: facts.cause,
      receivedOn: facts.received_on,
      materials: facts.materials.map(one => ({
        name: one.name,
        copies: one.copies,
        pages: null,
        form: one.is_original === 1 ? '原件' : '复印件',
        remark: '',
      })),
      submitter: null,
      receiver: facts.registrar_name,
    },
    { wording: { nextStep: wordingOf(ctx.pack, 'receipt-next-step', { days: limitDays(ctx, 'decision') }) } },
  )
  return { composition, number, placeholder: placeholderOf(ctx.pack, 'receipt', head.shortName, facts.received_on.slice(0, 4)) }
}

/** 补充材料/说明通知书 (form 6): everything that is missing, told once. */
export async function composeSupplementNotice(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, head } = await load(ctx, id)
  const { supplement } = facts
  if (!supplement) throw notFound('补正通知')
  const composition = composePaper(
    'supplement-notice',
    {
      number: supplement.number,
      centerName: head.centerName,
      centerAddress: head.centerAddress,
      centerPhone: head.centerPhone,
      contactPerson: facts.registrar_name,
      addressee: facts.name,
      items: JSON.parse(supplement.missing),
      deadline: supplement.due_on,
      issuedOn: supplement.asked_on,
    },
    {
      wording: {
        opening: wordingOf(ctx.pack, 'supplement-opening', { receivedOn: chineseDay(facts.received_on), cause: facts.cause }),
        consequence: wordingOf(ctx.pack, 'supplement-consequence'),
      },
    },
  )
  return { composition, number: supplement.number }
}

/** 经济困难状况核查表: the result with every step and clause. */
export async function composeHardshipSheet(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const { facts, hardship, head } = await load(ctx, id)
  const input = storedHardship(facts.hardship_input)
  const composition = composePaper('hardship-check-sheet', {
    centerName: head.centerName,
    applicationNumber: facts.number,
    applicant: facts.name,
    idNumber: facts.certificate_number,
    cause: facts.cause,
    appliedOn: facts.received_on,
    method: input.route === 'check' ? wayWords(input.proofWay) : input.proof,
    steps: hardship.steps,
    result: HARDSHIP_WORDS[hardship.outcome],
    resultDetail: hardship.summary,
    opinion: null,
    checkedBy: facts.registrar_name,
    checkedOn: facts.received_on,
    origin: { packVersion: hardship.packVersion, madeAt: ctx.now, maker: ctx.actor.name },
  })
  return { composition, number: null }
}

/** 给予法律援助决定书 (form 9), signed or as it will read. */
export async function composeGrantDecision(
  ctx: PaperContext,
  id: string,
  pending: PendingDecision | null,
): Promise<ComposedPaper> {
  const { facts, hardship, aidForms, head, matter } = await load(ctx, id)
  const isSigned = facts.decision_outcome === 'granted'
  const decidedOn = isSigned ? facts.decided_on : ctx.today
  const values = {
    receivedOn: chineseDay(facts.received_on),
    cause: facts.cause,
    scopeClause: scopeClause(ctx, facts.scope),
    ...groundWords(ctx, facts.hardship_input),
  }
  const grant =
    hardship.outcome === 'waived' ? 'grant-waived' : hardship.outcome === 'not-applicable' ? 'grant-not-applicable' : 'grant'
  const urgent = isSigned ? await findUrgentAid(ctx.db, id) : undefined
  const composition = composePaper(
    'grant-decision',
    {
      number: isSigned ? facts.decision_number : null,
      centerName: head.centerName,
      applicant: facts.name,
      aidForm: aidFormText(ctx.pack, pending && !isSigned ? pending.aidForms : aidForms, matter.stage),
      decidedOn,
    },
    {
      wording: {
        grant: urgent ? urgentWords(ctx, urgent.ground, values) : wordingOf(ctx.pack, grant, values),
        assignment: wordingOf(ctx.pack, 'grant-assignment', { days: limitDays(ctx, 'assignment') }),
        duties: [...(urgent ? owedWords(ctx, urgent) : []), wordingOf(ctx.pack, 'grant-duties')],
      },
    },
  )
  return {
    composition,
    number: isSigned ? facts.decision_number : null,
    placeholder: placeholderOf(ctx.pack, 'decision-grant', head.shortName, (decidedOn ?? ctx.today).slice(0, 4)),
  }
}

/** 不予法律援助决定书 (form 10), signed or as it will read. */
export async function composeRefusalDecision(
  ctx: PaperContext,
  id: string,
  pending: PendingDecision | null,
): Promise<ComposedPaper> {
  const { facts, head } = await load(ctx, id)
  const isSigned = facts.decision_outcome === 'refused'
  const decidedOn = isSigned ? facts.decided_on : ctx.today
  const reasons: string[] = isSigned ? JSON.parse(facts.refusal_reasons ?? '[]') : [...(pending?.reasons ?? [])]
  const opinion = isSigned ? (facts.opinion ?? '') : (pending?.opinion ?? '')
  const { refusalReasons } = ctx.pack.codes
  const clauses = [
    ...new Set(refusalReasons.filter(one => reasons.includes(one.code)).map(one => citedClause(one.basis, ctx.pack.sources))),
  ]
  const values = {
    receivedOn: chineseDay(facts.received_on),
    cause: facts.cause,
    clauses: clauses.length > 0 ? clauses.join('、') : '……',
    bureau: bureauOf(head.bureauName),
    days: limitDays(ctx, 'objection-decision'),
  }
  const composition = composePaper(
    'refusal-decision',
    {
      number: isSigned ? facts.decision_number : null,
      centerName: head.centerName,
      applicant: facts.name,
      reasons: [...reasons.map(code => labelOf(refusalReasons, code)), ...(opinion === '' ? [] : [opinion])],
      decidedOn,
    },
    {
      wording: {
        opening: wordingOf(ctx.pack, 'refusal-opening', values),
        refusal: wordingOf(ctx.pack, 'refusal', values),
        remedy: wordingOf(ctx.pack, 'refusal-remedy', values),
      },
    },
  )
  return {
    composition,
    number: isSigned ? facts.decision_number : null,
    placeholder: placeholderOf(ctx.pack, 'decision-refusal', head.shortName, (decidedOn ?? ctx.today).slice(0, 4)),
  }
}

/** The deciding sentence of prior aid (先行提供) on its ground. */
function urgentWords(ctx: PaperContext, code: string, values: Readonly<Record<string, string>>): string {
  const ground = ctx.pack.codes.urgentGrounds.find(one => one.code === code)
  return wordingOf(ctx.pack, 'grant-urgent', {
    ...values,
    ground: ground?.label ?? code,
    groundClause: ground ? citedClause(ground.basis, ctx.pack.sources) : '',
  })
}

/** What is owed after prior aid, by when, and what follows otherwise. */
function owedWords(
  ctx: PaperContext,
  urgent: { readonly due_on: string; readonly papers: readonly { readonly name: string }[] },
): readonly string[] {
  const papers = urgent.papers.map(one => one.name).join('、')
  return [
    wordingOf(ctx.pack, 'grant-urgent-papers', { dueOn: chineseDay(urgent.due_on), papers }),
    ctx.pack.procedure.urgent.consequence,
  ]
}

function scopeClause(ctx: PaperContext, code: string): string {
  const scope = ctx.pack.codes.scopes.find(one => one.code === code)
  return scope ? citedClause(scope.basis, ctx.pack.sources) : ''
}

/** The ground on which the check was waived or the condition does not apply, with its clause; empty on the check route. */
function groundWords(ctx: PaperContext, hardshipInput: string): { readonly ground: string; readonly groundClause: string } {
  const input: { route: string; ground?: string } = JSON.parse(hardshipInput)
  const grounds = input.route === 'waived' ? ctx.pack.hardship.waivedGrounds : ctx.pack.hardship.notApplicableGrounds
  const ground = grounds.find(one => one.code === input.ground)
  return ground
    ? { ground: ground.label, groundClause: citedClause(ground.basis, ctx.pack.sources) }
    : { ground: '', groundClause: '' }
}
