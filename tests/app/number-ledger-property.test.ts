import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consultationInput } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'

const SERIES = 'consultation'
const NO_TICKET = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

/** What an office may do to the numbers of this year (0) and last year (-1). */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('draw' as const), year: fc.constantFrom(0, -1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('draw-and-fail' as const), year: fc.constantFrom(0, -1) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('enter' as const),
      year: fc.constantFrom(0, -1),
      seq: fc.integer({ min: 1, max: 14 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('void' as const), year: fc.constantFrom(0, -1), seq: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reserve' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release' as const), seq: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('explain' as const),
      year: fc.constantFrom(0, -1),
      first: fc.integer({ min: 1, max: 6 }),
      length: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom('before-start' as const, 'other' as const),
    }),
  },
)

type Row = { status: 'used' | 'void' | 'reserved'; isBack: boolean; block: string | null }
type Year = { counter: number; rows: Map<number, Row>; stated: { first: number; last: number }[] }

it('whatever an office does, no number comes twice, and every number up to the counter is used or accounted for', async () => {
  const center = await makeCenter({ today: '2027-06-01' })
  const [consultant] = await center.call(center.clerk, 'users.names', {})
  const first = await center.call(center.clerk, 'consultations.register', consultationInput(consultant?.id ?? ''))
  const { personId } = first
  let thisYear = 2028
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async steps => {
      // Each run has two years of its own.
      thisYear += 3
      center.setDay(`${thisYear}-06-01`)
      const model = new Map<number, Year>([0, -1].map(year => [year, { counter: 0, rows: new Map(), stated: [] }]))
      const of = (year: number): Year => model.get(year) ?? { counter: 0, rows: new Map(), stated: [] }
      const text = (year: number, seq: number) => `蚌援咨〔${thisYear + year}〕${seq}号`
      const register = (year: number, more: { number?: string; ticketId?: string } = {}) =>
        center.attempt(center.clerk, 'consultations.register', {
          ...consultationInput(consultant?.id ?? '', { personId, receivedOn: `${thisYear + year}-03-01` }),
          ticketId: more.ticketId ?? null,
          backEntry: more.number === undefined ? null : { number: more.number, reason: '旧册' },
        })
      for (const one of steps) {
        switch (one.do) {
          case 'draw': {
            const year = of(one.year)
            year.counter += 1
            year.rows.set(year.counter, { status: 'used', isBack: false, block: null })
            expect(await register(one.year)).toMatchObject({ ok: true, value: { number: text(one.year, year.counter) } })
            break
          }
          case 'draw-and-fail':
            expect(await register(one.year, { ticketId: NO_TICKET })).toMatchObject({ ok: false })
            break
          case 'enter': {
            const year = of(one.year)
            const row = year.rows.get(one.seq)
            const mayBe = row ? row.status === 'reserved' : one.seq <= year.counter || one.year < 0
            expect((await register(one.year, { number: String(one.seq) })).ok).toBe(mayBe)
            if (!mayBe) break
            year.rows.set(one.seq, { status: 'used', isBack: true, block: row?.block ?? null })
            year.counter = Math.max(year.counter, one.seq)
            break
          }
          case 'void': {
            const row = of(one.year).rows.get(one.seq)
            const reply = await center.attempt(center.director, 'numbering.void', {
              text: text(one.year, one.seq),
              reason: '写坏',
            })
            expect(reply.ok).toBe(row?.status === 'used')
            if (row?.status === 'used') row.status = 'void'
            break
          }
          case 'reserve': {
            const year = of(0)
            const { id } = await center.call(center.clerk, 'numbering.reserve', {
              series: SERIES,
              year: thisYear,
              count: one.count,
              holder: '二号窗口',
              reason: '值班',
            })
            for (let made = 0; made < one.count; made += 1) {
              year.counter += 1
              year.rows.set(year.counter, { status: 'reserved', isBack: false, block: id })
            }
            break
          }
          case 'release': {
            const row = of(0).rows.get(one.seq)
            if (!row?.block) break
            const reply = await center.attempt(center.clerk, 'numbering.release', {
              id: row.block,
              seqs: [one.seq],
              how: 'returned',
              reason: '未用',
            })
            expect(reply.ok).toBe(row.status === 'reserved')
            if (row.status === 'reserved') row.status = 'void'
            break
          }
          case 'explain': {
            const year = of(one.year)
            const last = one.first + one.length - 1
            const isHeld = [...year.rows].some(([seq, row]) => seq >= one.first && seq <= last && !row.isBack)
            const isStated = year.stated.some(stated => stated.first <= last && stated.last >= one.first)
            const mayBe = !isHeld && !isStated && (one.kind === 'before-start' || last <= year.counter)
            const reply = await center.attempt(center.director, 'numbering.explain', {
              series: SERIES,
              year: thisYear + one.year,
              first: one.first,
              last,
              kind: one.kind,
              reason: '旧册',
            })
            expect(reply.ok).toBe(mayBe)
            if (!mayBe) break
            year.stated.push({ first: one.first, last })
            if (one.kind === 'before-start') year.counter = Math.max(year.counter, last)
            break
          }
          default:
            one satisfies never
        }
      }
      for (const year of [0, -1]) {
        const { counter, rows, stated } = of(year)
        const place = { series: SERIES, year: thisYear + year }
        const ledger = await center.call(center.clerk, 'numbering.ledger', place)
        expect(ledger.map(row => [row.seq, row.status, row.text])).toEqual(
          [...rows].sort(([left], [right]) => left - right).map(([seq, row]) => [seq, row.status, text(year, seq)]),
        )
        const report = await center.call(center.clerk, 'numbering.gaps', place)
        const all = Array.from({ length: counter }, (_, index) => index + 1)
        const used = ledger.filter(row => row.status === 'used').map(row => row.seq)
        const holes = report.gaps.flatMap(gap => all.filter(seq => gap.first <= seq && seq <= gap.last))
        expect([...used, ...holes].sort((left, right) => left - right)).toEqual(all)
        expect(report.counter).toBe(counter)
        const bare = all.filter(seq => !rows.has(seq) && !stated.some(one => one.first <= seq && seq <= one.last))
        expect(report.unexplained).toBe(bare.length)
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
