import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { packSections } from '../../../src-main/domain/rule-pack/sections.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import type { PackAnswer } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import { BackBar } from './back-bar.tsx'
import { chaptersWith, PackChapter, UnverifiedCount } from './pack-chapter.tsx'
import { PackCompare } from './pack-compare.tsx'
import { PackExamples } from './pack-examples.tsx'
import { PackShelf } from './pack-shelf.tsx'

type View = { readonly kind: 'reading' | 'examples' } | { readonly kind: 'compare'; readonly id: string }

export type PackReadingProps = {
  readonly current: PackAnswer
  /** Why a picked file could not be read. */
  readonly failure: AppError | null
  readonly onPick: () => Promise<void>
}

/** The pack in force chapter by chapter, and beside it every pack that was signed. */
export function PackReading({ current, failure, onPick }: PackReadingProps) {
  const { user, today } = useSession()
  const packs = useAsk('packs.list', {})
  const [, go] = useLocation()
  const startDraft = useDo('packs.startDraft')
  const withdraw = useDo('packs.withdraw')
  const [words, setWords] = useState('')
  const [view, setView] = useState<View>({ kind: 'reading' })
  const [chapter, setChapter] = useState('')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = packs.data?.find(one => one.id === chosenId) ?? packs.data?.find(one => one.isInForce) ?? null
  const other = useAsk('packs.get', { id: chosen?.id ?? '' }, { enabled: chosen !== null && !chosen.isInForce, keep: true })
  // The core signs and keeps only packs of its own schema.
  const shown = useMemo(
    () =>
      chosen && !chosen.isInForce && other.data?.id === chosen.id ? (JSON.parse(other.data.text) as RulePack) : current.pack,
    [chosen, other.data, current.pack],
  )
  const sections = useMemo(() => chaptersWith(packSections(shown), words), [shown, words])
  const [exportError, setExportError] = useState<AppError | null>(null)
  const mayImport = hasRole(user, ['director', 'administrator'])
  const section = sections.find(one => one.id === chapter) ?? sections[0]

  const turn = (by: number) => {
    const next = sections[sections.findIndex(one => one.id === section?.id) + by]
    if (next) setChapter(next.id)
  }
  const exportPack = async () => {
    if (!chosen) return
    const picked = await invoke('shell.pickSaveFile', { suggestedName: `规则包 ${chosen.version}.json`, kind: 'json' })
    if (!picked.ok) return setExportError(picked.error)
    if (picked.value === null) return
    const reply = await invoke('packs.export', { id: chosen.id, handle: picked.value.handle })
    setExportError(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已导出 ${picked.value.name}`)
  }
  const inForceId = packs.data?.find(one => one.isInForce)?.id ?? ''
  const copy = async () => {
    if (!chosen) return
    const reply = await startDraft.run({ from: { packId: chosen.id } })
    if (reply.ok) go(`/settings/packs/draft/${reply.value.id}`)
  }
  const isFuture = chosen !== null && chosen.enactedOn !== null && chosen.enactedOn > today && chosen.withdrawn === null
  const takeBack = async () => {
    if (!chosen) return
    const answer = await askConfirm({
      title: `撤回规则包 ${chosen.version}？`,
      text: `原定 ${chosen.enactedOn} 起施行，还没有用过。撤回后仍留在这里，写明谁、何时、为什么；版本号不再用。`,
      action: `撤回　${chosen.version}`,
      reason: { label: '撤回理由', required: true },
    })
    if (!answer) return
    const reply = await withdraw.run({ id: chosen.id, reason: answer.reason })
    if (reply.ok) announceDone(`已撤回规则包 ${chosen.version}`)
  }
  const find = useRef<HTMLInputElement>(null)
  useKeys([
    { keys: 'F', label: '在规则里找', run: () => find.current?.focus() },
    { keys: 'C', label: '改一份', run: () => void copy(), when: mayImport && chosen !== null && view.kind === 'reading' },
    { keys: '[', label: '上一章', run: () => turn(-1) },
    { keys: ']', label: '下一章', run: () => turn(1) },
    { keys: 'Ctrl+O', label: '导入规则包', run: () => void onPick(), when: mayImport },
    { keys: 'E', label: '导出规则包', run: () => void exportPack(), when: mayImport && chosen !== null },
  ])
  const back = () => setView({ kind: 'reading' })
  if (view.kind === 'examples') return <PackExamples inForceId={inForceId} mayStart={mayImport} onBack={back} />
  if (view.kind === 'compare')
    return (
      <>
        <BackBar title="对照" onBack={back} />
        <PackCompare before={{ kind: 'pack', id: inForceId }} after={{ kind: 'pack', id: view.id }} />
      </>
    )
  return (
    <>
      <ErrorBanner error={failure ?? exportError ?? startDraft.error ?? withdraw.error} />
      <Panes>
        <Pane label="规则的各章" width={176}>
          <div className="pack-find">
            <TextInput
              ref={find}
              aria-label="在规则里找"
              placeholder="找：期限、补贴…"
              leftSection={<IconSearch size={15} aria-hidden />}
              value={words}
              onChange={event => setWords(event.currentTarget.value)}
              onKeyDown={event => {
                if (event.key !== 'Escape' || words === '') return
                event.stopPropagation()
                setWords('')
              }}
            />
          </div>
          {sections.length === 0 && <p className="section muted second">没有找到“{words}”</p>}
          <ul className="plain chapter-list">
            {sections.map(one => (
              <li key={one.id}>
                <button
                  type="button"
                  className="bare"
                  aria-current={one.id === section?.id ? 'true' : undefined}
                  onClick={() => setChapter(one.id)}
                >
                  {one.title}
                  <UnverifiedCount section={one} />
                </button>
              </li>
            ))}
          </ul>
        </Pane>
        <Pane key={section?.id} label={`${chosen?.version ?? current.version}　${section?.title ?? ''}`}>
          {section && <PackChapter section={section} />}
        </Pane>
        <PackShelf
          inForce={current.version}
          shown={shown}
          packs={packs}
          chosen={chosen}
          onChoose={setChosenId}
          onExamples={() => setView({ kind: 'examples' })}
        />
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['[', ']'], label: '翻章', keep: true },
            { keys: ['F6'], label: '下一栏' },
            { keys: ['Ctrl+O'], label: '导入' },
          ]}
        />
        <span className="push row">
          {!mayImport && <span className="second muted">由主任、管理员导入和导出，由主任签发</span>}
          {isFuture && hasRole(user, ['director']) && (
            <BusyButton variant="default" busy={withdraw.isBusy} onClick={takeBack}>
              撤回 {chosen?.version}…
            </BusyButton>
          )}
          {chosen !== null && !chosen.isInForce && (
            <Button variant="default" onClick={() => setView({ kind: 'compare', id: chosen.id })}>
              与现行对照
            </Button>
          )}
          <BusyButton variant="default" disabled={!mayImport || chosen === null} busy={startDraft.isBusy} onClick={copy}>
            改一份草稿
          </BusyButton>
          <BusyButton variant="default" disabled={!mayImport || chosen === null} onClick={exportPack}>
            导出 {chosen?.version}
          </BusyButton>
          <Button disabled={!mayImport} onClick={() => void onPick()}>
            导入规则包…
          </Button>
        </span>
      </ActionBar>
    </>
  )
}
