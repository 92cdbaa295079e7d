import { expect, PASSWORD, test } from './fixtures.ts'
import { call, waitingApplication } from './waiting-application.ts'
import { changeHands, choose, field, goTo, logIn, seen } from './walk.ts'

test.use({ center: { sampleCases: 0 } })

test('a refusal is objected to, the bureau orders it corrected, and aid is granted', async ({ dataFolder, openApp }) => {
  test.setTimeout(200_000)
  const { id } = waitingApplication(dataFolder, 3)
  const { page } = await openApp()
  page.setDefaultTimeout(10_000)
  const dialog = page.getByRole('dialog')

  await logIn(page, '陈建国', PASSWORD)
  await goTo(page, `/applications/${id}`)
  await page.getByRole('radio', { name: /不予法律援助/ }).click()
  await page.getByRole('checkbox', { name: '没有明确的请求或者事实根据' }).check()
  await field(page, '理由说明').fill('没有证据证明欠薪事实')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '不予法律援助决定书' })).toBeVisible()
  await page.keyboard.press('Escape')

  await changeHands(page, '王莉', PASSWORD)
  await goTo(page, `/applications/${id}`)
  await page.getByRole('button', { name: '登记异议' }).click()
  await dialog.getByRole('textbox', { name: '异议理由' }).fill('有工友证言和微信记录')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '法律援助异议登记凭证' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('异议审查中')).toBeVisible()
  await seen(page, '异议审查')
  await page.getByRole('button', { name: '司法局决定…' }).click()
  await choose(page, '审查结果', '责令改正')
  await field(page, '文号').fill('蚌司援异〔2026〕1号')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('异议　责令改正')).toBeVisible()

  await changeHands(page, '陈建国', PASSWORD)
  await goTo(page, `/applications/${id}`)
  await page
    .getByRole('radio', { name: /给予法律援助/ })
    .first()
    .click()
  await field(page, '审批意见').fill('补充证据后符合条件，给予法律援助')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '给予法律援助决定书' })).toBeVisible()
  await page.keyboard.press('Escape')
  await seen(page, '重新决定')
  const { decisions } = call(dataFolder, '王莉', 'procedure.get', { id })
  expect(decisions.map(one => [one.outcome, one.setAsideOn !== null])).toEqual([
    ['granted', false],
    ['refused', true],
  ])
})
