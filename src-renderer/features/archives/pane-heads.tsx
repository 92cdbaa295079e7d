import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconFilePlus, IconSquareOff, IconTrash, IconZoomIn } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { SectionHead } from '../../ui/page.tsx'
import type { Side, Volume, VolumeItem } from './volume-types.ts'

export type GridHeadProps = {
  readonly item: VolumeItem | null
  readonly side: Side | null
  readonly isReadOnly: boolean
  readonly undoLabel: string | null
  readonly busyWith: string | null
  readonly onAppend: () => void
  readonly onToggleBlank: () => void
  readonly onOpen: () => void
  readonly onRemove: () => void
  readonly onUndo: () => void
}

/** Head of the pages: what is selected, and what may be done with it. */
export function GridHead(props: GridHeadProps) {
  const { item, side, isReadOnly, busyWith } = props
  const note = busyWith !== null ? `正在加入 ${busyWith}` : item ? `已选“${item.title}” ${item.pages.length} 面` : ''
  return (
    <div className="section pane-head">
      <SectionHead
        title="页面"
        note={note}
        aside={
          <span className="row">
            {busyWith !== null && <Loader size={16} aria-label="正在加入" />}
            {!isReadOnly && (
              <>
                <Tool
                  label="续页：在所选文件后加扫描件"
                  disabled={!item || busyWith !== null}
                  onClick={props.onAppend}
                  icon={<IconFilePlus size={18} aria-hidden />}
                />
                <Tool
                  label={side?.isBlank ? '取消空白　空格' : '标空白　空格'}
                  disabled={!side}
                  onClick={props.onToggleBlank}
                  icon={<IconSquareOff size={18} aria-hidden />}
                />
              </>
            )}
            <Tool label="放大　Enter" disabled={!side} onClick={props.onOpen} icon={<IconZoomIn size={18} aria-hidden />} />
            {!isReadOnly && (
              <>
                <Tool
                  label="移除此件　Delete"
                  disabled={!item}
                  onClick={props.onRemove}
                  icon={<IconTrash size={18} aria-hidden />}
                />
                <Tool
                  label={props.undoLabel ? `撤销${props.undoLabel}　Ctrl+Z` : '撤销　Ctrl+Z'}
                  disabled={props.undoLabel === null}
                  onClick={props.onUndo}
                  icon={<IconArrowBackUp size={18} aria-hidden />}
                />
              </>
            )}
          </span>
        }
      />
    </div>
  )
}

type ToolProps = { readonly label: string; readonly disabled: boolean; readonly onClick: () => void; readonly icon: ReactNode }

function Tool({ label, disabled, onClick, icon }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label.split('　')[0]} disabled={disabled} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

type ContentsHeadProps = {
  readonly volume: Volume
  readonly isReadOnly: boolean
  readonly canEdit: boolean
  readonly onEdit: () => void
}

/** Head of the contents: how many papers, and that they follow the pages. */
export function ContentsHead({ volume, isReadOnly, canEdit, onEdit }: ContentsHeadProps) {
  return (
    <div className="section pane-head">
      <SectionHead
        title="卷内文件目录"
        note={volume.status === 'sealed' ? `${volume.contents.length} 件` : `${volume.contents.length} 件，随页面实时生成`}
        aside={
          isReadOnly ? null : (
            <button type="button" className="text-link second" disabled={!canEdit} onClick={onEdit}>
              改题名 F2
            </button>
          )
        }
      />
    </div>
  )
}
