import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react'
import { timeOfInstant } from './day-text.ts'
import type { DraftState } from './draft-saver.ts'

/** Says in the page head that the draft is kept: 草稿已存 14:32:08，断电也不会丢. */
export function DraftLine({ state }: { readonly state: DraftState }) {
  switch (state.kind) {
    case 'none':
      return null
    case 'pending':
    case 'saving':
      return (
        <span className="draft-line">
          <IconDeviceFloppy size={15} aria-hidden />
          正在存草稿
        </span>
      )
    case 'saved':
      return (
        <span className="draft-line">
          <IconDeviceFloppy size={15} aria-hidden />
          草稿已存 {timeOfInstant(state.at, true)}，断电也不会丢
        </span>
      )
    case 'failed':
      return (
        <span className="draft-line red" role="alert">
          <IconAlertTriangle size={15} aria-hidden />
          {state.message}
        </span>
      )
    default:
      return state satisfies never
  }
}
