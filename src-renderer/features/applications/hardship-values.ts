import { type HardshipEntry, type HardshipInput, hardshipInput } from '../../../src-main/contract/hardship.ts'
import { currentHardship } from '../../../src-main/domain/hardship/earlier-input.ts'
import type { AssetItem, HouseholdMember, IncomeItem, ProofWay } from '../../../src-main/domain/hardship/facts.ts'
import type { Area } from '../../../src-main/domain/rule-pack/hardship.ts'
import type { Problems } from '../../ui/form-problems.ts'

/** The hardship route (经济困难核查); none is chosen at first. */
export type RouteDraft = '' | HardshipInput['route']

/** An income (收入项目) as typed. A row with neither source nor sum says nothing yet. */
export type IncomeDraft = {
  readonly source: string | null
  readonly note: string
  readonly amountFen: number | null
  readonly months: number
}

/** A member of the household (家庭成员) as typed: every question is open until it is answered. */
export type MemberDraft = Pick<
  HouseholdMember,
  'name' | 'relation' | 'age' | 'livesTogether' | 'sharesIncome' | 'isOpponent' | 'override' | 'hasNoIncome'
> & { readonly occupation: string; readonly incomes: readonly IncomeDraft[] }

/** A thing owned (财产) as typed. */
export type AssetDraft = Omit<AssetItem, 'note'> & { readonly note: string }

/** The second page of the application (经济困难状况) as typed: empty text and null stand for what is not answered yet. */
export type HardshipValues = {
  readonly route: RouteDraft
  readonly members: readonly MemberDraft[]
  readonly opponentInFamily: boolean | null
  readonly registrationArea: Area | null
  readonly residenceArea: Area | null
  readonly assets: readonly AssetDraft[]
  readonly assetsNone: readonly string[]
  readonly suddenHardship: string
  readonly outlays: string
  readonly debts: string
  readonly proofWay: ProofWay | null
  readonly ground: string
  readonly proof: string
  readonly document: { readonly number: string; readonly issuedOn: string | null; readonly issuer: string }
}

/** The code of the pack's kinship list that is the applicant; that row always stands first. */
export const SELF = 'self'

const NO_DOCUMENT = { number: '', issuedOn: null, issuer: '' } as const
const NO_INCOME_YET: IncomeDraft = { source: null, note: '', amountFen: null, months: 1 }

/** Nothing answered. */
export const EMPTY_HARDSHIP: HardshipValues = {
  route: '',
  members: [],
  opponentInFamily: null,
  registrationArea: null,
  residenceArea: null,
  assets: [],
  assetsNone: [],
  suddenHardship: '',
  outlays: '',
  debts: '',
  proofWay: null,
  ground: '',
  proof: '',
  document: NO_DOCUMENT,
}

/** A row for a member of whom nothing is known yet; one for the applicant has the name and the relation. */
export function newMember(name = '', relation = ''): MemberDraft {
  return {
    name,
    relation,
    age: null,
    occupation: '',
    livesTogether: null,
    sharesIncome: null,
    isOpponent: false,
    override: null,
    incomes: [NO_INCOME_YET],
    hasNoIncome: false,
  }
}

/** A row for one more income. */
export function newIncome(): IncomeDraft {
  return NO_INCOME_YET
}

/** The saved facts as the form shows them. */
export function hardshipValuesOf(saved: HardshipEntry): HardshipValues {
  const entry = currentHardship(saved)
  if (entry.route !== 'check')
    return {
      ...EMPTY_HARDSHIP,
      route: entry.route,
      ground: entry.ground,
      proof: entry.proof,
      document: entry.document ?? NO_DOCUMENT,
    }
  return {
    ...EMPTY_HARDSHIP,
    ...entry,
    members: entry.members.map(member => ({
      ...member,
      occupation: member.occupation ?? '',
      incomes: member.incomes.length === 0 && !member.hasNoIncome ? [NO_INCOME_YET] : member.incomes.map(incomeDraft),
    })),
    assets: entry.assets.map(item => ({ ...item, note: item.note ?? '' })),
    suddenHardship: entry.suddenHardship ?? '',
    outlays: entry.outlays ?? '',
    debts: entry.debts ?? '',
  }
}

