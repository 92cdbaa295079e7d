import { Kbd, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { nextRow } from '../../ui/row-movement.ts'
import { useInitials } from '../../ui/use-initials.ts'
import { type SearchRow, searchGroups } from './search-results.ts'
import { SearchRowLine } from './search-row.tsx'
import './search.css'

/** Pause in typing before the core is asked, in milliseconds. */
const PAUSE_MS = 80

/**
 * The one search box (Ctrl+K): people, files and deeds by name, two characters of it, pinyin initials, a piece of a number or the tail
 * of a certificate. The focus stays in the box; ↑ ↓ move, Enter opens.
 */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS)
  const [index, setIndex] = useState(0)
  const [, go] = useLocation()
  const { user } = useSession()
  const listId = useId()
  const initials = useInitials()
  const ask = useAsk('search.find', { words: asked }, { enabled: asked !== '', keep: true })
  const found = asked !== '' && words.trim() !== '' ? (ask.data ?? null) : null
  const groups = searchGroups(found, hasRole(user, ['clerk', 'director']))
  const rows = groups.flatMap(group => group.rows)
  const at = Math.min(index, rows.length - 1)
  const current = rows[at]
  const count = found ? found.people.length + found.files.length : 0
  const open = (path: string | undefined) => {
    if (path === undefined) return
    onClose()
    go(path)
  }
  const deed = (keys: string) =>
    rows.find((row): row is Extract<SearchRow, { kind: 'deed' }> => row.kind === 'deed' && row.deed.keys === keys)
  useKeys([
    { keys: 'Alt+N', label: '登记来访', run: () => open(deed('Alt+N')?.path), inDialog: true },
    { keys: 'Alt+A', label: '登记申请', run: () => open(deed('Alt+A')?.path), inDialog: true },
    { keys: 'Ctrl+K', label: '关闭查找', run: onClose, inDialog: true },
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      // The words may have run ahead of the answer: Enter must not open a row of an older question.
      if (asked === words.trim() && !ask.isFetching) open(current?.path)
      return
    }
    const next = event.key === 'Home' || event.key === 'End' ? null : nextRow(event.key, at, rows.length)
    if (next === null) return
    event.preventDefault()
    setIndex(next)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={640}
      padding={0}
      centered={false}
      yOffset={76}
      attributes={{ content: { 'aria-label': '查找' } }}
    >
      <div className="search-head">
        <input
          data-autofocus
          className="search-input"
          role="combobox"
          aria-label="姓名、拼音首字母、案号、证件尾号"
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={current ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="姓名、拼音首字母、案号、证件尾号"
          maxLength={60}
          value={words}
          onChange={event => {
            setWords(event.currentTarget.value)
            setIndex(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="note muted nowrap" role="status">
          {found && `共 ${count} 条`}
        </span>
        <Kbd>Esc</Kbd>
      </div>
      {ask.error && <ErrorBanner error={ask.error} />}
      {found && count === 0 && (
        <p className="search-none soft">没有找到“{asked}”。换姓名中的两个字、拼音首字母、编号里的数字或证件后四位再试。</p>
      )}
      <div className="search-list" id={listId} role="listbox" aria-label="查找结果">
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role; a fieldset is for form controls
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="search-group note muted" aria-hidden>
              {group.title}
            </div>
            {group.rows.map(row => (
              <SearchRowLine
                key={row.key}
                id={`${listId}-${rows.indexOf(row)}`}
                row={row}
                words={asked}
                initials={initials}
                isActive={row === current}
                onOpen={() => open(row.path)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="search-foot">
        <KeyHints
          hints={[
            { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
            { keys: ['Enter'], label: '打开', keep: true },
          ]}
        />
        <span className="push note muted">姓名、拼音、案号、证件后四位均可</span>
      </div>
    </Modal>
  )
}
