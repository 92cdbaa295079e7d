import { VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type StageState = 'done' | 'current' | 'ahead'
export type Stage = {
  readonly name: string
  readonly state: StageState
  /** Date or state under the name. */
  readonly note?: ReactNode
  /** At the right end; stage lists only. */
  readonly aside?: ReactNode
}

const spoken: Record<StageState, string> = { done: '已完成', current: '进行中', ahead: '未到' }

function Mark({ stage, number }: { readonly stage: Stage; readonly number: number | null }) {
  return (
    <>
      <span className="stage-mark" aria-hidden>
        {stage.state === 'done' ? <IconCheck size={14} stroke={2.5} /> : number}
      </span>
      <VisuallyHidden>{spoken[stage.state]}</VisuallyHidden>
    </>
  )
}

/** The stages of a case from left to right, with 22 px marks. */
export function StageBar({ label, stages }: { readonly label: string; readonly stages: readonly Stage[] }) {
  return (
    <ol className="stage-bar" aria-label={label}>
      {stages.map((stage, index) => (
        <li key={stage.name} data-state={stage.state} aria-current={stage.state === 'current' ? 'step' : undefined}>
          <span className="stage-inner">
            <Mark stage={stage} number={index + 1} />
            <b>{stage.name}</b>
            <small>{stage.note}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}

export type StageListProps = {
  readonly label: string
  readonly stages: readonly Stage[]
  /** The wizard's wider list with numbers in the marks. */
  readonly wide?: boolean
}

/** Steps from top to bottom: an approval chain (审批流程), or the steps of the first-run wizard. */
export function StageList({ label, stages, wide = false }: StageListProps) {
  return (
    <ol className="stage-list" aria-label={label} data-wide={wide || undefined}>
      {stages.map((stage, index) => (
        <li key={stage.name} data-state={stage.state} aria-current={stage.state === 'current' ? 'step' : undefined}>
          <Mark stage={stage} number={wide ? index + 1 : null} />
          <span className="stage-words">
            <b>{stage.name}</b>
            {stage.note && <span>{stage.note}</span>}
          </span>
          {stage.aside && <span className="stage-aside">{stage.aside}</span>}
        </li>
      ))}
    </ol>
  )
}
