import type { Insertable } from 'kysely'
import { archiveCategoryOf, formatArchiveNumber } from '../../domain/archive-number.ts'
import { addDays } from '../../domain/calendar-date.ts'
import { appliesTo } from '../../domain/case-facts.ts'
import { nameKey, opponentKeyOf } from '../../domain/name-key.ts'
import { formatNumber } from '../../domain/numbering.ts'
import type { NumberSeriesId } from '../../domain/rule-pack/rule-pack.ts'
import { computeSubsidy } from '../../domain/subsidy.ts'
import { capitalAmount } from '../../papers/capital-amount.ts'
import { nameInitials, nameSound } from '../../store/folded-text.ts'
import type { Database } from '../../store/schema.ts'
import type { PackInForce } from '../context.ts'
import { caseFactsOf, type SampleCase } from './sample-case.ts'
import type { NumberWish } from './sample-numbers.ts'
import type { SampleOffice } from './sample-office.ts'
import { inventPerson, type SamplePerson } from './sample-people.ts'
import { ANSWERS, QUESTIONS } from './sample-words.ts'
import type { SeededRandom } from './seeded-random.ts'

export type SampleScan = { readonly sha256: string }

type Setting = {
  readonly random: SeededRandom
  readonly newId: () => string
  readonly inForce: PackInForce
  readonly fonds: string
  readonly short: string
  readonly director: string
  readonly clerk: string
  readonly archivist: string
  readonly office: SampleOffice
  /** Scans that stand in volumes; none when the practice data has no scans. */
  readonly scans: readonly string[]
}

/** Tables in the order in which their rows refer to one another. */
const ORDER = [
  'person',
  'person_category',
  'consultation',
  'application',
  'application_category',
  'application_material',
  'decision',
  'aid_case',
  'case_category',
  'assignment',
  'payment_list',
  'subsidy_sheet',
  'subsidy_act',
  'volume',
  'volume_item',
  'volume_page',
] as const
type SampleTable = (typeof ORDER)[number]
type Rows = { [Table in SampleTable]: Insertable<Database[Table]>[] }

/** Collects the rows of practice data before anything is written, so that numbers can be given in the order of the days. */
export class SampleRows {
  readonly wishes: NumberWish[] = []
  private readonly setting: Setting
  private readonly rows: Rows = {
    person: [],
    person_category: [],
    consultation: [],
    application: [],
    application_category: [],
    application_material: [],
    decision: [],
    aid_case: [],
    case_category: [],
    assignment: [],
    payment_list: [],
    subsidy_sheet: [],
    subsidy_act: [],
    volume: [],
    volume_item: [],
    volume_page: [],
  }

  constructor(setting: Setting) {
    this.setting = setting
  }

  /** Visits and calls of a day that lead to nothing more: about one for each case. */
  addVisits(day: string, place: { readonly regionCode: string; readonly countyName: string }): void {
    const { random } = this.setting
    const count = random.whole(3)
    for (let index = 0; index < count; index += 1) {
      const person = inventPerson(random, place.regionCode, place.countyName, day)
      this.addConsultation(
        this.addPerson(person, [], day),
        day,
        random.chance(20) ? 'drafted' : 'answered',
        random.pick(['labour', 'family', 'traffic']),
        null,
      )
    }
  }

  /** How many cases were opened. */
  get cases(): number {
    return this.rows.aid_case.length
  }

  /** One case from the visit to as far as it has come; an application that is refused or not yet decided opens none. */
  addCase(sample: SampleCase): void {
    const personId = this.addPerson(sample.person, sample.categories, sample.receivedOn)
    const consultationId = this.setting.random.chance(70)
      ? this.addConsultation(personId, sample.receivedOn, 'to-application', '', sample)
      : null
    const applicationId = this.addApplication(sample, personId, consultationId)
    if (sample.decidedOn === null) return
    const isGranted = sample.progress !== 'refused'
    this.addDecision(sample, applicationId, isGranted)
    if (!isGranted) return
    const caseId = this.addAidCase(sample, applicationId, personId)
    if (sample.assignedOn === null) return
    const handler = this.addAssignment(sample, caseId)
    if (sample.papersReviewedOn !== null) this.addSubsidy(sample, caseId, handler)
    if (sample.sealedOn !== null) this.addVolume(sample, caseId)
  }

