import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, PASSWORD, test } from './fixtures.ts'
import { choose, field, goTo, logIn, pick, seen } from './walk.ts'

test.use({ center: { sampleCases: 0 } })

/** A second pair of hands on the same folder: the headless entry (npm run call). */
function call(folder: string, name: string, input: unknown): { readonly id: string } {
  const words = [path.join('src-main', 'host', 'headless.ts'), '--data', folder, '--as', '陈建国', name]
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, YUANJUAN_PASSWORD: PASSWORD },
  })
  const reply = JSON.parse(stdout || 'null')
  if (!reply?.ok) throw new Error(`${name}: ${stdout}${stderr}`)
  return reply.value
}

function hireLawyers(folder: string): void {
  const firm = { kind: 'law-firm', name: '安徽正淮律师事务所', creditCode: null, phone: null, address: null, isActive: true }
  const { id: providerId } = call(folder, 'providers.create', firm)
  const lawyer = {
    providerId,
    kind: 'lawyer',
    licenceNumber: null,
    practisingSince: '2015-03-01',
    isPublicEmployee: false,
    phone: null,
    certificateNumber: null,
    bankName: null,
    bankAccount: null,
    isActive: true,
  }
  call(folder, 'providers.createHandler', { ...lawyer, name: '刘思远', criminalDefenceSince: '2016-01-10' })
  call(folder, 'providers.createHandler', { ...lawyer, name: '赵敏', criminalDefenceSince: null })
}

/** What the court's notice says, typed in. */
async function typeNotice(page: Page): Promise<void> {
  await choose(page, '办案机关', '人民法院')
  await field(page, '机关名称').fill('蚌埠市中级人民法院')
  await field(page, '通知书文号').fill('（2026）皖03刑初12号')
  await field(page, '通知日期').fill(await field(page, '收到日期').inputValue())
  await field(page, '姓名').fill('程远')
  await pick(page, '通知事项', '通知辩护')
  await choose(page, '情形', '可能被判处无期徒刑、死刑的人')
  await choose(page, '诉讼阶段', '一审')
  await field(page, '案由').fill('故意杀人罪')
  await page.keyboard.press('Escape')
  await field(page, '羁押场所').fill('蚌埠市看守所')
  await field(page, '案情').fill('涉嫌故意杀人。')
}

test('a court’s notice becomes a case ready for assignment, and only an experienced defender may take it', async ({
  dataFolder,
  openApp,
}) => {
  test.setTimeout(150_000)
  hireLawyers(dataFolder)
  const { page } = await openApp()
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, '/notices')
  await seen(page, '通知-空')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: '登记通知书' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('请选择通知所依据的情形')).toBeVisible()
  await typeNotice(page)
  await seen(page, '登记通知书')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: '指派承办人' })).toBeVisible()
  await expect(page.getByText('可能判处无期徒刑、死刑').first()).toBeVisible()
  await seen(page, '通知-指派')
  await page.getByRole('row', { name: /赵敏/ }).click()
  await expect(page.getByText(/第二十六条|第26条/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^指派/ })).toBeDisabled()
  await page.getByRole('row', { name: /刘思远/ }).click()
  await page.getByRole('button', { name: /^指派/ }).click()
  await expect(page.getByText(/已指派 刘思远/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('蚌援刑〔')
  await seen(page, '通知-案件')

  await goTo(page, '/notices')
  await expect(page.getByText('待告知')).toBeVisible()
  await page.getByRole('row', { name: /程远/ }).dblclick()
  await page.getByRole('button', { name: '告知办案机关' }).click()
  await choose(page, '告知方式', '直接送达')
  await page.getByRole('dialog').getByRole('button', { name: '登记告知' }).click()
  await expect(page.getByText(/已直接送达告知蚌埠市中级人民法院/)).toBeVisible()
  await seen(page, '通知-已告知')
})
