import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconClockOff, IconPlayerPause } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ClockSummary, ClockView } from '../../src-main/contract/common.ts'
import { type ClockWords, clockHeadline, clockWords } from './clock-text.ts'
import { Tag, type Tone } from './tag.tsx'

const looks: Record<ClockWords['look'], { readonly tone: Tone; readonly outlined: boolean; readonly icon: ReactNode }> = {
  plenty: { tone: 'plain', outlined: true, icon: <IconClock size={14} aria-hidden /> },
  near: { tone: 'amber', outlined: false, icon: <IconClock size={14} aria-hidden /> },
  late: { tone: 'red', outlined: false, icon: <IconAlertTriangle size={14} aria-hidden /> },
  paused: { tone: 'plain', outlined: false, icon: <IconPlayerPause size={14} aria-hidden /> },
  met: { tone: 'green', outlined: false, icon: <IconCheck size={14} aria-hidden /> },
  cancelled: { tone: 'plain', outlined: true, icon: <IconClockOff size={14} aria-hidden /> },
}

/** A statutory clock (期限) in a row: how much is left, the last day, why it is not the plain count. No seconds, no blinking. */
export function Clock({ clock, aside }: { readonly clock: ClockSummary; readonly aside?: ReactNode }) {
  const words = clockWords(clock)
  const look = looks[words.look]
  return (
    <span className="clock">
      <span aria-hidden>
        <Tag tone={look.tone} outlined={look.outlined} icon={look.icon}>
          {words.look === 'cancelled' ? <s>{words.word}</s> : words.word}
        </Tag>
      </span>
      <span aria-hidden>{aside ?? words.aside}</span>
      <VisuallyHidden>{words.spoken}</VisuallyHidden>
    </span>
  )
}

const headColours: Record<ClockWords['look'], string> = {
  plenty: '',
  near: 'amber',
  late: 'red',
  paused: 'muted',
  met: 'green',
  cancelled: 'muted',
}

/** The clock of the opened form, in words, beside its day strip. `verb` is what must happen by then, e.g. 决定. */
export function ClockHeadline({ clock, verb }: { readonly clock: ClockView; readonly verb: string }) {
  const words = clockHeadline(clock, verb)
  return (
    <div className="clock-headline">
      <b className={headColours[clockWords(clock).look]}>{words.head}</b>
      <span>{words.detail}</span>
    </div>
  )
}