  /** A payment list at the end of each month for the sheets approved in it. */
  addPaymentLists(today: string): void {
    const months = new Map<string, Rows['subsidy_sheet']>()
    for (const sheet of this.rows.subsidy_sheet) {
      if (sheet.approved_on === null || sheet.approved_on === undefined) continue
      const month = sheet.approved_on.slice(0, 7)
      if (month >= today.slice(0, 7)) continue
      const list = months.get(month)
      if (list) list.push(sheet)
      else months.set(month, [sheet])
    }
    for (const [month, sheets] of months) {
      const day = `${month}-28`
      const id = this.setting.newId()
      const row: Rows['payment_list'][number] = {
        id,
        number: '',
        made_on: day,
        made_by: this.setting.clerk,
        total_fen: sum(sheets),
        paid_on: addDays(day, 3),
        receipt: `回单${month.replace('-', '')}`,
        version: 2,
      }
      this.wish('payment-list', day, 'payment-list', id, text => {
        row.number = text
      })
      this.rows.payment_list.push(row)
      for (const sheet of sheets) {
        sheet.status = 'paid'
        sheet.payment_list_id = id
        this.addAct(sheet.id, 'listed', day)
        this.addAct(sheet.id, 'paid', addDays(day, 3))
      }
    }
  }

  countRows(): number {
    return ORDER.reduce((count, table) => count + this.rows[table].length, 0)
  }

  /** The rows, table by table, in the order in which they can be inserted. */
  inOrder(): { readonly table: SampleTable; readonly values: Rows[SampleTable] }[] {
    return ORDER.map(table => ({ table, values: this.rows[table] }))
  }

  idsOf(kind: 'person' | 'consultation' | 'application' | 'case'): string[] {
    return this.rows[kind === 'case' ? 'aid_case' : kind].map(row => row.id)
  }

  private addPerson(person: SamplePerson, categories: readonly string[], day: string): string {
    const id = this.setting.newId()
    this.rows.person.push({
      id,
      name: person.name,
      name_key: nameKey(person.name),
      pinyin: nameSound(person.name),
      pinyin_initials: nameInitials(person.name),
      certificate_kind: 'resident-id',
      certificate_number: person.certificateNumber,
      certificate_note: null,
      sex: person.sex,
      birth_date: person.birthDate,
      phone: person.phone,
      household_address: person.householdAddress,
      address: person.address,
      created_at: instantOf(day, 1),
      version: 1,
    })
    for (const category of categories) this.rows.person_category.push({ person_id: id, category })
    return id
  }

  private addConsultation(personId: string, day: string, outcome: string, question: string, sample: SampleCase | null): string {
    const { random, newId, clerk } = this.setting
    const id = newId()
    const causes = this.setting.inForce.pack.codes.causes.filter(one => one.matterTypes.includes('civil'))
    const row: Rows['consultation'][number] = {
      id,
      number: '',
      channel: random.pick(['visit', 'visit', 'visit', 'phone-12348', 'phone-12348', 'letter', 'network']),
      received_on: day,
      received_at: `${String(8 + random.whole(9)).padStart(2, '0')}:${random.pick(['05', '20', '35', '50'])}`,
      person_id: personId,
      persons: 1,
      matter_type: sample?.matterType ?? 'civil',
      cause: sample?.cause ?? random.pick(causes).label,
      opponent_name: sample && sample.opponent !== '' ? sample.opponent : null,
      content: sample?.facts ?? `${random.pick(QUESTIONS)}${question === '' ? '' : '。'}`,
      answer: sample ? '属法律援助范围，已指导填写申请表。' : random.pick(ANSWERS),
      told_of_right: 1,
      outcome,
      referrals: '[]',
      consultant_id: clerk,
      registered_by: clerk,
      registered_at: instantOf(day, 2),
      version: 1,
    }
    this.wish('consultation', day, 'consultation', id, text => {
      row.number = text
    })
    this.rows.consultation.push(row)
    return id
  }

