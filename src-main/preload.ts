import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, WindowEvent } from './contract/bridge.ts'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './shell/channels.ts'

contextBridge.exposeInMainWorld('yuanjuan', {
  invoke: (name, input, request) => ipcRenderer.invoke(INVOKE_CHANNEL, name, input, request),
  onChanged: listener => {
    const hear = (_event: unknown, event: WindowEvent) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => ipcRenderer.off(EVENT_CHANNEL, hear)
  },
} satisfies Bridge)
