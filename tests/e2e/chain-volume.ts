import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from '@playwright/test'
import UTIF from 'utif2'
import { accounts, applicant, lawyers, officeToday } from './chain-facts.ts'
import { expect, type JourneyFixtures } from './fixtures.ts'
import { choose, demoFolder, field, goTo, seen } from './walk.ts'

type AnswerDialogs = JourneyFixtures['answerDialogs']

type Sheet = { readonly title: string; readonly lines: readonly string[]; readonly isGrey?: boolean }

const WIDTH = 620
const HEIGHT = 877

/** Draws a sheet of paper with words on it in the window's own canvas: what a scanner would have seen. */
async function scan(page: Page, sheet: Sheet, kind: 'image/jpeg' | 'image/png'): Promise<Uint8Array> {
  const address = await page.evaluate(
    ({ title, lines, width, height, type }) => {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width, height })
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = '#fbfaf6'
      pen.fillRect(0, 0, width, height)
      pen.fillStyle = '#222'
      pen.textAlign = 'center'
      pen.font = 'bold 28px "Noto Serif CJK SC", serif'
      pen.fillText(title, width / 2, 120)
      pen.textAlign = 'left'
      pen.font = '17px "Noto Serif CJK SC", serif'
      lines.forEach((line, index) => {
        pen.fillText(line, 80, 190 + index * 34)
      })
      return canvas.toDataURL(type)
    },
    { ...sheet, width: WIDTH, height: HEIGHT, type: kind },
  )
  return new Uint8Array(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))
}

/** Scans as an office has them: a JPEG, a PDF of three pages with a blank side, a PNG and a TIFF. */
export async function makeScans(page: Page, workFolder: string) {
  const folder = path.join(workFolder, '扫描件')
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: Uint8Array) => {
    const file = path.join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const identity = await scan(
    page,
    {
      title: '居民身份证（复印件）',
      lines: [`姓名　${applicant.name}`, '性别　男', `住址　${applicant.household}`, '核对原件无误　王莉'],
    },
    'image/jpeg',
  )
  const pdf = await PDFDocument.create()
  const complaint = [
    ['民事起诉状', `原告：${applicant.name}`, '被告：安徽恒远建筑有限公司', '诉讼请求：判令被告支付工资 23,600 元。'],
    ['', '事实与理由：', '原告 2026 年 3 月至 9 月在被告承建的工地做木工，', '完工后被告出具欠条，催要未付。'],
    [''],
  ]
  for (const [title = '', ...lines] of complaint) {
    const image = await pdf.embedJpg(await scan(page, { title, lines }, 'image/jpeg'))
    pdf.addPage([595.28, 841.89]).drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 })
  }
  const judgment = await scan(
    page,
    {
      title: '民事判决书',
      lines: [
        '（2026）皖0303民初2417号',
        `原告：${applicant.name}`,
        '判决如下：被告于本判决生效之日起十日内',
        '支付原告工资 23,600 元。',
      ],
    },
    'image/png',
  )
  const debt = await scan(
    page,
    { title: '欠　条', lines: [`今欠${applicant.name}木工工资 23,600 元。`, '安徽恒远建筑有限公司　2026 年 9 月 30 日'] },
    'image/png',
  )
  const pixels = UTIF.encodeImage(await pixelsOf(page, debt), WIDTH, HEIGHT)
  return {
    identity: write('身份证.jpg', identity),
    complaint: write('起诉状.pdf', await pdf.save()),
    judgment: write('判决书.png', judgment),
    debt: write('欠条.tif', new Uint8Array(pixels)),
  }
}

