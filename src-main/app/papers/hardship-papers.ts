import { hardshipResult } from '../../contract/hardship.ts'
import { ageOn, chineseDay } from '../../domain/calendar-date.ts'
import { standardOn } from '../../domain/hardship/assess.ts'
import type { CheckFacts } from '../../domain/hardship/facts.ts'
import { citedClause } from '../../domain/legal-clause.ts'
import { divideFen, formatYuan } from '../../domain/money.ts'
import type { HardshipRules } from '../../domain/rule-pack/hardship.ts'
import { composePaper } from '../../papers/catalogue.ts'
import { findApplicationFacts } from '../../store/paper-store.ts'
import { statementOf } from '../applications/application-facts.ts'
import { storedHardship } from '../applications/assess-hardship.ts'
import { falseDeclaration } from '../rechecks/false-declaration.ts'
import { notFound } from '../refusal.ts'
import { type ComposedPaper, letterhead, type PaperContext, placeholderOf } from './composed-paper.ts'
import { readingRecordOf } from './statement-words.ts'
import { aidFormText, choicesOf, labelOf, matterLabels, wordingOf } from './wording.ts'

/** 经济困难状况说明表 (form 4): family, incomes, property and the undertaking. Not asked for where 法律援助法 32 applies. */
export async function composeHardshipStatement(ctx: PaperContext, id: string): Promise<ComposedPaper> {
  const facts = await findApplicationFacts(ctx.db, id)
  if (!facts) throw notFound('申请')
  const told = storedHardship(facts.hardship_input)
  if (told.route === 'not-applicable') throw notFound('经济困难状况说明表')
  const { hardship, codes } = ctx.pack
  const check = told.route === 'check' ? told : null
  const composition = composePaper(
    'hardship-statement',
    {
      number: facts.number,
      centerName: (await letterhead(ctx)).centerName,
      applicant: facts.name,
      idNumber: facts.certificate_number,
      phone: facts.phone,
      cause: facts.cause,
      address: facts.address,
      members: (check?.members ?? []).map((member, place) => ({
        name: member.name,
        relation: labelOf(codes.kinshipRelations, member.relation),
        age: member.age ?? (place === 0 && facts.birth_date !== null ? ageOn(facts.birth_date, facts.received_on) : null),
        occupation: member.occupation ?? '',
        incomeSource: member.hasNoIncome ? '无收入' : sourcesOf(member, hardship),
        monthlyIncomeFen: member.hasNoIncome ? 0 : monthlyOf(member, hardship, facts.received_on),
      })),
      outlays: check?.outlays ?? null,
      property: check ? propertyOf(check, hardship) : null,
      debts: check?.debts ?? null,
      exemptions: choicesOf(hardship.waivedGrounds, told.route === 'waived' ? [told.ground] : []),
      signedOn: check?.proofWay?.way === 'declaration' && check.proofWay.isSigned ? check.proofWay.signedOn : null,
      readingRecord: readingRecordOf(ctx, statementOf(facts).reading),
    },
    { wording: { undertaking: wordingOf(ctx.pack, 'undertaking'), fraudWarning: wordingOf(ctx.pack, 'fraud-warning') } },
  )
  return { composition, number: facts.number }
}

function sourcesOf(member: CheckFacts['members'][number], rules: HardshipRules): string {
  const labels = member.incomes.map(item => {
    const label = [...(rules.incomeSources ?? []), ...rules.incomeExclusions].find(one => one.code === item.source)?.label
    return [label, item.note].filter(word => word !== undefined && word !== null).join(' ')
  })
  return [...new Set(labels)].join('、')
}

/** Income a month as the check of that day adds and rounds it; null, to be written in, where nothing was told. */
function monthlyOf(member: CheckFacts['members'][number], rules: HardshipRules, appliedOn: string): number | null {
  if (member.incomes.length === 0) return null
  const rounding = standardOn(appliedOn, rules.standards)?.rounding ?? 'half-up'
  return member.incomes.reduce((sum, item) => {
    if (rules.incomeExclusions.some(one => one.code === item.source)) return sum
    const fen = divideFen(item.amountFen, item.months, rounding)
    const isDeducted = rules.incomeSources?.find(one => one.code === item.source)?.treatment === 'deducted'
    return isDeducted ? sum - fen : sum + fen
  }, 0)
}

