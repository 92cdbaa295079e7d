import { Autocomplete, type AutocompleteProps, type OptionsFilter } from '@mantine/core'
import { type Initials, matchesWords } from './pinyin-match.ts'
import { useInitials } from './use-initials.ts'

/** Keeps the options whose label holds the words or whose pinyin initials do. For Select and Autocomplete. */
export function pinyinFilter(initials: Initials | null): OptionsFilter {
  return ({ options, search, limit }) =>
    options.filter(option => 'group' in option || matchesWords(option.label, search, initials)).slice(0, limit)
}

export type PinyinAutocompleteProps = Omit<AutocompleteProps, 'data' | 'filter'> & {
  readonly options: readonly string[]
}

/** A text field with a list to choose from, found also by pinyin initials (追索劳动报酬 by zsld). Any other text may stand too. */
export function PinyinAutocomplete({ options, ...rest }: PinyinAutocompleteProps) {
  const initials = useInitials()
  return (
    <Autocomplete
      {...rest}
      data={[...options]}
      filter={pinyinFilter(initials)}
      // Initials are never the text itself, so Enter takes the first match; Chinese may be meant as it stands.
      selectFirstOptionOnChange={/^[a-z]+$/i.test(rest.value ?? '')}
      limit={60}
      autoComplete="off"
      maxDropdownHeight={264}
    />
  )
}
