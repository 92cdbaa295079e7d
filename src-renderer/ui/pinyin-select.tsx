import { Select, type SelectProps } from '@mantine/core'
import { pinyinFilter } from './pinyin-autocomplete.tsx'
import { useInitials } from './use-initials.ts'

export type PinyinSelectProps = Omit<SelectProps, 'data' | 'filter' | 'searchable'> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** A closed list that is too long for segments: searched by its words or their pinyin initials. */
export function PinyinSelect({ options, ...rest }: PinyinSelectProps) {
  const initials = useInitials()
  return (
    <Select
      {...rest}
      data={[...options]}
      searchable
      selectFirstOptionOnChange
      filter={pinyinFilter(initials)}
      nothingFoundMessage="没有这一项"
      maxDropdownHeight={264}
      allowDeselect={false}
    />
  )
}