  private addApplication(sample: SampleCase, personId: string, consultationId: string | null): string {
    const { newId, clerk, inForce } = this.setting
    const id = newId()
    const row: Rows['application'][number] = {
      id,
      number: '',
      consultation_id: consultationId,
      received_on: sample.receivedOn,
      person_id: personId,
      matter_type: sample.matterType,
      stage: sample.stage,
      cause: sample.cause,
      scope: sample.scope,
      aid_forms: JSON.stringify([sample.aidForm]),
      opponent_name: sample.opponent === '' ? null : sample.opponent,
      opponent_key: opponentKeyOf(sample.opponent),
      agency: agencyOf(sample),
      facts: sample.facts,
      hardship_input: JSON.stringify(sample.hardshipInput),
      hardship_result: JSON.stringify({ ...sample.hardship, packVersion: inForce.version }),
      hardship_outcome: sample.hardship.outcome,
      pack_version: inForce.version,
      status: sample.decidedOn === null ? 'deciding' : sample.progress === 'refused' ? 'refused' : 'granted',
      closed_on: sample.decidedOn,
      registered_by: clerk,
      registered_at: instantOf(sample.receivedOn, 3),
      version: sample.decidedOn === null ? 1 : 2,
    }
    this.wish('application', sample.receivedOn, 'application', id, text => {
      row.number = text
    })
    this.rows.application.push(row)
    for (const category of sample.categories) this.rows.application_category.push({ application_id: id, category })
    for (const [index, name] of ['身份证复印件', '案件材料'].entries())
      this.rows.application_material.push({ application_id: id, position: index + 1, name, copies: 1, is_original: 0 })
    return id
  }

  private addDecision(sample: SampleCase, applicationId: string, isGranted: boolean): void {
    if (sample.decidedOn === null) return
    const { newId, director, inForce } = this.setting
    const row: Rows['decision'][number] = {
      id: newId(),
      application_id: applicationId,
      outcome: isGranted ? 'granted' : 'refused',
      number: '',
      decided_on: sample.decidedOn,
      decided_by: director,
      aid_forms: JSON.stringify(isGranted ? [sample.aidForm] : []),
      refusal_reasons: JSON.stringify(isGranted ? [] : ['not-in-hardship']),
      opinion: isGranted ? '同意给予法律援助。' : '人均月收入高于本地经济困难标准。',
      pack_version: inForce.version,
      decided_at: instantOf(sample.decidedOn, 6),
      reviewed_by: null,
      last_day: null,
      days_late: 0,
      held_by: null,
      held_step: null,
      set_aside_on: null,
    }
    this.wish(isGranted ? 'decision-grant' : 'decision-refusal', sample.decidedOn, 'application', applicationId, text => {
      row.number = text
    })
    this.rows.decision.push(row)
  }

  private addAidCase(sample: SampleCase, applicationId: string, personId: string): string {
    const { newId, clerk, inForce } = this.setting
    const id = newId()
    const isClosed = sample.closedOn !== null
    const { closing } = sample
    const openedOn = sample.decidedOn ?? sample.receivedOn
    const row: Rows['aid_case'][number] = {
      id,
      number: '',
      door: 'application',
      application_id: applicationId,
      notice_id: null,
      parent_case_id: null,
      person_id: personId,
      opened_on: openedOn,
      matter_type: sample.matterType,
      stage: sample.stage,
      cause: sample.cause,
      scope: sample.scope,
      aid_forms: JSON.stringify([sample.aidForm]),
      opponent_name: sample.opponent === '' ? null : sample.opponent,
      opponent_key: opponentKeyOf(sample.opponent),
      agency: agencyOf(sample),
      facts: sample.facts,
      is_life_or_death: 0,
      status: sample.progress === 'deciding' || sample.progress === 'refused' ? 'awaiting-assignment' : sample.progress,
      closed_on: sample.closedOn,
      closing_basis: isClosed ? '收到法律文书之日' : null,
      closing_mode: isClosed ? closing.mode : null,
      outcome: isClosed ? closing.outcome : null,
      recovered_fen: isClosed ? closing.recoveredFen : null,
      persons_helped: isClosed ? 1 : null,
      hearings: isClosed ? closing.hearings : null,
      complexity: isClosed ? closing.complexity : null,
      closing_summary: isClosed ? closing.summary : null,
      closed_by: isClosed ? clerk : null,
      papers_received_on: sample.papersReceivedOn,
      papers_reviewed_on: sample.papersReviewedOn,
      pack_version: inForce.version,
      version: 1,
    }
    const kind = this.setting.inForce.pack.codes.matterTypes.find(one => one.code === sample.matterType)?.numberWord ?? ''
    this.wish(
      'case',
      openedOn,
      'case',
      id,
      text => {
        row.number = text
      },
      kind,
    )
    this.rows.aid_case.push(row)
    for (const category of sample.categories) this.rows.case_category.push({ case_id: id, category })
    return id
  }

