// A display for machines that have none: Xvfb, started and ended by us. Linux only.
import { spawn } from 'node:child_process'

/** Whether windows can open here as they are: always outside Linux, and on Linux with an X or Wayland display. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Starts a virtual display with room for the app's window of 1366 × 768. Resolves to { environment, close }: give `environment` to the
 * programs that shall use it. Rejects with a sentence for a person when Xvfb is missing or does not start.
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // Not in our terminal's group: a Ctrl+C must let the app close first.
      detached: true,
    })
    const fail = () =>
      reject(new Error('虚拟显示 Xvfb 没有启动，请安装软件包 xvfb / the virtual display did not start; please install xvfb'))
    child.once('error', fail)
    child.once('exit', fail)
    let number = ''
    child.stdout.on('data', chunk => {
      number += chunk
      if (!number.endsWith('\n')) return
      process.once('exit', () => child.kill())
      resolve({
        environment: { ...process.env, DISPLAY: `:${number.trim()}`, WAYLAND_DISPLAY: '' },
        close: () => child.kill(),
      })
    })
  })
}
