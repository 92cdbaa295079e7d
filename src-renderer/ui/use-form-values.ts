import { useCallback, useMemo, useState } from 'react'
import { type Problems, shownProblems, withoutChanged } from './form-problems.ts'

export type FormValues<Values> = {
  readonly values: Values
  /** Changes some fields. What the core refused about them is put away. */
  readonly set: (patch: Partial<Values>) => void
  /** Puts a whole other content in, e.g. a draft or a merge. */
  readonly replace: (values: Values) => void
  /** Notes that a field was left, so that its problem may show. */
  readonly touch: (name: string) => void
  /** The problem of a field to show now, if any. */
  readonly problemOf: (name: string) => string | undefined
  /** Every problem to show now. */
  readonly problems: Problems
  /** Shows all problems; true when there is none in the content with `next` on top, and it may be saved. */
  readonly tryAll: (next?: Partial<Values>) => boolean
  /** Shows what the core refused, by field name. */
  readonly refuse: (refused: Problems) => void
  /** Notes text that is no value yet (half an amount, no date); null when it is fine. */
  readonly note: (name: string, problem: string | null) => void
}

const NONE: Problems = {}

/**
 * The content of a form and what is wrong with it. `problemsOf` is pure and checks with the contract's own schema; a problem shows
 * when its field was left or a save was tried, and goes as soon as the field is right.
 */
export function useFormValues<Values extends object>(
  initial: Values,
  problemsOf: (values: Values) => Problems,
): FormValues<Values> {
  const [values, setValues] = useState(initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(() => new Set())
  const [isTried, setTried] = useState(false)
  const [refused, setRefused] = useState<Problems>(NONE)
  const [noted, setNoted] = useState<Problems>(NONE)
  const all = useMemo(() => ({ ...problemsOf(values), ...noted }), [problemsOf, values, noted])
  const problems = useMemo(
    () => ({ ...shownProblems(all, { touched, isTried, refused }), ...noted }),
    [all, touched, isTried, refused, noted],
  )
  const set = useCallback((patch: Partial<Values>) => {
    setValues(now => ({ ...now, ...patch }))
    setRefused(now => (now === NONE ? now : withoutChanged(now, Object.keys(patch))))
  }, [])
  const replace = useCallback((next: Values) => {
    setValues(next)
    setRefused(NONE)
    setNoted(NONE)
  }, [])
  const touch = useCallback((name: string) => setTouched(now => (now.has(name) ? now : new Set(now).add(name))), [])
  const note = useCallback((name: string, problem: string | null) => {
    setNoted(now => {
      if ((now[name] ?? null) === problem) return now
      const { [name]: _, ...rest } = now
      return problem === null ? rest : { ...rest, [name]: problem }
    })
  }, [])
  const tryAll = (next: Partial<Values> = {}) => {
    setTried(true)
    return Object.keys(problemsOf({ ...values, ...next })).length + Object.keys(noted).length === 0
  }
  return { values, set, replace, touch, problemOf: name => problems[name], problems, tryAll, refuse: setRefused, note }
}
