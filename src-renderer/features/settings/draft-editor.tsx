import { useState } from 'react'
import { rulePack } from '../../../src-main/contract/rule-pack.ts'
import { formatNumber } from '../../../src-main/domain/numbering.ts'
import { Field } from '../../ui/field.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import { draftChapters, HEAD_KEYS } from './draft-chapters.ts'
import { CommittedText, PackPlace, type SetPlace } from './pack-place.tsx'
import { PatternText } from './pattern-text.tsx'

type Loose = Readonly<Record<string, unknown>>
type Props = { readonly pack: Loose; readonly onSet: SetPlace; readonly readOnly: boolean }

/** 改规则: chapter by chapter in forms; every field is saved when it is left. */
export function DraftEditor({ pack, onSet, readOnly }: Props) {
  const [chapters] = useState(draftChapters)
  const [chosen, setChosen] = useState('time.limits')
  const chapter = chapters.find(one => one.id === chosen) ?? chapters[0]
  const sources = (Array.isArray(pack.sources) ? pack.sources : []).map(one => String((one as Loose).name ?? ''))
  const shared = { onSet, readOnly, sources }
  return (
    <Panes>
      <Pane label="规则的各部分" width={196}>
        <ul className="plain chapter-list">
          {chapters.map(one => (
            <li key={one.id}>
              <button
                type="button"
                className="bare"
                aria-current={one.id === chapter?.id ? 'true' : undefined}
                onClick={() => setChosen(one.id)}
              >
                {one.title}
              </button>
            </li>
          ))}
        </ul>
      </Pane>
      <Pane key={chapter?.id} label={chapter?.title ?? ''}>
        <div className="pack-form">
          {chapter?.id === 'head' &&
            HEAD_KEYS.map(key => <PackPlace key={key} {...shared} schema={rulePack.shape[key]} value={pack[key]} path={[key]} />)}
          {chapter?.id === 'wording' && <WordingEditor pack={pack} onSet={onSet} readOnly={readOnly} />}
          {chapter?.id === 'numberSeries' && <PatternExamples pack={pack} />}
          {chapter && chapter.id !== 'head' && chapter.id !== 'wording' && (
            <PackPlace {...shared} schema={chapter.schema} value={valueAt(pack, chapter.path)} path={chapter.path} />
          )}
        </div>
      </Pane>
    </Panes>
  )
}

function valueAt(pack: Loose, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at === null || typeof at !== 'object' ? undefined : (at as Loose)[key]), pack)
}

/** 依法表述: each sentence with the words that the program fills in; others are refused when the draft is checked. */
function WordingEditor({ pack, onSet, readOnly }: Props) {
  const list = (Array.isArray(pack.wording) ? pack.wording : []) as readonly Loose[]
  return list.map((one, index) => {
    const known = (Array.isArray(one.placeholders) ? one.placeholders : []).map(String)
    return (
      <Field
        key={String(one.id)}
        label={String(one.id)}
        labelWidth={168}
        hint={known.length > 0 ? `可填入 ${known.map(name => `{${name}}`).join(' ')}` : '没有可填入的字'}
      >
        <CommittedText
          isLong
          value={String(one.text ?? '')}
          readOnly={readOnly}
          onCommit={text => {
            const used = [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? ''))]
            onSet(['wording', index], { ...one, text, placeholders: used })
          }}
        />
      </Field>
    )
  })
}

/** What each series' pattern gives, so that a pattern is judged by its number. */
function PatternExamples({ pack }: { readonly pack: Loose }) {
  const list = (Array.isArray(pack.numberSeries) ? pack.numberSeries : []) as readonly Loose[]
  const year = Number(String(pack.effectiveFrom ?? '2026').slice(0, 4))
  return (
    <table className="plain-table rule-table" aria-label="编号示例">
      <tbody>
        {list.map(series => (
          <tr key={String(series.id)}>
            <th scope="row">{String(series.label)}</th>
            <td>
              <PatternText pattern={String(series.pattern)} />
            </td>
            <td className="strong">
              {formatNumber(
                { pattern: String(series.pattern), padding: Number(series.padding) },
                { short: '示例', kind: series.perKind === true ? '民' : '', year, seq: 1 },
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
