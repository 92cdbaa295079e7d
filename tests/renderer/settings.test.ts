import { describe, expect, test } from 'vitest'
import { caseWords } from '../../src-main/domain/case-when-words.ts'
import { isSamePack, packChanges } from '../../src-main/domain/rule-pack/difference.ts'
import type { RulePack } from '../../src-main/domain/rule-pack/rule-pack.ts'
import { packSections, sharedBasis, unverified } from '../../src-main/domain/rule-pack/sections.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { fieldChanges } from '../../src-renderer/features/settings/audit-fields.ts'
import { centerProblems } from '../../src-renderer/features/settings/center-values.ts'
import { choiceOfCode } from '../../src-renderer/features/settings/region-field.tsx'

const pack = shippedPack()

/** A deep copy of the shipped pack that may be changed. */
function copy(): { -readonly [Key in keyof RulePack]: RulePack[Key] } {
  return structuredClone(pack)
}

function textOf(sectionId: string, key: string, of: RulePack = pack): string | undefined {
  return packSections(of)
    .find(section => section.id === sectionId)
    ?.groups.flatMap(group => group.lines)
    .find(line => line.key === key)?.text
}

describe('the rule pack in plain words', () => {
  test('has a chapter for each part, and no word is missing anywhere', () => {
    const sections = packSections(pack)
    expect(sections.map(section => section.title)).toEqual([
      '经济困难',
      '事项和人员',
      '前台接待',
      '申请和材料',
      '期限',
      '编号',
      '指派条件',
      '补贴',
      '归档目录',
      '保管期限',
      '报表',
      '代码表',
      '文书',
      '审查和用印',
      '备份保留',
      '依据文件',
    ])
    const words = JSON.stringify(sections)
    expect(words).not.toMatch(/undefined|NaN|\[object/)
  })

  test('tells each rule of one chapter under its own key', () => {
    for (const section of packSections(pack))
      for (const group of section.groups) {
        const keys = group.lines.map(line => line.key)
        expect(new Set(keys).size, `${section.title} ${group.title}`).toBe(keys.length)
      }
  })

  test.each([
    [
      'hardship',
      'H-example',
      '申请前 6 个月家庭人均月收入不高于 1,950.00 元（低保标准（示例） 780.00 元 × 2.5）。自 2022-01-01 起施行',
    ],
    ['time', 'decision', '收到申请之日起 7 日内；补正中、异地协作中时暂停'],
    ['time', 'objection-filing', '收到不予、终止决定书之日起 15 日内；未启用'],
    ['numbers', 'case', '{short}援{kind}〔{year}〕{seq}号；每年从 1 起；各类案件分别编号'],
    ['assignment', 'A2', '刑事；可能判处无期徒刑、死刑或者死刑复核；执业满 3 年；不符合的不能指派'],
    ['subsidy', 'S-example.civil-complex', '民事；较复杂；800.00 元以上；未选定金额时按下限'],
    ['subsidy', 'S-example.non-litigation', '其他非诉；500.00 元 至 800.00 元；须选定金额'],
    ['retention', 'R5', '民事；标的 500,000.00 元以上：永久'],
    ['retention', 'R2', '刑事；刑期 15 年以上：永久'],
    ['report', 'c-visit', '本期收到的咨询；来访；计人次'],
    ['backups', 'backup-retention', '当天最近 5 份，最近 14 天每天一份，最近 12 个月每月一份'],
  ])('%s %s', (section, key, words) => {
    expect(textOf(section, key)).toBe(words)
  })

  test('counts what waits to be verified once for each basis', () => {
    const [filing] = packSections(pack).filter(section => section.id === 'filing')
    const numbers = packSections(pack).find(section => section.id === 'numbers')
    if (!filing || !numbers) throw new Error('a chapter is missing')
    const bases = filing.groups.flatMap(group => group.lines).flatMap(line => (line.basis ? [line.basis] : []))
    expect(bases.length).toBeGreaterThan(100)
    expect(unverified(filing)).toBeLessThan(10)
    const lines = numbers.groups[0]?.lines ?? []
    const byStandard = lines.filter(line => line.basis?.confidence === 'M')
    expect(sharedBasis({ title: '', lines: byStandard })).toEqual(pack.numberSeries[0]?.basis)
    // Two of them are local custom.
    expect(byStandard).toHaveLength(lines.length - 2)
    expect(sharedBasis({ title: '', lines })).toBeNull()
  })

  test.each([
    [{}, '所有案件'],
    [{ matterTypes: ['civil', 'administrative'], flags: ['real-property'] }, '民事、行政；涉及房屋、土地、山林、水利'],
    [{ sentenceMonthsAtLeast: 6, sentenceMonthsBelow: 36 }, '刑期 6 个月以上；刑期不满 3 年'],
    [{ hearingsAtLeast: 2, notFlags: ['terminated'] }, '开庭 2 次以上；不是终止援助'],
  ] as const)('a condition %o is %s', (when, words) => {
    expect(caseWords(when, pack)).toBe(words)
  })
})

describe('what a new pack changes', () => {
  test('nothing, when only its name and version differ', () => {
    const next = copy()
    next.version = '2027.1'
    next.name = '别的名称'
    next.effectiveFrom = '2027-01-01'
    expect(packChanges(pack, next)).toEqual([])
    expect(isSamePack(pack, next)).toBe(true)
  })

  test('a figure, a dropped rule, a new date and a basis, each by itself', () => {
    const next = copy()
    const [table] = pack.subsidyTables
    if (!table) throw new Error('no table')
    next.subsidyTables = [{ ...table, to: '2027-12-31' }]
    next.retention = { ...pack.retention, rules: pack.retention.rules.slice(0, -1) }
    next.time = {
      ...pack.time,
      limits: pack.time.limits.map(limit =>
        limit.id === 'closing-papers'
          ? { ...limit, days: 15, basis: { source: '本中心规定', article: '', confidence: 'H' as const } }
          : limit,
      ),
    }
    expect(packChanges(pack, next).map(({ section, title, before, after }) => [section, title, before, after])).toEqual([
      ['期限', '提交结案材料', '结案日起 30 日内　办案程序规定 第40条　待核实', '结案日起 15 日内　本中心规定'],
      [
        '补贴',
        '补贴标准（示例）　档次',
        '自 2022-01-01 起施行，按结案日选用，用最先符合的一档',
        '2022-01-01 至 2027-12-31 施行，按结案日选用，用最先符合的一档',
      ],
      ['保管期限', '非诉讼案件', '其他非诉：定期10年　本中心规定　待核实', null],
    ])
    expect(isSamePack(pack, next)).toBe(false)
  })

  test('a word of a closed list', () => {
    const next = copy()
    next.codes = { ...pack.codes, deliveryWays: [...pack.codes.deliveryWays, { code: 'fax', label: '传真', needs: 'nothing' }] }
    const [change, ...rest] = packChanges(pack, next)
    expect(rest).toEqual([])
    expect(change).toMatchObject({ section: '代码表', title: '送达方式' })
    expect(change?.after).toContain('传真')
  })
})

describe('before and after of an entry of the trail', () => {
  test('only what differs when both sides are known, in words', () => {
    const before = { name: '王莉', roles: ['clerk'], isActive: true, version: 1 }
    const after = { name: '王莉', roles: ['clerk', 'administrator'], isActive: false, version: 2 }
    expect(fieldChanges(before, after, pack)).toEqual([
      { key: 'roles', label: '角色', before: '接待员', after: '接待员、管理员' },
      { key: 'isActive', label: '在用', before: '是', after: '否' },
    ])
  })

  test('everything when there is one side, with amounts, codes and lists', () => {
    const after = {
      matterType: 'civil',
      hardship: { route: 'check', members: [{ name: '王建国', monthlyIncomeFen: 120_050 }] },
      aidForms: [pack.codes.aidForms[0]?.code],
      opponentName: null,
      unheardOf: 'x',
      materials: [],
    }
    expect(fieldChanges(null, after, pack).map(change => [change.label, change.before, change.after])).toEqual([
      ['事项类别', null, '民事'],
      ['经济困难　方式', null, '核查'],
      ['经济困难　家庭成员　1　姓名、名称', null, '王建国'],
      ['经济困难　家庭成员　1　月收入', null, '1,200.50 元'],
      ['援助形式', null, pack.codes.aidForms[0]?.label],
      ['对方当事人', null, '（空）'],
      ['unheardOf', null, 'x'],
      ['申请材料', null, '（无）'],
    ])
  })

  test('nothing for a step without content', () => {
    expect(fieldChanges(null, null, pack)).toEqual([])
  })
})

describe('the center’s form', () => {
  const values = {
    fullName: '蚌山区法律援助中心',
    shortName: '蚌',
    regionCode: '340303',
    fondsName: '蚌山区司法局',
    fondsCode: 'J019',
    address: '',
    phone: '',
    bureauName: '',
    idleMinutes: 10,
  }
  test.each([
    [{}, {}],
    [{ idleMinutes: null }, { idleMinutes: '请填写 1 到 120 的整数' }],
    [{ idleMinutes: 0 }, { idleMinutes: '请填写 1 到 120 的整数' }],
    [{ idleMinutes: 120 }, {}],
    [{ idleMinutes: 121 }, { idleMinutes: '请填写 1 到 120 的整数' }],
    [{ regionCode: '' }, { regionCode: '请选到区、县' }],
    [{ fullName: ' ' }, { fullName: '请填写中心全称' }],
    [{ fondsCode: 'J19' }, { fondsCode: '全宗号为 1 个大写字母加 3 位数字，如 J019' }],
  ])('%o', (change, problems) => {
    expect(centerProblems({ ...values, ...change })).toEqual(problems)
  })

  test.each([
    ['a county', '340303', [{ code: '340300', name: '蚌埠市' }], { province: '340000', city: '340300', county: '340303' }],
    [
      'a district of a municipality',
      '110101',
      [{ code: '110101', name: '东城区' }],
      { province: '110000', city: '110101', county: null },
    ],
    [
      'a city without counties',
      '441900',
      [{ code: '441900', name: '东莞市' }],
      { province: '440000', city: '441900', county: null },
    ],
    ['nothing', '', undefined, { province: null, city: null, county: null }],
    ['a county while the cities are not known', '340303', undefined, { province: '340000', city: null, county: null }],
  ])('finds the selects of %s', (_, code, cities, choice) => {
    expect(choiceOfCode(code, cities)).toEqual(choice)
  })
})