  private addAssignment(sample: SampleCase, caseId: string) {
    const { random, newId, office, clerk, inForce } = this.setting
    const isDefence = sample.aidForm === 'criminal-defence'
    const handler = random.pick(
      office.handlers.filter(one => (isDefence ? one.kind === 'lawyer' : one.kind !== 'center-staff' || random.chance(10))),
    )
    const assignedOn = sample.assignedOn ?? sample.receivedOn
    const row: Rows['assignment'][number] = {
      id: newId(),
      case_id: caseId,
      provider_id: handler.provider_id,
      handler_id: handler.id,
      number: '',
      assigned_on: assignedOn,
      ended_on: null,
      end_reason: null,
      pack_version: inForce.version,
      assigned_by: clerk,
    }
    this.wish('assignment', assignedOn, 'case', caseId, text => {
      row.number = text
    })
    this.rows.assignment.push(row)
    return handler
  }

  private addSubsidy(sample: SampleCase, caseId: string, handler: SampleOffice['handlers'][number]): void {
    const { newId, clerk, director, inForce, random } = this.setting
    if (sample.closedOn === null || sample.papersReviewedOn === null) return
    const directCosts = random.chance(35)
      ? [{ kind: 'travel', description: '往返法院', amountFen: (20 + random.whole(180)) * 100, vouchers: 2 }]
      : []
    const question = {
      facts: caseFactsOf(sample, true),
      closedOn: sample.closedOn,
      handler: { kind: handler.kind, isPublicEmployee: handler.is_public_employee === 1 },
      chosenFen: null,
      recipients: 1,
      qualityGrade: null,
      chosenShares: {},
      directCosts,
    }
    const tables = inForce.pack.subsidyTables
    const first = computeSubsidy(question, tables)
    const chosenFen = !first.isPayable && first.tier?.maxFen ? first.tier.minFen : null
    const result = chosenFen === null ? first : computeSubsidy({ ...question, chosenFen }, tables)
    if (!result.isPayable || result.tier === null) return
    const id = newId()
    const isApproved = sample.sealedOn !== null || random.chance(60)
    const preparedOn = sample.papersReviewedOn
    const row: Rows['subsidy_sheet'][number] = {
      id,
      number: '',
      case_id: caseId,
      handler_id: handler.id,
      input: JSON.stringify({ caseId, chosenFen, directCosts }),
      computation: JSON.stringify({
        ...result,
        lines: result.lines.map(({ id: _, ...line }) => line),
        totalInCapitals: capitalAmount(result.totalFen),
        packVersion: inForce.version,
      }),
      tier_label: result.tier.label,
      total_fen: result.totalFen,
      pack_version: inForce.version,
      status: isApproved ? 'approved' : 'awaiting-approval',
      prepared_by: clerk,
      prepared_at: instantOf(preparedOn, 4),
      approved_by: isApproved ? director : null,
      approved_at: isApproved ? instantOf(preparedOn, 7) : null,
      approved_on: isApproved ? preparedOn : null,
      times_returned: 0,
      payment_list_id: null,
      version: isApproved ? 2 : 1,
    }
    this.wish('subsidy', preparedOn, 'subsidy', id, text => {
      row.number = text
    })
    this.rows.subsidy_sheet.push(row)
    this.addAct(id, 'prepared', preparedOn)
    if (isApproved) this.addAct(id, 'approved', preparedOn)
  }

  private addAct(subsidyId: string, act: 'prepared' | 'approved' | 'listed' | 'paid', day: string): void {
    const { newId, clerk, director } = this.setting
    const hour = { prepared: 4, approved: 7, listed: 8, paid: 9 }[act]
    this.rows.subsidy_act.push({
      id: newId(),
      subsidy_id: subsidyId,
      act,
      opinion: '',
      acted_by: act === 'approved' ? director : clerk,
      acted_at: instantOf(day, hour),
    })
  }

