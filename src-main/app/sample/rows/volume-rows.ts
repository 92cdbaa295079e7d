import { archiveCategoryOf, formatArchiveNumber } from '../../../domain/archive-number.ts'
import { appliesTo } from '../../../domain/case-facts.ts'
import { caseFactsOf, type SampleCase } from '../sample-case.ts'
import { instantOf, type Rows, type SampleRows } from './sample-rows.ts'

/** The volume (案卷) of a sealed case, by the pack's template, with a scan or two. */
export function addVolume(rows: SampleRows, sample: SampleCase, caseId: string): void {
  const { newId, random, inForce, fonds, archivist, clerk, scans } = rows.setting
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
  rows.wishes.push({
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
  rows.tables.volume.push(row)
  for (const [index, item] of scanned.entries()) {
    const itemId = newId()
    rows.tables.volume_item.push({
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
    rows.tables.volume_page.push({
      id: newId(),
      item_id: itemId,
      position: 1,
      attachment: random.pick(scans),
      source_page: 1,
      is_blank: 0,
    })
  }
}
