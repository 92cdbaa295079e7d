import { TextInput } from '@mantine/core'
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { parseDay } from '../../ui/day-text.ts'
import { hasFiles, ITEM_DRAG, PAGE_DRAG } from './drag-kinds.ts'
import { pageRange, type Volume, type VolumeItem } from './volume-types.ts'

/** A line of the contents (卷内文件目录) as it is typed. */
export type ItemLine = Pick<VolumeItem, 'title' | 'documentNumber' | 'author' | 'datedOn' | 'remark'>

export type ContentsTableProps = {
  readonly volume: Volume
  readonly today: string
  /** Sealed, or not for this person to change. */
  readonly isReadOnly: boolean
  readonly selected: string | null
  /** The line that is being typed over, or null. */
  readonly editing: string | null
  readonly onSelect: (item: VolumeItem) => void
  readonly onEdit: (itemId: string | null) => void
  /** Saves a line; the sentence that comes back says what is wrong with it, null that it was saved. */
  readonly onSave: (item: VolumeItem, line: ItemLine) => Promise<string | null>
  readonly onMove: (itemId: string, toPosition: number) => void
  readonly onRemove: (item: VolumeItem) => void
  readonly onPage: (item: VolumeItem, pageId: string) => void
  readonly onFiles: (item: VolumeItem, files: readonly File[]) => void
}

const HEADS = ['顺序号', '文号', '责任者', '题名', '日期', '页号', '备注'] as const

