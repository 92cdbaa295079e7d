import type { FileAccess } from '../../context.ts'
import type { PracticeDesk } from './practice-desk.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

/** A page of a consultation register as the office kept it on paper (旧台账). */
const OLD_REGISTER = `编号,来访日期,来访人,联系电话,案件类别,案由,咨询内容,答复意见,接待人
蚌援咨〔2019〕1号,2019.3.4,朱大勇,13855230011,民事,追索劳动报酬纠纷,工地拖欠工资,告知申请劳动仲裁,李志强
蚌援咨〔2019〕2号,2019.3.6,沈桂兰,13855230012,民事,赡养纠纷,子女不支付赡养费,指导填写申请表,李志强
蚌援咨〔2019〕3号,2019.3.11,崔永福,13855230013,民事,机动车交通事故责任纠纷,问赔偿标准,告知赔偿项目,李志强
蚌援咨〔2019〕4号,2019.3.19,杜秀云,13855230014,民事,离婚纠纷,问怎样起诉离婚,告知管辖和材料,李志强
蚌援咨〔2019〕5号,2019.4.2,阎志明,13855230015,民事,劳动合同纠纷,被口头辞退,告知申请劳动仲裁,李志强
蚌援咨〔2019〕6号,2019.4.9,蒋翠萍,13855230016,民事,抚养费纠纷,对方不付抚养费,指导填写申请表,李志强
`

/** Registers and ledgers: an old register brought in, a block of numbers for a paper day, re-checks, a draft of the rules, today's queue. */
export function enterRegisters(diary: PracticeDiary): void {
  diary.on(22, '16:50', importOldRegister)
  enterNumberBlock(diary)
  enterRechecks(diary)
  diary.on(2, '17:20', startDraft)
  enterQueue(diary)
}

async function importOldRegister(desk: PracticeDesk): Promise<void> {
  const files = oneFile('2019年咨询登记簿.csv', OLD_REGISTER)
  const handle = 'practice'
  const { sha256, plan } = await desk.ask('clerk', 'imports.read', { handle }, files)
  const constants = [
    { field: 'channel' as const, value: 'visit' },
    { field: 'toldOfRight' as const, value: 'yes' },
    { field: 'outcome' as const, value: 'answered' },
  ]
  await desk.ask('clerk', 'imports.commit', { handle, sha256, plan: { ...plan, constants } }, files)
}

/** A block reserved for a day on paper (预留号段): two of its numbers spoiled, the rest still out. */
function enterNumberBlock(diary: PracticeDiary): void {
  const block = new Kept<string>()
  diary.on(18, '16:50', async desk => {
    const year = Number(desk.day(18).slice(0, 4))
    const reserved = await desk.ask('clerk', 'numbering.reserve', {
      series: 'consultation',
      year,
      count: 6,
      holder: '燕山乡法律援助工作站',
      reason: '下乡宣传日用纸质登记',
    })
    block.keep(reserved.id)
  })
  diary.on(17, '17:30', async desk => {
    const blocks = await desk.ask('clerk', 'numbering.blocks', {})
    const first = blocks.find(one => one.id === block.get())?.first ?? 0
    await desk.ask('clerk', 'numbering.release', {
      id: block.get(),
      seqs: [first, first + 1],
      how: 'spoiled',
      reason: '登记时写坏',
    })
  })
}

/** Spot re-checks (抽查核实): a draw with one finding of truth, and one on a report that found a false declaration. */
function enterRechecks(diary: PracticeDiary): void {
  diary.on(4, '17:20', desk => desk.ask('director', 'rechecks.draw', { from: desk.day(30), to: desk.day(4), seed: '练习抽查' }))
  diary.on(2, '16:40', async desk => {
    const { rows } = await desk.ask('clerk', 'rechecks.list', {})
    const [first, second] = rows
    const record = (id: string, outcome: 'true' | 'false', finding: string) =>
      desk.ask('clerk', 'rechecks.record', {
        id,
        outcome,
        checkedOn: desk.day(2),
        way: '向不动产登记机构、车辆管理所查询，走访村委会',
        finding,
        version: 1,
      })
    if (first) await record(first.id, 'true', '与申报一致')
    if (second) await record(second.id, 'false', '名下另有住房一套，年租金 18,000 元，没有申报')
  })
}

/** A draft of next year's rules (规则包草稿), begun and not signed. */
async function startDraft(desk: PracticeDesk): Promise<void> {
  const [inForce] = (await desk.ask('director', 'packs.list', {})).filter(pack => pack.isInForce)
  if (inForce) await desk.ask('director', 'packs.startDraft', { from: { packId: inForce.id } })
}

/** This morning's queue (排队叫号): one received, one called, three waiting, one with a ground of priority. */
function enterQueue(diary: PracticeDiary): void {
  diary.on(0, '08:00', async desk => {
    const { settingVersion } = await desk.ask('director', 'queue.today', {})
    await desk.ask('director', 'queue.turn', { isOn: true, version: settingVersion })
    const take = (name: string | null, note: string, ground: string | null) =>
      desk.ask('clerk', 'queue.take', { name, note, ground })
    await take('何春梅', '抚养费', null)
    await take(null, '问工资', null)
    const called = await desk.ask('clerk', 'queue.callNext', {})
    await desk.ask('clerk', 'queue.begin', { id: called.id, version: called.version })
    await desk.ask('clerk', 'queue.callNext', {})
    await take('吴老汉', '赡养费', 'elderly')
    await take(null, '交通事故', null)
    await take(null, '离婚', null)
  })
}

/** One file in memory, for an operation that reads what a person picked. */
function oneFile(name: string, text: string): FileAccess {
  const refuse = (): never => {
    throw new Error('Practice data writes no files')
  }
  return {
    read: () => ({ name, content: new TextEncoder().encode(text) }),
    write: refuse,
    pathOf: refuse,
    holds: refuse,
    writeInto: refuse,
    writeFolder: refuse,
  }
}
