import { useState } from 'react'
import { useLocation } from 'wouter'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { Banner } from '../../ui/banner.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours } from '../../ui/list-memory.ts'
import { Pane, Panes, SidePane } from '../../ui/page.tsx'
import { ChecksList, goalOf } from './checks-list.tsx'
import { ContentsTable, type ItemLine } from './contents-table.tsx'
import { FilingOrder, FilingOrderHead } from './filing-order.tsx'
import { PageGrid } from './page-grid.tsx'
import { PageView } from './page-view.tsx'
import { ContentsHead, GridHead } from './pane-heads.tsx'
import { editSentence, type IntakePlace, placeOnItem, useIntake } from './use-intake.ts'
import { useNoStrayDrops } from './use-no-stray-drops.ts'
import { useVolumeEdits } from './use-volume-edits.ts'
import { VolumeBar } from './volume-bar.tsx'
import { VolumeForm } from './volume-form.tsx'
import { VolumeHead } from './volume-head.tsx'
import { VolumePapersDialog } from './volume-papers-dialog.tsx'
import { dropPosition, firstSelection, shifted } from './volume-places.ts'
import { type Finding, placeOf, type Selection, type Side, type Volume, type VolumeItem } from './volume-types.ts'

type Dialog = 'form' | 'papers' | 'page' | null