/** Right pane: the contents as they will be printed, written from the pages, with each line open to typing (F2). */
export function ContentsTable(props: ContentsTableProps) {
  const { volume, selected, editing, onSelect } = props
  const [problem, setProblem] = useState<string | null>(null)
  const { isReadOnly } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const stop = volume.contents.some(item => item.id === selected) ? selected : volume.contents[0]?.id
  const focusOn = (id: string) => body.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus()
  useEffect(() => {
    if (selected !== null) body.current?.querySelector(`[data-item="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const wasEditing = useRef<string | null>(null)
  useEffect(() => {
    // A line that was saved or given up gets the focus back from its fields.
    if (editing === null && wasEditing.current !== null)
      body.current?.querySelector<HTMLElement>(`[data-item="${wasEditing.current}"]`)?.focus()
    wasEditing.current = editing
  }, [editing])
  const onKeyDown = (event: KeyboardEvent, item: VolumeItem) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && event.ctrlKey) {
      if (!isReadOnly) props.onMove(item.id, item.position + step)
    } else if (step !== 0) {
      const next = volume.contents[volume.contents.indexOf(item) + step]
      if (next) {
        onSelect(next)
        focusOn(next.id)
      }
    } else if (event.key === 'Enter' && !event.ctrlKey && !isReadOnly) props.onEdit(item.id)
    else if (event.key === 'Delete' && !isReadOnly) props.onRemove(item)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="contents-scroll">
        <table className="contents-table" aria-label="卷内文件目录">
          <thead>
            <tr>
              {HEADS.map(head => (
                <th key={head} scope="col" data-column={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {volume.contents.map((item, index) =>
              item.id === editing ? (
                <EditRow
                  key={item.id}
                  item={item}
                  number={index + 1}
                  today={props.today}
                  onSave={line => props.onSave(item, line)}
                  onProblem={setProblem}
                  onDone={() => {
                    setProblem(null)
                    props.onEdit(null)
                  }}
                />
              ) : (
                <ItemRow
                  key={item.id}
                  item={item}
                  number={index + 1}
                  warning={warningOf(volume, item)}
                  isSelected={item.id === selected}
                  isTabStop={item.id === stop}
                  isReadOnly={props.isReadOnly}
                  onSelect={() => onSelect(item)}
                  onEdit={() => props.onEdit(item.id)}
                  onKeyDown={event => onKeyDown(event, item)}
                  onMove={itemId => props.onMove(itemId, item.position)}
                  onPage={pageId => props.onPage(item, pageId)}
                  onFiles={files => props.onFiles(item, files)}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      {!isReadOnly && (
        <p
          className={problem === null ? 'contents-line muted' : 'contents-line red'}
          role={problem === null ? undefined : 'alert'}
        >
          {problem ?? (editing === null ? 'F2 修改　Ctrl+↑↓ 移动　Delete 移除' : 'Enter 保存　Esc 放弃')}
        </p>
      )}
    </>
  )
}

function warningOf(volume: Volume, item: VolumeItem): 'error' | 'warning' | null {
  const levels = volume.findings.filter(finding => finding.itemId === item.id).map(finding => finding.level)
  if (levels.includes('error')) return 'error'
  return levels.includes('warning') ? 'warning' : null
}

type ItemRowProps = {
  readonly item: VolumeItem
  readonly number: number
  readonly warning: 'error' | 'warning' | null
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly isReadOnly: boolean
  readonly onSelect: () => void
  readonly onEdit: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onMove: (itemId: string) => void
  readonly onPage: (pageId: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

function ItemRow(props: ItemRowProps) {
  const { item, isReadOnly } = props
  const [isOver, setOver] = useState(false)
  const accepts = (event: DragEvent) =>
    !isReadOnly &&
    (hasFiles(event) || event.dataTransfer.types.includes(ITEM_DRAG) || event.dataTransfer.types.includes(PAGE_DRAG))
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    if (isReadOnly) return
    const dragged = { item: event.dataTransfer.getData(ITEM_DRAG), page: event.dataTransfer.getData(PAGE_DRAG) }
    if (dragged.item !== '') props.onMove(dragged.item)
    else if (dragged.page !== '') props.onPage(dragged.page)
    else if (event.dataTransfer.files.length > 0) props.onFiles([...event.dataTransfer.files])
  }
  return (
    <tr
      data-item={item.id}
      data-over={isOver || undefined}
      data-level={props.warning ?? undefined}
      aria-selected={props.isSelected}
      tabIndex={props.isTabStop ? 0 : -1}
      draggable={!isReadOnly}
      onClick={props.onSelect}
      onFocus={props.onSelect}
      onDoubleClick={() => !isReadOnly && props.onEdit()}
      onKeyDown={props.onKeyDown}
      onDragStart={event => event.dataTransfer.setData(ITEM_DRAG, item.id)}
      onDragOver={event => {
        if (!accepts(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <td className="cell-center">{props.number}</td>
      <td className="cell-clip" title={item.documentNumber ?? undefined}>
        {item.documentNumber}
      </td>
      <td className="cell-clip" title={item.author ?? undefined}>
        {item.author ?? <span className="red">—</span>}
      </td>
      <td className="cell-clip" title={item.title}>
        {item.title}
      </td>
      <td>{item.datedOn?.replaceAll('-', '') ?? <span className="red">—</span>}</td>
      <td className="cell-right">{pageRange(item.firstPage, item.lastPage)}</td>
      <td className="cell-clip" title={item.remark ?? undefined}>
        {item.remark}
      </td>
    </tr>
  )
}

type EditRowProps = {
  readonly item: VolumeItem
  readonly number: number
  readonly today: string
  readonly onSave: (line: ItemLine) => Promise<string | null>
  /** What is wrong with the line, for the line under the table. */
  readonly onProblem: (problem: string) => void
  readonly onDone: () => void
}

/** A line with its fields open: Enter saves, Esc gives up. */
function EditRow({ item, number, today, onSave, onProblem, onDone }: EditRowProps) {
  const [line, setLine] = useState({
    documentNumber: item.documentNumber ?? '',
    author: item.author ?? '',
    title: item.title,
    day: item.datedOn?.replaceAll('-', '') ?? '',
    remark: item.remark ?? '',
  })
  const change = (field: keyof typeof line) => (event: { currentTarget: { value: string } }) =>
    setLine({ ...line, [field]: event.currentTarget.value })
  const save = async () => {
    const day = parseDay(line.day, today)
    if (!day.ok) return onProblem(day.message)
    const found = await onSave({
      title: line.title,
      documentNumber: line.documentNumber.trim() || null,
      author: line.author.trim() || null,
      datedOn: day.day,
      remark: line.remark.trim() || null,
    })
    if (found === null) onDone()
    else onProblem(found)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey) void save()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const field = (name: keyof typeof line, label: string, most: number, first = false) => (
    <TextInput
      size="xs"
      aria-label={label}
      value={line[name]}
      maxLength={most}
      onChange={change(name)}
      data-autofocus={first || undefined}
      autoFocus={first}
    />
  )
  return (
    <tr data-item={item.id} data-editing aria-selected onKeyDown={onKeyDown}>
      <td className="cell-center">{number}</td>
      <td>{field('documentNumber', '文号', 60)}</td>
      <td>{field('author', '责任者', 60)}</td>
      <td>{field('title', '题名', 120, true)}</td>
      <td>{field('day', '日期', 12)}</td>
      <td className="cell-right">{pageRange(item.firstPage, item.lastPage)}</td>
      <td>{field('remark', '备注', 60)}</td>
    </tr>
  )
}
