import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { type PackSection, packSections, sharedBasis, unverified } from '../../../src-main/domain/pack-sections.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import type { PackAnswer } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, SectionHead, SidePane } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { BasisClause } from './basis-clause.tsx'

type SignedPack = OutputOf<'packs.list'>[number]

export type PackReadingProps = {
  readonly current: PackAnswer
  /** Why a picked file could not be read. */
  readonly failure: AppError | null
  readonly onPick: () => Promise<void>
}

/** The pack in force chapter by chapter, and beside it every pack that was signed. */
export function PackReading({ current, failure, onPick }: PackReadingProps) {
  const { user } = useSession()
  const packs = useAsk('packs.list', {})
  const sections = useMemo(() => packSections(current.pack), [current.pack])
  const [chapter, setChapter] = useState(sections[0]?.id ?? '')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [exportError, setExportError] = useState<AppError | null>(null)
  const mayImport = hasRole(user, ['director', 'administrator'])
  const section = sections.find(one => one.id === chapter) ?? sections[0]
  const chosen = packs.data?.find(one => one.id === chosenId) ?? packs.data?.find(one => one.isInForce) ?? null

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
  useKeys([
    { keys: '[', label: '上一章', run: () => turn(-1) },
    { keys: ']', label: '下一章', run: () => turn(1) },
    { keys: 'Ctrl+O', label: '导入规则包', run: () => void onPick(), when: mayImport },
    { keys: 'E', label: '导出规则包', run: () => void exportPack(), when: mayImport && chosen !== null },
  ])
  return (
    <>
      <ErrorBanner error={failure ?? exportError} />
      <Panes>
        <Pane label="规则的各章" width={176}>
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
        <Pane key={section?.id} label={`现行规则　${section?.title ?? ''}`}>
          {section && <Chapter section={section} />}
        </Pane>
        <SidePane label="签发过的规则包" width={300}>
          <div className="section">
            <SectionHead title="规则包" note={`现行 ${current.version}`} />
            <p className="second soft">{current.pack.note}</p>
          </div>
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
        {pack.enactedOn !== null && pack.enactedOn > today && <Tag tone="amber">尚未施行</Tag>}
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
