import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { createElectronPrinter } from '../../src-main/host/electron-printer.ts'
import { makeClosedCase } from '../support/closed-case.ts'
import { personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter, type TestCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'
import { jpegScan, pdfScan } from '../support/scan-files.ts'
import { arrangeVolume, dropped } from '../support/whole-volume.ts'

const electronPrinter = createElectronPrinter()
afterAll(() => electronPrinter.close())
/** A real PDF without the start of a browser, where the test is about something else. */
const quickPrinter = async () => pdfScan(1, 'print')

async function arranged(center: TestCenter, name = '王建国', serial = 281) {
  const person = personInput({ name, certificateNumber: residentId('1971-08-16', serial) })
  const { caseId } = await makeClosedCase(center.call, center, { application: { person } })
  return { caseId, ...(await arrangeVolume(center.call, center.archivist, caseId)) }
}

function numbersDrawn(center: TestCenter) {
  const { database } = center.core.center.open
  return database.reader
    .selectFrom('number_ledger')
    .select(['series', 'year', 'seq', 'text', 'status'])
    .where('series', 'like', 'archive:%')
    .orderBy('text')
    .execute()
}

describe('sealing', () => {
  test('a volume with errors is not sealed, and the refusal names every one of them', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const { caseId } = await makeClosedCase(center.call, center)
    const { id, version } = await center.call(center.archivist, 'archives.open', { caseId })
    const { findings } = await center.call(center.archivist, 'archives.get', { id })
    const errors = findings.filter(finding => finding.level === 'error').map(finding => finding.message)
    expect(errors.length).toBeGreaterThan(10)
    const error = await center.refusal(center.archivist, 'archives.seal', { id, version })
    expect(error).toMatchObject({ code: 'RULE', rule: 'volume-not-ready' })
    for (const message of errors) expect(error.code === 'RULE' && error.message).toContain(message)
    expect(await numbersDrawn(center)).toEqual([])
  })

  test('draws the number, freezes the volume and seals the case', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const first = await arranged(center)
    const steps: string[] = []
    center.core.onEvent(event => event.kind === 'progress' && steps.push(event.progress.label))
    const sealed = await center.call(center.archivist, 'archives.seal', { id: first.id, version: first.version })
    expect(sealed.archiveNumber).toBe('J019-ZY·FY·MS·2026·D30-001')
    const volume = await center.call(center.archivist, 'archives.get', { id: first.id })
    expect(volume).toMatchObject({
      status: 'sealed',
      archiveNumber: sealed.archiveNumber,
      packageSha256: sealed.packageSha256,
      hasPackage: true,
    })
    expect((await center.call(center.archivist, 'cases.get', { id: first.caseId })).status).toBe('sealed')
    for (const step of ['打印 卷内文件目录', '生成 判决书、裁定书、调解书', '校验 封面.pdf', '复核 封面.pdf'])
      expect(steps).toContain(step)
    const second = await arranged(center, '李秀英', 44)
    const next = await center.call(center.archivist, 'archives.seal', { id: second.id, version: second.version })
    expect(next.archiveNumber).toBe('J019-ZY·FY·MS·2026·D30-002')
    const list = await center.call(center.archivist, 'archives.list', { year: 2026, status: 'sealed' })
    expect(list.rows.map(row => row.archiveNumber)).toEqual([sealed.archiveNumber, next.archiveNumber])
  })

  test('cancelled in the middle, the volume is as it was and no number is gone', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const { id, version } = await arranged(center)
    const before = await center.call(center.archivist, 'archives.get', { id })
    for (const at of ['打印 案卷封面', '生成 谈话笔录', '校验 备考表.pdf', '复核 备考表.pdf', '提交']) {
      let reached = false
      const stop = center.core.onEvent(event => {
        if (event.kind !== 'progress' || event.progress.label !== at) return
        reached = true
        center.core.cancel('sealing')
      })
      const reply = await center.core.invoke({
        name: 'archives.seal',
        input: { id, version },
        session: center.archivist,
        request: 'sealing',
      })
      stop()
      expect(reached, at).toBe(true)
      expect(reply, at).toEqual({ ok: false, error: { code: 'CANCELLED' } })
      expect(await center.call(center.archivist, 'archives.get', { id })).toEqual(before)
      expect(await numbersDrawn(center)).toEqual([])
    }
    expect((await center.call(center.archivist, 'archives.seal', { id, version })).archiveNumber).toBe(
      'J019-ZY·FY·MS·2026·D30-001',
    )
  })

  test('a printer that fails leaves nothing behind either', async () => {
    const center = await makeCenter()
    const { id, version } = await arranged(center)
    expect(await center.refusal(center.archivist, 'archives.seal', { id, version })).toMatchObject({
      code: 'STORAGE',
      reason: 'printer',
    })
    expect(await numbersDrawn(center)).toEqual([])
    expect((await center.call(center.archivist, 'archives.get', { id })).status).toBe('arranging')
  })
})

