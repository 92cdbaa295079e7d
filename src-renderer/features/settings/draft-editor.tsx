import { useState } from 'react'
import { rulePack } from '../../../src-main/contract/rule-pack.ts'
import { Field } from '../../ui/field.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import { CommittedText } from './committed-fields.tsx'
import { draftChapters, HEAD_KEYS } from './draft-chapters.ts'
import { PackPlace } from './pack-place.tsx'
import type { SetPlace } from './place-props.ts'
import { SeriesEditor } from './series-editor.tsx'

type Loose = Readonly<Record<string, unknown>>
type Props = { readonly pack: Loose; readonly onSet: SetPlace; readonly readOnly: boolean }
/** The series that the editor opens at, where it was asked for one. */
type EditorProps = Props & { readonly series?: string | null }
/** Chapters with a form of their own. */
const OWN_FORMS = new Set(['head', 'wording', 'numberSeries'])

/** 改规则: chapter by chapter in forms; every field is saved when it is left. */
export function DraftEditor({ pack, onSet, readOnly, series = null }: EditorProps) {
  const [chapters] = useState(draftChapters)
  const [chosen, setChosen] = useState(series === null ? 'time.limits' : 'numberSeries')
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
      <Pane key={chapter?.id} label={`修改　${chapter?.title ?? ''}`}>
        <div className="pack-form">
          {chapter?.id === 'head' &&
            HEAD_KEYS.map(key => <PackPlace key={key} {...shared} schema={rulePack.shape[key]} value={pack[key]} path={[key]} />)}
          {chapter?.id === 'wording' && <WordingEditor pack={pack} onSet={onSet} readOnly={readOnly} />}
          {chapter?.id === 'numberSeries' && <SeriesEditor {...shared} pack={pack} opened={series} />}
          {chapter && !OWN_FORMS.has(chapter.id) && (
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
