import { expect, PASSWORD, test } from './fixtures.ts'
import { choose, field, goTo, logIn } from './walk.ts'

test.describe('at the walk-in form', () => {
  test.use({ center: { sampleCases: 0 } })

  test('what is wrong with a certificate, or right, stands with its field', async ({ page }) => {
    await logIn(page, '王莉', PASSWORD)
    await goTo(page, '/consultations/new')
    await field(page, '姓名').fill('王建国')
    const number = field(page, '证件号码')
    const typed = async (kind: string | null, value: string) => {
      if (kind !== null) await choose(page, '证件类型', kind)
      // Entering the field shows the whole number; only then can it be written over.
      await number.focus()
      await number.fill(value)
      await number.blur()
    }
    const group = page.getByRole('group', { name: /^证件/ })

    // The last digit is 0, not 1.
    await typed(null, '340303197108162811')
    await expect(group).toHaveAccessibleDescription(/校验码(?!正确)/)
    // The 30th of February.
    await typed(null, '340303197102302819')
    await expect(group).toHaveAccessibleDescription(/出生日期/)
    await typed('护照', 'E12345678')
    await expect(group).toHaveAccessibleDescription(/格式正确/)
    await typed('港澳台居民居住证', '810000199408230021')
    await expect(group).toHaveAccessibleDescription(/校验码正确/)
    // An old number of 15 digits is taken, and made new.
    await typed('居民身份证', '340303710816281')
    await expect(group).toHaveAccessibleDescription(/15/)
  })

  test('a day that has not come and a third decimal are told beside their fields', async ({ page }) => {
    await logIn(page, '王莉', PASSWORD)
    await goTo(page, '/consultations/new')
    const day = page.getByRole('textbox', { name: '日期', exact: true })
    await day.fill('2999-01-01')
    await day.blur()
    await expect(page.getByText(/不能晚于/).first()).toBeVisible()
    await goTo(page, '/applications/new')
    await page.getByRole('tab', { name: /经济困难/ }).click()
    await page.getByRole('radio', { name: /^核查经济困难状况/ }).click()
    const income = page.getByRole('textbox', { name: /月收入$/ }).first()
    await income.fill('1200.555')
    await income.blur()
    await expect(page.getByText('小数点后最多两位')).toBeVisible()
  })
})

test.describe('a wrong password', () => {
  test.use({ center: { sampleCases: 0 } })

  test('says how many tries are left, one fewer each time', async ({ page }) => {
    for (const left of [4, 3, 2]) {
      await page.getByText('王莉', { exact: true }).first().click()
      await page.getByLabel('王莉的密码').fill('bu-shi-zhege')
      await page.getByRole('button', { name: '登录' }).click()
      await expect(page.getByText(`还可再试 ${left} 次`)).toBeVisible()
    }
    await logIn(page, '王莉', PASSWORD)
  })
})

for (const { trouble, title, needsLogin } of [
  { trouble: 'corruptDatabase', title: '数据文件已损坏，没有打开', needsLogin: true },
  { trouble: 'newerFile', title: '这份数据来自更新版本的援卷', needsLogin: true },
  { trouble: 'readOnlyFolder', title: '数据文件夹不能写入', needsLogin: false },
] as const) {
  test.describe(trouble, () => {
    test.use({ center: { sampleCases: 0 }, trouble })

    test('is told on a page of its own, with what can be done', async ({ page }) => {
      if (needsLogin) {
        await page.getByText('陈建国', { exact: true }).first().click()
        await page.getByLabel('陈建国的密码').fill(PASSWORD)
        await page.getByRole('button', { name: '登录' }).click()
      }
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      await expect(page.getByRole('button', { name: '再试一次' })).toBeVisible()
      await expect(page.getByRole('button', { name: '退出援卷' })).toBeVisible()
      await expect(page.getByRole('navigation')).toHaveCount(0)
    })
  })
}
