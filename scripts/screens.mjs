// npm-less neighbour of the demo: takes the pictures of the manual (docs/screens) anew, on a practice center of its own.
// Usage: node scripts/screens.mjs [NAME …]   without names all of them; with names only those, e.g. 03-visit
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { projectFolder, projectNode, say } from './project.mjs'
import { setUp } from './set-up.mjs'

const PASSWORD = 'lianxi-2026'
const SIZE = { width: 1366, height: 768 }
const pictures = path.join(projectFolder, 'docs', 'screens')

/** What the window answers to an operation. */
async function ask(page, name, input = {}) {
  const reply = await page.evaluate(([operation, asked]) => window.yuanjuan.invoke(operation, asked), [name, input])
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value
}

async function first(page, name, input, wanted = () => true) {
  const answer = await ask(page, name, input)
  const found = (Array.isArray(answer) ? answer : answer.rows).find(wanted)
  if (!found) throw new Error(`The practice data has nothing for a picture of ${name}`)
  return found
}

/** Each picture: whose screen it is, and how one gets there from the desk. */
function shots({ choose, field, goTo, pick }) {
  const go = address => page => goTo(page, address)
  const record = (list, input, address, wanted) => async page =>
    goTo(page, address.replace(':id', (await first(page, list, input, wanted)).id))
  const applicationWith = (course, address) => async page => {
    for (const { id } of (await ask(page, 'applications.list', { limit: 200 })).rows)
      if (course(await ask(page, 'procedure.get', { id }))) return goTo(page, address.replace(':id', id))
    throw new Error('No application of the practice data has this course')
  }
  return {
    '02-desk': ['王莉', go('/desk')],
    '03-visit': ['王莉', page => typeVisit(page, { field, goTo, pick })],
    '04-application': [
      '王莉',
      async page => {
        await record('applications.list', { status: 'deciding' }, '/applications/:id/edit')(page)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.keyboard.press('Alt+3')
      },
    ],
    '05-decision': ['陈建国', applicationWith(one => one.status === 'deciding' && one.review !== null, '/applications/:id')],
    '06-assignment': ['王莉', record('cases.list', { status: 'awaiting-assignment' }, '/cases/:id/assign')],
    '07-subsidy': ['陈建国', record('subsidies.list', { status: 'awaiting-approval' }, '/subsidies/:id')],
    '08-volume': ['周敏', record('archives.list', { status: 'sealed' }, '/archives/:id')],
    '09-report': ['陈建国', go('/reports')],
    '10-search': [
      '王莉',
      async page => {
        const { personName } = await first(page, 'cases.list', { status: 'handling' })
        await page.keyboard.press('Control+k')
        await page.keyboard.type(personName.slice(0, 2))
      },
    ],
    '11-backups': ['陈建国', go('/settings/backups')],
    '12-register': ['王莉', go('/consultations')],
    '13-notice': ['王莉', page => typeNotice(page, { choose, field, goTo, pick })],
    '14-course': ['王莉', applicationWith(one => one.supplement !== null && one.status === 'supplementing', '/applications/:id')],
    '15-stations': ['王莉', go('/stations')],
    '16-person': [
      '王莉',
      async page => goTo(page, `/people/${(await first(page, 'notices.list', {}, row => row.status === 'accepted')).personId}`),
    ],
    '17-batch': ['陈建国', go('/applications/queue')],
    '18-rechecks': ['陈建国', go('/applications/rechecks')],
    '19-numbers': ['陈建国', go('/settings/numbers')],
    '20-packs': ['陈建国', go('/settings/packs')],
  }
}

async function typeVisit(page, { field, goTo, pick }) {
  await goTo(page, '/consultations/new')
  await field(page, '姓名').fill('李春梅')
  await page.getByRole('textbox', { name: '证件号码' }).fill('340303197108162841')
  await field(page, '联系电话').fill('13855202601')
  await pick(page, '事项类别', '民事')
  await field(page, '案由').fill('追索劳动报酬纠纷')
  await page.keyboard.press('Escape')
  await field(page, '对方当事人').fill('蚌埠宏基建筑劳务有限公司')
  await field(page, '咨询内容').fill(
    '今年 3 月至 9 月在龙湖小区工地做钢筋工，约定日工资 260 元，至今欠 23600 元，没有签书面合同。',
  )
  await field(page, '答复意见').fill(
    '告知可先向劳动监察部门投诉，或申请劳动仲裁；属农民工追索劳动报酬，申请法律援助免予核查经济困难状况。',
  )
  await pick(page, '已告知权利', '已告知可申请法律援助')
  await pick(page, '办理结果', '解答')
}

