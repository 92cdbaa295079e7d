import type { Page } from '@playwright/test'
import { expect, PASSWORD, test } from './fixtures.ts'
import { field, goTo, logIn, seen } from './walk.ts'

test.use({ center: { sampleCases: 0 } })

/** More keys than these beside the facts, and the paper register is faster. */
const MOST_KEYS = 15

/** A keyboard that counts every key that is no character of a fact; of a chord each key counts. */
function countingKeyboard(page: Page) {
  let keys = 0
  return {
    /** Types a fact as a person does, a character at a time. */
    fact: (text: string) => page.keyboard.type(text, { delay: 5 }),
    press: async (...chords: readonly string[]) => {
      for (const chord of chords) {
        keys += chord.split('+').length
        await page.keyboard.press(chord)
      }
    },
    count: () => keys,
  }
}

/** The field of the form in which the focus is. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field)
}

async function at(page: Page, name: string): Promise<void> {
  await expect.poll(() => focused(page)).toBe(name)
}

test('a walk-in is registered with the keyboard, in at most fifteen keys beside its facts', async ({ page }) => {
  await logIn(page, '王莉', PASSWORD)
  const keys = countingKeyboard(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await keys.press('n')
  await at(page, 'name')
  await keys.fact('李春梅')
  await keys.press('Enter')
  await at(page, 'certificateNumber')
  await keys.fact('340303197108162841')
  await keys.press('Enter')
  await at(page, 'phone')
  await keys.fact('13855202601')
  await keys.press('Enter')
  await at(page, 'cause')
  await keys.fact('zsldbc')
  await expect(page.getByRole('option', { name: '追索劳动报酬纠纷' })).toHaveAttribute('data-combobox-selected', 'true')
  await keys.press('Enter')
  await at(page, 'matterType')
  await keys.press('1')
  await at(page, 'opponentName')
  await keys.fact('蚌埠宏基建筑劳务有限公司')
  await keys.press('Enter')
  await at(page, 'content')
  await keys.fact('今年 3 月至 9 月在工地做工，至今欠 23600 元。')
  await keys.press('Tab')
  await at(page, 'answer')
  await keys.fact('可先向劳动监察部门投诉。')
  await keys.press('Tab')
  await at(page, 'toldOfRight')
  await keys.press('1')
  await at(page, 'outcome')
  await keys.press('1')
  // The whole form stands on the screen: neither column scrolls.
  const scrolling = await page.evaluate(
    () => [...document.querySelectorAll('.pane')].filter(pane => pane.scrollHeight > pane.clientHeight + 1).length,
  )
  expect(scrolling).toBe(0)
  await seen(page, '来访登记-键盘')
  await keys.press('Control+s')
  await expect(page.getByText(/已登记 蚌援咨〔\d{4}〕1号/)).toBeVisible()
  expect(keys.count()).toBeLessThanOrEqual(MOST_KEYS)
  const row = page.getByRole('row', { name: /李春梅/ })
  await expect(row).toContainText('追索劳动报酬纠纷')
  await expect(row).toContainText('解答')
  await row.press('Enter')
  await expect(field(page, '对方当事人')).toHaveValue('蚌埠宏基建筑劳务有限公司')
})

test('an anonymous call on somebody’s behalf is sent elsewhere with a slip, and the register prints', async ({ page }) => {
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, '/consultations/new')
  await at(page, 'name')
  await page.keyboard.press('Alt+2')
  await field(page, '工单号').fill('GD-0093')
  await page.keyboard.press('F3')
  await at(page, 'anonymousReason')
  await page.keyboard.type('不愿留名')
  await field(page, '代为来访人').fill('王小明')
  await field(page, '与本人关系').fill('邻居')
  await page.keyboard.press('F2')
  await page.keyboard.type('邻里噪声')
  await page.keyboard.press('Enter')
  await at(page, 'matterType')
  await page.keyboard.press('1')
  await field(page, '咨询内容').fill('问楼上深夜吵闹找谁')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('1')
  await at(page, 'outcome')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: /^保存并打印/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await at(page, 'referrals')
  await page.keyboard.type('rmtj', { delay: 5 })
  await expect(page.getByRole('option', { name: /人民调解委员会/ })).toHaveAttribute('data-combobox-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await seen(page, '来访登记-匿名')
  await page.keyboard.press('Control+p')
  const slip = page.getByRole('dialog')
  await expect(slip).toContainText('引导告知单')
  await expect(slip.frameLocator('iframe').getByText('人民调解委员会')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /匿名.*王小明代/ })).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByRole('button', { name: '今天' })).toHaveAttribute('aria-pressed', 'true')
  await seen(page, '咨询登记簿')
  await page.keyboard.press('Control+p')
  const book = page.getByRole('dialog')
  await expect(book.frameLocator('iframe').getByText('GD-0093')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a called ticket becomes a walk-in, and what was typed comes back after the window died', async ({ openApp }) => {
  const { app, page } = await openApp()
  await logIn(page, '陈建国', PASSWORD)
  await goTo(page, '/settings')
  await page.getByRole('switch', { name: '排队叫号' }).click()
  await expect(page.getByText('已启用', { exact: true })).toBeVisible()
  await goTo(page, '/consultations')
  const pane = page
    .getByRole('complementary', { name: '排队叫号' })
    .or(page.getByRole('region', { name: '排队叫号' }))
    .first()
  await expect(pane).toBeVisible()
  const take = async (name: string, ground: string | null) => {
    await page.keyboard.press('t')
    const dialog = page.getByRole('dialog')
    if (ground !== null) await dialog.getByText(ground, { exact: true }).click()
    await field(page, '姓名').fill(name)
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
  }
  await take('张三', null)
  await take('李大爷', '老年人')
  await expect(pane.getByRole('listitem').first()).toContainText('优002')
  await page.keyboard.press('c')
  await expect(pane.getByRole('listitem').first()).toContainText('已叫')
  await seen(page, '排队叫号')
  await page.keyboard.press('b')
  await expect(field(page, '姓名')).toHaveValue('李大爷')
  await field(page, '咨询内容').fill('问赡养费')
  await expect(page.getByText(/草稿已存/)).toBeVisible()
  app.process().kill('SIGKILL')
  const second = await openApp()
  await logIn(second.page, '陈建国', PASSWORD)
  await goTo(second.page, '/consultations')
  await second.page.getByRole('button', { name: '继续登记 优002' }).click()
  await expect(field(second.page, '咨询内容')).toHaveValue('问赡养费')
  await expect(field(second.page, '姓名')).toHaveValue('李大爷')
})
