import { mkdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Where `npm run demo` wants its pictures and papers; null when this is only a test. */
export const demoFolder = process.env.YUANJUAN_DEMO_OUTPUT ?? null

let pictures = 0

/**
 * A screen that was walked: axe finds nothing wrong on it, and the demo keeps a numbered picture. axe is run in this page, since the window
 * may open no other.
 */
export async function seen(page: Page, name: string): Promise<void> {
  // A pointer left on a button would open its tooltip over the screen.
  await page.mouse.move(683, 1)
  // A page is fetched when it is first opened: until its title stands there is nothing to see.
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first()).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(
    violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`),
    `axe on ${name}`,
  ).toEqual([])
  if (demoFolder === null) return
  mkdirSync(demoFolder, { recursive: true })
  pictures += 1
  await page.screenshot({ path: path.join(demoFolder, `${String(pictures).padStart(2, '0')}-${name}.png`) })
}

/** Logs a member of staff in on the log-in page. */
export async function logIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByText(name, { exact: true }).first().click()
  await page.getByLabel(`${name}的密码`).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Locks, and leaves the chair to somebody else (换人登录). */
export async function changeHands(page: Page, name: string, password: string): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await logIn(page, name, password)
}

/** Opens a page by its address. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(to => {
    window.location.hash = to
  }, `#${address}`)
}

/** Picks an entry of a searchable list by what it says. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** The box beside a label; a red star (必填) or a hint may follow the label's words. */
export function field(page: Page, label: string): Locator {
  const name = new RegExp(`^${label}[\\s*＊]*$`)
  return page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name })).first()
}

/** Picks one of a few words that stand side by side. */
export async function pick(page: Page, group: string, option: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: group })
    .or(page.getByRole('group', { name: group }))
    .first()
    .getByText(option, { exact: true })
    .click()
}

/** Where a paper of this journey is written: beside the demo's pictures, or in the test's own folder. */
export function paperPlace(workFolder: string, name: string): string {
  const folder = path.join(demoFolder ?? workFolder, '文书')
  mkdirSync(folder, { recursive: true })
  return path.join(folder, name)
}