  private addVolume(sample: SampleCase, caseId: string): void {
    const { newId, random, inForce, fonds, archivist, clerk, scans } = this.setting
    if (sample.closedOn === null || sample.sealedOn === null) return
    const { pack } = inForce
    const facts = caseFactsOf(sample, true)
    const templateId = pack.filing.templateRules.find(rule => appliesTo(rule.when, facts))?.template
    const template = pack.filing.templates.find(one => one.id === templateId)
    const category = archiveCategoryOf(pack.archiveNumber, facts)
    if (!template || category === null) return
    const retention = pack.retention.rules.find(rule => appliesTo(rule.when, facts))
    const period = retention?.period ?? pack.retention.defaultPeriod
    const id = newId()
    const scanned = scans.length === 0 ? [] : template.items.filter(item => item.requirement === 'must').slice(0, 2)
    const missing = template.items.filter(item => item.requirement === 'must' && !scanned.includes(item))
    const row: Rows['volume'][number] = {
      id,
      case_id: caseId,
      archive_number: null,
      template: template.id,
      title: `关于${sample.person.name}${sample.cause}法律援助案`,
      started_on: sample.receivedOn,
      ended_on: sample.closedOn,
      archive_year: Number(sample.closedOn.slice(0, 4)),
      retention: period,
      retention_reason: retention?.label ?? '一般案件',
      secrecy: facts.flags.includes('minor-recipient') ? 'restricted' : 'none',
      location: `A-${1 + random.whole(6)}-${1 + random.whole(8)}`,
      note: '练习案卷，只附部分扫描件。',
      excuses: JSON.stringify(Object.fromEntries(missing.map(item => [String(item.no), '练习数据，未附扫描件']))),
      arranged_by: archivist,
      checked_by: clerk,
      // Sealed at the end: a sealed volume takes no more papers.
      status: 'arranging',
      sealed_at: instantOf(sample.sealedOn, 5),
      sealed_by: archivist,
      package_sha256: null,
      content_digest: null,
      page_count: scanned.length,
      item_count: scanned.length,
      pack_version: inForce.version,
      created_at: instantOf(sample.papersReviewedOn ?? sample.sealedOn, 5),
      version: 2,
    }
    const tokens = { fonds, category, retention: period }
    this.wishes.push({
      series: `archive:${category}:${period}`,
      // The volume belongs to the year in which the case closed, whenever it was sealed.
      day: sample.closedOn,
      subjectKind: 'volume',
      subjectId: id,
      drawnAt: instantOf(sample.sealedOn, 5),
      drawnBy: archivist,
      format: (year, seq) => formatArchiveNumber(pack.archiveNumber, { ...tokens, year, seq }),
      give: text => {
        row.archive_number = text
      },
    })
    this.rows.volume.push(row)
    for (const [index, item] of scanned.entries()) {
      const itemId = newId()
      this.rows.volume_item.push({
        id: itemId,
        volume_id: id,
        template_item: item.no,
        position: index + 1,
        title: item.title,
        document_number: null,
        author: '本中心',
        dated_on: sample.receivedOn,
        remark: null,
      })
      this.rows.volume_page.push({
        id: newId(),
        item_id: itemId,
        position: 1,
        attachment: random.pick(scans),
        source_page: 1,
        is_blank: 0,
      })
    }
  }

  private wish(
    seriesId: NumberSeriesId,
    day: string,
    subjectKind: string,
    subjectId: string,
    give: (text: string) => void,
    kind = '',
  ): void {
    const series = this.setting.inForce.pack.numberSeries.find(one => one.id === seriesId)
    if (!series) throw new Error(`The rule pack has no number series ${seriesId}`)
    this.wishes.push({
      series: series.perKind ? `${series.id}:${kind}` : series.id,
      day,
      subjectKind,
      subjectId,
      drawnAt: instantOf(day, 6),
      drawnBy: this.setting.clerk,
      format: (year, seq) => formatNumber(series, { short: this.setting.short, kind, year, seq }),
      give,
    })
  }
}

/** A UTC instant `hour` hours after midnight UTC of a day: 1 to 9 are office hours in China. */
function instantOf(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`
}

function sum(sheets: readonly { readonly total_fen: number }[]): number {
  return sheets.reduce((total, sheet) => total + sheet.total_fen, 0)
}

/** The organ before which a practice matter stands. */
function agencyOf(sample: SampleCase): string | null {
  if (sample.matterType === 'non-litigation') return null
  return sample.matterType === 'arbitration' ? '蚌山区劳动人事争议仲裁委员会' : '蚌山区人民法院'
}
