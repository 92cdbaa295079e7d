import { MultiSelect, type OptionsFilter } from '@mantine/core'
import { useState } from 'react'
import { pinyinFilter } from './pinyin-autocomplete.tsx'
import { useInitials } from './use-initials.ts'

export type CodeMultiSelectProps = {
  readonly entries: readonly { readonly code: string; readonly label: string }[]
  readonly value: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly error?: boolean
  readonly id?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

/**
 * Several of a long closed list in one line: typed pinyin initials or the entry's number find it, Enter takes it, Backspace puts the last
 * one away. The chosen stay in the list's order.
 */
export function CodeMultiSelect({ entries, value, onChange, placeholder, ...rest }: CodeMultiSelectProps) {
  const initials = useInitials()
  const [words, setWords] = useState('')
  const byPinyin = pinyinFilter(initials)
  // A number means that one entry, not all whose number holds the digit.
  const filter: OptionsFilter = input =>
    /^\d+$/.test(input.search.trim())
      ? input.options.filter(option => 'label' in option && option.label.startsWith(`${input.search.trim()} `))
      : byPinyin(input)
  const numbered = entries.map((entry, index) => ({ value: entry.code, label: `${index + 1} ${entry.label}` }))
  const gone = value.filter(code => !entries.some(entry => entry.code === code)).map(code => ({ value: code, label: code }))
  return (
    <MultiSelect
      {...rest}
      className="code-multi-select"
      data={[...numbered, ...gone]}
      value={[...value]}
      onChange={codes => {
        setWords('')
        onChange([
          ...entries.map(entry => entry.code).filter(code => codes.includes(code)),
          ...codes.filter(code => !entries.some(entry => entry.code === code)),
        ])
      }}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      filter={filter}
      hidePickedOptions
      selectFirstOptionOnChange
      nothingFoundMessage="没有这一项"
      placeholder={value.length === 0 ? placeholder : undefined}
      maxDropdownHeight={264}
      comboboxProps={{ shadow: 'none' }}
    />
  )
}
