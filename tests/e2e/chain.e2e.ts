import { chmodSync } from 'node:fs'
import { applyFromVisit, createAccounts, registerLawyers, registerVisit } from './chain-desk.ts'
import { accounts } from './chain-facts.ts'
import { firstRun } from './chain-first-run.ts'
import { PASSWORD, test } from './fixtures.ts'
import { changeHands } from './walk.ts'

test.use({ center: null })

test('one case goes from the first run to the parcel', async ({ page, answerDialogs, catchPrinting, workFolder }) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(10_000)
  await catchPrinting()
  chmodSync(workFolder, 0o755)

  await test.step('first run', () => firstRun(page, PASSWORD))

  await test.step('staff and lawyers', async () => {
    await createAccounts(page, PASSWORD)
    await registerLawyers(page)
  })

  await test.step('visit', async () => {
    await changeHands(page, accounts.clerk, PASSWORD)
    await registerVisit(page)
  })

  await test.step('application', () => applyFromVisit(page, answerDialogs, workFolder))
})
