import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { applicant } from './chain-facts.ts'
import { checkSums } from './chain-volume.ts'
import { expect, type JourneyFixtures } from './fixtures.ts'
import { demoFolder, goTo, seen } from './walk.ts'

type AnswerDialogs = JourneyFixtures['answerDialogs']

/** The month's figures, the rows behind one, the printable sheet, and the parcel (报送包) whose sums hold once it is unpacked. */
export async function report(page: Page, answerDialogs: AnswerDialogs, workFolder: string): Promise<void> {
  await goTo(page, '/reports')
  const figures = page.getByRole('button', { name: /看每一条来源/ })
  await expect(figures.first()).toBeVisible()
  await seen(page, '报表-月报')
  await page
    .getByRole('button', { name: /民事.* 1 件，看每一条来源/ })
    .first()
    .click()
  await expect(page.getByText(applicant.name).first()).toBeVisible()
  await seen(page, '报表-数字的来源')
  await page.getByText('年报', { exact: true }).click()
  await expect(figures.first()).toBeVisible()
  await seen(page, '报表-年报')
  await page.getByText('月报', { exact: true }).click()
  await page.getByRole('button', { name: '打印报表' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await seen(page, '报表-打印')
  await page.keyboard.press('Escape')
  const folder = path.join(demoFolder ?? workFolder, '报送包')
  mkdirSync(folder, { recursive: true })
  await answerDialogs({ open: [folder] })
  await page.getByRole('button', { name: '导出报送包' }).click()
  await expect(page.getByText(/已写入/).last()).toBeVisible({ timeout: 30_000 })
  await seen(page, '报表-已导出')
  const parcel = readdirSync(folder).find(name => name.endsWith('.zip')) ?? ''
  const unpacked = path.join(workFolder, '报送包-解开')
  execFileSync('unzip', ['-q', '-o', path.join(folder, parcel), '-d', unpacked])
  const result = checkSums(unpacked)
  if (demoFolder !== null) writeFileSync(path.join(folder, '校验结果.txt'), result)
}

/** One box finds the case by name, two characters of it, initials, a piece of a number and the tail of a certificate. */
export async function search(page: Page, caseNumberPiece: string): Promise<void> {
  for (const words of [applicant.name, '建国', 'wjg', caseNumberPiece, applicant.certificate.slice(-4)]) {
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: /姓名、拼音首字母/ })
    await box.fill(words)
    await expect(page.getByRole('option', { name: new RegExp(applicant.name) }).first()).toBeVisible()
    await seen(page, `查找-${words.replace(/[^\p{L}\p{N}]/gu, '')}`)
    await page.keyboard.press('Escape')
    await expect(box).toBeHidden()
  }
}
