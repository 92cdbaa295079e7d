import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type PackProblem, parseRulePack, shippedPack, shippedPackText } from '../../src-main/packs/load-pack.ts'

const file = readFileSync(new URL('../../src-main/packs/national-default.json', import.meta.url), 'utf8')

function problemsOf(text: string): readonly PackProblem[] {
  const parsed = parseRulePack(text)
  return parsed.ok ? [] : parsed.problems
}
/** The file with one place changed; the place must be there. */
function changed(from: string, to: string): string {
  if (!file.includes(from)) throw new Error(`not in the pack: ${from}`)
  return file.replace(from, () => to)
}
/** The pack with its parts changed as data, written out again. */
function edited(edit: (pack: ReturnType<typeof JSON.parse>) => void): string {
  const pack = JSON.parse(file)
  edit(pack)
  return JSON.stringify(pack, null, 2)
}
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

describe('the pack that ships', () => {
  it('has no fault', () => expect(problemsOf(file)).toEqual([]))
  it('is the file, and its text gives it back', () => {
    expect(shippedPack()).toEqual(JSON.parse(file))
    expect(parseRulePack(shippedPackText())).toEqual({ ok: true, pack: shippedPack(), text: shippedPackText() })
  })
  it('may begin with a byte order mark', () => expect(problemsOf(`\uFEFF${file}`)).toEqual([]))
  it('keeps its lines with Windows line ends', () => {
    const windows = changed('"daysBelow": 7', '"daysBelow": "7"').replaceAll('\n', '\r\n')
    expect(problemsOf(windows)[0]?.line).toBe(lineOf(file, '"daysBelow"'))
  })

  const pack = shippedPack()
  it.each([
    { rule: '法律援助法 43(1): decision in 7 days', id: 'decision', days: 7, confidence: 'H', active: true },
    { rule: '法律援助法 43(1): assignment in 3 days', id: 'assignment', days: 3, confidence: 'H', active: true },
    { rule: '法律援助法 36: assignment on notice in 3 days', id: 'notified-assignment', days: 3, confidence: 'H', active: true },
    { rule: 'R148 27: agreement in 5 days', id: 'agreement', days: 5, confidence: 'H', active: true },
    { rule: '法律援助法 49: objection decided in 5 days', id: 'objection-decision', days: 5, confidence: 'H', active: true },
    { rule: 'closing papers in 30 days, text not read', id: 'closing-papers', days: 30, confidence: 'M', active: true },
    { rule: 'review in 30 days, text not read', id: 'closing-review', days: 30, confidence: 'M', active: true },
    { rule: 'no national limit to object: off', id: 'objection-filing', days: 15, confidence: 'L', active: false },
  ])('$rule', ({ id, days, confidence, active }) => {
    const limit = pack.time.limits.find(one => one.id === id)
    expect([limit?.days, limit?.basis.confidence, limit?.active, limit?.counting]).toEqual([
      days,
      confidence,
      active,
      'calendar-days',
    ])
  })
  it('marks the example figures as not sure', () => {
    expect(pack.hardship.standards.map(standard => standard.basis.confidence)).toEqual(['L'])
    expect(pack.subsidyTables.flatMap(table => table.tiers.map(tier => tier.basis.confidence))).toEqual([
      'L',
      'L',
      'L',
      'L',
      'L',
      'L',
    ])
  })
  it('lists 法律援助法 31, 32 and 42 whole, kept apart', () => {
    expect(pack.codes.scopes.filter(scope => scope.code.startsWith('s31-'))).toHaveLength(9)
    expect(pack.hardship.notApplicableGrounds.map(ground => ground.basis.article)).toEqual(
      [1, 2, 3, 4, 5].map(item => `第32条第${item}项`),
    )
    expect([...new Set(pack.hardship.waivedGrounds.map(ground => ground.basis.article))]).toEqual(
      [1, 2, 3, 4].map(item => `第42条第${item}项`),
    )
  })
})

describe('syntax', () => {
  it.each([
    { name: 'nothing', text: '', line: 1, message: '不是合法的 JSON：这里缺少一个值' },
    { name: 'a comment', text: '{\n  // 注释\n  "id": "a" }', line: 2, message: '不是合法的 JSON：规则包里不能写注释' },
    { name: 'a missing comma', text: '{\n  "id": "a"\n  "version": "b"\n}', line: 3, message: '不是合法的 JSON：这里缺少逗号' },
    { name: 'a trailing comma', text: '{\n  "id": "a",\n}', line: 3, message: '不是合法的 JSON：这里应是带双引号的键名' },
    { name: 'no closing brace', text: '{\n  "id": "a"\n', line: 3, message: '不是合法的 JSON：缺少右花括号 }' },
  ])('$name', ({ text, line, message }) => {
    const [first] = problemsOf(text)
    expect([first?.line, first?.message]).toEqual([line, message])
  })
  it('not an object', () => expect(problemsOf('[]')[0]?.message).toBe('规则包应是一组键值 { }'))
})

