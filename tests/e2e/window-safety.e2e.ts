import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reply } from '../../src-main/contract/envelope.ts'
import '../../src-main/contract/bridge.ts'
import { expect, test } from './fixtures.ts'

const FOREIGN = 'https://elsewhere.example/'

test.describe('the window is closed in itself', () => {
  test('it is sandboxed, apart from Node, and holds two functions of ours', async ({ app, page }) => {
    const preferences = await app.evaluate(({ webContents }) => {
      const used = webContents.getAllWebContents()[0] as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = used.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    })
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(window.yuanjuan).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(name => name in globalThis),
      origin: location.origin,
    }))
    expect(seen).toEqual({ bridge: ['invoke', 'onChanged'], node: [], origin: 'app://yuanjuan' })
  })

  test('it has its name and size, and no menu', async ({ app }) => {
    const shape = await app.evaluate(({ BrowserWindow, Menu }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return { title: window?.getTitle(), size: window?.getSize(), menu: Menu.getApplicationMenu() }
    })
    expect(shape).toEqual({ title: '援卷', size: [1366, 768], menu: null })
  })

  test('an inline script does not run, and no code comes out of text', async ({ page }) => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.wasRun = true'
      document.body.append(script)
      const link = document.createElement('a')
      link.setAttribute('onclick', 'window.wasRun = true')
      document.body.append(link)
      link.click()
      return 'wasRun' in window
    })
    expect(ran).toBe(false)
    // Playwright's own evaluate stands above the policy, so a timer in the page asks for the evaluation.
    const evaluated = await page.evaluate(
      () =>
        new Promise(resolve => {
          setTimeout(() => {
            try {
              resolve(new Function('return 1')())
            } catch (error) {
              resolve((error as Error).name)
            }
          }, 0)
        }),
    )
    expect(evaluated).toBe('EvalError')
  })

  test('nothing can be fetched, sent or shown from elsewhere', async ({ page, expectNoRequestLeft }) => {
    const outcomes = await page.evaluate(async foreign => {
      const failed = (promise: Promise<unknown>) =>
        promise.then(
          () => 'went through',
          () => 'refused',
        )
      const loads = (element: HTMLImageElement | HTMLIFrameElement | HTMLScriptElement, address: string) =>
        new Promise<string>(resolve => {
          element.onload = () => resolve(element instanceof HTMLIFrameElement ? 'frame' : 'went through')
          element.onerror = () => resolve('refused')
          element.src = address
          document.body.append(element)
        })
      const socket = () =>
        new Promise<string>(resolve => {
          try {
            const opened = new WebSocket(foreign.replace('https', 'wss'))
            opened.onopen = () => resolve('went through')
            opened.onerror = () => resolve('refused')
          } catch {
            resolve('refused')
          }
        })
      return {
        fetch: await failed(fetch(foreign)),
        own: await failed(fetch('/index.html')),
        beacon: navigator.sendBeacon(foreign, 'x') ? 'queued' : 'refused',
        image: await loads(new Image(), `${foreign}a.png`),
        script: await loads(document.createElement('script'), `${foreign}a.js`),
        socket: await socket(),
      }
    }, FOREIGN)
    expect(outcomes).toMatchObject({ fetch: 'refused', own: 'refused', image: 'refused', script: 'refused', socket: 'refused' })
    await expectNoRequestLeft()
  })

  test('a frame shows a paper without its scripts, and no other page', async ({ page }) => {
    const shown = await page.evaluate(async foreign => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-same-origin')
      const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
      frame.srcdoc = '<style>p{color:rgb(1, 2, 3)}</style><p>通知书</p><script>document.body.textContent = "改写"</script>'
      document.body.append(frame)
      await loaded
      const paragraph = frame.contentDocument?.querySelector('p')
      const before = { text: paragraph?.textContent, color: paragraph && getComputedStyle(paragraph).color }
      frame.removeAttribute('srcdoc')
      frame.src = foreign
      return before
    }, FOREIGN)
    expect(shown).toEqual({ text: '通知书', color: 'rgb(1, 2, 3)' })
    expect(page.frames().map(frame => frame.url())).not.toContain(FOREIGN)
  })

  test('it does not leave its page and opens no other window', async ({ app, page }) => {
    const openedWindow = await page.evaluate(foreign => {
      location.href = foreign
      return window.open(foreign)
    }, FOREIGN)
    expect(openedWindow).toBeNull()
    await page.evaluate(foreign => {
      const link = document.createElement('a')
      link.href = foreign
      link.target = '_blank'
      document.body.append(link)
      link.click()
      const form = document.createElement('form')
      form.action = foreign
      document.body.append(form)
      form.submit()
    }, FOREIGN)
    // Asked of Electron: Playwright would wait for the navigations that were refused.
    const place = await app.evaluate(async ({ webContents }) => {
      const contents = webContents.getAllWebContents()[0]
      await contents?.executeJavaScript("location.href = 'file:///etc/passwd'")
      const root = await contents?.executeJavaScript("document.getElementById('root') !== null")
      return { url: contents?.getURL(), root }
    })
    expect(place).toEqual({ url: 'app://yuanjuan/', root: true })
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('every permission is refused', async ({ page }) => {
    const refused = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'persistent-storage',
      ] as PermissionName[]
      const states = await Promise.all(names.map(async name => (await navigator.permissions.query({ name })).state))
      const place = await new Promise(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          error => resolve(error.code === error.PERMISSION_DENIED ? 'refused' : 'other'),
        ),
      )
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      )
      return { states, place, camera, notification: await Notification.requestPermission() }
    })
    expect(refused.states).not.toContain('granted')
    expect(refused).toMatchObject({ place: 'refused', camera: 'refused', notification: 'denied' })
  })

  test('the app’s own address serves its files and nothing around them', async ({ app }) => {
    const statuses = await app.evaluate(async ({ session }) => {
      const ask = async (address: string, method = 'GET') => (await session.defaultSession.fetch(address, { method })).status
      return {
        page: await ask('app://yuanjuan/index.html'),
        otherHost: await ask('app://elsewhere/index.html'),
        above: await ask('app://yuanjuan/..%2f..%2fpackage.json'),
        above2: await ask('app://yuanjuan/%2e%2e/main/main.mjs'),
        folder: await ask('app://yuanjuan/assets/'),
        missing: await ask('app://yuanjuan/none.js'),
        post: await ask('app://yuanjuan/index.html', 'POST'),
      }
    })
    expect(statuses).toEqual({ page: 200, otherHost: 404, above: 404, above2: 404, folder: 404, missing: 404, post: 405 })
  })
})

