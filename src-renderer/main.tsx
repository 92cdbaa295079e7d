import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import './styles/base.css'
import './styles/mantine-fit.css'
import './styles/frame.css'
import './styles/parts.css'
import './styles/table.css'
import './styles/form.css'
import './styles/session.css'
import { createRoot } from 'react-dom/client'
import { invoke } from './api/client.ts'
import { createQueryClient, refreshOnChange } from './api/query-client.ts'
import { chooseZoom, chosenZoom } from './api/zoom.ts'
import { App } from './app.tsx'

/** Draws the window once the shell has said what it is. Nothing is drawn before, so that the first frame is the right page. */
async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (!place) throw new Error('the page has no #root')
  const info = await invoke('shell.info', {})
  if (info.ok && info.value.reducedMotion) document.documentElement.dataset.still = 'true'
  if (chosenZoom() !== 1) await chooseZoom(chosenZoom())
  const client = createQueryClient()
  refreshOnChange(client, window.yuanjuan.onChanged)
  createRoot(place).render(<App client={client} version={info.ok ? info.value.version : ''} />)
}

void start()