describe('faults of shape name their place', () => {
  it('an unknown key, with its line and column', () => {
    const text = changed('"daysBelow": 7', '"dayBelow": 7')
    const line = lineOf(text, '"dayBelow"')
    const column = (text.split('\n')[line - 1] ?? '').indexOf('"dayBelow"') + 1
    const problems = problemsOf(text)
    expect(problems).toContainEqual({ line, column, path: 'time.urgent.dayBelow', message: '不认识的键“dayBelow”' })
    expect(problems.map(problem => problem.message)).toContain('缺少“daysBelow”')
  })
  it.each([
    {
      name: 'a number as text',
      from: '"daysBelow": 7',
      to: '"daysBelow": "7"',
      path: 'time.urgent.daysBelow',
      message: '“daysBelow”应是数字',
    },
    {
      name: 'a fraction of a day',
      from: '"daysBelow": 7',
      to: '"daysBelow": 7.5',
      path: 'time.urgent.daysBelow',
      message: '“daysBelow”应是整数',
    },
    {
      name: 'no days',
      from: '"daysBelow": 7',
      to: '"daysBelow": 0',
      path: 'time.urgent.daysBelow',
      message: '“daysBelow”不能小于 1',
    },
    {
      name: 'a word that is not in its list',
      from: '"comparison": "at-most"',
      to: '"comparison": "atmost"',
      path: 'hardship.standards[0].comparison',
      message: '“comparison”只能是 “below”、“at-most”、“within”、“not-above”',
    },
    {
      name: 'a day that does not exist',
      from: '"effectiveFrom": "2026-01-01"',
      to: '"effectiveFrom": "2026-02-30"',
      path: 'effectiveFrom',
      message: '“effectiveFrom”应是存在的日期，如 2026-01-01',
    },
    {
      name: 'an empty label',
      from: '"label": "来访"',
      to: '"label": ""',
      path: 'codes.channels[0].label',
      message: '“label”不能为空',
    },
    {
      name: 'money in yuan with decimals',
      from: '"baseFen": 78000',
      to: '"baseFen": 780.5',
      path: 'hardship.standards[0].line.baseFen',
      message: '“baseFen”应是整数',
    },
    {
      name: 'a multiplier as a number',
      from: '"multiplier": "2.5"',
      to: '"multiplier": 2.5',
      path: 'hardship.standards[0].line.multiplier',
      message: '“multiplier”应是文字',
    },
    {
      name: 'an unknown formula',
      from: '"formula": "multiple-of-base"',
      to: '"formula": "guess"',
      path: 'hardship.standards[0].line.formula',
      message: '“formula”只能是 “multiple-of-base”、“fixed”、“multiple-of-figure”、“share-of-figure”、“by-area”',
    },
    {
      name: 'an unknown key in a condition',
      from: '"when": { "matterTypes": ["criminal"], "sentenceMonthsAtLeast": 180 }',
      to: '"when": { "matterTypes": ["criminal"], "sentenceYears": 15 }',
      path: 'retention.rules[1].when.sentenceYears',
      message: '不认识的键“sentenceYears”',
    },
  ])('$name', ({ from, to, path, message }) => {
    const text = changed(from, to)
    const line = lineOf(text, to.includes('sentenceYears') ? '"sentenceYears"' : to)
    expect(problemsOf(text)).toEqual([{ line, column: expect.any(Number), path, message }])
  })
  it('a key written twice', () => {
    const text = changed('"daysBelow": 7', '"daysBelow": 7,\n      "daysBelow": 9')
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ line: lineOf(text, '"daysBelow": 9'), message: '键“daysBelow”写了两次' }),
    ])
  })
})