async function pixelsOf(page: Page, png: Uint8Array): Promise<Uint8Array> {
  const base64 = await page.evaluate(
    async address => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: image.width, height: image.height })
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.drawImage(image, 0, 0)
      const { data } = pen.getImageData(0, 0, image.width, image.height)
      let binary = ''
      for (let at = 0; at < data.length; at += 8192) binary += String.fromCharCode(...data.subarray(at, at + 8192))
      return btoa(binary)
    },
    `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  )
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/** Puts scans against an entry of the filing order (归档目录) and fills in the line of the contents. */
export async function addScan(
  page: Page,
  answerDialogs: AnswerDialogs,
  entry: RegExp,
  file: string,
  line: { readonly author: string; readonly title?: string },
): Promise<void> {
  const lines = page.getByRole('table', { name: '卷内文件目录' }).locator('tbody tr')
  const before = await lines.count()
  await page.getByRole('region', { name: '归档目录' }).getByRole('button', { name: entry }).click()
  await answerDialogs({ open: [file] })
  await page.getByRole('button', { name: '加入扫描件' }).click()
  await expect(lines).toHaveCount(before + 1)
  await page.getByRole('button', { name: '改题名 F2' }).click()
  const author = page.getByRole('textbox', { name: '责任者' })
  await author.fill(line.author)
  if (line.title !== undefined) await page.getByRole('textbox', { name: '题名' }).fill(line.title)
  await page.getByRole('textbox', { name: '日期' }).fill(officeToday())
  await author.press('Enter')
  await expect(author).toBeHidden()
}

/** The archivist arranges the volume (立卷) until nothing stands against sealing it. */
export async function arrange(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await goTo(page, '/archives')
  await expect(page.getByRole('button', { name: '开始整理' }).first()).toBeVisible()
  await seen(page, '档案-待整理')
  await page.getByRole('button', { name: '开始整理' }).first().click()
  await expect(page.getByRole('region', { name: '检查' })).toBeVisible()
  await seen(page, '案卷整理-缺件')
  // What must be there and is not is named, and the volume cannot be sealed.
  await expect(page.getByText('缺　必备').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '封卷' })).toBeDisabled()
  await page.getByRole('button', { name: '加入本中心文书' }).click()
  await page.getByRole('menuitem', { name: /全部加入/ }).click()
  await expect(page.getByText(/已加入 \d+ 份文书/).last()).toBeVisible()
  await takeInScans(page, answerDialogs, workFolder)
  await markBlank(page)
  await seen(page, '案卷整理')
  await excuseTheRest(page)
  await namePeople(page)
}

/** One scan of each kind, each against its entry. */
export async function takeInScans(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  const scans = await makeScans(page, workFolder)
  await addScan(page, answerDialogs, /受援人身份证明/, scans.identity, { author: applicant.name })
  await addScan(page, answerDialogs, /起诉状、答辩状/, scans.complaint, { author: lawyers.experienced.name, title: '民事起诉状' })
  await addScan(page, answerDialogs, /证据目录与证据材料/, scans.debt, { author: lawyers.experienced.name, title: '欠条' })
  await addScan(page, answerDialogs, /判决书、裁定书、调解书/, scans.judgment, { author: '蚌山区人民法院', title: '民事判决书' })
}

/** Who arranged and who checked the volume (立卷人, 检查人): two people. */
export async function namePeople(page: Page): Promise<void> {
  await page.getByRole('button', { name: '案卷信息', exact: true }).click()
  await choose(page, '立卷人', accounts.archivist)
  await choose(page, '检查人', accounts.clerk)
  await field(page, '存放位置').fill('一库 3 架 2 层 05 盒')
  await seen(page, '案卷信息')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The blank side at the end of the complaint counts no page. */
export async function markBlank(page: Page): Promise<void> {
  await page.getByRole('row', { name: /民事起诉状/ }).click()
  const pages = page.getByRole('group', { name: '页面' }).locator('[data-page]')
  const heads = await pages.allTextContents()
  const first = heads.findIndex(text => text.includes('民事起诉状'))
  await pages
    .nth(first + 2)
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('button', { name: '标空白' }).click()
  await expect(pages.nth(first + 2)).toContainText('空白')
}

/** Missing must-haves that this case never had are excused with a reason, which goes into the 备考表. */
export async function excuseTheRest(page: Page): Promise<void> {
  const toMend = page.getByRole('region', { name: '检查', exact: true }).getByRole('button', { name: '写明理由' })
  for (let left = await toMend.count(), isFirst = true; left > 0; left -= 1, isFirst = false) {
    await toMend.first().click()
    await field(page, '理由').fill('本案为练习案卷，此件未形成')
    if (isFirst) await seen(page, '案卷整理-写明理由')
    await page.getByRole('dialog').getByRole('button', { name: '写明理由' }).click()
    await expect(toMend).toHaveCount(left - 1)
  }
}

/** The three papers a volume is bound with, the seal (封卷) with its 档号, and the package that sha256sum accepts. */
export async function sealAndExport(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await page.getByRole('button', { name: '打印目录、备考表、封面' }).click()
  for (const form of ['卷内文件目录', '卷内备考表', '案卷封面']) {
    await page.getByRole('radiogroup', { name: '案卷文书' }).getByText(form, { exact: true }).click()
    await expect(
      page
        .frameLocator('iframe')
        .first()
        .getByText(form === '案卷封面' ? '保管期限' : form)
        .first(),
    ).toBeVisible()
    await seen(page, `案卷文书-${form}`)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  const seal = page.getByRole('button', { name: '封卷', exact: true })
  await expect(seal).toBeEnabled()
  await seen(page, '案卷整理-可以封卷')
  await seal.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await seen(page, '封卷-确认')
  await page.getByRole('dialog').getByRole('button', { name: '封卷' }).click()
  await expect(page.getByText(/已封卷　档号/).first()).toBeVisible({ timeout: 30_000 })
  // Sealed is sealed: nothing on the screen changes it any more.
  await expect(page.getByRole('button', { name: '加入扫描件' })).toBeHidden()
  await seen(page, '案卷-已封卷')
  const folder = path.join(demoFolder ?? workFolder, '案卷包')
  mkdirSync(folder, { recursive: true })
  await answerDialogs({ open: [folder] })
  await page.getByRole('button', { name: '导出案卷包' }).click()
  await expect(page.getByText(/已导出/).last()).toBeVisible({ timeout: 30_000 })
  const [name = ''] = readdirSync(folder)
  const result = checkSums(path.join(folder, name))
  if (demoFolder !== null) writeFileSync(path.join(folder, '校验结果.txt'), result)
  await goTo(page, '/archives')
  await expect(page.getByRole('row', { name: applicant.name }).first()).toBeVisible()
  await seen(page, '档案-案卷目录')
}

/** Runs `sha256sum -c` over every SHA-256 manifest of a package; what it said. Throws where a sum is wrong. */
export function checkSums(folder: string): string {
  const manifests = ['manifest-sha256.txt', 'tagmanifest-sha256.txt', 'SHA256SUMS'].filter(name =>
    existsSync(path.join(folder, name)),
  )
  expect(manifests.length).toBeGreaterThan(0)
  return manifests
    .map(
      name => `$ sha256sum -c ${name}\n${execFileSync('sha256sum', ['--strict', '-c', name], { cwd: folder, encoding: 'utf8' })}`,
    )
    .join('\n')
}
