import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { AppError } from '../../src-main/contract/envelope.ts'
import { Banner } from '../ui/banner.tsx'
import { ErrorPanel } from '../ui/choice-panel.tsx'
import { errorText } from './error-text.ts'
import type { Ask } from './use-ask.ts'

/** What an Ask shows: its answer, nothing before the first answer (it comes in milliseconds), or why there is none. */
export function AskState<Data>({ ask, children }: { readonly ask: Ask<Data>; readonly children: (data: Data) => ReactNode }) {
  if (ask.data !== undefined) return <>{children(ask.data)}</>
  if (ask.error === null) return <div className="grow" aria-busy />
  return <AskFailure error={ask.error} onRetry={ask.refetch} />
}

/** Why there is no answer, with a way to ask again. */
export function AskFailure({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const words = errorText(error)
  const again = {
    icon: <IconRefresh size={22} aria-hidden />,
    title: '再读一次',
    text: '数据没有改动',
    action: '再试一次',
    onAction: onRetry,
    primary: true,
  }
  return (
    <div className="section scroll">
      <ErrorPanel title={words.title} text={words.text} steps={[again]} />
    </div>
  )
}

/** A failed command as a banner; nothing when there is no failure. */
export function ErrorBanner({ error, onRetry }: { readonly error: AppError | null; readonly onRetry?: () => void }) {
  if (error === null || error.code === 'CANCELLED') return null
  const words = errorText(error)
  return (
    <Banner
      tone="error"
      title={words.title}
      side={
        onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            再试一次
          </Button>
        )
      }
    >
      {words.text}
    </Banner>
  )
}
