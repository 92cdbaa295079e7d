import type { FormValues } from './use-form-values.ts'

/** Names of a form's fields that hold any text. */
export type TextName<Values> = {
  [Key in keyof Values]: string extends Values[Key] ? (null extends Values[Key] ? never : Key) : never
}[keyof Values] &
  string
/** Names of a form's fields that hold a day `YYYY-MM-DD` or nothing. */
export type DayName<Values> = {
  [Key in keyof Values]: null extends Values[Key] ? (string extends NonNullable<Values[Key]> ? Key : never) : never
}[keyof Values] &
  string

type Edited = { readonly currentTarget: { readonly value: string } }
type Bound = { readonly error: string | undefined; readonly onBlur: () => void }
export type TextProps = Bound & {
  readonly value: string
  readonly onChange: (event: Edited) => void
  readonly autoComplete: 'off'
}
export type WordsProps = Bound & { readonly value: string; readonly onChange: (value: string) => void }
export type ChoiceProps = Bound & { readonly value: string | null; readonly onChange: (value: string | null) => void }
export type DayProps = Bound & {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly onProblem: (problem: string | null) => void
}

export type FormInputs<Values> = {
  /** For TextInput and Textarea. */
  readonly text: (name: TextName<Values>) => TextProps
  /** For an Autocomplete, whose change is the text itself. */
  readonly words: (name: TextName<Values>) => WordsProps
  /** For a Select; an empty text is no choice. */
  readonly choice: (name: TextName<Values>) => ChoiceProps
  /** For a SegmentedControl inside a Field that shows the problem. */
  readonly segment: (name: TextName<Values>) => Pick<WordsProps, 'value' | 'onChange'>
  /** For a DateField. */
  readonly day: (name: DayName<Values>) => DayProps
}

/**
 * The props that tie a control to a field of the form: its value, how it changes, that it was left, and its problem, which the Field
 * around it puts on its line.
 */
export function inputsOf<Values extends object>(form: FormValues<Values>): FormInputs<Values> {
  const { values, set, touch, problemOf, note } = form
  // The names above are of fields that hold just this.
  const put = (name: keyof Values, value: string | null) => set({ [name]: value } as Partial<Values>)
  const textOf = (name: TextName<Values>) => String(values[name as keyof Values])
  const dayOf = (name: DayName<Values>) => values[name as keyof Values] as string | null
  const bound = (name: string): Bound => ({ error: problemOf(name), onBlur: () => touch(name) })
  const words = (name: TextName<Values>): WordsProps => ({
    ...bound(name),
    value: textOf(name),
    onChange: value => put(name as keyof Values, value),
  })
  return {
    text: name => ({
      ...bound(name),
      value: textOf(name),
      onChange: event => put(name as keyof Values, event.currentTarget.value),
      autoComplete: 'off',
    }),
    words,
    choice: name => ({
      ...bound(name),
      value: textOf(name) === '' ? null : textOf(name),
      onChange: value => put(name as keyof Values, value ?? ''),
    }),
    segment: name => ({ value: textOf(name), onChange: value => put(name as keyof Values, value) }),
    day: name => ({
      ...bound(name),
      value: dayOf(name),
      onChange: day => put(name as keyof Values, day),
      onProblem: problem => note(name, problem),
    }),
  }
}
