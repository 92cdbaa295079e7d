import { Select } from '@mantine/core'
import { useAsk } from '../../api/use-ask.ts'
import { Field } from '../../ui/field.tsx'

export type RegionChoice = { readonly province: string | null; readonly city: string | null; readonly county: string | null }

export const NO_REGION: RegionChoice = { province: null, city: null, county: null }

type Region = { readonly code: string; readonly name: string }

/**
 * The code a choice stands for: the county, or the city where it has no counties below it (a district of a municipality, 东莞).
 * Empty while the choice does not reach that far. `counties` is undefined until they are known.
 */
export function chosenRegion(choice: RegionChoice, counties: readonly Region[] | undefined): string {
  if (choice.county !== null) return choice.county
  return choice.city !== null && counties?.length === 0 ? choice.city : ''
}

export type RegionSelectProps = {
  readonly choice: RegionChoice
  readonly onChange: (choice: RegionChoice, code: string) => void
  readonly error: string | null
}

function options(regions: readonly Region[] | undefined) {
  return (regions ?? []).map(region => ({ value: region.code, label: region.name }))
}

/** Province, city and county, each below the one before it; the list comes from the core (GB/T 2260). */
export function RegionSelect({ choice, onChange, error }: RegionSelectProps) {
  const provinces = useAsk('center.regions', { parent: null })
  const cities = useAsk('center.regions', { parent: choice.province }, { enabled: choice.province !== null })
  const counties = useAsk('center.regions', { parent: choice.city }, { enabled: choice.city !== null })
  const needsCounty = choice.city === null || counties.data === undefined || counties.data.length > 0
  // Whether a city stands for itself is known only once the core has said what lies below it.
  const code = chosenRegion(choice, choice.city === null ? undefined : counties.data)
  const hint = code !== '' ? `行政区划代码 ${code}` : '可输入汉字查找'
  const pick = (next: RegionChoice, below?: readonly Region[]) => onChange(next, chosenRegion(next, below))
  const select = { searchable: true, allowDeselect: false, nothingFoundMessage: '没有找到', error: error !== null } as const
  return (
    <Field label="所在地区" required error={error} hint={hint} labelWidth={92} name="regionCode">
      <Select
        {...select}
        aria-label="省"
        placeholder="省"
        data={options(provinces.data)}
        value={choice.province}
        onChange={province => pick({ province, city: null, county: null })}
        style={{ flex: 1 }}
      />
      <Select
        {...select}
        aria-label="市"
        placeholder="市"
        data={options(choice.province === null ? [] : cities.data)}
        value={choice.city}
        disabled={choice.province === null}
        onChange={city => pick({ ...choice, city, county: null })}
        style={{ flex: 1 }}
      />
      <Select
        {...select}
        aria-label="县、区"
        placeholder={needsCounty ? '县、区' : '不设区县'}
        data={options(choice.city === null ? [] : counties.data)}
        value={choice.county}
        disabled={choice.city === null || !needsCounty}
        onChange={county => pick({ ...choice, county }, counties.data)}
        style={{ flex: 1 }}
      />
    </Field>
  )
}