function incomeDraft(item: IncomeItem): IncomeDraft {
  return { ...item, note: item.note ?? '' }
}

/** The facts in the contract's shape, whether they are whole or not. Rows that say nothing yet stay out. */
export function looseHardship(values: HardshipValues) {
  switch (values.route) {
    case 'check':
      return {
        route: values.route,
        members: values.members.map(member => ({
          ...member,
          isOpponent: member.isOpponent && values.opponentInFamily === true,
          incomes: member.hasNoIncome ? [] : member.incomes.filter(isSaid),
        })),
        opponentInFamily: values.opponentInFamily,
        registrationArea: values.registrationArea,
        residenceArea: values.residenceArea,
        assets: values.assets,
        assetsNone: values.assetsNone,
        suddenHardship: values.suddenHardship,
        outlays: values.outlays,
        debts: values.debts,
        proofWay: values.proofWay,
      }
    case 'waived':
    case 'not-applicable': {
      const { number, issuedOn, issuer } = values.document
      const isEmpty = number.trim() === '' && issuedOn === null && issuer.trim() === ''
      return { route: values.route, ground: values.ground, proof: values.proof, document: isEmpty ? null : values.document }
    }
    case '':
      return { route: values.route }
    default:
      return values.route satisfies never
  }
}

function isSaid(income: IncomeDraft): boolean {
  return income.amountFen !== null || income.source !== null || income.note.trim() !== ''
}

/** The facts as the core assesses them, or null while something of them cannot be sent. */
export function hardshipInputOf(values: HardshipValues): HardshipEntry | null {
  const parsed = hardshipInput.safeParse(looseHardship(values))
  return parsed.success ? parsed.data : null
}

/** What must be mended before saving. An open question is no fault: the check then says what is missing. */
export function hardshipProblems(values: HardshipValues): Problems {
  switch (values.route) {
    case '':
      return { route: '请选择核查、免予核查或不受限制' }
    case 'check': {
      const problems: Record<string, string> = {}
      if (values.members.length === 0) problems.members = '请至少填写申请人本人的收入'
      values.members.forEach((member, index) => {
        if (member.relation === '') problems[`members.${index}.relation`] = '请选择关系'
        if (member.override && member.override.reason.trim() === '')
          problems[`members.${index}.override.reason`] = '请写明改定的理由'
        if (member.hasNoIncome) return
        member.incomes.filter(isSaid).forEach((income, at) => {
          if (income.amountFen === null)
            problems[`members.${index}.incomes.${at}.amountFen`] = '请填写金额；没有这项收入的删去这一行'
        })
      })
      return problems
    }
    case 'waived':
    case 'not-applicable':
      return {
        ...(values.ground === '' ? { ground: '请选择属于哪一种情形' } : {}),
        ...(values.document.issuedOn === null && values.document.number.trim() !== ''
          ? { 'document.issuedOn': '请填写文书日期' }
          : {}),
      }
    default:
      return values.route satisfies never
  }
}

/** The fields of the hardship page by name, with what the form calls them. */
export const HARDSHIP_LABELS: Readonly<Record<string, string>> = {
  route: '经济困难核查',
  members: '家庭成员收入',
  opponentInFamily: '对方是否家庭成员',
  registrationArea: '户籍城乡',
  residenceArea: '居住地城乡',
  assets: '财产',
  assetsNone: '没有的财产',
  suddenHardship: '突发困难',
  outlays: '主要支出',
  debts: '负债',
  proofWay: '核查方式',
  ground: '情形',
  proof: '证明材料',
  document: '文书',
}
