import { Kbd } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { roleNames } from '../../api/session.ts'
import type { StaffCard } from '../../api/staff-card.ts'
import { nextRow } from '../../ui/row-movement.ts'

export type StaffListProps = {
  readonly staff: readonly StaffCard[]
  readonly selectedId: string | null
  readonly lastUserId: string | null
  readonly onSelect: (id: string) => void
  /** Enter, or a click: on to the password. */
  readonly onChosen: () => void
}

/** The people who may log in here. ↑ ↓ move, 1–9 choose. */
export function StaffList({ staff, selectedId, lastUserId, onSelect, onChosen }: StaffListProps) {
  const list = useRef<HTMLUListElement>(null)
  const at = staff.findIndex(person => person.id === selectedId)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      onChosen()
      return
    }
    const next = nextRow(event.key, at, staff.length)
    const person = next === null ? undefined : staff[next]
    if (!person) return
    event.preventDefault()
    onSelect(person.id)
    list.current?.children[next ?? 0]?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <ul
      ref={list}
      className="staff-list"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of which one is chosen
      role="listbox"
      aria-label="选择登录的人"
      aria-activedescendant={selectedId ? `staff-${selectedId}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {staff.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act on the list
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list (aria-activedescendant)
        <li
          key={person.id}
          id={`staff-${person.id}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the list
          role="option"
          aria-selected={person.id === selectedId}
          onClick={() => {
            onSelect(person.id)
            onChosen()
          }}
        >
          <b>{person.name}</b>
          <span className="staff-roles">{roleNames(person.roles)}</span>
          <span className="staff-note">{staffNote(person, lastUserId)}</span>
          {index < 9 && <Kbd>{index + 1}</Kbd>}
        </li>
      ))}
    </ul>
  )
}

function staffNote(person: StaffCard, lastUserId: string | null): string {
  if (person.lockedAt !== null) return '已锁定'
  return person.id === lastUserId ? '本机上次登录' : ''
}