describe('faults between the parts', () => {
  it.each<{ name: string; edit: (pack: ReturnType<typeof JSON.parse>) => void; path: string; message: string }>([
    {
      name: 'subsidy tables that overlap by a day',
      edit: pack => {
        pack.subsidyTables[0].to = '2026-06-30'
        pack.subsidyTables.push({ ...pack.subsidyTables[0], id: 'S-2', from: '2026-06-30', to: null })
      },
      path: 'subsidyTables[1].from',
      message: '补贴标准“S-2”与“S-example”的起止日期重叠',
    },
    {
      name: 'a standard that runs backwards',
      edit: pack => {
        pack.hardship.standards[0].to = '2021-12-31'
      },
      path: 'hardship.standards[0].to',
      message: '经济困难标准“H-example”的止期 2021-12-31 早于起期 2022-01-01',
    },
    {
      name: 'an open standard that a later one meets',
      edit: pack => {
        pack.hardship.standards.unshift({ ...pack.hardship.standards[0], id: 'H-2', from: '2026-01-01', to: null })
      },
      path: 'hardship.standards[0].from',
      message: '经济困难标准“H-2”与“H-example”的起止日期重叠',
    },
    {
      name: 'the same id twice',
      edit: pack => {
        pack.assignmentRules[1].id = 'A1'
      },
      path: 'assignmentRules[1].id',
      message: '“A1”重复',
    },
    {
      name: 'a source that is not listed',
      edit: pack => {
        pack.time.urgent.basis.source = '某办法'
      },
      path: 'time.urgent.basis.source',
      message: '依据“某办法”没有列在 sources 里',
    },
    {
      name: 'a template that is not there',
      edit: pack => {
        pack.filing.templateRules[0].template = 'T99'
      },
      path: 'filing.templateRules[0].template',
      message: '归档目录“T99”不存在',
    },
    {
      name: 'a stage that is in no list',
      edit: pack => {
        pack.filing.templateRules[0].when.stages = ['third-instance']
        pack.filing.templateRules.push({ when: { matterTypes: ['civil'] }, template: 'T1' })
      },
      path: 'filing.templateRules[0].when.stages[0]',
      message: '代码“third-instance”在代码表里没有',
    },
    {
      name: 'a cause of an unknown scope',
      edit: pack => {
        pack.codes.causes[0].scope = 's99'
      },
      path: 'codes.causes[0].scope',
      message: '代码“s99”在代码表里没有',
    },
    {
      name: 'an unknown retention period',
      edit: pack => {
        pack.retention.rules[0].period = 'D20'
      },
      path: 'retention.rules[0].period',
      message: '代码“D20”在代码表里没有',
    },
    {
      name: 'a clock that is missing',
      edit: pack => {
        pack.time.limits.shift()
      },
      path: 'time.limits',
      message: '缺少期限“decision”',
    },
    {
      name: 'a number that would come twice',
      edit: pack => {
        pack.numberSeries[0].pattern = '{short}援咨{seq}号'
      },
      path: 'numberSeries[0].pattern',
      message: '序号每年重新开始的，编号格式必须有年份 {year}，否则会重号',
    },
    {
      name: 'two series with one pattern',
      edit: pack => {
        pack.numberSeries[1].pattern = pack.numberSeries[0].pattern
      },
      path: 'numberSeries[1].pattern',
      message: '编号“application”与“consultation”的格式会得出同样的号，如 （简称）援咨〔2026〕1号',
    },
    {
      name: 'a placeholder that is not listed',
      edit: pack => {
        pack.wording[0].text += '{extra}'
      },
      path: 'wording[0].placeholders',
      message: '表述里的 {extra} 没有列在 placeholders 里',
    },
    {
      name: 'a ceiling under the floor',
      edit: pack => {
        pack.subsidyTables[0].tiers[5].amount.maxFen = 49_999
      },
      path: 'subsidyTables[0].tiers[5].amount.maxFen',
      message: '上限小于下限',
    },
    {
      name: 'a filing order with a gap',
      edit: pack => {
        pack.filing.templates[0].items.splice(3, 1)
      },
      path: 'filing.templates[0].items[3].no',
      message: '序号应是 4：目录要从 1 起连续编号',
    },
    {
      name: 'a condition without its words',
      edit: pack => {
        const item = pack.filing.templates[0].items.find((one: { when?: object }) => one.when)
        delete item.whenLabel
      },
      path: 'filing.templates[0].items[12]',
      message: '“一审裁判文书”的条件 when 和条件名称 whenLabel 要一起写',
    },
    {
      name: 'a report row that is not there',
      edit: pack => {
        pack.report.checks[0].left[0] = 'k-begin'
      },
      path: 'report.checks[0].left[0]',
      message: '报表行“k-begin”不存在',
    },
    {
      name: 'a report row twice',
      edit: pack => {
        pack.report.sections[1].rows[0].id = 'c-all'
      },
      path: 'report.sections[1].rows[0].id',
      message: '报表行“c-all”重复',
    },
    {
      name: 'a day that a consultation never has',
      edit: pack => {
        pack.report.sections[0].rows[0].value.span.within = 'closed'
      },
      path: 'report.sections[0].rows[0].value.span',
      message: '“consultation”没有“closed”这一日期',
    },
    {
      name: 'a report filter with an unknown code',
      edit: pack => {
        pack.report.sections[0].rows[1].value.filter.channel = ['fax']
      },
      path: 'report.sections[0].rows[1].value.filter.channel[0]',
      message: '代码“fax”在代码表里没有',
    },
  ])('$name', ({ edit, path, message }) => {
    const problems = problemsOf(edited(edit))
    expect(problems).toContainEqual(expect.objectContaining({ path, message }))
  })

  it('gives the line of the later of two overlapping tables', () => {
    const text = edited(pack => {
      pack.subsidyTables.push({ ...pack.subsidyTables[0], id: 'S-2', from: '2026-06-30', to: null })
    })
    expect(problemsOf(text)).toEqual([expect.objectContaining({ line: lineOf(text, '"from": "2026-06-30"') })])
  })
  it('tables that follow each other day by day are sound', () => {
    const text = edited(pack => {
      pack.subsidyTables[0].to = '2026-06-30'
      pack.subsidyTables.push({ ...pack.subsidyTables[0], id: 'S-2', from: '2026-07-01', to: null })
    })
    expect(problemsOf(text)).toEqual([])
  })
})
