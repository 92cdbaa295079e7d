export type ProgressLineProps = {
  /** What is being done and at which item, e.g. 封卷　校验. */
  readonly label: string
  readonly done: number
  readonly total: number
  /** Unit after the count, e.g. 页. */
  readonly unit?: string
  /** Given while the work can still be stopped (until its commit). */
  readonly onCancel?: () => void
}

/** Longer work as a line: name, count and a way to stop it, e.g. 封卷　校验 31 / 46 页. */
export function ProgressLine({ label, done, total, unit = '', onCancel }: ProgressLineProps) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  const count = total > 0 ? ` ${done} / ${total}${unit && ` ${unit}`}` : ''
  return (
    <div className="progress-line">
      <div
        className="track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total || 1}
        aria-valuenow={done}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <span className="clip" aria-live="polite">
        {label}
        {count}
      </span>
      {onCancel && (
        <button type="button" className="text-link" onClick={onCancel}>
          取消
        </button>
      )}
    </div>
  )
}
