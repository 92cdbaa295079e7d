import { statSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accounts, applicant, lawyers, matter } from './chain-facts.ts'
import { expect, type JourneyFixtures } from './fixtures.ts'
import { choose, field, goTo, paperPlace, pick, seen } from './walk.ts'

type AnswerDialogs = JourneyFixtures['answerDialogs']

/** The director sets up who works here (设置 → 账户). */
export async function createAccounts(page: Page, password: string): Promise<void> {
  await goTo(page, '/settings/staff')
  for (const [name, role] of [
    [accounts.clerk, '接待员'],
    [accounts.archivist, '档案员'],
  ] as const) {
    await page.getByRole('button', { name: '新建账户' }).first().click()
    const dialog = page.getByRole('dialog')
    await field(page, '姓名').fill(name)
    await dialog.getByRole('checkbox', { name: role }).check()
    await dialog.getByLabel('初始密码').fill(password)
    await dialog.getByLabel('再输一次').fill(password)
    if (role === '接待员') await seen(page, '设置-新建账户')
    await dialog.getByRole('button', { name: '新建账户' }).click()
    await expect(dialog).toBeHidden()
  }
  await seen(page, '设置-人员账户')
  for (const [tab, title] of [
    ['center', '本中心'],
    ['numbers', '编号'],
    ['packs', '规则包'],
    ['audit', '操作日志'],
    ['backups', '备份'],
  ] as const) {
    await goTo(page, `/settings/${tab}`)
    await expect(page.getByRole('tabpanel', { name: title })).not.toBeEmpty()
    await seen(page, `设置-${title}`)
  }
}

/** A law firm with two lawyers: one who may take any case, one with under three years of practice. */
export async function registerLawyers(page: Page): Promise<void> {
  await goTo(page, '/providers')
  await page.getByRole('button', { name: '新增机构' }).first().click()
  await field(page, '机构名称').fill(lawyers.firm)
  await choose(page, '机构类别', '律师事务所')
  await field(page, '联系电话').fill('0552-3051188')
  await seen(page, '新增承办机构')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const { experienced, young } = lawyers
  for (const lawyer of [
    { ...experienced, account: '6217001234567890123' },
    { ...young, defenceSince: null, account: '6217001234567890456' },
  ]) {
    await page.getByRole('button', { name: '新增承办人' }).first().click()
    await field(page, '姓名').fill(lawyer.name)
    await field(page, '执业起始').fill(lawyer.since)
    if (lawyer.defenceSince !== null) await field(page, '刑辩起始').fill(lawyer.defenceSince)
    await pick(page, '公职人员', '否')
    await field(page, '开户行').fill('徽商银行蚌埠分行')
    await field(page, '账号').fill(lawyer.account)
    if (lawyer.name === experienced.name) await seen(page, '新增承办人')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await seen(page, '承办机构和承办人')
}

/** The clerk registers a visit (来访登记) and turns it into an application. */
export async function registerVisit(page: Page): Promise<void> {
  await goTo(page, '/consultations')
  await seen(page, '来访登记簿-空')
  await goTo(page, '/consultations/new')
  await pick(page, '方式', '来访')
  await field(page, '姓名').fill(applicant.name)
  await field(page, '证件号码').fill(applicant.certificate)
  await field(page, '联系电话').fill(applicant.phone)
  await expect(page.getByText('校验码正确')).toBeVisible()
  await field(page, '户籍地').fill(applicant.household)
  await field(page, '现住址').fill(applicant.address)
  await choose(page, '人员类别', '农民工')
  await pick(page, '事项类别', '民事')
  await field(page, '案由').fill('zsld')
  await page.getByRole('option', { name: matter.cause }).click()
  await field(page, '对方当事人').fill(matter.opponent)
  await field(page, '咨询内容').fill('工地欠 7 个月工资 23,600 元，有欠条，多次催要未付，问怎样讨要。')
  await field(page, '答复意见').fill('可以起诉；经济困难的可以申请法律援助，已告知需要的材料。')
  await page.getByRole('radio', { name: '已告知可申请法律援助' }).check()
  await seen(page, '来访登记')
  await page.getByRole('button', { name: '转为申请' }).click()
  await expect(page.getByRole('heading', { name: '登记申请' })).toBeVisible()
}

/** What was typed for the visit stands in the application; only what is new is typed (申请表, 经济困难, 材料), and the receipt prints. */
export async function applyFromVisit(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await expect(field(page, '申请人')).toHaveValue(applicant.name)
  await expect(field(page, '案由')).toHaveValue(matter.cause)
  await expect(field(page, '对方当事人')).toHaveValue(matter.opponent)
  await expect(page.getByText('由来访登记')).toBeVisible()
  await choose(page, '阶段', '一审')
  await page.getByRole('button', { name: '选用' }).click()
  await page.getByRole('checkbox', { name: '民事诉讼代理' }).check()
  await field(page, '办案机关').fill(matter.court)
  await field(page, '案情及理由').fill(matter.facts)
  await seen(page, '登记申请-申请人与事项')
  await page.getByRole('button', { name: '下一页' }).click()
  await page.getByRole('radio', { name: /^核查经济困难状况/ }).click()
  await page.getByLabel('申请人 月收入').fill('2600')
  await page.getByLabel('申请人 收入来源').fill('打零工')
  await page.getByRole('button', { name: '加一名家庭成员' }).click()
  await page.getByLabel('第 2 人 姓名').fill('李秀兰')
  await choose(page, '李秀兰 与申请人关系', '配偶')
  await pick(page, '李秀兰 是否共同生活', '是')
  await pick(page, '对方当事人是家庭成员吗', '否')
  await page.getByLabel('李秀兰 月收入').fill('900')
  await page.getByLabel('李秀兰 收入来源').fill('种养')
  await expect(page.getByText('计入：配偶')).toBeVisible()
  await page.getByRole('radio', { name: '个人诚信承诺' }).check()
  await page.getByRole('radio', { name: '申请人已签' }).check()
  const materials = page.getByRole('region', { name: '申请材料' }).getByRole('checkbox')
  for (const tick of (await materials.all()).slice(0, 3)) await tick.check()
  await seen(page, '登记申请-经济困难与材料')
  await page.getByRole('button', { name: '提交申请' }).click()
  const receipt = page.getByRole('dialog')
  await expect(receipt).toContainText('接收凭证')
  await seen(page, '接收凭证')
  await exportShown(page, answerDialogs, workFolder, '01-申请材料接收凭证')
  await page.keyboard.press('Escape')
  await expect(page.getByText('未见利益冲突')).toBeVisible()
  await seen(page, '申请-接待员看到的')
}

/** Writes the paper that is on the screen as DOCX and as PDF (导出). */
export async function exportShown(page: Page, answerDialogs: AnswerDialogs, workFolder: string, name: string): Promise<void> {
  for (const kind of ['docx', 'pdf']) {
    const file = paperPlace(workFolder, `${name}.${kind}`)
    await answerDialogs({ save: file })
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `导出 ${kind.toUpperCase()}` })
      .click()
    await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0, { message: file }).toBeGreaterThan(1000)
  }
}