describe('a sealed volume', () => {
  test('refuses every edit by its operation', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const { id, version } = await arranged(center)
    await center.call(center.archivist, 'archives.seal', { id, version })
    const sealed = await center.call(center.archivist, 'archives.get', { id })
    const item = sealed.contents[0]
    const page = item?.pages[0]
    if (!item || !page) throw new Error('the volume is empty')
    const at = { id, version: sealed.version }
    const head = {
      title: '改',
      retention: 'Y',
      secrecy: 'none' as const,
      location: null,
      note: '改',
      arrangedById: null,
      checkedById: null,
    }
    const line = { title: '改', documentNumber: null, author: null, datedOn: null, remark: null }
    const notice = (await center.call(center.archivist, 'papers.list', { subject: { kind: 'case', id: sealed.caseId } }))[0]
    const edits = [
      ['archives.addScan', { ...at, templateItem: 2, itemId: null, files: [dropped('a.jpg', jpegScan('late'))] }],
      ['archives.addPaper', { ...at, templateItem: 7, paperId: notice?.id ?? '' }],
      ['archives.updateItem', { ...at, itemId: item.id, ...line }],
      ['archives.moveItem', { ...at, itemId: item.id, toPosition: 2 }],
      ['archives.removeItem', { ...at, itemId: item.id }],
      ['archives.movePage', { ...at, pageId: page.id, toItemId: item.id, toPosition: 1 }],
      ['archives.setPageBlank', { ...at, pageId: page.id, isBlank: true }],
      ['archives.excuseItem', { ...at, templateItem: 19, reason: '改' }],
      ['archives.updateVolume', { ...at, ...head }],
      ['archives.seal', at],
    ] as const
    for (const [name, input] of edits) {
      const error = await center.refusal(center.archivist, name, input)
      expect(error, name).toEqual({
        code: 'RULE',
        rule: 'sealed-volume',
        message: `本卷已封卷（档号 ${sealed.archiveNumber}），不能再改动`,
        clause: null,
      })
    }
    expect(await center.call(center.archivist, 'archives.get', { id })).toEqual(sealed)
  })

  test('keeps its words, papers and sides against raw SQL', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const { id, version } = await arranged(center)
    await center.call(center.archivist, 'archives.seal', { id, version })
    const sealed = await center.call(center.archivist, 'archives.get', { id })
    const { database } = center.core.center.open
    for (const statement of [
      `update volume set title = '改'`,
      `update volume set archive_number = 'J019-X'`,
      `update volume set status = 'arranging'`,
      `update volume set note = '改'`,
      `update volume set content_digest = 'x'`,
      `update volume_item set title = '改'`,
      'update volume_item set position = position + 1',
      'delete from volume_item',
      'update volume_page set is_blank = 1',
      'update volume_page set position = position + 1',
      'delete from volume_page',
    ]) {
      const done = sql.raw(statement).execute(database.writer)
      await expect(done, statement).rejects.toThrow('a sealed volume is never changed')
    }
    expect(await center.call(center.archivist, 'archives.get', { id })).toEqual(sealed)
  })
})

