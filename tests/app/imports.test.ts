import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { applicationInput, consultationInput, personInput, residentId } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'
import {
  bringIn,
  CONSULTATION_CONSTANTS,
  consultationRegister,
  consultationRow,
  countRows,
  planOf,
  tryOut,
  workbookFile,
} from '../support/register-files.ts'

describe('reading a register', () => {
  test('takes an untidy workbook: title, two-line head, merged dates, serials, formulas, hidden rows, blanks, totals', async () => {
    const center = await makeCenter()
    const file = await workbookFile('台账.xlsx', sheet => {
      sheet.addRow(['2019年咨询登记簿'])
      sheet.mergeCells('A1:G1')
      sheet.addRow(['编号', '日期', '当事人', null, '类别', '内容', '备注'])
      sheet.addRow([null, null, '姓名', '电话', null, null, null])
      for (const range of ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'G2:G3']) sheet.mergeCells(range)
      sheet.addRow(['1', new Date(Date.UTC(2019, 2, 5)), '王　芳', '１３８０５５２０３１８', '民事', '离婚', null])
      sheet.addRow(['2', null, '李强', '138 0552 0319', '刑事', { richText: [{ text: '盗' }, { text: '窃' }] }, null])
      sheet.mergeCells('B4:B5')
      sheet.addRow([])
      sheet.addRow(['编号', '日期', '姓名', '电话', '类别', '内容', '备注'])
      sheet.addRow([{ formula: 'A5+1', result: 3 }, 43530, '赵敏', '0552-3018888', '劳动争议', '欠薪', null])
      sheet.addRow(['4', '3月9日', '孙丽', '13805520320', '民事', '继承', '补登'])
      sheet.getRow(9).hidden = true
      sheet.addRow(['合计', null, 4])
    })
    const { read } = await planOf(center, file)
    expect(read).toMatchObject({
      name: '台账.xlsx',
      isRemembered: false,
      earlier: [],
      plan: { register: 'consultation', headerRow: 2, headerRows: 2 },
    })
    expect(read.columns.map(column => column.head)).toEqual([
      '编号',
      '日期',
      '当事人·姓名',
      '当事人·电话',
      '类别',
      '内容',
      '备注',
    ])
    expect(read.plan.columns.map(one => one.field)).toEqual(['number', 'day', 'name', 'phone', 'matterType', 'content', 'note'])
    const tried = await tryOut(center, file)
    expect(tried.counts).toMatchObject({ rows: 4, errors: 0, skipped: 2, blank: 1, hidden: 1, newPeople: 4, toNumber: 0 })
    expect(tried.skipped).toEqual([
      { row: 7, why: '重复的表头' },
      { row: 10, why: '合计行' },
    ])
    expect(tried.rows.map(row => [row.row, row.number, row.day, row.name, row.matterType])).toEqual([
      [4, '蚌援咨〔2019〕1号', '2019-03-05', '王芳', 'civil'],
      [5, '蚌援咨〔2019〕2号', '2019-03-05', '李强', 'criminal'],
      [8, '蚌援咨〔2019〕3号', '2019-03-06', '赵敏', 'arbitration'],
      [9, '蚌援咨〔2019〕4号', '2019-03-09', '孙丽', 'civil'],
    ])
    expect(tried.rows.at(-1)?.faults.map(fault => fault.message)).toContain('此行在表中是隐藏的')
    expect(await countRows(center)).toMatchObject({ people: 0, consultations: 0, numbers: 0, imports: 0 })
  })

  test('takes a CSV in UTF-8 and in GBK', async () => {
    const center = await makeCenter()
    const utf8 = path.join(makeFolder(), '2019年.csv')
    writeFileSync(utf8, '\ufeff编号,来访日期,姓名,电话\r\n1,2019-3-5,王芳,13805520318\r\n')
    expect((await tryOut(center, utf8)).rows[0]).toMatchObject({ name: '王芳', day: '2019-03-05' })
    const gbk = path.join(makeFolder(), '2019年.csv')
    // 姓名,日期 / 王芳,2019-3-6 in GBK.
    writeFileSync(gbk, Buffer.from('d0d5c3fb2cc8d5c6da0acdf5b7bc2c323031392d332d360a', 'hex'))
    expect((await tryOut(center, gbk)).rows[0]).toMatchObject({ name: '王芳', day: '2019-03-06' })
  })

  test.each([
    {
      name: 'broken.xlsx',
      bytes: () => Buffer.from('PK\u0003\u0004 not a zip'),
      says: '文件“broken.xlsx”已损坏或不是 Excel 工作簿',
    },
    { name: 'empty.xlsx', bytes: () => Buffer.alloc(0), says: '文件“empty.xlsx”是空的' },
    { name: 'old.xls', bytes: () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), says: '文件“old.xls”是旧格式（.xls）' },
    {
      name: 'locked.xlsx',
      bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      says: '文件“locked.xlsx”有打开密码',
    },
    { name: 'page.xls', bytes: () => Buffer.from('<html><table></table></html>'), says: '文件“page.xls”不是 Excel 工作簿' },
    { name: 'huge.xlsx', bytes: () => Buffer.alloc(30 * 1024 * 1024 + 1, 'PK'), says: '文件“huge.xlsx”超过 30 MB' },
  ])('refuses $name with its own sentence', async ({ name, bytes, says }) => {
    const center = await makeCenter()
    const file = path.join(makeFolder(), name)
    writeFileSync(file, bytes())
    const error = await center.refusal(center.clerk, 'imports.read', { handle: `path:${file}` })
    expect(error).toMatchObject({ code: 'VALIDATION', fields: [{ path: ['handle'], message: expect.stringContaining(says) }] })
  })

  test('refuses a workbook without content, and one that changed after it was read', async () => {
    const center = await makeCenter()
    const empty = await workbookFile('空表.xlsx', () => undefined)
    expect(await center.refusal(center.clerk, 'imports.read', { handle: `path:${empty}` })).toMatchObject({
      fields: [{ message: '文件“空表.xlsx”里没有内容' }],
    })
    const file = await consultationRegister([consultationRow(1)])
    const { handle, sha256, plan } = await planOf(center, file)
    writeFileSync(file, readFileSync(await consultationRegister([consultationRow(2)])))
    const error = await center.refusal(center.clerk, 'imports.commit', { handle, sha256, plan })
    expect(error).toMatchObject({ fields: [{ message: expect.stringContaining('在读取之后改动过，请重新读取') }] })
  })
})

