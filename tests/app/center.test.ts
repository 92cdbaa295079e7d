import { describe, expect, it } from 'vitest'
import { makeCenter, RECOVERY_KEY, type TestCenter } from '../support/make-center.ts'

async function particulars(center: TestCenter) {
  const { regionName, idleMinutes, version, ...rest } = await center.call(center.director, 'center.get', {})
  return { regionName, idleMinutes, version, center: rest }
}

describe('the center’s particulars', () => {
  it('are read by everyone and changed by director or administrator', async () => {
    const center = await makeCenter()
    const { center: before, idleMinutes, version } = await particulars(center)
    expect(await center.call(center.clerk, 'center.get', {})).toMatchObject({
      shortName: '蚌',
      regionName: '安徽省蚌埠市蚌山区',
      idleMinutes: 10,
      version: 1,
    })
    const input = { center: { ...before, fullName: '龙子湖区法律援助中心', regionCode: '340302' }, idleMinutes: 5, version }
    for (const session of [center.clerk, center.archivist])
      expect(await center.refusal(session, 'center.update', input)).toMatchObject({
        code: 'FORBIDDEN',
        message: '只有主任、管理员可以这样做',
      })
    expect(await center.call(center.administrator, 'center.update', input)).toEqual({ version: 2 })
    expect(await center.call(center.clerk, 'center.get', {})).toMatchObject({
      fullName: '龙子湖区法律援助中心',
      regionName: '安徽省蚌埠市龙子湖区',
      idleMinutes: 5,
      version: 2,
    })
    expect((await center.call(null, 'center.status', {})).centerName).toBe('龙子湖区法律援助中心')
    expect((await center.call(center.clerk, 'session.current', {})).idleMinutes).toBe(5)
    expect(await center.refusal(center.director, 'center.update', { ...input, idleMinutes })).toEqual({
      code: 'STALE',
      what: '中心资料',
      version: 2,
    })
  })

  it.each([
    ['no full name', { center: { fullName: ' ' } }, ['center', 'fullName'], '请填写中心全称'],
    ['a short name of 7 letters', { center: { shortName: '一二三四五六七' } }, ['center', 'shortName'], '文号简称最多 6 个字'],
    ['a city’s short code', { center: { regionCode: '3403' } }, ['center', 'regionCode'], '请选到区、县'],
    ['a region that does not exist', { center: { regionCode: '349999' } }, ['center', 'regionCode'], '没有这个行政区划'],
    [
      'a fonds number in small letters',
      { center: { fondsCode: 'j019' } },
      ['center', 'fondsCode'],
      '全宗号为 1 个大写字母加 3 位数字，如 J019',
    ],
  ])('refuse %s', async (_, change, path, message) => {
    const center = await makeCenter()
    const now = await particulars(center)
    const input = { center: { ...now.center, ...change.center }, idleMinutes: now.idleMinutes, version: now.version }
    expect(await center.refusal(center.director, 'center.update', input)).toEqual({
      code: 'VALIDATION',
      fields: [{ path, message }],
    })
  })

  it.each([
    [0, false],
    [1, true],
    [120, true],
    [121, false],
    [2.5, false],
  ])('idle minutes %s: allowed %s', async (idleMinutes, isAllowed) => {
    const center = await makeCenter()
    const now = await particulars(center)
    const input = { center: now.center, idleMinutes, version: now.version }
    if (isAllowed) await center.call(center.director, 'center.update', input)
    else
      expect(await center.refusal(center.director, 'center.update', input)).toMatchObject({
        code: 'VALIDATION',
        fields: [{ path: ['idleMinutes'] }],
      })
  })
})

describe('regions', () => {
  it('lead from province to county, also where a city has no counties', async () => {
    const center = await makeCenter()
    const under = (parent: string | null) => center.call(null, 'center.regions', { parent })
    expect(await under(null)).toContainEqual({ code: '340000', name: '安徽省' })
    expect(await under('340000')).toContainEqual({ code: '340300', name: '蚌埠市' })
    expect(await under('340300')).toContainEqual({ code: '340303', name: '蚌山区' })
    expect(await under('340303')).toEqual([])
    expect(await under('999999')).toEqual([])
  })

  it('are those that stood on the day', async () => {
    const center = await makeCenter({ today: '2026-11-20' })
    const names = async (parent: string, on?: string) =>
      (await center.call(null, 'center.regions', on === undefined ? { parent } : { parent, on })).map(one => one.name)
    const rows: [parent: string, on: string | undefined, there: string[], gone: string[]][] = [
      ['330100', undefined, ['上城区', '临平区', '钱塘区', '临安区'], ['下城区', '江干区', '临安市']],
      ['330100', '2021-05-01', ['上城区', '临平区', '钱塘区', '余杭区'], ['下城区', '江干区']],
      ['330100', '2021-03-31', ['上城区', '下城区', '江干区', '余杭区'], ['临平区', '钱塘区']],
      ['110000', '2010-06-30', ['东城区', '崇文区', '西城区', '宣武区'], []],
      ['110000', '2010-08-01', ['东城区', '西城区'], ['崇文区', '宣武区']],
      ['310000', '2008-12-31', ['南汇区', '卢湾区', '闸北区'], []],
      ['310000', '2010-01-01', ['卢湾区', '闸北区'], ['南汇区']],
      ['310000', '2015-12-01', ['静安区'], ['卢湾区', '闸北区', '南汇区']],
      ['340300', '2003-12-01', ['东市区', '中市区', '西市区', '郊区'], ['蚌山区', '龙子湖区']],
      ['340300', '2004-02-01', ['龙子湖区（东市区）', '蚌山区（中市区）'], ['东市区', '蚌山区']],
      ['340300', '2004-04-01', ['龙子湖区', '蚌山区', '禹会区', '淮上区'], ['中市区', '郊区']],
      ['340000', '2011-07-31', ['巢湖市'], []],
      ['340000', '2011-09-01', ['合肥市'], ['巢湖市']],
    ]
    for (const [parent, on, there, gone] of rows) {
      const found = await names(parent, on)
      expect(found, `${parent} ${on}`).toEqual(expect.arrayContaining(there))
      expect(
        found.filter(name => gone.includes(name)),
        `${parent} ${on}`,
      ).toEqual([])
    }
  })
})

describe('first run', () => {
  it('does not make a second center in the folder', async () => {
    const center = await makeCenter()
    const now = await particulars(center)
    const input = {
      center: now.center,
      director: { name: '别人', password: 'zhongxin-2026' },
      recoveryKey: RECOVERY_KEY,
    }
    expect(await center.refusal(null, 'center.create', input)).toEqual({
      code: 'DUPLICATE',
      field: 'center',
      message: '这个数据文件夹里已经有一个中心',
    })
  })

  it('proposes another recovery key each time, without letters that are mistaken on paper', async () => {
    const center = await makeCenter()
    const first = await center.call(null, 'center.proposeRecoveryKey', {})
    const second = await center.call(null, 'center.proposeRecoveryKey', {})
    expect(first).not.toEqual(second)
    expect(first.groups.join('')).toMatch(/^[2-9A-HJ-NP-Z]{32}$/)
    const { html } = await center.call(null, 'center.recoveryKeyPage', { centerName: '蚌山区法律援助中心', ...first })
    for (const group of first.groups) expect(html).toContain(group)
  })
})
