import { Button, Modal, Radio } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { BusyButton } from './busy-button.tsx'
import { useKeys } from './keys.ts'
import { openConflicts, type StaleChoice, type StaleRow } from './stale-merge.ts'

export type StaleDialogProps = {
  /** What was changed by somebody else, e.g. 这份申请. */
  readonly what: string
  /** Who saved it and when (14:36), as far as it is known. */
  readonly theirName?: string
  readonly theirTime?: string
  /** When this form was opened, 14:20. */
  readonly openedTime?: string
  /** From `staleRows`. */
  readonly rows: readonly StaleRow[]
  /** What follows from the merge, e.g. 收入改变后会重新核查. */
  readonly note?: string
  readonly onDiscard: () => void
  readonly onSave: (choice: StaleChoice) => unknown
  readonly onClose: () => void
}

/** A save that came too late: then, theirs and mine side by side. Unlike fields are merged; a conflict waits for a choice. */
export function StaleDialog(props: StaleDialogProps) {
  const { what, rows, theirName = '别人', theirTime, openedTime, note } = props
  const [choice, setChoice] = useState<StaleChoice>({})
  const conflicts = rows.filter(row => row.kind === 'conflict')
  const open = openConflicts(rows, choice)
  const theirs = rows.filter(row => row.kind !== 'mine').length
  const mine = rows.filter(row => row.kind !== 'theirs').length
  const they = [theirName, theirTime].filter(Boolean).join(' ')
  const save = () => (open.length === 0 ? props.onSave(choice) : undefined)
  useKeys([{ keys: 'Ctrl+Enter', label: '按所选保存', run: save, inDialog: true }])
  const settled = rows.length - conflicts.length
  return (
    <Modal
      opened
      onClose={props.onClose}
      withCloseButton={false}
      size={820}
      padding={0}
      attributes={{ content: { 'aria-label': `${what}在您打开之后被改过，还没有保存` } }}
    >
      <div className="dialog-head">
        <IconAlertTriangle size={24} className="amber" aria-hidden />
        <div>
          <h2>{what}在您打开之后被改过，还没有保存</h2>
          <p>
            {they} 改了 {theirs} 处，您改了 {mine} 处
            {conflicts.length > 0 && (
              <>
                ，其中 <b className="strong">{conflicts.length} 处改的是同一项</b>
              </>
            )}
            。您写的内容都在，{conflicts.length > 0 ? '请选定后再保存' : '可以直接合并保存'}。
          </p>
        </div>
      </div>
      <table className="plain-table" style={{ '--table-edge': '24px' } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">您打开时{openedTime && `（${openedTime}）`}</th>
            <th scope="col">{they} 保存</th>
            <th scope="col">您现在的</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key} data-tone={row.kind === 'conflict' ? 'choice' : undefined}>
              <td className="nowrap">
                {row.kind === 'conflict' ? <b className="strong">{row.label}</b> : row.label}
                {row.kind === 'conflict' && <div className="note strong amber">要您选</div>}
              </td>
              <td className="muted">{row.opened || '（空）'}</td>
              <td>
                <Side
                  row={row}
                  side="theirs"
                  choice={choice}
                  onChoose={setChoice}
                  autoFocus={row.kind === 'conflict' && index === 0}
                />
              </td>
              <td>
                <Side row={row} side="mine" choice={choice} onChoose={setChoice} autoFocus={false} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-foot">
        <span className="note muted">
          {settled > 0 && `没有冲突的 ${settled} 项已合并。`}
          {note}
        </span>
        <span className="push">
          {open.length > 0 && (
            <span className="status-word note strong amber" role="status">
              <IconAlertTriangle size={14} aria-hidden />
              还有 {open.length} 项没选
            </span>
          )}
          <Button variant="default" onClick={props.onDiscard}>
            放弃我的修改
          </Button>
          <BusyButton disabled={open.length > 0} onClick={save}>
            按所选保存
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}

type SideProps = {
  readonly row: StaleRow
  readonly side: 'theirs' | 'mine'
  readonly choice: StaleChoice
  readonly onChoose: (next: StaleChoice) => void
  readonly autoFocus: boolean
}

function Side({ row, side, choice, onChoose, autoFocus }: SideProps) {
  const words = row[side] || '（空）'
  if (row.kind === 'conflict') {
    return (
      <Radio
        name={`stale-${row.key}`}
        label={words}
        checked={choice[row.key] === side}
        onChange={() => onChoose({ ...choice, [row.key]: side })}
        data-autofocus={autoFocus || undefined}
      />
    )
  }
  if (row.kind !== side) return <span className="muted">未改</span>
  return <Radio name={`stale-${row.key}`} label={<b className="strong">{words}</b>} checked readOnly />
}
