import type { Page } from '@playwright/test'
import { accounts } from './chain-facts.ts'
import { expect } from './fixtures.ts'
import { choose, seen } from './walk.ts'

/** The wizard from the center's name to the empty desk (首次设置); printing must be caught. */
export async function firstRun(page: Page, password: string): Promise<void> {
  await expect(page.getByRole('heading', { name: '先认识一下本中心' })).toBeVisible()
  await page.getByLabel('中心全称').fill('蚌山区法律援助中心')
  await page.getByLabel('文号简称').fill('蚌')
  await choose(page, '省', '安徽省')
  await choose(page, '市', '蚌埠市')
  await choose(page, '县、区', '蚌山区')
  await page.getByLabel('全宗名称').fill('蚌山区司法局')
  await page.getByLabel('全宗号').fill('J019')
  await page.getByLabel('地址', { exact: true }).fill('蚌山区东海大道 100 号司法局一楼')
  await page.getByLabel('电话', { exact: true }).fill('0552-3051234')
  await seen(page, '首次设置-本中心')
  await page.getByRole('button', { name: '下一步：主任账户' }).click()
  await page.getByLabel('主任姓名').fill(accounts.director)
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await page.getByRole('textbox', { name: '再输一次' }).fill(password)
  await seen(page, '首次设置-主任账户')
  await page.getByRole('button', { name: '下一步：恢复密钥' }).click()
  const groups = await page.getByRole('list', { name: '恢复密钥' }).getByRole('listitem').allTextContents()
  await page.getByRole('button', { name: '打印恢复密钥页' }).click()
  await expect(page.getByText('已送打印机')).toBeVisible()
  for (const box of await page.getByRole('textbox', { name: /^第 \d 组$/ }).all()) {
    const number = Number(
      /\d/.exec(
        (await box.getAttribute('aria-label')) ??
          (await box.evaluate(node => (node as HTMLInputElement).labels?.[0]?.textContent ?? '')),
      )?.[0],
    )
    await box.fill((groups[number - 1] ?? '').slice(1))
  }
  await seen(page, '首次设置-恢复密钥')
  await page.getByRole('button', { name: '下一步：开始方式' }).click()
  await page.getByRole('radio', { name: /空白开始/ }).click()
  await seen(page, '首次设置-开始方式')
  await page.getByRole('button', { name: '建立本中心' }).click()
  await expect(page.getByRole('heading', { name: '可以开始工作了' })).toBeVisible()
  await seen(page, '首次设置-完成')
  await page.getByRole('button', { name: '进入工作台' }).click()
  await expect(page.getByRole('heading', { name: '今天' })).toBeVisible()
  await seen(page, '工作台-空')
}
