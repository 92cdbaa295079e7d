// Opens the app from a clone: set-up, build, window.
// Usage: npm start [-- --data DIR] [--virtual-display]
//   --data DIR          another data folder (also YUANJUAN_DATA)
//   --virtual-display   on a machine without a display, run under Xvfb (also YUANJUAN_VIRTUAL_DISPLAY=1)
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder, run, say } from './project.mjs'
import { setUp } from './set-up.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

const NO_DISPLAY = [
  '这台电脑没有图形界面，援卷的窗口打不开。 / There is no display here, so the window of Yuanjuan cannot open.',
  '可以用虚拟显示运行： / It can run on a virtual one:',
  '    npm start -- --virtual-display',
].join('\n')

/** Some distributions let ordinary users' programs build no sandbox unless its helper belongs to root. */
function explainSandbox(electron) {
  const switchFile = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
  const helper = path.join(path.dirname(electron), 'chrome-sandbox')
  if (!existsSync(switchFile) || readFileSync(switchFile, 'utf8').trim() !== '1' || !existsSync(helper)) return
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & 0o4000) !== 0) return
  say(
    `系统限制了沙箱；如果窗口没有出现，请运行 / the system restricts sandboxes; if no window appears, run:\n    sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

function switches(electron) {
  if (process.platform !== 'linux') return []
  if (process.getuid?.() === 0) {
    say(
      '警告：以 root 身份运行，窗口没有沙箱保护，只适合试用 / warning: running as root without the sandbox; for trying out only',
    )
    return ['--no-sandbox']
  }
  explainSandbox(electron)
  return []
}

async function start() {
  const { values } = parseArgs({ options: { data: { type: 'string' }, 'virtual-display': { type: 'boolean' } } })
  await setUp('start')
  const wantsVirtual = values['virtual-display'] || process.env.YUANJUAN_VIRTUAL_DISPLAY === '1'
  if (!hasDisplay() && !wantsVirtual) {
    say(NO_DISPLAY)
    return 1
  }
  // Loaded only now: on a fresh clone the packages behind these were installed a moment ago.
  const { findElectronRuntime } = await import('./electron-runtime.mjs')
  const { build } = await import('./build.mjs')
  const runtime = await findElectronRuntime()
  await build()
  const display = hasDisplay() ? { environment: { ...process.env }, close: () => undefined } : await startVirtualDisplay()
  const environment = { ...display.environment }
  if (runtime.nativeBinding) environment.YUANJUAN_SQLITE_ADDON = runtime.nativeBinding
  if (!hasDisplay())
    say(
      `窗口在虚拟显示 ${environment.DISPLAY} 上打开；按 Ctrl+C 结束 / the window is on the virtual display ${environment.DISPLAY}; Ctrl+C ends it`,
    )
  const data = values.data ? ['--data', path.resolve(values.data)] : []
  try {
    const { code } = await run(runtime.electron, [...switches(runtime.electron), projectFolder, ...data], {
      env: environment,
      outlivesSignals: true,
    })
    return code ?? 1
  } finally {
    display.close()
  }
}

start().then(
  code => {
    process.exitCode = code
  },
  error => {
    say(error.message)
    process.exitCode = 1
  },
)