describe('the dry run', () => {
  const faultsOf = (tried: Awaited<ReturnType<typeof tryOut>>, row: number) =>
    tried.rows.find(one => one.row === row)?.faults.map(fault => `${fault.column ?? ''} ${fault.severity} ${fault.message}`)

  test('tells every fault by row and column', async () => {
    const center = await makeCenter()
    await center.call(center.clerk, 'consultations.register', {
      ...consultationInput((await center.call(center.clerk, 'users.names', {}))[0]?.id ?? ''),
      receivedOn: '2026-11-18',
    })
    const wrongId = `${residentId('1970-01-01', 5).slice(0, 17)}${residentId('1970-01-01', 5).endsWith('1') ? '2' : '1'}`
    const row = (change: Record<number, unknown>, serial: number) =>
      consultationRow(serial).map((cell, index) => (index in change ? change[index] : cell))
    const file = await consultationRegister([
      row({ 2: null }, 1),
      row({ 1: null }, 2),
      row({ 3: wrongId }, 3),
      row({ 3: 3.4030319710816e17 }, 4),
      row({ 1: '2019.2.29' }, 5),
      row({ 1: '2026-11-21' }, 6),
      row({ 0: '蚌援咨〔2019〕1号' }, 7),
      row({ 0: '蚌援咨〔2026〕1号', 1: '2026-3-1' }, 8),
      row({ 5: '外太空' }, 9),
      row({ 6: '长'.repeat(61) }, 10),
      row({ 4: null }, 11),
      row({ 0: '蚌援咨〔2018〕12号' }, 12),
    ])
    const tried = await tryOut(center, file)
    expect(faultsOf(tried, 3)).toEqual(['C error 没有姓名'])
    expect(faultsOf(tried, 4)).toEqual(['B error 没有咨询日期'])
    expect(faultsOf(tried, 5)).toEqual([`D error 证件号码“${wrongId}”：第 18 位校验码不对，请逐位核对`])
    expect(faultsOf(tried, 6)).toEqual([
      'D error 证件号码被 Excel 改成了数字 3.40303E+17，末几位已丢失：请把该列设为“文本”，照原件重填',
    ])
    expect(faultsOf(tried, 7)).toEqual(['B error 日期“2019.2.29”不存在'])
    expect(faultsOf(tried, 8)).toContain('B error 日期 2026-11-21 在今天之后')
    expect(faultsOf(tried, 9)).toEqual(['A error 编号 蚌援咨〔2019〕1号 与第 3 行重复'])
    expect(faultsOf(tried, 10)).toEqual(['A error 编号 蚌援咨〔2026〕1号 中心已使用（咨询）'])
    expect(faultsOf(tried, 11)).toEqual(['F error “外太空”没有对应的案件类别，请在“认值”里指定'])
    expect(faultsOf(tried, 12)).toEqual(['G error 案由最多 60 个字，这里有 61 个字'])
    expect(faultsOf(tried, 13)).toEqual(['E warning 没有联系电话'])
    expect(faultsOf(tried, 14)).toEqual(['A warning 编号是 2018 年的，日期是 2019-01-13'])
    expect(tried.counts).toMatchObject({ rows: 12, errorRows: 10 })
    expect(tried.words).toContainEqual({ field: 'matterType', label: '案件类别', word: '外太空', count: 1, code: null })
    expect((await tryOut(center, file, {}, 'errors')).total).toBe(10)
    const mended = await tryOut(center, file, { values: [{ field: 'matterType', word: '外太空', code: 'civil' }] })
    expect(faultsOf(mended, 11)).toEqual([])
  })

  test('asks once for what the whole register lacks', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(1)])
    const tried = await tryOut(center, file, { constants: [] })
    expect(faultsOf(tried, 3)).toEqual([
      ' error 没有已告知可申请援助：请对应一列，或选一个固定值',
      ' error 没有咨询方式：请对应一列，或选一个固定值',
      ' error 没有处理结果：请对应一列，或选一个固定值',
    ])
    const error = await center.refusal(center.clerk, 'imports.tryOut', {
      ...(await planOf(center, file, { columns: [{ field: 'name', column: 2 }] })),
      read: undefined,
    })
    expect(error).toMatchObject({ code: 'VALIDATION' })
  })

  test('writes the faults into a copy of the workbook that can be mended and read again', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(1), consultationRow(2, { day: '2019.2.30' })])
    const target = path.join(makeFolder(), '错误清单.xlsx')
    const { handle, sha256, plan } = await planOf(center, file)
    const done = await center.call(center.clerk, 'imports.exportFaults', { handle, sha256, plan, target: `path:${target}` })
    expect(done.rows).toBe(1)
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(target)
    const sheet = workbook.getWorksheet('2019年')
    expect(sheet?.getCell('K2').value).toBe('错误')
    expect(sheet?.getCell('K3').value).toBeNull()
    expect(sheet?.getCell('K4').value).toBe('咨询日期：日期“2019.2.30”不存在')
    expect(sheet?.getCell('A1').value).toBe('蚌山区法律援助中心2019年咨询登记簿')
    if (sheet) sheet.getCell('B4').value = '2019.2.28'
    await workbook.xlsx.writeFile(target)
    expect((await tryOut(center, target)).counts).toMatchObject({ rows: 2, errors: 0 })
  })
})

