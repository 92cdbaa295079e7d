import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { Field } from '../../ui/field.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'

type Regions = OutputOf<'center.regions'>
type Choice = { readonly province: string | null; readonly city: string | null; readonly county: string | null }

export type RegionFieldProps = {
  /** Six digits (行政区划代码, GB/T 2260), or empty while the choice does not reach a county. */
  readonly code: string
  readonly onChange: (code: string) => void
  readonly error?: string
  readonly labelWidth?: number
}

/** Where a code stands among the cities of its province: the city itself (直辖市的区、不设区的市) or the one that its county belongs to. */
export function choiceOfCode(code: string, cities: Regions | undefined): Choice {
  if (!/^\d{6}$/.test(code)) return { province: null, city: null, county: null }
  const province = `${code.slice(0, 2)}0000`
  const itself = cities?.find(city => city.code === code)
  if (itself) return { province, city: code, county: null }
  const above = cities?.find(city => city.code.slice(0, 4) === code.slice(0, 4))
  return { province, city: above?.code ?? null, county: above ? code : null }
}

/** Province, city and county, each below the one before it. Some cities have no counties and stand for themselves. */
export function RegionField({ code, onChange, error, labelWidth }: RegionFieldProps) {
  // While nothing was chosen by hand, the three follow the code.
  const [own, setOwn] = useState<Choice | null>(null)
  const [lastCode, setLastCode] = useState(code)
  if (code !== lastCode) {
    setLastCode(code)
    if (code !== '') setOwn(null)
  }
  const province = own ? own.province : choiceOfCode(code, undefined).province
  const provinces = useAsk('center.regions', { parent: null })
  const cities = useAsk('center.regions', { parent: province }, { enabled: province !== null })
  const choice = own ?? choiceOfCode(code, cities.data)
  const counties = useAsk('center.regions', { parent: choice.city }, { enabled: choice.city !== null })
  const hasCounties = choice.city === null || counties.data === undefined || counties.data.length > 0
  const pick = (next: Choice, chosen: string) => {
    setOwn(next)
    setLastCode(chosen)
    onChange(chosen)
  }
  // Whether a city stands for itself is known once the core has said what lies below it.
  const pickCity = async (city: string) => {
    pick({ province, city, county: null }, '')
    const below = await invoke('center.regions', { parent: city })
    if (below.ok && below.value.length === 0) pick({ province, city, county: null }, city)
  }
  return (
    <Field
      label="所在地区"
      required
      name="regionCode"
      error={error}
      hint={code === '' ? '选到区、县' : `行政区划代码 ${code}`}
      labelWidth={labelWidth}
    >
      <PinyinSelect
        aria-label="省"
        placeholder="省"
        options={optionsOf(provinces.data)}
        value={choice.province}
        onChange={value => value !== null && pick({ province: value, city: null, county: null }, '')}
        style={{ flex: 1 }}
      />
      <PinyinSelect
        aria-label="市"
        placeholder="市"
        options={choice.province === null ? [] : optionsOf(cities.data)}
        value={choice.city}
        disabled={choice.province === null}
        onChange={value => value !== null && void pickCity(value)}
        style={{ flex: 1 }}
      />
      <PinyinSelect
        aria-label="县、区"
        placeholder={hasCounties ? '县、区' : '不设区县'}
        options={choice.city === null ? [] : optionsOf(counties.data)}
        value={choice.county}
        disabled={choice.city === null || !hasCounties}
        onChange={value => value !== null && pick({ ...choice, county: value }, value)}
        style={{ flex: 1 }}
      />
    </Field>
  )
}

function optionsOf(regions: Regions | undefined): { value: string; label: string }[] {
  return (regions ?? []).map(region => ({ value: region.code, label: region.name }))
}
