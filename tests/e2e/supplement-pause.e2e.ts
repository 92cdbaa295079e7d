import { expect, PASSWORD, test } from './fixtures.ts'
import { call, waitingApplication } from './waiting-application.ts'
import { goTo, logIn, seen } from './walk.ts'

test.use({ center: { sampleCases: 0 } })

test('the clock stands while missing material is awaited, and goes on when all of it is there', async ({
  dataFolder,
  openApp,
}) => {
  test.setTimeout(150_000)
  const { id } = waitingApplication(dataFolder, 3)
  const { page } = await openApp()
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, `/applications/${id}`)
  await expect(page.getByText(/^剩 \d 天，/)).toBeVisible()
  const counted = call(dataFolder, '王莉', 'applications.get', { id }).clock?.lastDay

  await page.getByRole('button', { name: '补正通知' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '其他' }).fill('劳动合同；工资流水')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '补充材料/说明通知书' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/后继续计/)).toBeVisible()
  await seen(page, '补正停计')

  await page.keyboard.press('r')
  await dialog.getByRole('checkbox', { name: '工资流水' }).uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('还缺 工资流水')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^剩 \d 天，/)).toBeVisible()
  // Asked and answered on one day: that day counts, so nothing was lost.
  expect(call(dataFolder, '王莉', 'applications.get', { id }).clock).toMatchObject({ lastDay: counted, state: 'running' })
})
