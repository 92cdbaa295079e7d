import { EmptyState } from '../../ui/choice-panel.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { Pane, Panes } from '../../ui/page.tsx'

export type ForbiddenProps = {
  /** What cannot be seen, e.g. 操作日志. */
  readonly what: string
  /** Who may, and whom to ask. */
  readonly who: string
}

/** A part of the settings that this person's roles do not open, with the reason. */
export function Forbidden({ what, who }: ForbiddenProps) {
  return (
    <>
      <Panes>
        <Pane label={what}>
          <EmptyState title={`您的角色不能查看${what}`} text={who} />
        </Pane>
      </Panes>
      <KeyBar hints={TAB_HINTS} />
    </>
  )
}

/** The keys that hold on every tab. */
export const TAB_HINTS = [{ keys: ['Alt+1', '9'], label: '切换标签', keep: true }] as const
