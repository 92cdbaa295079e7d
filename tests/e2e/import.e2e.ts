import path from 'node:path'
import exceljs from 'exceljs'
import { expect, PASSWORD, test } from './fixtures.ts'
import { choose, field, goTo, logIn, seen } from './walk.ts'

test.use({ center: { sampleCases: 5 } })

/** A consultation register of 2019 as an office keeps it: a title, a day that does not exist, a word of its own, a total. */
async function oldRegister(folder: string): Promise<string> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('2019年')
  sheet.addRow(['2019年咨询登记簿'])
  sheet.mergeCells('A1:G1')
  sheet.addRow(['编号', '来访日期', '来访人', '联系电话', '案件类别', '案由', '咨询内容'])
  const names = ['钱多多', '孙小美', '李大海', '周一鸣']
  for (const [index, name] of names.entries())
    sheet.addRow([
      `${index + 1}`,
      index === 2 ? '2019.2.30' : `2019年3月${index + 1}日`,
      name,
      `1380552031${index}`,
      index === 3 ? '土地纠纷' : '民事',
      '继承纠纷',
      '房屋继承',
    ])
  sheet.addRow(['合计', null, names.length])
  const file = path.join(folder, '2019年咨询登记簿.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

test('an old register is mapped, tried out, mended, brought in, found, and taken back', async ({
  page,
  workFolder,
  answerDialogs,
}) => {
  const file = await oldRegister(workFolder)
  const faults = path.join(workFolder, '错误清单.xlsx')
  await answerDialogs({ open: [file], save: faults })
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, '/consultations')
  await page.getByRole('button', { name: '旧台账导入' }).first().click()
  await expect(page.getByText('还没有导入过旧台账')).toBeVisible()
  await seen(page, '旧台账-导入记录')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('选择一个旧台账')).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: /每一列是什么/ })).toBeVisible()
  await expect(page.getByText(/还没有：/)).toContainText('咨询方式')
  await choose(page, '咨询方式', '来访')
  await choose(page, '已告知可申请援助', '是')
  await choose(page, '处理结果', '解答')
  await seen(page, '旧台账-对应各列')
  await page.keyboard.press('Control+Enter')

  const rows = page.getByLabel('试导入的行').last()
  await expect(page.getByRole('status').filter({ hasText: '有错误 2 行' })).toBeVisible()
  await expect(rows.getByRole('row', { name: /李大海/ })).toContainText('日期“2019.2.30”不存在')
  await seen(page, '旧台账-试导入')
  await page.getByRole('button', { name: '导出错误清单' }).click()
  await expect(page.getByText(/2 行写明了错误/)).toBeVisible()
  const copy = new exceljs.Workbook()
  await copy.xlsx.readFile(faults)
  expect(copy.worksheets[0]?.getCell('H5').value).toContain('日期“2019.2.30”不存在')

  await field(page, '案件类别“土地纠纷”是').click()
  await page.getByRole('option', { name: '民事' }).first().click()
  await expect(page.getByRole('status').filter({ hasText: '有错误 1 行' })).toBeVisible()
  await rows.getByRole('row', { name: /李大海/ }).click()
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByRole('textbox').fill('原册涂改，看不清')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: '没有错误' })).toContainText('排除 1 行')
  await page.getByRole('button', { name: /导入 3 行/ }).click()

  await expect(page.getByRole('heading', { level: 1, name: '2019年咨询登记簿.xlsx' })).toBeVisible()
  await expect(page.getByRole('row', { name: /钱多多/ })).toContainText('援咨〔2019〕1号')
  await expect(page.getByText('原册涂改，看不清')).toBeVisible()
  await seen(page, '旧台账-一次导入')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('孙小美')
  await expect(page.getByRole('dialog').getByText('孙小美').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '撤销导入' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('导错了年份')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('这次导入已撤销')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('孙小美')
  await expect(
    page
      .getByRole('dialog')
      .getByText(/没有找到|没有/)
      .first(),
  ).toBeVisible()
})
