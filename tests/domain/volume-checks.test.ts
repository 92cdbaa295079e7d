import { describe, expect, it } from 'vitest'
import { type FiledItem, templateFor } from '../../src-main/domain/filing.ts'
import { checkVolume, type VolumeFacts } from '../../src-main/domain/volume-checks.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

const { filing, retention } = shippedPack()
const facts = caseOf({ flags: ['heard'] })
const template = templateFor(filing, facts)
if (!template) throw new Error('no template')

/** Every paper the order asks for, one written side each. */
const wholeItems: readonly FiledItem[] = template.items
  .filter(item => item.requirement === 'must')
  .map(item => ({
    id: `item-${item.no}`,
    templateItem: item.no,
    title: item.title,
    documentNumber: null,
    author: '本中心',
    datedOn: item.role === 'closing-report' ? '2026-10-12' : '2026-09-28',
    remark: null,
    pages: [{ id: `page-${item.no}`, isBlank: false, content: `scan-${item.no}` }],
  }))

const sound: VolumeFacts = {
  template,
  facts,
  items: wholeItems,
  excuses: {},
  openedOn: '2026-06-10',
  closedOn: '2026-10-08',
  archiveYear: 2026,
  papersDueOn: '2026-11-09',
  papersReceivedOn: '2026-11-09',
  reviewDueOn: '2026-12-09',
  reviewedOn: '2026-12-09',
  title: '关于郑国平健康权纠纷法律援助案',
  recipient: '郑国平',
  retention: 'D30',
  retentionByRule: 'D30',
  isRestricted: false,
  note: '本卷材料齐全。',
  arrangedBy: '周敏',
  checkedBy: '陈建国',
  emptyCoverFields: [],
  today: '2026-12-10',
}

function found(changes: Partial<VolumeFacts>): readonly (readonly [string, string])[] {
  const { findings } = checkVolume({ ...sound, ...changes }, filing, retention)
  return findings.filter(finding => finding.level !== 'pass').map(finding => [finding.check, finding.level])
}
function changed(no: number, changes: Partial<FiledItem>): readonly FiledItem[] {
  return wholeItems.map(item => (item.templateItem === no ? { ...item, ...changes } : item))
}
function without(no: number): readonly FiledItem[] {
  return wholeItems.filter(item => item.templateItem !== no)
}
const blankPaper: FiledItem = {
  id: 'blank',
  templateItem: 99,
  title: '空白页',
  documentNumber: null,
  author: '本中心',
  datedOn: '2026-09-28',
  remark: null,
  pages: [{ id: 'blank-side', isBlank: true, content: 'blank-side' }],
}
function numberOf(part: string): number {
  const item = template?.items.find(one => one.title.includes(part))
  if (!item) throw new Error(`no item ${part}`)
  return item.no
}
const manyPages = (count: number): FiledItem['pages'] =>
  Array.from({ length: count }, (_, index) => ({ id: `many-${index}`, isBlank: false, content: `many-${index}` }))
/** Sides so that the whole volume has `sheets` sheets, all one-sided. */
const sheetsInAll = (sheets: number): readonly FiledItem[] => changed(1, { pages: manyPages(sheets - (wholeItems.length - 1)) })

it('a whole volume passes every check', () => {
  const verdict = checkVolume(sound, filing, retention)
  expect([verdict.errors, verdict.warnings, verdict.isSound]).toEqual([0, 0, true])
  expect(verdict.findings.every(finding => finding.level === 'pass')).toBe(true)
})

