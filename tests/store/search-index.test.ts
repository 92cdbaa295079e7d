import { describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { nameInitials, nameSound } from '../../src-main/store/folded-text.ts'
import { newDatabaseKey } from '../../src-main/store/keyring.ts'
import { openDatabase } from '../../src-main/store/sqlite/database-file.ts'
import {
  findHits,
  indexNewSubjects,
  indexSubject,
  meetsTerms,
  type SearchSubject,
  searchTerms,
} from '../../src-main/store/sqlite/search-index.ts'
import { makeFolder } from '../support/make-folder.ts'

function subject(
  kind: SearchSubject['kind'],
  subjectId: string,
  sortDay: string,
  name: string,
  more: Partial<SearchSubject> = {},
): SearchSubject {
  return { kind, subjectId, sortDay, name, initials: nameInitials(name), sound: nameSound(name), tail: null, words: [], ...more }
}

const SUBJECTS = [
  subject('person', 'p-wang', '2026-01-10', '王建国', { tail: '34030319710816284X', words: ['13805520318'] }),
  subject('person', 'p-shan', '2026-02-11', '单小明', { words: ['0552-3051234'] }),
  subject('person', 'p-buy', '2026-02-12', '买买提·艾力'),
  subject('person', 'p-smith', '2026-02-13', 'Mary Smith', { tail: 'E12345678' }),
  subject('case', 'c-12', '2026-03-01', '王建国', {
    tail: '34030319710816284X',
    words: ['蚌援民〔2026〕12号', '追索劳动报酬纠纷', '安徽某某建筑有限公司'],
  }),
  subject('case', 'c-7', '2026-03-05', '李秀英', { words: ['蚌援民〔2026〕7号', '离婚纠纷', '赵强'] }),
  subject('application', 'a-1211', '2025-11-02', '李秀英', {
    words: ['蚌援申〔2025〕1211号', '工伤保险待遇纠纷', 'ABC物流公司'],
  }),
]

async function openIndex() {
  const database = await openDatabase({
    folder: makeFolder(),
    key: newDatabaseKey(),
    migrations,
    now: '2026-11-20T01:00:00.000Z',
    mayCreate: true,
  })
  const find = async (words: string, among: 'person' | 'file' = 'file', below: number | null = null, limit = 50) => {
    const terms = searchTerms(words)
    const hits = await findHits(database.reader, among, terms, below, limit)
    return hits
      .filter(hit =>
        meetsTerms(
          terms,
          SUBJECTS.find(one => one.subjectId === hit.subjectId) ?? subject('case', hit.subjectId, '2026-01-01', ''),
        ),
      )
      .map(hit => hit.subjectId)
  }
  return { database, find }
}

describe('the two-character index', () => {
  const rows: [what: string, among: 'person' | 'file', words: string, found: string[]][] = [
    ['a whole name', 'person', '王建国', ['p-wang']],
    ['two characters inside a name', 'person', '建国', ['p-wang']],
    ['one character begins a name', 'person', '王', ['p-wang']],
    ['one character inside a name is not enough', 'person', '国', []],
    ['a name with its dot', 'person', '买买提·艾力', ['p-buy']],
    ['a name without its dot', 'person', '买买提艾力', ['p-buy']],
    ['initials, the surname read as one', 'person', 'sxm', ['p-shan']],
    ['the common reading of 单 is not a surname', 'person', 'dxm', []],
    ['the beginning of the initials', 'person', 'SX', ['p-shan']],
    ['initials that do not begin the name', 'person', 'xm', []],
    ['a name written out in pinyin', 'person', 'shanxiaom', ['p-shan']],
    ['a Latin name', 'person', 'smith', ['p-smith']],
    ['four digits of a phone', 'person', '0318', ['p-wang']],
    ['certificate tail with its letter', 'person', '284x', ['p-wang']],
    ['certificate tail in full width', 'person', '２８４Ｘ', ['p-wang']],
    ['the whole certificate number', 'person', '34030319710816284X', ['p-wang']],
    ['a certificate number that only ends alike', 'person', '11030319710816284X', []],
    ['a piece inside the certificate number', 'person', '197108', []],
    ['a passport tail', 'person', '45678', ['p-smith']],
    ['a file by the tail of its applicant', 'file', '284X', ['c-12']],
    ['a file by initials', 'file', 'wjg', ['c-12']],
    ['a whole number', 'file', '蚌援民〔2026〕12号', ['c-12']],
    ['a number with other brackets', 'file', '蚌援民[2026]12', ['c-12']],
    ['year and number apart', 'file', '2026 12', ['c-12']],
    ['one digit that stands alone', 'file', '2026 7', ['c-7']],
    ['digits that only stand side by side in other order', 'file', '1112', []],
    ['digits in a row', 'file', '1211', ['a-1211']],
    ['a cause', 'file', '劳动报酬', ['c-12']],
    ['a cause and a name', 'file', '离婚 李秀', ['c-7']],
    ['an opponent', 'file', '赵强', ['c-7']],
    ['an opponent in mixed script', 'file', 'abc物流', ['a-1211']],
    ['newest first', 'file', '李秀英', ['c-7', 'a-1211']],
    ['a person is no file', 'file', '买买提', []],
    ['nothing but marks', 'file', '〔〕*"', []],
    ['words of the query language', 'person', 'AND OR NOT', []],
  ]
  test.each(rows)('finds by %s', async (_, among, words, found) => {
    const { database, find } = await openIndex()
    await database.writer.transaction().execute(trx => indexNewSubjects(trx, SUBJECTS))
    expect(await find(words, among)).toEqual(found)
    await database.close()
  })

  test('a changed subject is found by its new words only, and keeps its place by day', async () => {
    const { database, find } = await openIndex()
    await database.writer.transaction().execute(async trx => {
      for (const one of SUBJECTS) await indexSubject(trx, one)
      await indexSubject(trx, subject('case', 'c-7', '2025-01-01', '李秀英', { words: ['蚌援民〔2026〕7号', '抚养费纠纷'] }))
    })
    const hits = async (words: string) =>
      (await findHits(database.reader, 'file', searchTerms(words), null, 50)).map(hit => hit.subjectId)
    expect(await hits('离婚')).toEqual([])
    expect(await hits('抚养费')).toEqual(['c-7'])
    expect(await find('李秀英')).toEqual(['a-1211', 'c-7'])
    await database.close()
  })

  test('a page goes on below the last hit', async () => {
    const { database } = await openIndex()
    const many = Array.from({ length: 25 }, (_, index) =>
      subject('case', `c-${index}`, index < 20 ? '2026-05-01' : '2026-04-01', '张三丰'),
    )
    await database.writer.transaction().execute(trx => indexNewSubjects(trx, many))
    const terms = searchTerms('张三')
    const first = await findHits(database.reader, 'file', terms, null, 10)
    const second = await findHits(database.reader, 'file', terms, first.at(-1)?.id ?? null, 100)
    expect(new Set([...first, ...second].map(hit => hit.subjectId)).size).toBe(25)
    expect(first).toHaveLength(10)
    await database.close()
  })

  test('what a rolled-back command indexed is not found', async () => {
    const { database, find } = await openIndex()
    const undone = database.writer.transaction().execute(async trx => {
      await indexNewSubjects(trx, SUBJECTS)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await find('王建国')).toEqual([])
    await database.close()
  })
})

describe('how a name sounds', () => {
  const rows: [name: string, initials: string, sound: string][] = [
    ['单小明', 'sxm', 'shanxiaoming'],
    ['曾国藩', 'zgf', 'zengguofan'],
    ['解晓东', 'xxd', 'xiexiaodong'],
    ['欧阳娜娜', 'oynn', 'ouyangnana'],
    ['吕 布', 'lb', 'lvbu'],
    ['𠮷野', 'y', '𠮷ye'],
  ]
  test.each(rows)('%s', (name, initials, sound) => {
    expect(nameInitials(name)).toBe(initials)
    expect(nameSound(name)).toBe(sound)
  })
})
