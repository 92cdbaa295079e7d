import { addDays } from './calendar-date.ts'
import type { CaseFacts, CaseFlag } from './case-facts.ts'
import { computeDeadline, type WorkingCalendar } from './clock.ts'
import { formatYuan } from './money.ts'
import { formatNumber } from './numbering.ts'
import type { RulePack } from './rule-pack/rule-pack.ts'
import { computeSubsidy } from './subsidy.ts'

/** How one sample comes out under one pack: 民事　一审　普通 → 2,000.00 元. */
export type SampleOutcome = { readonly title: string; readonly outcome: string }

const SHORT_NAME = '示例'
/** Start days of the sample clocks, from the first of January: before 春节, 国庆, at the year's end, and on a plain day in each season. */
const START_DAYS = [0, 40, 74, 120, 180, 266, 310, 361] as const
const SAMPLE_FLAGS: readonly (readonly CaseFlag[])[] = [[], ['major'], ['group'], ['terminated']]
const FIRST_NUMBERS = [1, 120] as const

/**
 * The built-in sample facts (样例) under a pack on a day of reference: each kind of case closed that day with its subsidy, each limit from
 * several start days, each series' first numbers. The same samples come in the same order under every pack that has them.
 */
export function sampleOutcomes(pack: RulePack, onDay: string, calendar: WorkingCalendar): readonly SampleOutcome[] {
  return [...subsidySamples(pack, onDay), ...clockSamples(pack, onDay, calendar), ...numberSamples(pack, onDay)]
}

function subsidySamples(pack: RulePack, closedOn: string): SampleOutcome[] {
  const handler = pack.codes.handlerKinds[0]?.code ?? ''
  return pack.codes.matterTypes.flatMap(type =>
    type.stages.flatMap(stage =>
      SAMPLE_FLAGS.map(flags => {
        const facts: CaseFacts = {
          matterType: type.code,
          stage: stage.code,
          route: 'application',
          aidForms: pack.codes.aidForms.map(form => form.code),
          hardshipRoute: 'check',
          complexity: 'ordinary',
          closingMode: type.closingModes[0]?.code ?? null,
          hearings: 1,
          sentenceMonths: null,
          claimFen: null,
          flags: ['heard', ...flags],
        }
        const { isPayable, totalFen, tier, notPayableReason } = computeSubsidy(
          {
            facts,
            closedOn,
            handler: { kind: handler, isPublicEmployee: false },
            chosenFen: null,
            recipients: 1,
            qualityGrade: null,
            chosenShares: {},
            directCosts: [],
          },
          pack.subsidyTables,
        )
        return {
          title: `补贴　${type.label}　${stage.label}　${FLAG_TITLES[flags[0] ?? ''] ?? '普通'}`,
          outcome: isPayable ? `${formatYuan(totalFen)} 元（${tier?.label ?? ''}）` : (notPayableReason ?? '不付'),
        }
      }),
    ),
  )
}

const FLAG_TITLES: Readonly<Record<string, string>> = { major: '重大疑难', group: '群体性', terminated: '终止援助' }

function clockSamples(pack: RulePack, onDay: string, calendar: WorkingCalendar): SampleOutcome[] {
  const newYear = `${onDay.slice(0, 4)}-01-01`
  return pack.time.limits.flatMap(limit =>
    START_DAYS.map(days => {
      const start = addDays(newYear, days)
      const title = `期限　${limit.label}　${start} 起`
      if (!limit.active) return { title, outcome: '未启用' }
      const { lastDay } = computeDeadline({ start, limit, rules: pack.time, pauses: [], calendar, today: start })
      return { title, outcome: `最后一天 ${lastDay}` }
    }),
  )
}

function numberSamples(pack: RulePack, onDay: string): SampleOutcome[] {
  const year = Number(onDay.slice(0, 4))
  const kind = pack.codes.matterTypes[0]?.numberWord ?? ''
  return pack.numberSeries.flatMap(series =>
    FIRST_NUMBERS.map(seq => ({
      title: `编号　${series.label}　第 ${seq} 号`,
      outcome: formatNumber(series, { short: SHORT_NAME, kind: series.perKind ? kind : '', year, seq }),
    })),
  )
}
