import { chmodSync } from 'node:fs'
import { approveSubsidy, assign, close, decide, payList, prepareSubsidy } from './chain-case.ts'
import { applyFromVisit, createAccounts, registerLawyers, registerVisit } from './chain-desk.ts'
import { accounts, officeToday } from './chain-facts.ts'
import { firstRun } from './chain-first-run.ts'
import { report, search } from './chain-report.ts'
import { arrange, sealAndExport } from './chain-volume.ts'
import { PASSWORD, test } from './fixtures.ts'
import { changeHands } from './walk.ts'

test.use({ center: null })

test('one case goes from the first run to the parcel', async ({ page, answerDialogs, catchPrinting, workFolder }) => {
  test.setTimeout(900_000)
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

  await test.step('decision', async () => {
    await changeHands(page, accounts.director, PASSWORD)
    await decide(page, answerDialogs, workFolder)
  })

  await test.step('assignment', async () => {
    await changeHands(page, accounts.clerk, PASSWORD)
    await assign(page, answerDialogs, workFolder)
  })

  await test.step('closing', () => close(page, answerDialogs, workFolder))

  await test.step('subsidy', async () => {
    await prepareSubsidy(page)
    await changeHands(page, accounts.director, PASSWORD)
    await approveSubsidy(page)
    await changeHands(page, accounts.clerk, PASSWORD)
    await payList(page, answerDialogs, workFolder)
  })

  await test.step('volume', async () => {
    await changeHands(page, accounts.archivist, PASSWORD)
    await arrange(page, answerDialogs, workFolder)
    await sealAndExport(page, answerDialogs, workFolder)
  })

  await test.step('report', async () => {
    await changeHands(page, accounts.director, PASSWORD)
    await report(page, answerDialogs, workFolder)
  })

  await test.step('search', () => search(page, `援民〔${officeToday().slice(0, 4)}〕1`))
})
