import { expect, PASSWORD, test } from './fixtures.ts'
import { field, goTo, logIn } from './walk.ts'

test.use({ center: { sampleCases: 0 } })

test('behind the lock, called or come by itself, everything typed stays and no name is shown', async ({ page }) => {
  await page.clock.install()
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, '/consultations/new')
  await field(page, '姓名').fill('孙桂芳')
  const content = field(page, '咨询内容')
  await content.fill('工地欠 7 个月工资')
  await page.keyboard.press('Control+l')
  const lock = page.getByRole('form', { name: '已锁定' })
  await expect(lock).toBeVisible()
  await lock.getByPlaceholder('密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(field(page, '姓名')).toHaveValue('孙桂芳')
  await expect(content).toHaveValue('工地欠 7 个月工资')
  await expect(content).toBeFocused()
  await page.keyboard.type('，有欠条')
  await expect(content).toHaveValue('工地欠 7 个月工资，有欠条')

  await page.clock.fastForward('09:30')
  await expect(lock).toBeHidden()
  await page.clock.fastForward('00:40')
  await expect(lock.getByText('离开 10 分钟自动锁定')).toBeVisible()
  await expect(field(page, '姓名')).toBeHidden()
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('孙桂芳')
  expect(await page.evaluate(() => window.yuanjuan.invoke('consultations.list', {}))).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN', reason: 'locked' },
  })
  await lock.getByPlaceholder('密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(content).toHaveValue('工地欠 7 个月工资，有欠条')
  await expect(content).toBeFocused()
})

test('a half-filled application comes back with its parties and custody after the program was killed', async ({ openApp }) => {
  const first = await openApp()
  await logIn(first.page, '王莉', PASSWORD)
  await goTo(first.page, '/applications/new')
  await field(first.page, '申请人').fill('孙桂芳')
  await first.page.keyboard.press('Alt+2')
  await first.page.getByText('近亲属', { exact: true }).click()
  await field(first.page, '代理人').fill('孙小芳')
  await first.page.getByLabel('申请人被羁押、服刑或者强制隔离戒毒').check()
  await field(first.page, '羁押场所').fill('蚌埠市看守所')
  await expect(first.page.getByText(/草稿已存 \d\d:\d\d:\d\d/)).toBeVisible()
  const gone = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await gone

  const { page } = await openApp()
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, '/applications/new')
  await expect(field(page, '申请人')).toHaveValue('孙桂芳')
  await page.keyboard.press('Alt+2')
  await expect(field(page, '代理人')).toHaveValue('孙小芳')
  await expect(field(page, '羁押场所')).toHaveValue('蚌埠市看守所')
})

test('what was being typed comes back after the program was killed', async ({ openApp }) => {
  const first = await openApp()
  await logIn(first.page, '王莉', PASSWORD)
  await goTo(first.page, '/consultations/new')
  await field(first.page, '姓名').fill('孙桂芳')
  await field(first.page, '咨询内容').fill('工地欠 7 个月工资')
  await expect(first.page.getByText(/草稿已存 \d\d:\d\d:\d\d/)).toBeVisible()
  const gone = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await gone

  const { page } = await openApp()
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, '/consultations/new')
  await expect(page.getByText(/已恢复 \d\d:\d\d 的草稿/)).toBeVisible()
  await expect(field(page, '姓名')).toHaveValue('孙桂芳')
  await expect(field(page, '咨询内容')).toHaveValue('工地欠 7 个月工资')
  await page.getByRole('button', { name: '重新填' }).click()
  await expect(field(page, '姓名')).toHaveValue('')
})
