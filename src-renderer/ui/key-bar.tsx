import { Kbd, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { keyCaps } from './key-binding.ts'
import { type KeyBinding, useBoundKeys, useKeys } from './keys.ts'

/** The caps of one key or combination, e.g. Ctrl Enter. Screen readers read it as words. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className="key-caps">
      {keyCaps(keys).map(cap => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  )
}

export type KeyHint = {
  /** Names as in `useKeys`; several stand side by side, e.g. ['ArrowUp', 'ArrowDown']. */
  readonly keys: readonly string[]
  readonly label: string
  /** Stays on narrow windows, where only two hints are shown. */
  readonly keep?: boolean
}

/** Key hints in one line, inside an action bar or a key bar. */
export function KeyHints({ hints }: { readonly hints: readonly KeyHint[] }) {
  return (
    <ul className="key-hints">
      {hints.map(hint => (
        <li key={hint.label} data-keep={hint.keep || undefined}>
          {hint.keys.map(key => (
            <KeyCaps key={key} keys={key} />
          ))}
          {hint.label}
        </li>
      ))}
    </ul>
  )
}

/** The hint bar every screen ends in (34 px): three to five keys, and one fact at the right end. */
export function KeyBar({ hints, aside }: { readonly hints: readonly KeyHint[]; readonly aside?: ReactNode }) {
  return (
    <footer className="key-bar">
      <KeyHints hints={hints} />
      {aside && <span className="push clip">{aside}</span>}
    </footer>
  )
}

const everywhere: readonly Pick<KeyBinding, 'keys' | 'label'>[] = [
  { keys: 'Escape', label: '返回、关闭' },
  { keys: 'Tab', label: '下一项' },
  { keys: 'Enter', label: '打开所选' },
  { keys: 'Space', label: '预览或勾选' },
  { keys: 'Alt+ArrowDown', label: '打开日历' },
]

/** Binds `?` and lists every key that works on the screen now. Stands once in the frame. */
export function KeyOverlay() {
  const [isOpen, setOpen] = useState(false)
  const bound = useBoundKeys()
  useKeys([
    { keys: '?', label: '全部按键', run: () => setOpen(true) },
    { keys: '?', label: '关闭', run: () => setOpen(false), inDialog: true, when: isOpen },
  ])
  const seen = new Set<string>()
  const rows = [...bound, ...everywhere].filter(binding => !seen.has(binding.keys) && seen.add(binding.keys))
  return (
    <Modal opened={isOpen} onClose={() => setOpen(false)} title="全部按键" size={640} closeButtonProps={{ 'aria-label': '关闭' }}>
      <div className="key-table">
        {rows.map(binding => (
          <div key={binding.keys}>
            <span>{binding.label}</span>
            <KeyCaps keys={binding.keys} />
          </div>
        ))}
      </div>
    </Modal>
  )
}
