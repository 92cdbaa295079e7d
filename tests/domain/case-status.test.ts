import { describe, expect, it } from 'vitest'
import {
  CASE_STATUSES,
  type CaseAct,
  nextApplicationStatus,
  nextCaseStatus,
  nextSubsidyStatus,
} from '../../src-main/domain/case-status.ts'

describe('applications', () => {
  it.each([
    { from: 'deciding', act: 'ask-supplement', to: 'supplementing' },
    { from: 'supplementing', act: 'receive-supplement', to: 'deciding' },
    { from: 'deciding', act: 'grant', to: 'granted' },
    { from: 'supplementing', act: 'grant', to: null },
    { from: 'supplementing', act: 'refuse', to: 'refused' },
    { from: 'supplementing', act: 'withdraw', to: 'withdrawn' },
    { from: 'deciding', act: 'receive-supplement', to: null },
    { from: 'granted', act: 'refuse', to: null },
    { from: 'withdrawn', act: 'grant', to: null },
  ] as const)('$from, $act: $to', ({ from, act, to }) => expect(nextApplicationStatus(from, act)).toBe(to))
})

describe('cases', () => {
  it('go from assignment to the shelf', () => {
    const acts: readonly CaseAct[] = ['assign', 'close', 'receive-papers', 'accept-papers', 'seal']
    let status: (typeof CASE_STATUSES)[number] | null = CASE_STATUSES[0]
    const passed = acts.map(act => {
      status = status && nextCaseStatus(status, act)
      return status
    })
    expect(passed).toEqual(['handling', 'awaiting-papers', 'reviewing-papers', 'awaiting-volume', 'sealed'])
  })
  it.each([
    { name: 'papers go back', from: 'reviewing-papers', act: 'return-papers', to: 'awaiting-papers' },
    { name: 'another handler takes over', from: 'handling', act: 'assign', to: 'handling' },
    { name: 'nothing is closed before it is assigned', from: 'awaiting-assignment', act: 'close', to: null },
    { name: 'nothing is sealed before its papers are accepted', from: 'reviewing-papers', act: 'seal', to: null },
    { name: 'a sealed case stays', from: 'sealed', act: 'close', to: null },
  ] as const)('$name', ({ from, act, to }) => expect(nextCaseStatus(from, act)).toBe(to))
})

describe('subsidy sheets', () => {
  it.each([
    { from: 'awaiting-approval', act: 'approve', to: 'approved' },
    { from: 'awaiting-approval', act: 'return', to: 'returned' },
    { from: 'returned', act: 'revise', to: 'awaiting-approval' },
    { from: 'returned', act: 'approve', to: null },
    { from: 'approved', act: 'list', to: 'listed' },
    { from: 'approved', act: 'pay', to: null },
    { from: 'approved', act: 'revise', to: null },
    { from: 'listed', act: 'pay', to: 'paid' },
    { from: 'paid', act: 'return', to: null },
  ] as const)('$from, $act: $to', ({ from, act, to }) => expect(nextSubsidyStatus(from, act)).toBe(to))
})