describe('errors and warnings', () => {
  it.each<{ name: string; changes: Partial<VolumeFacts>; finds: readonly (readonly [string, string])[] }>([
    { name: 'V02 another year', changes: { archiveYear: 2027 }, finds: [['V02', 'error']] },
    { name: 'V03 closed before it was opened', changes: { openedOn: '2026-10-09' }, finds: [['V03', 'error']] },
    { name: 'V03 opened and closed on one day', changes: { openedOn: '2026-10-08' }, finds: [] },
    { name: 'V04 papers a day late', changes: { papersReceivedOn: '2026-11-10' }, finds: [['V04', 'warning']] },
    { name: 'V04 reviewed a day late', changes: { reviewedOn: '2026-12-10' }, finds: [['V04', 'warning']] },
    { name: 'V10 no identity paper', changes: { items: without(2) }, finds: [['V10', 'error']] },
    {
      name: 'V10 excused in the note',
      changes: { items: without(2), excuses: { 2: '证件已由法院留存' }, note: '证件已由法院留存。' },
      finds: [],
    },
    {
      name: 'V42 excused but not in the note',
      changes: { items: without(2), excuses: { 2: '证件已由法院留存' } },
      finds: [['V42', 'warning']],
    },
    {
      name: 'V11 a preservation without its papers',
      changes: { facts: caseOf({ flags: ['heard', 'preservation'] }) },
      finds: [['V11', 'error']],
    },
    { name: 'V12 no judgment', changes: { items: without(numberOf('判决书')) }, finds: [['V12', 'error']] },
    { name: 'V13 no report', changes: { items: without(numberOf('结案报告表')) }, finds: [['V13', 'error']] },
    {
      name: 'V13 a report before the judgment',
      changes: { items: changed(numberOf('结案报告表'), { datedOn: '2026-09-27' }) },
      finds: [['V13', 'error']],
    },
    {
      name: 'V13 a report on the day of the judgment',
      changes: { items: changed(numberOf('结案报告表'), { datedOn: '2026-09-28' }) },
      finds: [],
    },
    { name: 'V14 no application', changes: { items: without(1) }, finds: [['V14', 'error']] },
    { name: 'V15 no hardship papers', changes: { items: without(3) }, finds: [['V15', 'error']] },
    { name: 'V18 a stub', changes: { items: changed(2, { title: '决定书存根' }) }, finds: [['V18', 'error']] },
    {
      name: 'V18 the same side twice',
      changes: { items: changed(2, { pages: [{ id: 'again', isBlank: false, content: 'scan-1' }] }) },
      finds: [['V18', 'error']],
    },
    { name: 'V19 dated tomorrow', changes: { items: changed(2, { datedOn: '2026-12-11' }) }, finds: [['V19', 'warning']] },
    { name: 'V19 dated today', changes: { items: changed(2, { datedOn: '2026-12-10' }) }, finds: [] },
    { name: 'V31 no author', changes: { items: changed(2, { author: ' ' }) }, finds: [['V31', 'error']] },
    { name: 'V31 no date', changes: { items: changed(2, { datedOn: null }) }, finds: [['V31', 'error']] },
    { name: 'V33 a title that says nothing', changes: { items: changed(2, { title: '证据材料' }) }, finds: [['V33', 'warning']] },
    { name: 'V33 a title that begins like it', changes: { items: changed(2, { title: '证据材料（病历）' }) }, finds: [] },
    {
      name: 'V35 out of order',
      changes: { items: [...wholeItems.slice(1, 2), ...wholeItems.slice(0, 1), ...wholeItems.slice(2)] },
      finds: [['V35', 'error']],
    },
    { name: 'V40 no checker', changes: { checkedBy: null }, finds: [['V40', 'error']] },
    { name: 'V41 one person', changes: { checkedBy: '周敏' }, finds: [['V41', 'error']] },
    {
      name: 'V42 a copy that the note does not tell of',
      changes: { items: changed(2, { remark: '复印件' }) },
      finds: [['V42', 'warning']],
    },
    {
      name: 'V42 a copy that it does',
      changes: { items: changed(2, { remark: '复印件' }), note: '受援人身份证明为复印件。' },
      finds: [],
    },
    { name: 'V50 an empty cover field', changes: { emptyCoverFields: ['全宗名称'] }, finds: [['V50', 'error']] },
    { name: 'V51 a title of another person', changes: { title: '关于李四健康权纠纷法律援助案' }, finds: [['V51', 'warning']] },
    { name: 'V60 an unknown period', changes: { retention: '长期' }, finds: [['V60', 'error']] },
    { name: 'V61 another period without reason', changes: { retention: 'D10' }, finds: [['V61', 'warning']] },
    { name: 'V61 with a reason', changes: { retention: 'D10', note: '保管期限经主任批准改为定期10年。' }, finds: [] },
    {
      name: 'V62 a minor’s volume that is open',
      changes: { facts: caseOf({ flags: ['heard', 'minor-recipient'] }) },
      finds: [['V62', 'error']],
    },
    {
      name: 'V62 a minor’s volume that is not',
      changes: { facts: caseOf({ flags: ['heard', 'minor-recipient'] }), isRestricted: true },
      finds: [],
    },
    { name: 'V20 no pages at all', changes: { items: [] }, finds: expect.arrayContaining([['V20', 'error']]) },
    {
      name: 'V23 a paper of blank sides',
      changes: {
        items: [...wholeItems, blankPaper],
      },
      finds: [['V23', 'error']],
    },
    { name: 'V25 150 sheets', changes: { items: sheetsInAll(150) }, finds: [] },
    { name: 'V25 151 sheets', changes: { items: sheetsInAll(151) }, finds: [['V25', 'warning']] },
    { name: 'V25 200 sheets', changes: { items: sheetsInAll(200) }, finds: [['V25', 'warning']] },
    { name: 'V25 201 sheets', changes: { items: sheetsInAll(201) }, finds: [['V25', 'error']] },
  ])('$name', ({ changes, finds }) => expect(found(changes)).toEqual(finds))
})

it('three warnings still pass, a fourth does not', () => {
  const three: Partial<VolumeFacts> = { papersReceivedOn: '2026-11-10', reviewedOn: '2026-12-10', retention: 'D10' }
  expect(checkVolume({ ...sound, ...three }, filing, retention)).toMatchObject({ errors: 0, warnings: 3, isSound: true })
  const four = { ...three, title: '无' }
  expect(checkVolume({ ...sound, ...four }, filing, retention)).toMatchObject({ errors: 0, warnings: 4, isSound: false })
})

it('names the paper and the line of the order', () => {
  const verdict = checkVolume({ ...sound, items: without(numberOf('庭审笔录')) }, filing, retention)
  expect(verdict.findings[0]).toEqual({
    check: 'V10',
    level: 'error',
    message: `缺必备材料：${numberOf('庭审笔录')} 庭审笔录（开庭审理）`,
    itemId: null,
    templateItem: numberOf('庭审笔录'),
  })
})