function propertyOf({ assets, assetsNone, members }: CheckFacts, rules: HardshipRules): string | null {
  const kindOf = (code: string) => rules.assetKinds?.find(kind => kind.code === code)
  const owned = assets.map(item => {
    const kind = kindOf(item.kind)
    const owner = item.owner === null ? '家庭共有' : (members[item.owner]?.name ?? '')
    const amount = item.amountFen === null ? (item.pieces === null ? '' : `${item.pieces}`) : `${formatYuan(item.amountFen)} 元`
    const exception = kind?.exceptions.find(one => one.code === item.exception)?.label
    return [`${kind?.label ?? item.kind}（${owner}）${amount}`, exception, item.note].filter(Boolean).join('，')
  })
  const none = assetsNone.map(code => kindOf(code)?.label ?? code)
  const words = [...owned, ...(none.length === 0 ? [] : [`没有${none.join('、')}`])].join('；')
  return words === '' ? null : words
}

/** 法律援助证明 for the court (互免审查). @throws Refusal NOT_FOUND unless aid was granted and the pack words it. */
export async function composeAidCertificate(ctx: PaperContext, id: string, number: string | null): Promise<ComposedPaper> {
  const facts = await findApplicationFacts(ctx.db, id)
  const { aidCertificate } = ctx.pack.hardship
  if (!facts || !aidCertificate || facts.decision_outcome !== 'granted') throw notFound('法律援助证明')
  const told = storedHardship(facts.hardship_input)
  const court = told.route === 'check' ? null : (told.document?.issuer ?? null)
  const aidForms: string[] = JSON.parse(facts.decision_aid_forms ?? facts.aid_forms)
  const head = await letterhead(ctx)
  const composition = composePaper('aid-certificate', {
    number,
    addressee: court ?? facts.agency ?? '人民法院',
    paragraphs: [
      filled(aidCertificate.text, {
        applicant: facts.name,
        idNumber: facts.certificate_number ?? '无证件号码',
        cause: facts.cause,
        decidedOn: chineseDay(facts.decided_on ?? ctx.today),
        decisionNumber: facts.decision_number ?? '',
        aidForm: aidFormText(ctx.pack, aidForms, matterLabels(ctx.pack, facts.matter_type, facts.stage).stage),
        hardship: hardshipResult.parse(JSON.parse(facts.hardship_result)).summary,
      }),
    ],
    centerName: head.centerName,
    issuedOn: ctx.today,
  })
  return { composition, number, placeholder: placeholderOf(ctx.pack, 'aid-certificate', head.shortName, ctx.today.slice(0, 4)) }
}

/** 抽查核实告知书. @throws Refusal NOT_FOUND unless a declaration was found false. */
export async function composeRecheckNotice(ctx: PaperContext, id: string, number: string | null): Promise<ComposedPaper> {
  const found = await falseDeclaration(ctx, id)
  const facts = await findApplicationFacts(ctx.db, id)
  const rules = ctx.pack.hardship.recheck
  if (!found || !facts || !rules) throw notFound('抽查核实告知书')
  const head = await letterhead(ctx)
  const composition = composePaper('recheck-notice', {
    number,
    addressee: facts.name,
    paragraphs: [
      filled(rules.notice, {
        applicationNumber: found.applicationNumber,
        finding: found.finding.replace(/[。；;.]+$/, ''),
        terminationClause: citedClause(rules.falseBasis, ctx.pack.sources),
        costClause: citedClause(rules.costBasis, ctx.pack.sources),
        recoverYuan: formatYuan(found.recoverFen),
      }),
    ],
    centerName: head.centerName,
    issuedOn: ctx.today,
  })
  return { composition, number, placeholder: placeholderOf(ctx.pack, 'recheck-notice', head.shortName, ctx.today.slice(0, 4)) }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