describe('the package of a sealed volume', () => {
  test('is a bag that other programs accept, with papers printed at true A4', async () => {
    const center = await makeCenter({ printer: electronPrinter })
    const { id, version } = await arranged(center)
    const blank = (await center.call(center.archivist, 'archives.get', { id })).contents.find(item => item.pages.length === 2)
      ?.pages[1]
    const before = await center.call(center.archivist, 'archives.setPageBlank', {
      id,
      pageId: blank?.id ?? '',
      isBlank: true,
      version,
    })
    const sealed = await center.call(center.archivist, 'archives.seal', { id, version: before.version })
    const volume = await center.call(center.archivist, 'archives.get', { id })
    const stick = makeFolder()
    const name = 'J019-ZY·FY·MS·2026·D30-001'
    const out = await center.call(center.archivist, 'archives.exportPackage', { id, handle: 'stick' }, { stick })
    expect(out.name).toBe(name)
    expect(readdirSync(stick).sort()).toEqual([name, `${name}.sha256`])

    const folder = path.join(stick, name)
    const run = (program: string, ...parts: string[]) => execFileSync(program, parts, { cwd: folder, encoding: 'utf8' })
    expect(
      run('sha256sum', '-c', 'manifest-sha256.txt')
        .trim()
        .split('\n')
        .every(line => line.endsWith(': OK')),
    ).toBe(true)
    run('sha256sum', '-c', 'tagmanifest-sha256.txt')
    execFileSync('sha256sum', ['-c', `${name}.sha256`], { cwd: stick })
    const payload = readdirSync(path.join(folder, 'data'), { recursive: true, encoding: 'utf8' }).filter(file =>
      /\.\w+$/.test(file),
    )
    expect(run('sha256sum', '-c', 'manifest-sha256.txt').trim().split('\n')).toHaveLength(payload.length)
    expect(out.files).toBe(payload.length + 7)

    const text = (file: string) => readFileSync(path.join(folder, file), 'utf8')
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(text('bag-info.txt')).toContain(`External-Identifier: ${name}\n`)
    expect(text('bag-info.txt')).toContain('Source-Organization: 蚌山区法律援助中心\n')
    expect(text('bag-info.txt')).toContain('Bagging-Date: 2026-11-20\n')
    const oxum = /Payload-Oxum: (\d+)\.(\d+)/.exec(text('bag-info.txt'))
    const bytes = payload.reduce((sum, file) => sum + readFileSync(path.join(folder, 'data', file)).length, 0)
    expect([Number(oxum?.[1]), Number(oxum?.[2])]).toEqual([bytes, payload.length])
    expect(text('metadata/sm3.txt').trim().split('\n')).toHaveLength(payload.length)

    const catalogue = JSON.parse(text('metadata/volume.json'))
    expect(catalogue).toMatchObject({
      archiveNumber: name,
      pageCount: volume.pages,
      itemCount: volume.items,
      retention: { code: 'D30', label: '定期30年', endsOn: '2056-12-31' },
      packVersion: volume.packVersion,
    })
    expect(catalogue.items.at(-1).lastPage).toBe(volume.pages)
    const events: { operation: string }[] = JSON.parse(text('metadata/events.json'))
    expect(events.map(event => event.operation)).toEqual(
      expect.arrayContaining(['applications.submit', 'decisions.decide', 'archives.open', 'archives.seal']),
    )

    for (const file of ['封面.pdf', '卷内文件目录.pdf', '备考表.pdf']) {
      const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(run('pdfinfo', `data/${file}`))
      expect(Math.abs(Number(size?.[1]) - 595.28), file).toBeLessThanOrEqual(0.5)
      expect(Math.abs(Number(size?.[2]) - 841.89), file).toBeLessThanOrEqual(0.5)
    }
    expect(run('pdftotext', '-layout', 'data/封面.pdf', '-')).toContain('关于王建国追索劳动报酬纠纷法律援助案')
    expect(run('pdftotext', '-layout', 'data/封面.pdf', '-')).toContain(name)
    const contents = run('pdftotext', '-layout', 'data/卷内文件目录.pdf', '-')
    for (const item of volume.contents.filter(one => [...one.title].length <= 10)) expect(contents).toContain(item.title)
    const last = volume.contents.at(-1)
    if (last?.firstPage !== last?.lastPage) expect(contents).toContain(`${last?.firstPage}-${last?.lastPage}`)
    const note = run('pdftotext', '-layout', 'data/备考表.pdf', '-')
    expect(note).toContain('本卷材料齐全')
    expect(note).toContain('空白面 1 面')
    expect(note).toContain('周敏')
    expect(note).toContain('陈建国')

    const pages = readdirSync(path.join(folder, 'data'))
      .filter(file => /^\d{3}_/.test(file))
      .map(file => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', `data/${file}`))?.[1]))
    expect(pages.reduce((sum, count) => sum + count, 0)).toBe(volume.pages)
    const originals = readdirSync(path.join(folder, 'data', 'originals'))
    expect(new Set(originals.map(file => path.extname(file)))).toEqual(new Set(['.pdf', '.jpg', '.png', '.tif']))
    expect(sealed.packageSha256).toBe(volume.packageSha256)
  })

  test('is written over nothing, and not before the volume is sealed', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const { id, version } = await arranged(center)
    const stick = makeFolder()
    const handles = { stick }
    const input = { id, handle: 'stick' }
    expect(await center.refusal(center.archivist, 'archives.exportPackage', input, handles)).toMatchObject({
      code: 'RULE',
      rule: 'volume-not-sealed',
    })
    await center.call(center.archivist, 'archives.seal', { id, version })
    const name = 'J019-ZY·FY·MS·2026·D30-001'
    mkdirSync(path.join(stick, name))
    writeFileSync(path.join(stick, name, '别人的文件.txt'), '别动')
    expect(await center.refusal(center.archivist, 'archives.exportPackage', input, handles)).toMatchObject({ code: 'DUPLICATE' })
    expect(readdirSync(path.join(stick, name))).toEqual(['别人的文件.txt'])
    expect(
      await center.refusal(
        center.archivist,
        'archives.exportPackage',
        { id, handle: 'gone' },
        { gone: path.join(stick, 'gone') },
      ),
    ).toMatchObject({ code: 'STORAGE', reason: 'missing' })
    const fresh = makeFolder()
    await center.call(center.archivist, 'archives.exportPackage', input, { stick: fresh })
    expect(await center.refusal(center.archivist, 'archives.exportPackage', input, { stick: fresh })).toMatchObject({
      code: 'DUPLICATE',
    })
  })

  test('cancelled while it is written, the folder is empty again', async () => {
    const center = await makeCenter({ printer: quickPrinter })
    const { id, version } = await arranged(center)
    await center.call(center.archivist, 'archives.seal', { id, version })
    const stick = makeFolder()
    const stop = center.core.onEvent(event => {
      if (event.kind === 'progress' && event.progress.done === 5) center.core.cancel('writing')
    })
    const reply = await center.core.invoke({
      name: 'archives.exportPackage',
      input: { id, handle: 'stick' },
      session: center.archivist,
      handles: { stick },
      request: 'writing',
    })
    stop()
    expect(reply).toEqual({ ok: false, error: { code: 'CANCELLED' } })
    expect(readdirSync(stick)).toEqual([])
    expect(existsSync(stick)).toBe(true)
  })
})
