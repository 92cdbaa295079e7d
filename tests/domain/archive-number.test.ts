import { describe, expect, it } from 'vitest'
import {
  archiveCategoryOf,
  archiveNumberProblem,
  archivePatternProblems,
  formatArchiveNumber,
  tidyArchiveNumber,
} from '../../src-main/domain/archive-number.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'
import { caseOf } from './case-of.ts'

const pack = shippedPack()
const retention = pack.retention.periods.map(period => period.code)

describe('archive numbers (DA/T 13)', () => {
  const number = formatArchiveNumber(pack.archiveNumber, { fonds: 'J019', category: 'MS', year: 2026, retention: 'D30', seq: 1 })
  it('are made by the pattern', () => expect(number).toBe('J019-ZY·FY·MS·2026·D30-001'))
  it.each([
    { text: number, ok: true },
    { text: 'J019-ZY·FY·XS·2026·Y-1234', ok: true },
    { text: 'J019-ZY·FY·MS·2026·D30-01', ok: false },
    { text: 'J019-ZY·FY·MS·2026·D30-12345', ok: false },
    { text: 'J19-ZY·FY·MS·2026·D30-001', ok: false },
    { text: 'J019-ZY·FY·QQ·2026·D30-001', ok: false },
    { text: 'J019-ZY·FY·MS·2026·D20-001', ok: false },
    { text: 'J019-ZY•FY•MS•2026•D30-001', ok: false },
    { text: 'xJ019-ZY·FY·MS·2026·D30-001', ok: false },
  ])('$text', ({ text, ok }) => expect(archiveNumberProblem(text, pack.archiveNumber, retention) === null).toBe(ok))
  it.each([
    { typed: 'j019-zy•fy•ms•2026•d30-001' },
    { typed: 'J019-ZY.FY.MS.2026.D30-001' },
    { typed: ' J019 - ZY・FY・MS・2026・D30 - 001 ' },
    { typed: 'J019－ZY·FY·MS·2026·D30－001' },
  ])('“$typed” is tidied', ({ typed }) => expect(tidyArchiveNumber(typed)).toBe(number))
  it('must have every part in the pattern', () => {
    expect(archivePatternProblems('{fonds}-{category}·{year}-{seq}')).toEqual(['档号格式必须有 {retention}'])
  })
  it.each([
    { matterType: 'civil', code: 'MS' },
    { matterType: 'criminal', code: 'XS' },
    { matterType: 'administrative', code: 'XZ' },
    { matterType: 'arbitration', code: 'LZ' },
    { matterType: 'non-litigation', code: 'FS' },
  ] as const)('$matterType is $code', ({ matterType, code }) =>
    expect(archiveCategoryOf(pack.archiveNumber, caseOf({ matterType }))).toBe(code),
  )
})
