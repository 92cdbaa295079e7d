import { expect, test } from 'vitest'
import { lookAlike, nearSounds, oneDifference } from '../../src-main/domain/name-likeness.ts'
import { nameSound, nameSyllables } from '../../src-main/store/folded-text.ts'

/** Whether the register would tell two names of the same length as alike by sound or by look. */
function alike(one: string, other: string): boolean {
  const difference = oneDifference(one, other)
  if (nameSound(one) === nameSound(other) || (difference && lookAlike(difference.mine, difference.theirs))) return true
  return nearSounds(nameSyllables(one)).includes(nameSound(other))
}

test('names that are really mistaken for one another are alike, whichever was written', () => {
  const surnames = '张章 李黎 王汪 刘柳 陈程 徐许 曹操 戴代 闫阎 付傅 肖萧 邱丘 候侯 余佘 于干 祖租'.split(' ')
  const given = '伟玮炜 娟涓 艳燕彦 丽莉俐 静婧 强蔷 军君钧 红宏洪 华桦 萍苹 海梅 梁粱 玉王 己已 茹菇'.split(' ')
  const pairs = (group: string) => {
    const [first = '', ...others] = Array.from(group)
    return others.map(other => [first, other] as const)
  }
  const missed = [
    ...surnames
      .flatMap(pairs)
      .filter(([one, other]) => !(alike(`${one}建国`, `${other}建国`) && alike(`${other}建国`, `${one}建国`))),
    ...given.flatMap(pairs).filter(([one, other]) => !(alike(`李${one}`, `李${other}`) && alike(`李${other}`, `李${one}`))),
  ]
  expect(missed).toEqual([])
  expect([alike('王伟', '李伟'), alike('王建国', '王志国'), alike('王芳', '王霞')]).toEqual([false, false, false])
})

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵周吴徐孙马胡朱郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪',
)
const GIVEN = Array.from(
  '伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅红建国文辉力志永健世广义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆',
)

test('five thousand names at random are told as alike with few others', () => {
  let seed = 20_261_120
  const draw = <One>(from: readonly One[]): One => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const one = from[Math.floor((seed / 2_147_483_648) * from.length)]
    if (one === undefined) throw new Error('nothing to draw from')
    return one
  }
  const names = [...new Set(Array.from({ length: 5000 }, () => `${draw(SURNAMES)}${draw(GIVEN)}${draw(GIVEN)}`))]
  const bySound = new Map<string, number>()
  for (const name of names) bySound.set(nameSound(name), (bySound.get(nameSound(name)) ?? 0) + 1)
  // By sound and near sound, as the register looks them up; look-alikes differ in one character and are rarer still.
  const told = names.map(name =>
    [nameSound(name), ...nearSounds(nameSyllables(name))].reduce((sum, sound) => sum + (bySound.get(sound) ?? 0), -1),
  )
  const sum = told.reduce((total, one) => total + one, 0)
  expect(sum / names.length).toBeLessThan(0.5)
  expect(Math.max(...told)).toBeLessThanOrEqual(12)
})
