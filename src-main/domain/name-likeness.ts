/** Characters of names that are taken for one another in handwriting and in lists (形近字); each group is one row. */
const LOOK_ALIKE_GROUPS = [
  '己已巳',
  '未末',
  '土士',
  '戊戌戍',
  '晴睛',
  '日曰',
  '干千于',
  '天夭',
  '人入',
  '大太犬',
  '王玉',
  '木本',
  '白百',
  '午牛',
  '今令',
  '侯候',
  '杨扬',
  '沈沉',
  '茅芽',
  '郭廓',
  '冷泠',
  '汪江',
  '洪供',
  '秦泰',
  '卢芦',
  '萧肖',
  '付傅',
  '闫阎',
  '戴载',
  '代伐',
  '辛幸',
  '屈届',
  '健建键',
  '伟纬玮炜',
  '莹萤',
  '静净',
  '敏毓',
  '梅海',
  '浩皓晧',
  '搏博',
  '俊峻骏竣',
  '峰锋烽',
  '桦华烨晔',
  '蓉容',
  '莉利俐',
  '媛嫒缓',
  '妍研',
  '苹平萍',
  '晖辉挥',
  '杰洁',
  '贝见',
  '予子',
  '刚钢纲',
  '哲晢',
  '崇祟',
  '栗粟',
  '赢嬴羸',
  '治冶',
  '菁青',
  '倩情清',
  '靖静',
  '延廷',
  '庭廷挺',
  '彬林',
  '琳霖林',
  '楠南',
  '柯坷',
  '妹姝',
  '凤风',
  '凯恺',
  '昕忻欣',
  '炎焱',
  '鑫金',
  '宝玉',
  '定宝',
  '全金',
  '宇字',
  '友支',
  '悦锐',
  '丽俪',
  '珊姗',
  '荣莱',
  '裕浴',
  '雯雪',
  '庆厌',
  '芳方',
  '志忠',
  '亮毫',
  '永泳',
  '余佘',
  '冉再',
  '史吏',
  '苟荀',
  '宫官',
  '卞卡',
  '亓元',
  '茹菇',
  '宁丁',
] as const

const LOOK_ALIKES: ReadonlyMap<string, ReadonlySet<string>> = buildLookAlikes()

function buildLookAlikes(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const group of LOOK_ALIKE_GROUPS) {
    for (const one of group) {
      const others = found.get(one) ?? new Set<string>()
      for (const other of group) if (other !== one) others.add(other)
      found.set(one, others)
    }
  }
  return found
}

/** Whether two characters are easily taken for one another. */
export function lookAlike(one: string, other: string): boolean {
  return LOOK_ALIKES.get(one)?.has(other) ?? false
}

/** The name keys that differ from this one in one look-alike character, at most 40. */
export function lookAlikeVariants(nameKey: string): string[] {
  const characters = Array.from(nameKey)
  return characters
    .flatMap((character, index) =>
      [...(LOOK_ALIKES.get(character) ?? [])].map(other =>
        [...characters.slice(0, index), other, ...characters.slice(index + 1)].join(''),
      ),
    )
    .slice(0, 40)
}

/**
 * How many characters must be changed, added, dropped or exchanged with their neighbour to make one text of the other (编辑距离). Counts
 * whole characters, so that a rare one outside the basic plane is one.
 */
export function editDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The one character in which two names of the same length differ, with its place from 1; null where they differ in none or several. */
export function oneDifference(
  one: string,
  other: string,
): { readonly place: number; readonly mine: string; readonly theirs: string } | null {
  const [a, b] = [Array.from(one), Array.from(other)]
  if (a.length !== b.length) return null
  const places = a.flatMap((character, index) => (character === b[index] ? [] : [index]))
  const [place] = places
  if (place === undefined || places.length > 1) return null
  return { place: place + 1, mine: a[place] ?? '', theirs: b[place] ?? '' }
}

/** Ends and beginnings of syllables that many speakers do not tell apart (平翘舌、前后鼻音、鼻边音). */
const SOUND_PAIRS = [
  [/^zh/, 'z'],
  [/^z(?!h)/, 'zh'],
  [/^ch/, 'c'],
  [/^c(?!h)/, 'ch'],
  [/^sh/, 's'],
  [/^s(?!h)/, 'sh'],
  [/^l/, 'n'],
  [/^n/, 'l'],
] as const
const END_PAIRS = [
  [/(?<=[aei])ng$/, 'n'],
  [/(?<=[aei])n$/, 'ng'],
] as const

/** What a name may sound like to others: every combination of its syllables and their near sounds, the name's own sound left out, at most 64. */
export function nearSounds(syllables: readonly string[]): string[] {
  let found = ['']
  for (const syllable of syllables) {
    const heads = [
      syllable,
      ...SOUND_PAIRS.filter(([from]) => from.test(syllable)).map(([from, to]) => syllable.replace(from, to)),
    ]
    const whole = heads.flatMap(head => [
      head,
      ...END_PAIRS.filter(([from]) => from.test(head)).map(([from, to]) => head.replace(from, to)),
    ])
    found = found.flatMap(start => whole.map(end => `${start}${end}`)).slice(0, 65)
  }
  const own = syllables.join('')
  return [...new Set(found)].filter(sound => sound !== own).slice(0, 64)
}

/** Words with which names of organisations end, left out to compare what is their own (字号). */
const ORGANISATION_ENDS = /(股份有限公司|有限责任公司|有限公司|公司|合作社|工厂|厂|商行|经营部|店)$/

/** An organisation's name without its ending: 安徽恒远建筑有限公司 and 安徽恒远建筑有限责任公司 are one. */
export function organisationCore(nameKey: string): string {
  return nameKey.replace(ORGANISATION_ENDS, '')
}

/** How many changed characters still count as alike for a name of this length: one up to five characters, two beyond. */
export function mostDifferences(nameKey: string): number {
  const length = Array.from(nameKey).length
  return length <= 2 ? 0 : length <= 5 ? 1 : 2
}
