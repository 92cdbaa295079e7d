import { useDebouncedValue } from '@mantine/hooks'
import type { HardshipInput } from '../../../src-main/contract/hardship.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { Section, SectionHead } from '../../ui/page.tsx'
import type { ApplicationValues } from './application-values.ts'
import { HardshipSteps, HardshipVerdict } from './hardship-steps.tsx'
import { hardshipInputOf } from './hardship-values.ts'

/** Pause in typing before the check is made anew, in milliseconds. */
const PAUSE_MS = 200
/** Asked only while nothing can be assessed; the query is off then. */
const NOTHING: HardshipInput = { route: 'check', members: [{ name: '—', relation: 'self' }] }

/** The check (经济困难核查) as it would be saved now, made by the core each time something changes. Nothing is stored. */
export function useLiveHardship(values: ApplicationValues) {
  const input = hardshipInputOf(values)
  const asked = JSON.stringify({ input, receivedOn: values.receivedOn, scope: values.scope, cause: values.cause })
  const [settled] = useDebouncedValue(asked, PAUSE_MS)
  const ask = useAsk(
    'applications.assessHardship',
    {
      receivedOn: values.receivedOn ?? '2000-01-01',
      hardship: input ?? NOTHING,
      scope: values.scope === '' ? null : values.scope,
      cause: values.cause === '' ? null : values.cause,
    },
    { enabled: input !== null && values.receivedOn !== null && settled === asked, keep: true },
  )
  return { result: input === null || values.receivedOn === null ? undefined : ask.data, error: ask.error }
}

/** The result beside the form, step by step. */
export function LiveHardship({
  values,
  pack,
  today,
}: {
  readonly values: ApplicationValues
  readonly pack: RulePack
  readonly today: string
}) {
  const { result, error } = useLiveHardship(values)
  return (
    <>
      <Section>
        <SectionHead
          title="核查结果"
          note={result ? `规则包 ${result.packVersion}　按收到日 ${values.receivedOn ?? today}` : undefined}
        />
        <div className="live-verdict" aria-live="polite">
          {result ? <HardshipVerdict pack={pack} result={result} /> : <p className="second muted">{waitingWords(values)}</p>}
        </div>
        <ErrorBanner error={error} />
      </Section>
      {result && <HardshipSteps pack={pack} steps={result.steps} />}
    </>
  )
}

function waitingWords(values: ApplicationValues): string {
  switch (values.route) {
    case '':
      return '选定核查、免予核查或不受限制之后，这里逐步显示结果和依据。'
    case 'check':
      return '每个人的姓名和关系填好后，这里逐步显示谁计入、收入、困难标准和结果；还缺什么也列在这里。'
    case 'waived':
    case 'not-applicable':
      return '选定属于哪一种情形、写明证明材料之后，这里显示结果和依据。'
    default:
      return values.route satisfies never
  }
}
