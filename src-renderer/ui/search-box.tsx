import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import type { ListFilter } from './use-list-filter.ts'

/** The words a list is searched for. Esc empties it first; only then does it leave the page. */
export function SearchBox({
  list,
  label,
  placeholder = label,
  width,
  style,
}: {
  readonly list: ListFilter
  readonly label: string
  readonly placeholder?: string
  /** In CSS px. */
  readonly width?: number
  readonly style?: CSSProperties
}) {
  const { filter, search } = list
  const put = (words: string) => list.change({ words })
  return (
    <TextInput
      ref={search}
      aria-label={label}
      placeholder={placeholder}
      w={width}
      style={style}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={filter.words}
      maxLength={60}
      onChange={event => put(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || filter.words === '') return
        event.stopPropagation()
        put('')
      }}
    />
  )
}