async function typeNotice(page, { choose, field, goTo, pick }) {
  await goTo(page, '/notices/new')
  await choose(page, '办案机关', '人民法院')
  await field(page, '机关名称').fill('蚌埠市中级人民法院')
  await field(page, '通知书文号').fill('（2026）皖03刑初12号')
  await field(page, '姓名').fill('程远')
  await pick(page, '通知事项', '通知辩护')
  await choose(page, '情形', '可能被判处无期徒刑、死刑的人')
  await choose(page, '诉讼阶段', '一审')
  await field(page, '案由').fill('故意杀人罪')
  await page.keyboard.press('Escape')
  await field(page, '羁押场所').fill('蚌埠市看守所')
}

/** The wizard up to the recovery key. */
async function toRecoveryKey(page, { choose }) {
  await page.getByLabel('中心全称').fill('蚌山区法律援助中心')
  await page.getByLabel('文号简称').fill('蚌')
  await choose(page, '省', '安徽省')
  await choose(page, '市', '蚌埠市')
  await choose(page, '县、区', '蚌山区')
  await page.getByLabel('全宗名称').fill('蚌山区司法局')
  await page.getByLabel('全宗号').fill('J019')
  await page.getByRole('button', { name: '下一步：主任账户' }).click()
  await page.getByLabel('主任姓名').fill('陈建国')
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await page.getByRole('textbox', { name: '再输一次' }).fill(PASSWORD)
  await page.getByRole('button', { name: '下一步：恢复密钥' }).click()
  await page.getByRole('list', { name: '恢复密钥' }).waitFor()
}

/** Waits until the page says the same twice in a row, and keeps its picture with few colours. */
async function keep(page, name) {
  await page.mouse.move(SIZE.width / 2, 1)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(
    () => {
      const isSettled = window.saidBefore === document.body.innerText && document.querySelector('h1, [role=dialog]') !== null
      window.saidBefore = document.body.innerText
      return isSettled
    },
    null,
    { polling: 400 },
  )
  const file = path.join(pictures, `${name}.png`)
  await page.screenshot({ path: file })
  // Where ImageMagick is at hand 64 colours are enough for a screen, and a fifth of the bytes.
  spawnSync('convert', [file, '+dither', '-colors', '64', '-strip', '-define', 'png:compression-level=9', `PNG8:${file}`])
  say(`${name}.png  ${Math.round(statSync(file).size / 1024)} KB`)
}

async function main(wanted) {
  await setUp('test')
  // Only now: before, the packages they need may be missing.
  const { _electron } = await import('@playwright/test')
  const walk = await import('../tests/e2e/walk.ts')
  const { build } = await import('./build.mjs')
  const { findElectronRuntime } = await import('./electron-runtime.mjs')
  const { hasDisplay, startVirtualDisplay } = await import('./virtual-display.mjs')
  const runtime = await findElectronRuntime()
  await build()
  const work = mkdtempSync(path.join(os.tmpdir(), 'yuanjuan-screens-'))
  const display = hasDisplay() ? { environment: process.env, close: () => undefined } : await startVirtualDisplay()
  const open = async data => {
    const app = await _electron.launch({
      executablePath: runtime.electron,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${path.join(work, `window-${path.basename(data)}`)}`,
        projectFolder,
        '--data',
        data,
      ],
      env: { ...display.environment, YUANJUAN_TEST: '1', YUANJUAN_SQLITE_ADDON: runtime.nativeBinding ?? '' },
    })
    const page = await app.firstWindow()
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      SIZE,
    )
    return { app, page }
  }
  const isWanted = name => wanted.length === 0 || wanted.includes(name)
  try {
    if (isWanted('01-recovery-key')) {
      const { app, page } = await open(path.join(work, 'empty'))
      await toRecoveryKey(page, walk)
      await keep(page, '01-recovery-key')
      await app.close()
    }
    const data = path.join(work, 'practice')
    execFileSync(projectNode(), ['src-main/host/sample.ts', '--data', data, '--cases', '60'], {
      cwd: projectFolder,
      stdio: 'ignore',
      env: { ...process.env, YUANJUAN_PASSWORD: PASSWORD },
    })
    const { app, page } = await open(data)
    let sitting = null
    for (const [name, [user, reach]] of Object.entries(shots(walk)).sort(([, [a]], [, [b]]) => a.localeCompare(b))) {
      if (!isWanted(name)) continue
      if (sitting === null) await walk.logIn(page, user, PASSWORD)
      else if (sitting !== user) await walk.changeHands(page, user, PASSWORD)
      sitting = user
      try {
        await reach(page)
        await keep(page, name)
      } catch (error) {
        say(`${name} was not taken: ${error.message}`)
        process.exitCode = 1
      }
      await page.keyboard.press('Escape')
    }
    await app.close()
  } finally {
    display.close()
    rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  }
}

main(process.argv.slice(2)).catch(error => {
  say(error.message)
  process.exitCode = 1
})
