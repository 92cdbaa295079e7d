import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { rulePack } from '../../../src-main/contract/rule-pack.ts'
import { formatNumber, type NumberCodes, seriesBranches } from '../../../src-main/domain/numbering.ts'
import type { NumberSeries } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { NumberPatternDesigner } from '../../ui/number-pattern-designer.tsx'
import { seriesProblems } from '../../ui/number-pattern-problems.ts'
import { PackPlace } from './pack-place.tsx'
import { PatternText } from './pattern-text.tsx'
import type { SetPlace } from './place-props.ts'

const seriesSchema = rulePack.shape.numberSeries.element
const codesSchema = rulePack.shape.codes.pick({ matterTypes: true, letterTypes: true })

export type SeriesEditorProps = {
  readonly pack: Readonly<Record<string, unknown>>
  readonly onSet: SetPlace
  readonly readOnly: boolean
  readonly sources: readonly string[]
  /** The series that is open at first. */
  readonly opened: string | null
}

/** 编号 in a draft: every series with its first number; one opens to the designer of its pattern. */
export function SeriesEditor({ pack, onSet, readOnly, sources, opened }: SeriesEditorProps) {
  const { today } = useSession()
  const inForce = usePack()
  const center = useAsk('center.get', {}).data
  const counts = useAsk('numbering.series', {}).data
  const [open, setOpen] = useState(opened)
  const list = Array.isArray(pack.numberSeries) ? (pack.numberSeries as readonly unknown[]) : []
  const all = list.map(one => seriesSchema.safeParse(one))
  const sound = all.flatMap(one => (one.success ? [one.data] : []))
  const codes = codesSchema.safeParse(pack.codes).data ?? inForce?.codes
  if (!codes || !center) return null
  const lastOf = (series: NumberSeries) => {
    const count = counts?.find(one => one.series === series.id)
    return count?.years.find(one => one.year === count.thisYear)?.counter ?? 0
  }
  const missing = (inForce?.numberSeries ?? []).filter(one => !sound.some(series => series.id === one.id))
  return (
    <>
      <ul className="plain series-list">
        {all.map((one, index) => {
          const path = ['numberSeries', index] as const
          if (!one.success)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a faulty series may have no name to tell it by
              <li key={index}>
                <PackPlace {...{ onSet, readOnly, sources, path, value: list[index] }} schema={seriesSchema} />
              </li>
            )
          const series = one.data
          const isOpen = open === series.id
          const hasFault = seriesProblems(series, sound, codes, center.shortName).length > 0
          return (
            <li key={series.id}>
              <button
                type="button"
                className="bare"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? null : series.id)}
                ref={series.id === opened ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              >
                <b className="strong">{series.label}</b>
                <PatternText pattern={series.pattern} />
                <span className={hasFault ? 'red' : undefined}>
                  {hasFault ? '有问题' : firstNumber(series, codes, center.shortName, today)}
                </span>
              </button>
              {isOpen && (
                <div className="series-open">
                  <OpenSeries
                    series={series}
                    others={sound}
                    codes={codes}
                    short={center.shortName}
                    today={today}
                    last={lastOf(series)}
                    onCommit={readOnly ? undefined : next => onSet(path, next)}
                  />
                  {(['label', 'basis'] as const).map(key => (
                    <PackPlace
                      key={key}
                      {...{ onSet, readOnly, sources }}
                      schema={seriesSchema.shape[key] as z.ZodType}
                      value={series[key]}
                      path={[...path, key]}
                    />
                  ))}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly &&
        all.every(one => one.success) &&
        missing.map(one => (
          <p key={one.id} className="row">
            <span className="red">缺少“{one.label}”的编号</span>
            <Button variant="default" size="compact-sm" onClick={() => onSet(['numberSeries', list.length], one)}>
              照现行规则补上
            </Button>
          </p>
        ))}
    </>
  )
}

type OpenSeriesProps = {
  readonly series: NumberSeries
  readonly others: readonly NumberSeries[]
  readonly codes: NumberCodes
  readonly short: string
  readonly today: string
  readonly last: number
  readonly onCommit: ((next: NumberSeries) => void) | undefined
}

/** The designer of one series. What is typed is saved when its field is left, what is chosen at once: one change for one thing done. */
function OpenSeries({ series, onCommit, ...rest }: OpenSeriesProps) {
  const [value, setValue] = useState(series)
  const [last, setLast] = useState(series)
  // What an undo or another person made of it.
  if (JSON.stringify(series) !== JSON.stringify(last)) {
    setLast(series)
    setValue(series)
  }
  const commit = (next: NumberSeries) => {
    if (JSON.stringify(next) !== JSON.stringify(series)) onCommit?.(next)
  }
  return (
    <fieldset className="bare-group" aria-label={`${series.label}的编号格式`} onBlur={() => commit(value)}>
      <NumberPatternDesigner
        {...rest}
        value={value}
        {...(onCommit && {
          onChange: next => {
            setValue(next)
            if (!isTyping()) commit(next)
          },
        })}
      />
    </fieldset>
  )
}

function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text'
}

function firstNumber(series: NumberSeries, codes: NumberCodes, short: string, today: string): string {
  const words = seriesBranches(series, codes)[0]?.words
  return formatNumber(series, { ...words, short, year: Number(today.slice(0, 4)), seq: 1 })
}