/** The volume's screen: filing order, pages, contents and checks side by side, and the bar that seals it. */
export function VolumeSheet({ volume: stored, refetch }: { readonly volume: Volume; readonly refetch: () => void }) {
  const { user, today } = useSession()
  const [, go] = useLocation()
  const [selection, setSelection] = useState<Selection>(() => firstSelection(stored))
  const [editing, setEditing] = useState<string | null>(null)
  const [dialog, setDialog] = useState<Dialog>(null)
  const edits = useVolumeEdits(stored, refetch)
  const volume = edits.shown
  const intake = useIntake(volume, edits, (itemId, templateItem) => setSelection({ itemId, templateItem, pageId: null }))
  const isSealed = volume.status === 'sealed'
  const isReadOnly = isSealed || !hasRole(user, ['archivist', 'director'])
  const around = neighbours('archives', volume.id)
  const item = volume.contents.find(one => one.id === selection.itemId) ?? null
  const place = selection.pageId === null ? null : placeOf(volume, selection.pageId)

  const selectItem = (one: VolumeItem, pageId: string | null = one.pages[0]?.id ?? null) =>
    setSelection({ templateItem: one.templateItem, itemId: one.id, pageId })
  const selectEntry = (templateItem: number) => {
    const first = volume.contents.find(one => one.templateItem === templateItem)
    if (first) selectItem(first)
    else setSelection({ templateItem, itemId: null, pageId: null })
  }
  const newPlace: IntakePlace | null =
    selection.templateItem === null ? null : { templateItem: selection.templateItem, itemId: null }
  const toEnd = (pageId: string, target: VolumeItem | undefined) => {
    if (target) edits.movePage(pageId, target.id, target.pages.filter(page => page.id !== pageId).length + 1)
  }
  const shift = (side: Side, step: -1 | 1) => {
    const to = shifted(volume, side, step)
    if (to) edits.movePage(side.id, to.itemId, to.position)
  }
  const save = async (one: VolumeItem, line: ItemLine): Promise<string | null> => {
    const reply = await edits.run(version => invoke('archives.updateItem', { id: volume.id, itemId: one.id, ...line, version }))
    return reply.ok ? null : editSentence(reply.error)
  }
  const remove = async (one: VolumeItem) => {
    const answer = await askConfirm({
      title: `移除“${one.title}”？`,
      text: `${one.pages.length} 面一起移出本卷，后面的页号前移。`,
      action: '移除此件',
      destroys: true,
    })
    if (answer) await edits.run(version => invoke('archives.removeItem', { id: volume.id, itemId: one.id, version }))
  }
  const excuse = async (finding: Finding) => {
    const { templateItem } = finding
    if (templateItem === null) return
    const answer = await askConfirm({
      title: finding.message,
      text: '请补上材料；确实没有的，写明理由，印入备考表后可以封卷。',
      action: '写明理由',
      reason: { label: '理由', required: true },
    })
    if (answer)
      await edits.run(version => invoke('archives.excuseItem', { id: volume.id, templateItem, reason: answer.reason, version }))
  }
  const openFinding = (finding: Finding) => {
    const goal = goalOf(finding)
    if (goal === 'head') return setDialog('form')
    const found = volume.contents.find(one => one.id === finding.itemId)
    if (goal === 'line' && found) {
      selectItem(found)
      return setEditing(found.id)
    }
    if (finding.templateItem === null) return
    selectEntry(finding.templateItem)
    document.querySelector<HTMLElement>(`.filing-entry[data-no="${finding.templateItem}"]`)?.focus()
  }
  const takeBack = (templateItem: number) =>
    edits.run(version => invoke('archives.excuseItem', { id: volume.id, templateItem, reason: '', version }))
  const toggleBlank = (side: Side) => edits.setBlank(side.id, !side.isBlank)
  useKeys([
    {
      keys: 'Ctrl+O',
      label: '加入扫描件',
      run: () => newPlace && void intake.pickFiles(newPlace),
      when: !isReadOnly && newPlace !== null,
    },
    { keys: 'Ctrl+Z', label: '撤销移动或空白', run: edits.undo, when: !isReadOnly && edits.undoLabel !== null },
    { keys: 'F2', label: '改题名', run: () => item && setEditing(item.id), when: !isReadOnly && item !== null },
    { keys: 'Ctrl+E', label: '案卷信息', run: () => setDialog('form'), when: !isReadOnly },
    { keys: 'Ctrl+P', label: '打印目录、备考表、封面', run: () => setDialog('papers') },
    { keys: 'Escape', label: '返回案卷目录', run: () => go('/archives'), when: editing === null },
    {
      keys: 'Alt+ArrowLeft',
      label: '上一卷',
      run: () => around.previous && go(`/archives/${around.previous}`),
      when: around.previous !== null,
    },
    {
      keys: 'Alt+ArrowRight',
      label: '下一卷',
      run: () => around.next && go(`/archives/${around.next}`),
      when: around.next !== null,
    },
  ])
  useNoStrayDrops()
  return (
    <>
      <VolumeHead
        volume={volume}
        edits={edits}
        isReadOnly={isReadOnly}
        isBusy={intake.busyWith !== null}
        onForm={() => setDialog('form')}
        onAdd={newPlace && (() => void intake.pickFiles(newPlace))}
      />
      {edits.error && (
        <div className="volume-error">
          <Banner
            tone="error"
            side={
              <button type="button" className="text-link" onClick={edits.clearError}>
                知道了
              </button>
            }
          >
            {edits.error.code === 'STALE'
              ? `案卷刚被${edits.error.changed?.by ?? '别人'}改过，已读入最新内容；请看过后再做一次。`
              : editSentence(edits.error)}
          </Banner>
        </div>
      )}
      <Panes>
        <Pane label="归档目录" width={264} narrow head={<FilingOrderHead volume={volume} />}>
          <FilingOrder
            volume={volume}
            selected={selection.templateItem}
            onSelect={selectEntry}
            onFiles={(templateItem, files) => !isReadOnly && void intake.takeFiles({ templateItem, itemId: null }, files)}
            onPage={(templateItem, pageId) =>
              !isReadOnly &&
              toEnd(
                pageId,
                volume.contents.findLast(one => one.templateItem === templateItem),
              )
            }
          />
        </Pane>
        <Pane
          label="页面"
          tint
          narrow
          head={
            <GridHead
              item={item}
              side={place?.side ?? null}
              isReadOnly={isReadOnly}
              undoLabel={edits.undoLabel}
              busyWith={intake.busyWith}
              onAppend={() => item && void intake.pickFiles(placeOnItem(item))}
              onToggleBlank={() => place && toggleBlank(place.side)}
              onOpen={() => place && setDialog('page')}
              onRemove={() => item && void remove(item)}
              onUndo={edits.undo}
            />
          }
        >
          {volume.contents.length === 0 ? (
            <p className="grid-empty soft">
              把扫描件拖到左边的目录项上，或选中一项后点“加入扫描件”。PDF、JPEG、PNG、TIFF 都可以，页号自动编排。
            </p>
          ) : (
            <PageGrid
              volume={volume}
              itemId={selection.itemId}
              pageId={selection.pageId}
              isSealed={isReadOnly}
              onPick={(side, one) => selectItem(one, side.id)}
              onOpen={() => setDialog('page')}
              onToggleBlank={toggleBlank}
              onShift={shift}
              onDropPage={(pageId, before, target) => edits.movePage(pageId, target.id, dropPosition(target, pageId, before))}
              onFiles={(target, files) => {
                const to = target ? placeOnItem(target) : newPlace
                if (to && !isReadOnly) void intake.takeFiles(to, files)
              }}
            />
          )}
        </Pane>
        <SidePane
          label="卷内文件目录"
          width={562}
          fill
          head={
            <ContentsHead
              volume={volume}
              isReadOnly={isReadOnly}
              canEdit={item !== null}
              onEdit={() => item && setEditing(item.id)}
            />
          }
        >
          <ContentsTable
            volume={volume}
            today={today}
            isReadOnly={isReadOnly}
            selected={selection.itemId}
            editing={editing}
            onSelect={one => one.id !== selection.itemId && selectItem(one)}
            onEdit={setEditing}
            onSave={save}
            onMove={edits.moveItem}
            onRemove={one => void remove(one)}
            onPage={(one, pageId) => toEnd(pageId, one)}
            onFiles={(one, files) => void intake.takeFiles(placeOnItem(one), files)}
          />
          <ChecksList
            volume={volume}
            onOpen={isReadOnly ? null : openFinding}
            onExcuse={finding => void excuse(finding)}
            onTakeBack={isReadOnly ? null : no => void takeBack(no)}
          />
        </SidePane>
      </Panes>
      <VolumeBar volume={volume} isReadOnly={isReadOnly} onPapers={() => setDialog('papers')} onForm={() => setDialog('form')} />
      {dialog === 'form' && (
        <VolumeForm
          volume={volume}
          error={edits.error}
          onClose={() => setDialog(null)}
          onSave={async line => {
            const reply = await edits.run(version => invoke('archives.updateVolume', { id: volume.id, ...line, version }))
            if (!reply.ok) return reply.error
            setDialog(null)
            announceDone('已保存案卷信息')
            return null
          }}
        />
      )}
      {dialog === 'papers' && <VolumePapersDialog volume={volume} onClose={() => setDialog(null)} />}
      {dialog === 'page' && selection.pageId && (
        <PageView
          volume={volume}
          pageId={selection.pageId}
          onPage={side => setSelection({ ...selection, pageId: side.id, itemId: placeOf(volume, side.id)?.item.id ?? null })}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}
