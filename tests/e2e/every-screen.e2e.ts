import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/index.ts'
import { expect, PASSWORD, test } from './fixtures.ts'
import { goTo, logIn } from './walk.ts'

test.use({ center: { sampleCases: 12, hasDesk: true } })

const SETTINGS_TABS = ['center', 'staff', 'providers', 'numbers', 'packs', 'holidays', 'seal', 'audit', 'backups']
/** A small office screen, as far as the window's frame leaves it, and the same at the largest size of letters. */
const SMALL = { width: 1366, height: 697 }
const LARGEST = 1.25

/** The address of every registered page, as the features' own files register them. */
function registeredPaths(): string[] {
  const features = path.join('src-renderer', 'features')
  return readdirSync(features).flatMap(feature => {
    const file = path.join(features, feature, 'routes.tsx')
    const text = readdirSync(path.join(features, feature)).includes('routes.tsx') ? readFileSync(file, 'utf8') : ''
    return [...text.matchAll(/\bpath: '([^']+)', load/g)].map(([, found]) => found ?? '')
  })
}

async function ask<Name extends OperationName>(page: Page, name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const asked: [string, unknown] = [name, input]
  const reply = await page.evaluate(([operation, said]) => window.yuanjuan.invoke(operation, said), asked)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as OutputOf<Name>
}

/** A record for each address that names one. A page of the practice desk that has none is a fault of the practice data. */
async function recordsFor(page: Page): Promise<Record<string, string | undefined>> {
  const applications = (await ask(page, 'applications.list', { limit: 500 })).rows
  const cases = (await ask(page, 'cases.list', { limit: 500 })).rows
  const sheets = (await ask(page, 'subsidies.list', {})).rows
  const waiting = applications.find(row => row.status === 'deciding')?.id
  return {
    '/applications/:id': waiting,
    '/applications/:id/edit': waiting,
    '/archives/:id': (await ask(page, 'archives.list', {})).rows[0]?.id,
    '/cases/:id': cases.find(row => row.status === 'handling')?.id,
    '/cases/:id/assign': cases.find(row => row.status === 'awaiting-assignment')?.id,
    '/cases/:id/close': cases.find(row => row.status === 'handling')?.id,
    '/consultations/:id': (await ask(page, 'consultations.list', {})).rows[0]?.id,
    '/imports/:id': (await ask(page, 'imports.list', {}))[0]?.id,
    '/notices/:id': (await ask(page, 'notices.list', {})).rows[0]?.id,
    '/people/:id': applications[0]?.personId,
    '/settings/packs/draft/:id': (await ask(page, 'packs.drafts', {}))[0]?.id,
    '/subsidies/new/:caseId': (await ask(page, 'subsidies.due', {}))[0]?.caseId,
    '/subsidies/:id': sheets.find(row => row.status === 'awaiting-approval')?.id,
    '/subsidies/:id/revise': sheets.find(row => row.status === 'returned')?.id,
  }
}

/** Every address to open, with a record where it names one. */
async function addresses(page: Page): Promise<string[]> {
  const records = await recordsFor(page)
  const paths = registeredPaths()
  expect(paths.length).toBeGreaterThan(30)
  return paths.flatMap(registered => {
    // Without a tab the settings open on their first one.
    if (registered === '/settings') return []
    if (registered === '/settings/:tab') return SETTINGS_TABS.map(tab => `/settings/${tab}`)
    if (!registered.includes(':')) return [registered]
    const id = records[registered]
    if (id === undefined) throw new Error(`No record to open ${registered} with`)
    return [registered.replace(/:\w+/, id)]
  })
}

async function resize(app: ElectronApplication, page: Page, zoom: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    SMALL,
  )
  await page.evaluate(factor => window.yuanjuan.invoke('shell.setZoom', { factor }), zoom)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(Math.round(SMALL.width / zoom))
}

/** Opens an address and waits until its page, with title and keys, says the same three times in a row. What never comes is a fault of its frame. */
async function open(page: Page, address: string): Promise<void> {
  await goTo(page, address)
  await page
    .waitForFunction(
      () => {
        const settled = window as { saidBefore?: string; timesSaid?: number }
        // While a page is fetched, the one before it stands hidden in its place.
        const isThere =
          document.querySelector('main h1')?.checkVisibility() === true && document.querySelector('.key-hints') !== null
        const said = isThere ? `${window.location.hash} ${document.body.innerText}` : ''
        settled.timesSaid = said !== '' && said === settled.saidBefore ? (settled.timesSaid ?? 1) + 1 : 1
        settled.saidBefore = said
        return settled.timesSaid >= 3
      },
      null,
      { polling: 50, timeout: 30_000 },
    )
    .catch(() => undefined)
}

/** What is wrong with the page's frame, in words: its one title, the keys it tells, nothing wider than the window. */
async function faultsOfFrame(page: Page, address: string): Promise<string[]> {
  const { titles, hasKeys, wider } = await page.evaluate(() => ({
    titles: [...document.querySelectorAll('h1')].filter(one => one.checkVisibility()).map(one => one.textContent ?? ''),
    hasKeys: document.querySelector('.key-hints') !== null,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  return [
    ...(titles.length === 1 && titles[0] !== '' ? [] : [`${address} has the titles ${JSON.stringify(titles)}`]),
    ...(hasKeys ? [] : [`${address} tells no keys`]),
    ...(wider <= 0 ? [] : [`${address} is ${wider} px wider than the window`]),
  ]
}

test('every registered page stands, is accessible, tells its keys and fits a small screen at both sizes', async ({
  app,
  page,
}) => {
  // A hundred openings: a slow machine needs longer for them than for a journey.
  test.setTimeout(180_000)
  const faults: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console on ${page.url().replace(/^[^#]*/, '')}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`error on ${page.url().replace(/^[^#]*/, '')}: ${error.message}`))
  await logIn(page, '陈建国', PASSWORD)
  await resize(app, page, 1)
  const all = await addresses(page)
  for (const address of all) {
    await open(page, address)
    faults.push(...(await faultsOfFrame(page, address)))
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false })
    const { violations } = await axe.analyze()
    for (const one of violations)
      faults.push(`axe on ${address}: ${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`)
  }
  await resize(app, page, LARGEST)
  for (const address of all) {
    await open(page, address)
    faults.push(...(await faultsOfFrame(page, `${address} at ${LARGEST}`)))
    const opener = page.locator('.drawer-opener')
    if (!(await opener.isVisible())) continue
    await page.keyboard.press('F4')
    await expect(page.getByRole('dialog'), address).toBeVisible()
    faults.push(...(await faultsOfFrame(page, `${address} at ${LARGEST} with its drawer`)))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog'), address).toHaveCount(0)
  }
  expect(faults).toEqual([])
})
