import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-main/contract/index.ts'
import { makeClosedCase } from '../support/closed-case.ts'
import { personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'
import { encryptedPdf, jpegScan, pdfScan, pdfWithoutPages, pngScan, tiffScan } from '../support/scan-files.ts'
import { dropped } from '../support/whole-volume.ts'

async function openedVolume(center: TestCenter, options: Parameters<typeof makeClosedCase>[2] = {}) {
  const { caseId } = await makeClosedCase(center.call, center, options)
  const { id, version } = await center.call(center.archivist, 'archives.open', { caseId })
  return { caseId, id, version }
}

/** A volume with papers of these numbers of sides, each against its line of the filing order. */
async function volumeOf(center: TestCenter, papers: readonly (readonly [line: number, sides: number])[]) {
  const { id, caseId } = await openedVolume(center)
  let version = 1
  const itemIds: string[] = []
  for (const [line, sides] of papers) {
    const files = [dropped(`${line}.pdf`, await pdfScan(sides, `line-${line}-page`))]
    const added = await center.call(center.archivist, 'archives.addScan', {
      id,
      templateItem: line,
      itemId: null,
      files,
      version,
    })
    itemIds.push(added.itemId)
    version = added.version
  }
  return { id, caseId, version, itemIds }
}

/** Page numbers paper by paper, `-` for a blank side. */
async function numbersOf(center: TestCenter, id: string): Promise<string[]> {
  const { contents } = await center.call(center.archivist, 'archives.get', { id })
  return contents.map(item => `${item.templateItem}: ${item.pages.map(page => page.number ?? '-').join(' ')}`)
}

async function pageIds(center: TestCenter, id: string): Promise<string[][]> {
  const { contents } = await center.call(center.archivist, 'archives.get', { id })
  return contents.map(item => item.pages.map(page => page.id))
}

describe('opening a volume', () => {
  test('a closed case with accepted papers is due, and gets its volume by the pack', async () => {
    const center = await makeCenter()
    const { caseId, number } = await makeClosedCase(center.call, center)
    expect(await center.call(center.archivist, 'archives.due', {})).toEqual([
      {
        caseId,
        caseNumber: number,
        personName: '王建国',
        cause: '追索劳动报酬纠纷',
        matterType: 'civil',
        closedOn: '2026-10-12',
        acceptedOn: '2026-11-12',
      },
    ])
    const { id } = await center.call(center.archivist, 'archives.open', { caseId })
    const volume = await center.call(center.archivist, 'archives.get', { id })
    expect(volume).toMatchObject({
      title: '关于王建国追索劳动报酬纠纷法律援助案',
      template: { id: 'T1', label: '民事诉讼' },
      retention: 'D30',
      retentionLabel: '定期30年',
      retentionReason: expect.stringContaining('规则得出定期30年'),
      startedOn: '2026-06-08',
      endedOn: '2026-10-12',
      secrecy: 'none',
      status: 'arranging',
      archiveNumber: null,
    })
    expect(await center.call(center.archivist, 'archives.due', {})).toEqual([])
    const list = await center.call(center.archivist, 'archives.list', { year: 2026 })
    expect(list.rows.map(row => row.id)).toEqual([id])
    expect(list.years).toEqual([2026])
    expect((await center.call(center.archivist, 'archives.list', { year: 2025 })).total).toBe(0)
  })

  test('a case has one volume, and none before its papers are accepted', async () => {
    const center = await makeCenter()
    const { caseId } = await openedVolume(center)
    expect(await center.refusal(center.archivist, 'archives.open', { caseId })).toMatchObject({ code: 'DUPLICATE' })
    expect(await center.refusal(center.clerk, 'archives.open', { caseId })).toMatchObject({ code: 'FORBIDDEN', reason: 'role' })
    const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
    expect(await center.refusal(center.archivist, 'archives.open', { caseId: unknown })).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a volume of a minor is restricted from the start and kept as the rule for minors says', async () => {
    const center = await makeCenter()
    const person = personInput({ name: '李小雨', certificateNumber: residentId('2012-05-01', 22), categories: ['minor'] })
    const { id } = await openedVolume(center, { application: { person } })
    const volume = await center.call(center.archivist, 'archives.get', { id })
    expect(volume).toMatchObject({
      secrecy: 'restricted',
      retention: 'D30',
      retentionReason: expect.stringContaining('未成年人'),
    })
  })
})

describe('the filing order', () => {
  const lineOf = async (center: TestCenter, id: string, no: number) => {
    const { order } = await center.call(center.archivist, 'archives.get', { id })
    return order.find(entry => entry.no === no)
  }
  test.each([
    [1, 'heard', { applies: true, isMissing: true }],
    [0, 'not heard', { applies: false, isMissing: false }],
  ])('with %i hearings the record of the hearing (19) is judged as %s', async (hearings, _, expected) => {
    const center = await makeCenter()
    const { id } = await openedVolume(center, { closing: { hearings } })
    expect(await lineOf(center, id, 19)).toMatchObject(expected)
  })
  test('a condition that the records do not answer leaves the line to the archivist', async () => {
    const center = await makeCenter()
    const { id } = await openedVolume(center)
    expect(await lineOf(center, id, 15)).toMatchObject({ requirement: 'optional', applies: true, isMissing: false })
    expect(await lineOf(center, id, 13)).toMatchObject({ requirement: 'conditional', applies: false, isMissing: false })
  })
  test('an excuse with a reason takes the error away, without one brings it back', async () => {
    const center = await makeCenter()
    const { id, version } = await openedVolume(center)
    const errorsOf19 = async () => {
      const { findings } = await center.call(center.archivist, 'archives.get', { id })
      return findings.filter(finding => finding.level === 'error' && finding.templateItem === 19).length
    }
    expect(await errorsOf19()).toBe(1)
    const excused = await center.call(center.archivist, 'archives.excuseItem', {
      id,
      templateItem: 19,
      reason: '法院未制作庭审笔录',
      version,
    })
    expect(await errorsOf19()).toBe(0)
    expect(await lineOf(center, id, 19)).toMatchObject({ isMissing: false, excuse: '法院未制作庭审笔录' })
    const note = await center.call(center.archivist, 'papers.preview', { form: 'volume-note', subject: { kind: 'volume', id } })
    expect(note.html).toContain('法院未制作庭审笔录')
    await center.call(center.archivist, 'archives.excuseItem', { id, templateItem: 19, reason: '', version: excused.version })
    expect(await errorsOf19()).toBe(1)
    expect(
      await center.refusal(center.archivist, 'archives.excuseItem', { id, templateItem: 99, reason: 'x', version: 3 }),
    ).toMatchObject({ code: 'VALIDATION' })
  })
})

describe('page numbers', () => {
  test('sides are numbered through the volume, paper by paper in the order of the filing order', async () => {
    const center = await makeCenter()
    const { id } = await volumeOf(center, [
      [11, 3],
      [1, 2],
      [12, 2],
    ])
    expect(await numbersOf(center, id)).toEqual(['1: 1 2', '11: 3 4 5', '12: 6 7'])
  })
  test('a blank side has none, and those after it move up', async () => {
    const center = await makeCenter()
    const { id, version } = await volumeOf(center, [
      [1, 2],
      [11, 4],
      [12, 1],
    ])
    const [, records = []] = await pageIds(center, id)
    const blank = await center.call(center.archivist, 'archives.setPageBlank', {
      id,
      pageId: records[1] ?? '',
      isBlank: true,
      version,
    })
    expect(await numbersOf(center, id)).toEqual(['1: 1 2', '11: 3 - 4 5', '12: 6'])
    const volume = await center.call(center.archivist, 'archives.get', { id })
    expect(volume.pages).toBe(6)
    expect(volume.order.find(entry => entry.no === 11)).toMatchObject({ firstPage: 3, lastPage: 5 })
    // With a blank side the papers are taken for two-sided: 1 + 2 + 1 sheets.
    expect(volume).toMatchObject({ sheets: 4, thicknessMillimetres: 0.4 })
    await center.call(center.archivist, 'archives.setPageBlank', {
      id,
      pageId: records[1] ?? '',
      isBlank: false,
      version: blank.version,
    })
    expect(await numbersOf(center, id)).toEqual(['1: 1 2', '11: 3 4 5 6', '12: 7'])
  })
  test('a side moves within its paper and into another', async () => {
    const center = await makeCenter()
    const { id, version, itemIds } = await volumeOf(center, [
      [1, 3],
      [11, 2],
    ])
    const [[a = '', b = '', c = ''] = [], [d = '', e = ''] = []] = await pageIds(center, id)
    const first = await center.call(center.archivist, 'archives.movePage', {
      id,
      pageId: c,
      toItemId: itemIds[0] ?? '',
      toPosition: 1,
      version,
    })
    expect(await pageIds(center, id)).toEqual([
      [c, a, b],
      [d, e],
    ])
    const second = await center.call(center.archivist, 'archives.movePage', {
      id,
      pageId: a,
      toItemId: itemIds[1] ?? '',
      toPosition: 2,
      version: first.version,
    })
    expect(await pageIds(center, id)).toEqual([
      [c, b],
      [d, a, e],
    ])
    await center.call(center.archivist, 'archives.movePage', {
      id,
      pageId: c,
      toItemId: itemIds[1] ?? '',
      toPosition: 99,
      version: second.version,
    })
    expect(await pageIds(center, id)).toEqual([[b], [d, a, e, c]])
    expect(await numbersOf(center, id)).toEqual(['1: 1', '11: 2 3 4 5'])
  })
  test('a paper moves against the filing order only as an error that the checks name', async () => {
    const center = await makeCenter()
    const { id, version, itemIds } = await volumeOf(center, [
      [1, 1],
      [11, 1],
      [12, 1],
    ])
    await center.call(center.archivist, 'archives.moveItem', { id, itemId: itemIds[2] ?? '', toPosition: 1, version })
    expect(await numbersOf(center, id)).toEqual(['12: 1', '1: 2', '11: 3'])
    const { findings } = await center.call(center.archivist, 'archives.get', { id })
    expect(findings.filter(finding => finding.check === 'V35' && finding.level === 'error')).toHaveLength(1)
  })
  test('more scans onto a paper continue it; a paper taken out closes the gap', async () => {
    const center = await makeCenter()
    const { id, version, itemIds } = await volumeOf(center, [
      [1, 1],
      [11, 2],
    ])
    const files = [
      dropped('续.jpg', jpegScan('more')),
      dropped(
        '续2.tif',
        tiffScan([
          { width: 9, height: 9 },
          { width: 8, height: 9 },
        ]),
      ),
    ]
    const added = await center.call(center.archivist, 'archives.addScan', {
      id,
      templateItem: 1,
      itemId: itemIds[0] ?? '',
      files,
      version,
    })
    expect(added).toMatchObject({ itemId: itemIds[0], addedPages: 3 })
    expect(await numbersOf(center, id)).toEqual(['1: 1 2 3 4', '11: 5 6'])
    await center.call(center.archivist, 'archives.removeItem', { id, itemId: itemIds[0] ?? '', version: added.version })
    expect(await numbersOf(center, id)).toEqual(['11: 1 2'])
  })
  test('a scan comes back byte for byte, and only through a volume that holds it', async () => {
    const center = await makeCenter()
    const { id, version } = await openedVolume(center)
    const content = jpegScan('original')
    await center.call(center.archivist, 'archives.addScan', {
      id,
      templateItem: 2,
      itemId: null,
      files: [dropped('身份证.jpg', content)],
      version,
    })
    const page = (await center.call(center.archivist, 'archives.get', { id })).contents[0]?.pages[0]
    const scan = await center.call(center.archivist, 'archives.scan', { id, attachment: page?.attachment ?? '' })
    expect(scan.mediaType).toBe('image/jpeg')
    expect(new Uint8Array(Buffer.from(scan.base64, 'base64'))).toEqual(content)
    expect(await center.refusal(center.archivist, 'archives.scan', { id, attachment: 'f'.repeat(64) })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('what the records know is filled in', () => {
  test('number, author and date of the decision; the paper that the file name speaks of', async () => {
    const center = await makeCenter()
    const { id, version, caseId } = await openedVolume(center)
    const decision = await center.call(center.archivist, 'archives.addScan', {
      id,
      templateItem: 6,
      itemId: null,
      files: [dropped('扫描0001.jpg', jpegScan('1'))],
      version,
    })
    await center.call(center.archivist, 'archives.addScan', {
      id,
      templateItem: 21,
      itemId: null,
      files: [dropped('一审民事判决书.jpg', jpegScan('2'))],
      version: decision.version,
    })
    const { contents } = await center.call(center.archivist, 'archives.get', { id })
    const kase = await center.call(center.archivist, 'cases.get', { id: caseId })
    expect(contents[0]).toMatchObject({
      title: '给予法律援助决定书',
      documentNumber: kase.decision?.number,
      author: '蚌山区法律援助中心',
      datedOn: '2026-06-10',
    })
    expect(contents[1]).toMatchObject({ title: '判决书', author: '蚌山区人民法院', datedOn: '2026-10-12' })
  })
  test("the center's own issued papers go in as their PDF", async () => {
    let printed = ''
    const printer = async (html: string) => {
      printed = html
      return pdfScan(2, 'notice')
    }
    const center = await makeCenter({ printer })
    const { id, version, caseId } = await openedVolume(center)
    const notice = (await center.call(center.archivist, 'papers.list', { subject: { kind: 'case', id: caseId } })).find(
      paper => paper.form === 'assignment-notice',
    )
    const added = await center.call(center.archivist, 'archives.addPaper', {
      id,
      templateItem: 7,
      paperId: notice?.id ?? '',
      version,
    })
    expect(added.addedPages).toBe(2)
    expect(printed).toContain(notice?.number ?? 'no number')
    const { contents } = await center.call(center.archivist, 'archives.get', { id })
    expect(contents[0]).toMatchObject({
      templateItem: 7,
      title: '指派通知书',
      documentNumber: notice?.number,
      author: '蚌山区法律援助中心',
      datedOn: '2026-06-12',
    })
    const person = personInput({ name: '李秀英', certificateNumber: residentId('1965-02-03', 44) })
    const other = await makeClosedCase(center.call, center, { application: { person } })
    const foreign = (await center.call(center.archivist, 'papers.list', { subject: { kind: 'case', id: other.caseId } }))[0]
    const input = { id, templateItem: 7, paperId: foreign?.id ?? '', version: added.version }
    expect(await center.refusal(center.archivist, 'archives.addPaper', input)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('scans that are none', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['0 bytes', '空.pdf', () => new Uint8Array(), '文件“空.pdf”是空的（0 字节）'],
    ['text renamed to .jpg', '庭审笔录.jpg', () => utf8('这其实是文字'), '文件“庭审笔录.jpg”不是扫描件，内容是文字'],
    ['a truncated PNG', '证据.png', () => pngScan().slice(0, 70), '文件“证据.png”不完整'],
    ['a truncated JPEG', '照片.jpg', () => jpegScan().slice(0, -20), '文件“照片.jpg”不完整'],
    ['an encrypted PDF', '判决书.pdf', () => encryptedPdf('123456'), '文件“判决书.pdf”加了密码'],
    ['a PDF without pages', '空白.pdf', () => pdfWithoutPages(), '文件“空白.pdf”里一页也没有'],
  ])('%s is refused with its own sentence, and the good file beside it is not taken either', async (_, name, make, sentence) => {
    const center = await makeCenter()
    const { id, version } = await openedVolume(center)
    const files = [dropped('好的.jpg', jpegScan()), dropped(name, await make())]
    const error = await center.refusal(center.archivist, 'archives.addScan', {
      id,
      templateItem: 2,
      itemId: null,
      files,
      version,
    })
    expect(error).toEqual({ code: 'VALIDATION', fields: [{ path: ['files', 1], message: expect.stringContaining(sentence) }] })
    const volume = await center.call(center.archivist, 'archives.get', { id })
    expect(volume).toMatchObject({ contents: [], version })
  })
  test('every bad file of a call is named', async () => {
    const center = await makeCenter()
    const { id, version } = await openedVolume(center)
    const files = [dropped('甲.jpg', utf8('x')), dropped('乙.jpg', jpegScan()), dropped('丙.pdf', new Uint8Array())]
    const error = await center.refusal(center.archivist, 'archives.addScan', {
      id,
      templateItem: 2,
      itemId: null,
      files,
      version,
    })
    expect(error.code === 'VALIDATION' && error.fields.map(field => field.path)).toEqual([
      ['files', 0],
      ['files', 2],
    ])
  })
})

describe('wrong and stale input', () => {
  const head = (more: Partial<InputOf<'archives.updateVolume'>>): Omit<InputOf<'archives.updateVolume'>, 'id' | 'version'> => ({
    title: '案卷',
    retention: 'D30',
    secrecy: 'none',
    location: null,
    note: '',
    arrangedById: null,
    checkedById: null,
    ...more,
  })
  test('one person cannot be named as arranger and as checker', async () => {
    const center = await makeCenter()
    const { id, version } = await openedVolume(center)
    const [first, second] = await center.call(center.archivist, 'users.names', {})
    const same = { id, version, ...head({ arrangedById: first?.id ?? null, checkedById: first?.id ?? null }) }
    expect(await center.refusal(center.archivist, 'archives.updateVolume', same)).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['checkedById'], message: '检查人不能和立卷人是同一人' }],
    })
    await center.call(center.archivist, 'archives.updateVolume', { ...same, checkedById: second?.id ?? null })
  })
  test('a retention period that the pack does not know is refused; another than the rule gives says who chose it', async () => {
    const center = await makeCenter()
    const { id, version } = await openedVolume(center)
    expect(
      await center.refusal(center.archivist, 'archives.updateVolume', { id, version, ...head({ retention: 'D99' }) }),
    ).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: ['retention'] }],
    })
    await center.call(center.archivist, 'archives.updateVolume', { id, version, ...head({ retention: 'Y' }) })
    const volume = await center.call(center.archivist, 'archives.get', { id })
    expect(volume.retentionReason).toMatch(/^周敏改定，规则得出定期30年/)
  })
  test.each([
    ['today', '2026-11-20', true],
    ['tomorrow', '2026-11-21', false],
  ])('a paper dated %s (%s): %s', async (_, datedOn, isTaken) => {
    const center = await makeCenter({ today: '2026-11-20' })
    const { id, version, itemIds } = await volumeOf(center, [[1, 1]])
    const input = {
      id,
      itemId: itemIds[0] ?? '',
      title: '申请表',
      documentNumber: null,
      author: '王建国',
      datedOn,
      remark: null,
      version,
    }
    expect((await center.attempt(center.archivist, 'archives.updateItem', input)).ok).toBe(isTaken)
  })
  test('an edit on an older version is refused and changes nothing', async () => {
    const center = await makeCenter()
    const { id, version, itemIds } = await volumeOf(center, [
      [1, 1],
      [11, 1],
    ])
    const input = { id, itemId: itemIds[0] ?? '', toPosition: 2, version: version - 1 }
    expect(await center.refusal(center.archivist, 'archives.moveItem', input)).toMatchObject({
      code: 'STALE',
      what: '案卷',
      version,
    })
    expect(await numbersOf(center, id)).toEqual(['1: 1', '11: 2'])
  })
})
