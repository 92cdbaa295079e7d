import { enterApplication } from './applications.ts'
import type { PracticeDesk } from './practice-desk.ts'
import { Kept, type PracticeDiary } from './practice-diary.ts'

type Steps = {
  readonly received: number
  readonly granted: number
  readonly assigned: number
  readonly closed: number
  readonly papers?: number
  readonly accepted?: number
}

/** Cases that came to an end in these weeks: papers late, awaited, under review, the subsidy due, to be approved, or sent back, a volume begun. */
export function enterClosings(diary: PracticeDiary): void {
  // Thirty days and more since the end, and no papers yet.
  close(diary, { received: 30, granted: 29, assigned: 28, closed: 25 })
  close(diary, { received: 29, granted: 28, assigned: 27, closed: 6 })
  close(diary, { received: 28, granted: 27, assigned: 26, closed: 14, papers: 4 })
  close(diary, { received: 30, granted: 28, assigned: 27, closed: 17, papers: 13, accepted: 11 })
  const waiting = close(diary, { received: 29, granted: 28, assigned: 27, closed: 16, papers: 12, accepted: 10 })
  prepare(diary, waiting, 9)
  diary.on(8, '15:20', desk => desk.ask('archivist', 'archives.open', { caseId: waiting.get() }))
  const returned = close(diary, { received: 28, granted: 26, assigned: 25, closed: 15, papers: 11, accepted: 9 })
  const sheet = prepare(diary, returned, 8)
  diary.on(6, '16:50', async desk => {
    const { id, version } = sheet.get()
    await desk.ask('director', 'subsidies.return', { id, opinion: '差旅费没有附车票，请补正后重报。', version })
  })
}

function close(diary: PracticeDiary, steps: Steps): Kept<string> {
  const { closed, papers, accepted } = steps
  const { aidCase } = enterApplication(diary, steps, () => ({
    cause: '追索劳动报酬纠纷',
    scope: 's31-5',
    opponentName: '蚌山区淮上服饰有限公司',
    facts: '在厂里做工，离职后拖欠三个月工资 12,600 元。',
  }))
  const step = (
    on: number | undefined,
    act: (desk: PracticeDesk, day: string, id: string, version: number) => Promise<unknown>,
  ) => {
    if (on === undefined) return
    diary.on(on, '15:45', async desk => {
      const { version } = await desk.ask('clerk', 'cases.get', { id: aidCase.get() })
      await act(desk, desk.day(on), aidCase.get(), version)
    })
  }
  step(closed, (desk, closedOn, id, version) =>
    desk.ask('clerk', 'closing.record', {
      id,
      closing: {
        closedOn,
        closingBasis: '民事调解书（练习）',
        closingMode: 'court-mediation',
        outcome: 'won',
        recoveredFen: 1_260_000,
        personsHelped: 1,
        hearings: 1,
        complexity: 'ordinary',
        summary: '经法院主持调解，对方当庭支付全部工资。',
      },
      version,
    }),
  )
  step(papers, (desk, receivedOn, id, version) => desk.ask('clerk', 'closing.receivePapers', { id, receivedOn, version }))
  step(accepted, (desk, reviewedOn, id, version) => desk.ask('clerk', 'closing.acceptPapers', { id, reviewedOn, version }))
  return aidCase
}

/** The subsidy sheet (补贴核算表), with what the pack gives at least where it gives a range. */
function prepare(diary: PracticeDiary, aidCase: Kept<string>, on: number): Kept<{ id: string; version: number }> {
  const sheet = new Kept<{ id: string; version: number }>()
  diary.on(on, '16:00', async desk => {
    const caseId = aidCase.get()
    const directCosts = [{ kind: 'travel', description: '往返法院', amountFen: 12_000, vouchers: 2 }]
    const { isPayable, tier } = await desk.ask('clerk', 'subsidies.preview', { caseId, chosenFen: null, directCosts })
    const chosenFen = isPayable ? null : (tier?.minFen ?? null)
    sheet.keep(await desk.ask('clerk', 'subsidies.prepare', { caseId, chosenFen, directCosts }))
  })
  return sheet
}
