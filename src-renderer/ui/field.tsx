import { IconAlertTriangle } from '@tabler/icons-react'
import {
  Children,
  type CSSProperties,
  cloneElement,
  createContext,
  isValidElement,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useState,
} from 'react'

type ControlProps = {
  readonly id?: string
  readonly error?: ReactNode
  readonly 'aria-describedby'?: string
  readonly 'aria-required'?: boolean
  readonly 'aria-labelledby'?: string
  readonly 'aria-invalid'?: boolean
}

const FieldProblem = createContext<((problem: string | null) => void) | null>(null)

/** Lets a control (MoneyInput, DateField …) put its own sentence on the line of the Field around it. */
export function useFieldProblem(problem: string | null): void {
  const report = useContext(FieldProblem)
  useEffect(() => {
    report?.(problem)
    return () => report?.(null)
  }, [report, problem])
}

export type FieldProps = {
  readonly label: string
  readonly required?: boolean
  /** What to write here, or what a tick did by itself. */
  readonly hint?: ReactNode
  /** A fact derived from the value, e.g. 女　1971-08-16　55 岁. Stands instead of the hint. */
  readonly fact?: ReactNode
  /** A soft warning: saving stays allowed. */
  readonly warning?: ReactNode
  /** How to mend it. By default the `error` that the control itself carries (form.getInputProps gives it). */
  readonly error?: ReactNode
  /** Several controls, a SegmentedControl, radios or checkboxes: they form a named group instead of one labelled control. */
  readonly group?: boolean
  /** The label above the control, for narrow places. */
  readonly stacked?: boolean
  /** Width of the label in CSS px; default 78. */
  readonly labelWidth?: number
  /** The name of the field in the form; `focusFirstError` finds it by this. */
  readonly name?: string
  readonly children: ReactNode
}

function ownError(child: ReactNode): ReactNode {
  return isValidElement<ControlProps>(child) ? child.props.error : undefined
}

/**
 * One field of a form: label at the left, control, and under it a line that is always there for the error, the warning, the
 * derived fact or the hint (in this order). A single control is labelled by the label; a group is named by it.
 */
export function Field({
  label,
  required = false,
  hint,
  fact,
  warning,
  error,
  group = false,
  stacked = false,
  labelWidth,
  name,
  children,
}: FieldProps) {
  const id = useId()
  const [reported, setReported] = useState<string | null>(null)
  const parts = Children.toArray(children)
  const single = parts.length === 1 && !group
  const shown = error || parts.map(ownError).find(Boolean) || reported
  const kind = shown ? 'error' : warning ? 'warn' : fact ? 'fact' : 'hint'
  const line = shown || warning || fact || hint
  const lineId = `${id}-line`
  const labelId = `${id}-label`
  const dress = (child: ReactNode): ReactNode => {
    if (!isValidElement<ControlProps>(child) || typeof child.type === 'string') return child
    const props: Record<string, unknown> = { 'aria-describedby': lineId }
    if (child.props.error !== undefined || (single && shown)) props.error = Boolean(child.props.error || (single && shown))
    if (single) {
      props.id = child.props.id ?? id
      if (required) props['aria-required'] = true
    }
    return cloneElement(child as ReactElement<Record<string, unknown>>, props)
  }
  const style: CSSProperties & Record<'--label-width', string | undefined> = {
    '--label-width': labelWidth === undefined ? undefined : `${labelWidth}px`,
  }
  const mark = required && (
    <span className="required" aria-hidden>
      *
    </span>
  )
  return (
    <FieldProblem value={setReported}>
      <div className="field" data-stacked={stacked || undefined} data-field={name} style={style}>
        {single ? (
          <label className="field-label" id={labelId} htmlFor={ownId(parts[0]) ?? id}>
            {label}
            {mark}
          </label>
        ) : (
          <span className="field-label" id={labelId}>
            {label}
            {mark}
          </span>
        )}
        {single ? (
          <div className="field-control">{dress(parts[0])}</div>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand at the left of its controls
          <div
            className={group ? 'field-control' : 'field-control several'}
            role="group"
            aria-labelledby={labelId}
            aria-describedby={lineId}
          >
            {parts.map(dress)}
          </div>
        )}
        <div className="field-line" id={lineId} data-kind={kind} role={shown ? 'alert' : undefined}>
          {kind === 'warn' && <IconAlertTriangle size={13} aria-hidden />}
          {line}
        </div>
      </div>
    </FieldProblem>
  )
}

function ownId(child: ReactNode): string | undefined {
  return isValidElement<ControlProps>(child) ? child.props.id : undefined
}

/** Puts the focus on the first field on the screen that has an error; says whether there was one. */
export function focusFirstError(root: ParentNode = document): boolean {
  const line = root.querySelector('.field-line[data-kind="error"]')
  const field = line?.closest('.field')
  const control = field?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button, [tabindex="0"]')
  control?.focus()
  field?.scrollIntoView({ block: 'nearest' })
  return control !== null && control !== undefined
}

/** `focusFirstError` once the problems just found are drawn; for a save that was refused. */
export function focusFirstProblem(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => focusFirstError()))
}