test.describe('the door to the core', () => {
  test('asks for operations of the contract only', async ({ page }) => {
    const replies = await page.evaluate(async () => {
      const ask = (name: unknown, input: unknown = {}, request?: unknown) =>
        window.yuanjuan.invoke(name as string, input, request as string)
      return {
        unknown: await ask('nobody.knows'),
        inherited: await ask('toString'),
        prototype: await ask('__proto__'),
        notText: await ask(7),
        path: await ask('backup.make', { handle: 'path:/etc/passwd' }),
        deepPath: await ask('papers.exportPdf', { id: 'x', list: [{ handle: 'path:/etc/passwd' }] }),
        request: await ask('center.status', {}, { toString: 'x' }),
        badInput: await ask('shell.setZoom', { factor: 9 }),
        unknownHandle: await ask('shell.savePaperPdf', { html: 'x', landscape: false, handle: '/etc/passwd' }),
        showUnknown: await ask('shell.showFolder', { handle: '/' }),
      }
    })
    const code = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.error.code)
    expect(Object.fromEntries(Object.entries(replies).map(([name, reply]) => [name, code(reply)]))).toEqual({
      unknown: 'NOT_FOUND',
      inherited: 'NOT_FOUND',
      prototype: 'NOT_FOUND',
      notText: 'VALIDATION',
      path: 'VALIDATION',
      deepPath: 'VALIDATION',
      request: 'VALIDATION',
      badInput: 'VALIDATION',
      unknownHandle: 'STORAGE',
      showUnknown: 'STORAGE',
    })
  })

  test('refuses a sender that is not the window', async ({ app, page }) => {
    await expect(page.locator('#root')).toBeAttached()
    const outcome = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
      await other.loadURL('app://yuanjuan/index.html')
      const reply = await other.webContents.executeJavaScript(
        "window.yuanjuan.invoke('center.status', {}).then(() => 'answered', () => 'refused')",
      )
      other.destroy()
      return reply
    })
    expect(outcome).toBe('refused')
  })

  test('a file is named by the token of a dialog; its path stays behind', async ({ page, answerDialogs, workFolder }) => {
    const place = path.join(workFolder, 'paper.pdf')
    await answerDialogs({ save: place })
    const picked = await page.evaluate(() =>
      window.yuanjuan.invoke('shell.pickSaveFile', { suggestedName: '通知书', kind: 'pdf' }),
    )
    expect(picked).toMatchObject({ ok: true, value: { name: 'paper.pdf' } })
    expect(JSON.stringify(picked)).not.toContain(workFolder)
    const handle = (picked as unknown as { value: { handle: string } }).value.handle
    const saved = await page.evaluate(
      token => window.yuanjuan.invoke('shell.savePaperPdf', { html: '<p>通知书</p>', landscape: false, handle: token }),
      handle,
    )
    expect(saved).toMatchObject({ ok: true })
    expect(readFileSync(place).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  test('printing asks the system’s dialog, and backing out is no error', async ({ page, catchPrinting }) => {
    const printed = await catchPrinting()
    const reply = await page.evaluate(() =>
      window.yuanjuan.invoke('shell.printPaper', { html: '<p>通知书</p>', landscape: false }),
    )
    expect(reply).toEqual({ ok: true, value: { printed: true } })
    expect(await printed()).toBe(1)
  })
})

test('a window whose page dies comes back by itself', async ({ app, page }) => {
  await expect(page.locator('#root')).toBeAttached()
  const cameBack = await app.evaluate(
    ({ webContents }) =>
      new Promise(resolve => {
        const contents = webContents.getAllWebContents()[0]
        contents?.once('render-process-gone', () => contents.once('did-finish-load', () => resolve(contents.getURL())))
        contents?.forcefullyCrashRenderer()
      }),
  )
  expect(cameBack).toBe('app://yuanjuan/')
})

test('no request leaves this machine from start to end', async ({ page, expectNoRequestLeft }) => {
  await expect(page.locator('#root')).toBeAttached()
  const info = await page.evaluate(() => window.yuanjuan.invoke('shell.info', {}))
  expect(info).toMatchObject({ ok: true, value: { refusedRequests: 0, reducedMotion: true } })
  await expectNoRequestLeft()
})
