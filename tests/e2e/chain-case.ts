import { statSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { exportShown } from './chain-desk.ts'
import { applicant, lawyers, officeToday } from './chain-facts.ts'
import { expect, type JourneyFixtures } from './fixtures.ts'
import { choose, field, goTo, paperPlace, pick, seen } from './walk.ts'

type AnswerDialogs = JourneyFixtures['answerDialogs']

/** The director's desk shows the application; it is granted (签发决定), which draws both numbers, and the paper is written out. */
export async function decide(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await goTo(page, '/')
  const waiting = page.getByRole('row', { name: applicant.name }).first()
  await expect(waiting).toBeVisible()
  await seen(page, '工作台-主任')
  await goTo(page, '/applications')
  await expect(waiting).toBeVisible()
  await seen(page, '申请列表')
  await waiting.click()
  await expect(page.getByRole('radiogroup', { name: '决定' })).toBeVisible()
  await page.getByRole('radio', { name: '给予法律援助' }).click()
  await field(page, '审批意见').fill('符合法律援助条件，同意给予法律援助。')
  await expect(page.frameLocator('iframe').first().getByText('给予法律援助决定书')).toBeVisible()
  await seen(page, '审批决定')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('给予法律援助决定书')
  await seen(page, '决定书')
  await exportShown(page, answerDialogs, workFolder, '02-给予法律援助决定书')
  await page.keyboard.press('Escape')
  await expect(
    page
      .getByRole('button', { name: /打开案件/ })
      .or(page.getByRole('link', { name: /打开案件/ }))
      .first(),
  ).toBeVisible()
  await seen(page, '申请-已决定')
}

/** Opens the one case there is. */
async function openCase(page: Page): Promise<void> {
  await goTo(page, '/cases')
  await page.getByRole('row', { name: applicant.name }).first().click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: '案件阶段' }).or(page.getByLabel('案件阶段')).first()).toBeVisible()
}

/** The clerk chooses firm and lawyer; the 指派通知书 is numbered, shown and written out. */
export async function assign(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await goTo(page, '/cases')
  await expect(page.getByRole('row', { name: applicant.name }).first()).toBeVisible()
  await seen(page, '案件列表')
  await openCase(page)
  await seen(page, '案件-待指派')
  await page.getByRole('button', { name: '指派承办人' }).click()
  await page.getByText(lawyers.experienced.name, { exact: true }).click()
  await field(page, '指派日期').fill(officeToday())
  await expect(page.getByText('符合指派条件')).toBeVisible()
  await seen(page, '指派')
  await page.getByRole('button', { name: `指派 ${lawyers.experienced.name}` }).click()
  await expect(page.getByRole('button', { name: '结案登记' })).toBeVisible()
  await seen(page, '案件-承办')
  await exportFromTab(page, answerDialogs, workFolder, '指派通知书', '03-指派通知书')
}

/** Shows an issued paper from the case's list of papers and writes it out. */
async function exportFromTab(
  page: Page,
  answerDialogs: AnswerDialogs,
  workFolder: string,
  title: string,
  name: string,
): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (!(await dialog.isVisible())) {
    await page.getByRole('tab', { name: /文书/ }).click()
    await seen(page, `案件-文书-${title}`)
    await page.getByRole('button', { name: `查看${title}` }).click()
  }
  await expect(dialog).toContainText(title)
  await seen(page, title)
  await exportShown(page, answerDialogs, workFolder, name)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

/** 结案登记, 交卷 and 审核通过, each dated today. */
export async function close(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await openCase(page)
  await page.getByRole('button', { name: '结案登记' }).click()
  await field(page, '结案日期').fill(officeToday())
  await field(page, '结案依据').fill('民事判决书（2026）皖0303民初2417号')
  await choose(page, '结案方式', '判决')
  await choose(page, '承办结果', '胜诉')
  await field(page, '挽回或取得').fill('23600')
  await field(page, '开庭次数').fill('1')
  await pick(page, '复杂程度', '一般')
  await field(page, '经过和结果').fill(
    '接受指派后会见受援人，整理欠条、考勤记录，向蚌山区人民法院起诉。开庭审理一次，法院判决被告十日内支付工资 23,600 元。',
  )
  await seen(page, '结案登记')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '登记交卷' }).click()
  await seen(page, '登记交卷')
  await page.getByRole('dialog').getByRole('button', { name: '登记交卷' }).click()
  await page.getByRole('button', { name: '审核通过' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
  await expect(page.getByRole('button', { name: '编制补贴' })).toBeVisible()
  await seen(page, '案件-已结案')
  for (const [index, title] of ['法律援助申请表', '经济困难状况核查表', '法律援助案件结案报告表'].entries())
    await issueFromTab(page, answerDialogs, workFolder, title, `0${index + 4}-${title}`)
}

/** Issues a paper by printing it, then writes it out. */
async function issueFromTab(
  page: Page,
  answerDialogs: AnswerDialogs,
  workFolder: string,
  title: string,
  name: string,
): Promise<void> {
  await page.getByRole('tab', { name: /文书/ }).click()
  const shown = page.getByRole('button', { name: `查看${title}` })
  if (!(await shown.isVisible())) {
    await page.getByRole('row', { name: title }).getByRole('button', { name: '预览并出具' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /打印/ }).click()
    await page.keyboard.press('Escape')
  }
  await exportFromTab(page, answerDialogs, workFolder, title, name)
}

/** The clerk prepares the sheet (补贴核算表). */
export async function prepareSubsidy(page: Page): Promise<void> {
  await openCase(page)
  await page.getByRole('button', { name: '编制补贴' }).click()
  await expect(page.getByRole('heading', { name: '编制补贴核算表' })).toBeVisible()
  const chosen = field(page, '金额')
  if (await chosen.isEnabled()) await chosen.fill('800')
  await expect(page.getByRole('button', { name: /提交审批 [\d,.]+ 元/ })).toBeVisible()
  await seen(page, '编制补贴')
  await page.getByRole('button', { name: /提交审批/ }).click()
  // Who prepared it cannot approve it.
  await expect(page.getByRole('button', { name: /^批准/ })).toBeDisabled()
  await seen(page, '补贴核算表-制表人看到的')
}

/** The director approves it. */
export async function approveSubsidy(page: Page): Promise<void> {
  await goTo(page, '/subsidies')
  await expect(page.getByRole('row', { name: applicant.name }).first()).toBeVisible()
  await seen(page, '补贴-待审批')
  await page.getByRole('row', { name: applicant.name }).first().click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^批准/ })).toBeEnabled()
  await seen(page, '补贴核算表-审批')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tab', { name: /已批\s*1/ })).toBeVisible()
}

/** The clerk joins it to a payment list (支付清单), which goes to the finance office as XLSX. */
export async function payList(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await goTo(page, '/subsidies')
  await page.getByRole('tab', { name: /已批/ }).click()
  await page.getByRole('button', { name: '全选', exact: true }).click()
  await seen(page, '补贴-编支付清单')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: '导出 XLSX' })).toBeEnabled()
  await seen(page, '补贴-支付清单')
  const file = paperPlace(workFolder, '07-补贴支付清单.xlsx')
  await answerDialogs({ save: file })
  await page.getByRole('button', { name: '导出 XLSX' }).click()
  await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(1000)
}
