import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { type PackSection, packSections, sharedBasis, unverified } from '../../../src-main/domain/rule-pack/sections.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
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
import { ActionBar, Pane, Panes, SectionHead, SidePane } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { BasisClause } from './basis-clause.tsx'
import { PackCompare } from './pack-compare.tsx'

type SignedPack = OutputOf<'packs.list'>[number]

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
  const drafts = useAsk('packs.drafts', {})
  const [, go] = useLocation()
  const startDraft = useDo('packs.startDraft')
  const withdraw = useDo('packs.withdraw')
  const [words, setWords] = useState('')
  const [compared, setCompared] = useState<{ readonly before: string; readonly after: string } | null>(null)
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
  const sections = useMemo(() => found(packSections(shown), words), [shown, words])
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
    { keys: 'C', label: '改一份', run: () => void copy(), when: mayImport && chosen !== null && compared === null },
    { keys: '[', label: '上一章', run: () => turn(-1) },
    { keys: ']', label: '下一章', run: () => turn(1) },
    { keys: 'Ctrl+O', label: '导入规则包', run: () => void onPick(), when: mayImport },
    { keys: 'E', label: '导出规则包', run: () => void exportPack(), when: mayImport && chosen !== null },
  ])
  if (compared)
    return (
      <>
        <div className="settings-bar">
          <button type="button" className="text-link" onClick={() => setCompared(null)}>
            ← 回规则包
          </button>
        </div>
        <PackCompare before={{ kind: 'pack', id: compared.before }} after={{ kind: 'pack', id: compared.after }} />
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
          {section && <Chapter section={section} />}
        </Pane>
        <SidePane label="签发过的规则包" width={300}>
          <div className="section">
            <SectionHead title="规则包" note={`现行 ${current.version}`} />
            <p className="second soft">{shown.note}</p>
            {chosen !== null && !chosen.isInForce && <p className="second amber">正在看 {chosen.version}，不是现行规则</p>}
          </div>
          {(drafts.data ?? []).length > 0 && (
            <ul className="plain pack-list">
              {(drafts.data ?? []).map(draft => (
                <li key={draft.id}>
                  <Link href={`/settings/packs/draft/${draft.id}`} className="draft-link">
                    <span className="row">
                      <b className="strong">{draft.packVersion}</b>
                      <Tag tone="dai">草稿</Tag>
                    </span>
                    <span className="note soft">{draft.name}</span>
                    <span className="note muted">{draft.changedBy} 改过</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <AskState ask={packs}>
            {list => (
              <ul className="plain pack-list">
                {list.map(pack => (
                  <li key={pack.id}>
                    <button
                      type="button"
                      className="bare"
                      aria-pressed={pack.id === chosen?.id}
                      onClick={() => setChosenId(pack.id)}
                    >
                      <PackCard pack={pack} />
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </AskState>
        </SidePane>
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
            <Button variant="default" onClick={() => setCompared({ before: inForceId, after: chosen.id })}>
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

/** The chapters narrowed to the rules that hold the words, in their title, text or basis; all of them for no words. */
function found(sections: readonly PackSection[], words: string): readonly PackSection[] {
  const wanted = words.trim()
  if (wanted === '') return sections
  return sections.flatMap(section => {
    const groups = section.groups
      .map(group => ({
        ...group,
        lines: group.title.includes(wanted)
          ? group.lines
          : group.lines.filter(line =>
              [line.title, line.text, line.basis ? clauseOf(line.basis) : ''].some(text => text.includes(wanted)),
            ),
      }))
      .filter(group => group.lines.length > 0)
    return groups.length > 0 ? [{ ...section, groups }] : []
  })
}

function UnverifiedCount({ section }: { readonly section: PackSection }) {
  const count = unverified(section)
  if (count === 0) return null
  return (
    <span className="amber note" title="待核实的依据">
      待核实 {count}
    </span>
  )
}

function PackCard({ pack }: { readonly pack: SignedPack }) {
  const { today } = useSession()
  return (
    <>
      <span className="row">
        <b className="strong">{pack.version}</b>
        {pack.isInForce && <Tag tone="green">现行</Tag>}
        {pack.withdrawn && <Tag>已撤回</Tag>}
        {!pack.withdrawn && pack.enactedOn !== null && pack.enactedOn > today && <Tag tone="amber">尚未施行</Tag>}
      </span>
      <span className="note soft">{pack.name}</span>
      <span className="note muted">
        {pack.enactedOn} 起施行　{pack.enactedBy ? `${pack.enactedBy} 签发` : '随程序附带'}
      </span>
    </>
  )
}

function Chapter({ section }: { readonly section: PackSection }) {
  return section.groups.map(group => {
    const shared = sharedBasis(group)
    const isEachItsOwn = shared === null && group.lines.some(line => line.basis !== null)
    return (
      <section key={group.title} className="rule-group" aria-label={group.title}>
        <SectionHead title={group.title} note={group.note} aside={shared && <BasisClause basis={shared} />} />
        {group.lines.length > 0 && (
          <table className="plain-table rule-table">
            <tbody>
              {group.lines.map(line => (
                <tr key={line.key}>
                  <th scope="row">{line.title}</th>
                  <td>
                    {line.text}
                    {!shared && line.basis?.note && (
                      <span className="rule-note">
                        {line.basis.confidence !== 'H' && <IconAlertTriangle size={12} aria-hidden />}
                        {line.basis.note}
                      </span>
                    )}
                  </td>
                  {isEachItsOwn && <td className="rule-basis">{line.basis && <BasisClause basis={line.basis} />}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {shared?.note && <p className="rule-note">{shared.note}</p>}
      </section>
    )
  })
}
