import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { MoneyInput } from '../../ui/money-input.tsx'

type CommittedTextProps = {
  readonly value: string
  readonly isLong: boolean
  readonly readOnly: boolean
  readonly onCommit: (text: string) => void
  readonly id?: string
  readonly 'aria-describedby'?: string
}

/** Words that are saved when the field is left, so that a draft has one change for one thing typed. */
export function CommittedText({ value, isLong, readOnly, onCommit, ...rest }: CommittedTextProps) {
  const [text, setText] = useState(value)
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    setText(value)
  }
  const settle = () => {
    if (text !== value) onCommit(text)
  }
  return isLong ? (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={14}
      readOnly={readOnly}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={settle}
    />
  ) : (
    <TextInput
      {...rest}
      readOnly={readOnly}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={settle}
    />
  )
}

/** An amount that is saved when the field is left. */
export function CommittedMoney({
  value,
  readOnly,
  onCommit,
  ...rest
}: {
  readonly value: number | null
  readonly readOnly: boolean
  readonly onCommit: (fen: number | null) => void
  readonly id?: string
}) {
  const [fen, setFen] = useState(value)
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    setFen(value)
  }
  return (
    <MoneyInput
      {...rest}
      w={160}
      readOnly={readOnly}
      value={fen}
      onChange={setFen}
      onBlur={() => {
        if (fen !== value) onCommit(fen)
      }}
    />
  )
}