describe('bringing in consultations', () => {
  test('refuses while a row has an error, and takes it left out with a reason', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(1), consultationRow(2, { day: '2019.2.30' }), consultationRow(3)])
    const { handle, sha256, plan } = await planOf(center, file)
    const before = await countRows(center)
    expect(await center.refusal(center.clerk, 'imports.commit', { handle, sha256, plan })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ message: '还有 1 行有错误（第 4 行），请改正后重新读取，或写明原因排除这些行' }],
    })
    expect(await countRows(center)).toEqual(before)
    expect(
      await center.refusal(center.clerk, 'imports.commit', {
        handle,
        sha256,
        plan: { ...plan, excluded: [{ row: 4, reason: ' ' }] },
      }),
    ).toMatchObject({ code: 'VALIDATION', fields: [{ message: '请填写排除原因' }] })
    const excluded = [{ row: 4, reason: '原册涂改，看不清' }]
    const done = await center.call(center.clerk, 'imports.commit', { handle, sha256, plan: { ...plan, excluded } })
    expect(done).toMatchObject({ rows: 2, newPeople: 2, knownPeople: 0 })
    const kept = await center.call(center.director, 'imports.get', { id: done.id })
    expect(kept).toMatchObject({ excludedRows: excluded, rows: 2, importedBy: '王莉', blockers: [], undoneAt: null })
    expect(kept.made.map(one => [one.row, one.number, one.isNewPerson])).toEqual([
      [3, '蚌援咨〔2019〕1号', true],
      [5, '蚌援咨〔2019〕3号', true],
    ])
    const out = path.join(makeFolder(), '原件.xlsx')
    await center.call(center.clerk, 'imports.exportSource', { id: done.id, target: `path:${out}` })
    expect(readFileSync(out).equals(readFileSync(file))).toBe(true)
  })

  test('makes real consultations: in the register, in search, in the history of the person, in the ledger', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(37), consultationRow(38, { number: '40' })])
    await bringIn(center, file)
    const list = await center.call(center.clerk, 'consultations.list', { from: '2019-01-01', to: '2019-12-31' })
    expect(list.rows.map(row => [row.number, row.receivedOn, row.personName, row.channel, row.consultantName])).toEqual([
      ['蚌援咨〔2019〕40号', '2019-03-11', '访客38', 'visit', '李志强'],
      ['蚌援咨〔2019〕37号', '2019-02-10', '访客37', 'visit', '李志强'],
    ])
    const [first] = list.rows
    const person = await center.call(center.clerk, 'people.get', { id: first?.personId ?? '' })
    expect(person.history.map(entry => entry.number)).toEqual(['蚌援咨〔2019〕40号'])
    const opened = await center.call(center.clerk, 'consultations.get', { id: first?.id ?? '' })
    expect(opened).toMatchObject({ number: '蚌援咨〔2019〕40号', oldRegister: { row: 4, consultantName: '李志强' } })
    expect(opened.oldRegister?.fileName).toMatch(/xlsx$/)
    const ledger = await center.call(center.clerk, 'numbering.ledger', { series: 'consultation', year: 2019 })
    expect(ledger.map(row => [row.seq, row.text, row.status])).toEqual([
      [37, '蚌援咨〔2019〕37号', 'used'],
      [40, '蚌援咨〔2019〕40号', 'used'],
    ])
    const found = await center.call(center.clerk, 'search.find', { words: '访客37' })
    expect(found.people.map(one => one.name)).toEqual(['访客37'])
    expect(found.files.map(one => one.number)).toEqual(['蚌援咨〔2019〕37号'])
    const consultantId = (await center.call(center.clerk, 'users.names', {}))[0]?.id ?? ''
    const late = await center.call(center.clerk, 'consultations.register', {
      ...consultationInput(consultantId),
      receivedOn: '2019-12-30',
    })
    expect(late.number).toBe('蚌援咨〔2019〕41号')
  })

  test('gives rows without a number the next ones of their year, in the order of their days', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([
      consultationRow(1, { number: '', day: '2019-5-1' }),
      consultationRow(2, { number: '', day: '2019-4-1' }),
      consultationRow(3, { number: '7', day: '2019-3-1' }),
      consultationRow(4, { number: '', day: '2018-4-1' }),
    ])
    const done = await bringIn(center, file)
    const { made } = await center.call(center.clerk, 'imports.get', { id: done.id })
    expect(made.map(one => one.number)).toEqual([
      '蚌援咨〔2019〕9号',
      '蚌援咨〔2019〕8号',
      '蚌援咨〔2019〕7号',
      '蚌援咨〔2018〕1号',
    ])
  })

  test('keeps numbers of another form apart, in a series of their own', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([
      consultationRow(1, { number: '燕山咨[2019]1号' }),
      consultationRow(2, { number: '天桥咨[2019]1号' }),
      consultationRow(3, { number: '蚌援咨[2019]1号' }),
    ])
    await bringIn(center, file)
    const series = await center.call(center.clerk, 'numbering.series', {})
    expect(series.filter(one => one.years.length > 0).map(one => [one.series, one.label])).toEqual([
      ['consultation', '咨询登记'],
      ['old:天桥咨〔{year}〕{seq}号', '旧册编号（天桥咨〔年〕×号）'],
      ['old:燕山咨〔{year}〕{seq}号', '旧册编号（燕山咨〔年〕×号）'],
    ])
  })

  test('recognises people by certificate, by name and phone, among themselves, and as chosen', async () => {
    const center = await makeCenter()
    const consultantId = (await center.call(center.clerk, 'users.names', {}))[0]?.id ?? ''
    const known = await center.call(center.clerk, 'consultations.register', consultationInput(consultantId))
    const person = personInput()
    const like = (number: string, change: Record<number, unknown>) =>
      consultationRow(1, { number }).map((cell, index) => (index in change ? change[index] : cell))
    const rows = [
      like('1', { 2: '王建国', 3: person.certificateNumber, 4: null }),
      like('2', { 2: '王建国', 3: null, 4: person.phone }),
      like('3', { 2: '王建军', 3: person.certificateNumber }),
      like('4', { 2: '李芳', 3: null, 4: '13900000001' }),
      like('5', { 2: '李芳', 3: residentId('1980-02-02', 22), 4: '139 0000 0001' }),
      like('6', { 2: '李芳', 3: residentId('1980-02-02', 22), 4: null }),
      like('7', { 2: '李芳', 3: null, 4: null }),
    ]
    const file = await consultationRegister(rows)
    const tried = await tryOut(center, file)
    expect(tried.rows.map(row => row.person?.why)).toEqual([
      '已登记，证件号码相同',
      '已登记，姓名和电话相同',
      '已登记，证件号码相同',
      '新登记',
      '与第 6 行同一人（姓名和电话）',
      '与第 6 行同一人（证件号码）',
      '新登记',
    ])
    expect(tried.rows[2]?.faults.map(fault => fault.message)).toEqual([
      '证件号码已登记为 王建国，这里写 王建军；确是同一人的，请在“认人”里选定',
    ])
    const people = [
      { row: 5, personId: known.personId },
      { row: 4, personId: null },
    ]
    const done = await bringIn(center, file, { people })
    expect(done).toMatchObject({ rows: 7, newPeople: 3, knownPeople: 1 })
    const { made } = await center.call(center.clerk, 'imports.get', { id: done.id })
    expect(made.map(one => one.isNewPerson)).toEqual([false, true, false, true, true, true, true])
    expect(new Set(made.slice(3, 6).map(one => one.personId)).size).toBe(1)
    const card = await center.call(center.clerk, 'people.get', { id: known.personId ?? '' })
    expect(card).toMatchObject({ name: '王建国', version: 1 })
  })

  test('refuses the same file again without an explicit yes, and finds the same rows by their numbers', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(1)])
    await bringIn(center, file)
    const { handle, sha256, plan, read } = await planOf(center, file)
    expect(read).toMatchObject({
      isRemembered: true,
      earlier: [{ importedBy: '王莉' }],
      plan: { constants: CONSULTATION_CONSTANTS },
    })
    expect(await center.refusal(center.clerk, 'imports.commit', { handle, sha256, plan })).toMatchObject({
      code: 'DUPLICATE',
      message: expect.stringContaining('王莉 已于 2026-11-20 导入过'),
    })
    expect(await center.refusal(center.clerk, 'imports.commit', { handle, sha256, plan, acceptsRepeat: true })).toMatchObject({
      code: 'VALIDATION',
      fields: [{ message: expect.stringContaining('还有 1 行有错误') }],
    })
    const tried = await center.call(center.clerk, 'imports.tryOut', { handle, sha256, plan })
    expect(tried.rows[0]?.faults[0]?.message).toBe('编号 蚌援咨〔2019〕1号 中心已使用（咨询）')
  })
})

