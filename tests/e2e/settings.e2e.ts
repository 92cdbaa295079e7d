import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, PASSWORD, test } from './fixtures.ts'
import { goTo, logIn, seen } from './walk.ts'

test.use({ center: { sampleCases: 20 } })

/** The pack that ships, as a local pack from tomorrow on; a test breaks it or mends it. */
function localPack(change: Record<string, unknown>): string {
  const shipped = JSON.parse(readFileSync(path.join('src-main', 'packs', 'national-default.json'), 'utf8'))
  return JSON.stringify({ ...shipped, version: '2099.1', name: '蚌山区规则', ...change }, null, 2)
}

test('a rule pack is checked line by line, mended, and signed into force', async ({ page, workFolder, answerDialogs }) => {
  const file = path.join(workFolder, '规则包.json')
  const broken = localPack({ hardshipLines: [] })
  writeFileSync(file, broken)
  await answerDialogs({ open: [file] })
  await logIn(page, '陈建国', PASSWORD)
  await goTo(page, '/settings/packs')
  await expect(page.getByRole('button', { name: /现行/ })).toBeVisible()
  await page.keyboard.press('Control+o')
  await expect(page.getByText('1 处问题，还不能签发')).toBeVisible()
  const line = broken.split('\n').findIndex(one => one.includes('hardshipLines')) + 1
  await expect(page.getByRole('row', { name: new RegExp(`^${line}.*不认识的键`) })).toBeVisible()
  await expect(page.getByRole('button', { name: '签发施行' })).toBeDisabled()
  await seen(page, '设置-规则包有错')

  writeFileSync(file, localPack({ backupRetention: { keepToday: 7, daily: 14, monthly: 12, basis: localBasis } }))
  await page.getByRole('button', { name: '重新检查' }).click()
  await expect(page.getByText('检查通过，没有问题')).toBeVisible()
  await expect(page.getByRole('row', { name: /备份保留.*最近 5 份.*最近 7 份/ })).toBeVisible()
  await seen(page, '设置-规则包的不同')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('签发规则包 2099.1')
  await expect(dialog.getByRole('row', { name: /备份保留.*最近 5 份.*最近 7 份/ })).toBeVisible()
  await dialog.getByLabel('施行日期').fill('2099-01-01')
  await dialog.getByLabel('施行日期').press('Tab')
  await dialog.getByRole('textbox', { name: '陈建国 的密码' }).fill(PASSWORD)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: /2099\.1 尚未施行/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /2026\.1 现行/ })).toBeVisible()
})

const localBasis = { source: '本中心规定', article: '', confidence: 'H' }

test('a voided number keeps its place and reason, also on the printed list', async ({ page, catchPrinting }) => {
  const printed = await catchPrinting()
  await logIn(page, '陈建国', PASSWORD)
  await goTo(page, '/settings/numbers')
  await expect(page.getByRole('grid').or(page.getByRole('table')).first()).toBeVisible()
  await page
    .getByRole('row', { name: /^咨询登记/ })
    .first()
    .dblclick()
  const row = page.getByRole('row', { name: /援咨〔\d+〕1号/ })
  await row.click()
  await page.keyboard.press('v')
  await page.getByLabel('作废原因').fill('打印错误')
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('作废')
  await expect(row).toContainText('打印错误')
  await expect(row).toBeFocused()
  await seen(page, '设置-编号登记簿')
  await page.keyboard.press('Control+p')
  await expect(page.frameLocator('iframe').getByText(/作废 1 号/)).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect.poll(printed).toBe(1)
})

test('restoring a backup brings everyone to the log-in page and the former state back', async ({ page }) => {
  await logIn(page, '陈建国', PASSWORD)
  await goTo(page, '/settings/backups')
  await expect(page.getByRole('button', { name: '立即备份' }).first()).toBeVisible()
  await page.keyboard.press('Control+b')
  await expect(page.getByText('已备份并校验')).toBeVisible()
  await goTo(page, '/settings/center')
  await page.getByLabel('中心全称').fill('改过的中心')
  await page.keyboard.press('Control+s')
  await expect(page.locator('.center-name')).toHaveText('改过的中心')
  await goTo(page, '/settings/backups')
  await page.getByRole('row', { name: /手动/ }).click()
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog')).toContainText('所有人都要重新登录')
  await seen(page, '设置-恢复备份')
  await page.keyboard.press('Control+Enter')
  await logIn(page, '陈建国', PASSWORD)
  await expect(page.locator('.center-name')).toHaveText('蚌山区法律援助中心')
  await goTo(page, '/settings/backups')
  await expect(page.getByRole('row', { name: /恢复前留存/ })).toBeVisible()
  await goTo(page, '/settings/audit')
  await expect(page.getByRole('row', { name: /恢复 .* 的备份，操作人 陈建国/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/条完整，没有改动/)).toBeVisible()
})
