import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { expect, PASSWORD, test } from './fixtures.ts'
import { field, goTo, logIn } from './walk.ts'

test.use({ center: { sampleCases: 0 } })

/** A second pair of hands on the same folder: the headless entry (npm run call). */
function call(folder: string, as: string, name: string, input: unknown): unknown {
  const words = [path.join('src-main', 'host', 'headless.ts'), '--data', folder, '--as', as, name]
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, YUANJUAN_PASSWORD: PASSWORD },
  })
  const reply = JSON.parse(stdout || 'null')
  if (!reply?.ok) throw new Error(`${name}: ${stdout}${stderr}`)
  return reply.value
}

test('a late save shows what stood, theirs and mine, and loses nothing typed', async ({ dataFolder, openApp }) => {
  test.setTimeout(150_000)
  const staff = call(dataFolder, '陈建国', 'users.names', {}) as OutputOf<'users.names'>
  const { today } = call(dataFolder, '陈建国', 'desk.today', {}) as OutputOf<'desk.today'>
  const consultation = {
    channel: 'visit',
    receivedOn: today,
    receivedAt: null,
    person: {
      name: '王建国',
      certificateKind: null,
      certificateNumber: null,
      certificateNote: null,
      sex: 'male',
      birthDate: '1971-08-16',
      phone: '13805520318',
      householdAddress: null,
      address: null,
      categories: [],
    },
    personId: null,
    matterType: 'civil',
    cause: '追索劳动报酬纠纷',
    opponentName: '安徽恒远建筑有限公司',
    content: '工地拖欠工资',
    answer: '可以申请法律援助',
    toldOfRight: true,
    outcome: 'answered',
    consultantId: staff.find(one => one.name === '王莉')?.id ?? '',
  }
  const { id, personId } = call(
    dataFolder,
    '陈建国',
    'consultations.register',
    consultation,
  ) as OutputOf<'consultations.register'>

  const { page } = await openApp()
  await logIn(page, '王莉', PASSWORD)
  await goTo(page, `/consultations/${id}`)
  await expect(field(page, '咨询内容')).toHaveValue('工地拖欠工资')
  const theirs = { ...consultation, personId, opponentName: '安徽恒远劳务有限公司', content: '工地拖欠工资，有欠条' }
  call(dataFolder, '陈建国', 'consultations.update', { id, consultation: theirs, version: 1 })

  await field(page, '咨询内容').fill('工地拖欠工资 7 个月')
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('在您打开之后被改过，还没有保存')
  const row = dialog.getByRole('row', { name: /咨询内容/ })
  await expect(row.getByRole('cell')).toContainText([/咨询内容/, '工地拖欠工资', '工地拖欠工资，有欠条', '工地拖欠工资 7 个月'])
  await expect(dialog.getByRole('row', { name: /对方当事人/ })).toContainText('安徽恒远劳务有限公司')
  await expect(dialog.getByRole('button', { name: '按所选保存' })).toBeDisabled()
  await row.getByRole('radio', { name: '工地拖欠工资 7 个月' }).check()
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await expect(dialog).toBeHidden()
  const saved = call(dataFolder, '陈建国', 'consultations.get', { id }) as OutputOf<'consultations.get'>
  expect(saved).toMatchObject({
    version: 3,
    consultation: { content: '工地拖欠工资 7 个月', opponentName: '安徽恒远劳务有限公司' },
  })
})
