import { describe, expect, test } from 'vitest'
import type { ConflictFinding } from '../../src-main/contract/conflicts.ts'
import { reasonsToSend, sameForAll, unanswered } from '../../src-renderer/ui/conflict-reasons.ts'

function finding(key: string, more: Partial<ConflictFinding> = {}): ConflictFinding {
  return {
    key,
    rule: 'opponent-was-helped',
    label: '对方当事人是本中心援助过的人',
    severity: 'reason',
    clause: null,
    confidence: null,
    sentence: '对方当事人 王建国 是 蚌援民〔2026〕1号 的申请人',
    strength: 'name',
    strengthWords: '姓名相同',
    partyRole: 'opponent',
    partyName: '王建国',
    matterKind: 'case',
    matterId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    number: '蚌援民〔2026〕1号',
    cause: '离婚纠纷',
    date: '2026-11-20',
    personName: '王建国',
    isCurrent: true,
    acknowledgement: null,
    ...more,
  }
}

const acknowledgement = { reason: '主任同意', by: '王莉', at: '2026-11-20T01:00:00.000Z' }
const findings = [
  finding('open'),
  finding('told', { severity: 'notice' }),
  finding('done', { acknowledgement }),
  finding('gone', { isCurrent: false, acknowledgement }),
]
const keys = (found: readonly { readonly key: string }[]) => found.map(one => one.key)

describe('reasons for conflicts', () => {
  test('only a current one that asks and has none, on file or typed, is still open', () => {
    expect(keys(unanswered(findings, {}))).toEqual(['open'])
    expect(keys(unanswered(findings, { open: '  ' }))).toEqual(['open'])
    expect(keys(unanswered(findings, { open: '同名' }))).toEqual([])
  })
  test('typed reasons go out trimmed; none for what is on file, gone or not there', () => {
    const typed = { open: ' 同名 ', told: '知道', done: '再写', gone: '再写', other: '别处' }
    expect(reasonsToSend(findings, typed)).toEqual([
      { key: 'open', reason: '同名' },
      { key: 'told', reason: '知道' },
    ])
  })
  test('one reason for the rest leaves typed ones alone', () => {
    const two = [finding('a'), finding('b')]
    expect(sameForAll(two, { a: '同名' }, '同名')).toEqual({ b: '同名' })
  })
})
