import { useEffect, useRef } from 'react'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { type Initials, markMatches } from '../../ui/pinyin-match.ts'
import { countWords, type SearchRow } from './search-results.ts'

type Marking = { readonly words: string; readonly initials: Initials | null }

function Marked({ text, words, initials }: Marking & { readonly text: string }) {
  let place = 0
  return markMatches(text, words, initials).map(run => {
    const key = place
    place += run.text.length
    return run.isMatch ? <mark key={key}>{run.text}</mark> : <span key={key}>{run.text}</span>
  })
}

const sexes = { male: '男', female: '女' } as const

function RowContent({ row, words, initials }: Marking & { readonly row: SearchRow }) {
  switch (row.kind) {
    case 'person': {
      const { person } = row
      const facts = [person.sex === null ? '' : sexes[person.sex], person.age === null ? '' : `${person.age} 岁`]
      return (
        <>
          <span className="clip">
            <Marked text={person.name} words={words} initials={initials} />
            {`　${facts.filter(Boolean).join('　')}`}
          </span>
          <span className="second soft clip">
            {person.certificateMasked && <Marked text={person.certificateMasked} words={words} initials={null} />}
          </span>
          <span className="note muted nowrap right">{countWords(person)}</span>
        </>
      )
    }
    case 'file': {
      const { file } = row
      return (
        <>
          <span className="clip">
            <Marked text={file.number} words={words} initials={null} />
            {'　'}
            <Marked text={file.personName} words={words} initials={initials} />
          </span>
          <span className="second soft clip">{file.cause}</span>
          <span className="note muted nowrap right">{file.status}</span>
        </>
      )
    }
    case 'deed':
      return (
        <>
          <span className="clip">
            {row.deed.before}
            {row.deed.name !== '' && <mark>{row.deed.name}</mark>}
            {row.deed.after}
          </span>
          <span className="right nowrap">
            <KeyCaps keys={row.deed.keys} />
          </span>
        </>
      )
    default:
      return row satisfies never
  }
}

type SearchRowLineProps = Marking & {
  readonly id: string
  readonly row: SearchRow
  readonly isActive: boolean
  readonly onOpen: () => void
}

/** One row of the search box. The box keeps the focus and points at the row. */
export function SearchRowLine({ id, row, isActive, onOpen, words, initials }: SearchRowLineProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act on the box, which points at the active option
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box (aria-activedescendant)
    <div ref={line} id={id} className="search-row" data-kind={row.kind} role="option" aria-selected={isActive} onClick={onOpen}>
      <RowContent row={row} words={words} initials={initials} />
    </div>
  )
}