describe('undoing an import', () => {
  test('removes what it made and nothing else; its numbers are void and come back with the same register', async () => {
    const center = await makeCenter()
    const before = await countRows(center)
    const file = await consultationRegister([consultationRow(1), consultationRow(2)])
    const done = await bringIn(center, file)
    const { made } = await center.call(center.clerk, 'imports.get', { id: done.id })
    expect(await center.call(center.clerk, 'imports.undo', { id: done.id, reason: '导错了年份' })).toEqual({ rows: 2, people: 2 })
    expect(await countRows(center)).toEqual({ ...before, numbers: 2, imports: 1, rows: 2, mappings: 1 })
    const ledger = await center.call(center.clerk, 'numbering.ledger', { series: 'consultation', year: 2019 })
    expect(ledger.map(row => [row.text, row.status, row.voidReason])).toEqual([
      ['蚌援咨〔2019〕1号', 'void', '导入撤销'],
      ['蚌援咨〔2019〕2号', 'void', '导入撤销'],
    ])
    expect(await center.call(center.clerk, 'imports.get', { id: done.id })).toMatchObject({
      undoneBy: '王莉',
      undoReason: '导错了年份',
      made: made.map(one => ({ row: one.row, number: one.number, day: null, personName: null })),
    })
    expect(await center.refusal(center.clerk, 'imports.undo', { id: done.id, reason: '再来' })).toMatchObject({ code: 'RULE' })
    await bringIn(center, file)
    const again = await center.call(center.clerk, 'numbering.ledger', { series: 'consultation', year: 2019 })
    expect(again.map(row => [row.text, row.status])).toEqual([
      ['蚌援咨〔2019〕1号', 'used'],
      ['蚌援咨〔2019〕2号', 'used'],
    ])
  })

  test('is refused once something was built on it, naming the row', async () => {
    const center = await makeCenter()
    const file = await consultationRegister([consultationRow(1), consultationRow(2)])
    const done = await bringIn(center, file)
    const { made } = await center.call(center.clerk, 'imports.get', { id: done.id })
    const [first, second] = made
    await center.call(
      center.clerk,
      'applications.submit',
      applicationInput({
        consultationId: first?.id ?? '',
        personId: first?.personId ?? '',
        person: personInput({
          name: '访客1',
          certificateNumber: residentId('1970-01-01', 1),
          phone: '13810000001',
          address: null,
          categories: [],
        }),
      }),
    )
    const { blockers } = await center.call(center.clerk, 'imports.get', { id: done.id })
    expect(blockers).toEqual([{ row: 3, number: '蚌援咨〔2019〕1号', message: '已有申请' }])
    expect(await center.refusal(center.clerk, 'imports.undo', { id: done.id, reason: '重来' })).toMatchObject({
      code: 'RULE',
      message: expect.stringContaining('第 3 行 蚌援咨〔2019〕1号 已有申请'),
    })
    const kept = await center.call(center.clerk, 'consultations.get', { id: second?.id ?? '' })
    await center.call(center.clerk, 'consultations.update', {
      id: second?.id ?? '',
      version: kept.version,
      consultation: { ...kept.consultation, personId: kept.personId, cause: '继承纠纷' },
    })
    const after = await center.call(center.clerk, 'imports.get', { id: done.id })
    expect(after.blockers.map(one => one.message)).toEqual(['已有申请', '导入后修改过'])
  })

  test('leaves a person whom a later visit names', async () => {
    const center = await makeCenter()
    const done = await bringIn(center, await consultationRegister([consultationRow(1), consultationRow(2)]))
    const { made } = await center.call(center.clerk, 'imports.get', { id: done.id })
    const consultantId = (await center.call(center.clerk, 'users.names', {}))[0]?.id ?? ''
    const { person } = await center
      .call(center.clerk, 'consultations.get', { id: made[0]?.id ?? '' })
      .then(one => one.consultation)
    await center.call(center.clerk, 'consultations.register', {
      ...consultationInput(consultantId),
      person,
      personId: made[0]?.personId ?? '',
    })
    expect(await center.call(center.clerk, 'imports.undo', { id: done.id, reason: '导错了' })).toEqual({ rows: 2, people: 1 })
    expect((await center.call(center.clerk, 'people.get', { id: made[0]?.personId ?? '' })).name).toBe('访客1')
  })
})
