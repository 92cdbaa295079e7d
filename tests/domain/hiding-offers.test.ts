import { expect, test } from 'vitest'
import { offeredGrounds } from '../../src-main/domain/hiding-offers.ts'
import { shippedPack } from '../../src-main/packs/load-pack.ts'

const { privacy } = shippedPack()
const facts = {
  scope: 's31-5',
  cause: '追索劳动报酬纠纷',
  facts: '工资未付',
  hardshipGround: null,
  personCategories: [] as string[],
}

test.each([
  ['an ordinary matter', {}, [], []],
  ['the scope of 家庭暴力', { scope: 's32-4' }, ['domestic-violence'], []],
  ['the cause', { cause: '申请人身安全保护令' }, ['domestic-violence'], []],
  ['words of the facts', { facts: '长期遭受家庭暴力' }, ['domestic-violence'], []],
  ['a threat', { facts: '多次威胁申请人' }, ['threatened'], []],
  ['a minor', { personCategories: ['minor'] }, [], ['juvenile']],
  ['a notice for a minor', { scope: 's25-1-1' }, [], ['juvenile']],
  ['somebody else’s category', { personCategories: ['elderly'] }, [], []],
])('%s', (_, more, protection, restriction) => {
  const codes = (grounds: typeof privacy.protectionGrounds) =>
    offeredGrounds(grounds, { ...facts, ...more }).map(ground => ground.code)
  expect([codes(privacy.protectionGrounds), codes(privacy.restrictionGrounds)]).toEqual([protection, restriction])
})
