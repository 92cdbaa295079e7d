import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** Chromium's own record of what its network part did (--log-net-log): event types by name, then one event a line. */
const constants = z.object({ constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }) })
const event = z.object({
  type: z.number(),
  params: z.object({ url: z.string().optional(), host: z.string().optional() }).optional(),
})

/** Events that mean a name was looked up or a connection opened. */
const REACHING_OUT = [
  'HOST_RESOLVER_MANAGER_REQUEST',
  'HOST_RESOLVER_MANAGER_JOB',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
]
const OWN_ADDRESS = /^(app|data|blob|devtools|about|chrome-extension):/

/**
 * What of a net log went, or tried to go, off this machine: addresses and event names; empty when nothing did. Throws when
 * the log is missing or is not one, so that an empty answer means something.
 */
export function requestsThatLeft(file: string): string[] {
  if (!existsSync(file)) throw new Error('there is no net log')
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n')
  const types = constants.parse(JSON.parse(first.replace(/,\s*$/, '}'))).constants.logEventTypes
  const reaching = new Map(REACHING_OUT.flatMap(name => (types[name] === undefined ? [] : [[types[name], name] as const])))
  if (reaching.size < 3) throw new Error('the net log has other event names than expected')
  return lines.flatMap(line => {
    const text = line.replace(/,\s*$/, '')
    if (!text.startsWith('{')) return []
    const parsed = event.safeParse(parseOrNull(text))
    if (!parsed.success) return []
    const { type, params } = parsed.data
    const name = reaching.get(type)
    if (name !== undefined) return [`${name} ${params?.host ?? ''}`]
    return params?.url !== undefined && !OWN_ADDRESS.test(params.url) ? [params.url] : []
  })
}

/** The last line of a log may be cut off. */
function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
