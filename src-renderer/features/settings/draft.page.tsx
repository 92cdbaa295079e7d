import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowBackUp, IconCircleX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, PageHead, Sheet } from '../../ui/page.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { DraftText } from './draft-text.tsx'
import { DraftTrial } from './draft-trial.tsx'
import { PackCompare } from './pack-compare.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { useDraftEdits } from './use-draft-edits.ts'
import './settings.css'

const VIEWS = ['edit', 'difference', 'trial', 'text'] as const
type View = (typeof VIEWS)[number]
const VIEW_WORDS: Readonly<Record<View, string>> = { edit: '改规则', difference: '不同之处', trial: '试算', text: '原文' }

/** 规则包草稿: edited in forms or as text, compared, tried, and signed into force. */
export function DraftPage() {
  const { id = '' } = useParams<{ id: string }>()
  const ask = useAsk('packs.getDraft', { id })
  return (
    <Sheet>
      <AskState ask={ask}>{draft => <OpenDraft draft={draft} />}</AskState>
    </Sheet>
  )
}

type Draft = OutputOf<'packs.getDraft'>

function OpenDraft({ draft }: { readonly draft: Draft }) {
  const [, go] = useLocation()
  const { user } = useSession()
  const packs = useAsk('packs.list', {})
  const series = new URLSearchParams(useSearch()).get('series')
  const [view, setView] = useState<View>('edit')
  const [signing, setSigning] = useState<OutputOf<'packs.difference'> | null>(null)
  const edits = useDraftEdits(draft.id, draft.version)
  const mayEdit = hasRole(user, ['director', 'administrator'])
  const isDirector = hasRole(user, ['director'])
  const pack = useMemo(() => packOf(draft.text), [draft.text])
  const inForce = packs.data?.find(one => one.isInForce)
  const [last] = draft.changes
  const refs = inForce && {
    before: { kind: 'pack' as const, id: inForce.id },
    after: { kind: 'draft' as const, id: draft.id },
  }
  const undo = () => {
    if (last && mayEdit) void edits.undo()
  }
  const sign = async () => {
    if (!refs || !draft.isSound || !isDirector) return
    // A field that still has the focus has not been saved yet.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await edits.settled()
    const reply = await invoke('packs.difference', refs)
    if (reply.ok) setSigning(reply.value)
  }
  const discard = async () => {
    const answer = await askConfirm({
      title: `删除草稿 ${draft.packVersion}？`,
      text: '草稿没有签发，删除后不能找回。',
      action: `删除　${draft.packVersion}`,
      destroys: true,
    })
    if (!answer) return
    const reply = await invoke('packs.discardDraft', { id: draft.id, version: edits.version() })
    if (!reply.ok) return
    announceDone(`已删除草稿 ${draft.packVersion}`)
    go('/settings/packs')
  }
  useKeys([
    { keys: 'Ctrl+Z', label: '撤销修改', run: undo, when: mayEdit && last !== undefined },
    { keys: 'Ctrl+Enter', label: '签发施行', run: () => void sign(), when: isDirector && draft.isSound },
    ...VIEWS.map((one, index) => ({ keys: `Alt+${index + 1}`, label: VIEW_WORDS[one], run: () => setView(one) })),
  ])
  return (
    <>
      <PageHead
        openFoot
        crumb={
          <>
            <Link href="/settings/packs">规则包</Link> / 草稿
          </>
        }
        title={`${draft.packVersion}　${draft.name}`}
        sub={`自 ${draft.baseVersion} 改来　${edits.isSaving ? '正在保存…' : '已保存'}`}
        actions={
          <SegmentedControl
            aria-label="草稿的各面"
            value={view}
            onChange={value => setView(VIEWS.find(one => one === value) ?? 'edit')}
            data={VIEWS.map(value => ({ value, label: VIEW_WORDS[value] }))}
          />
        }
      />
      <ErrorBanner error={edits.error} />
      {!draft.isSound && view !== 'text' && (
        <Banner
          tone="warn"
          title={`还有 ${draft.problems.length} 处问题`}
          side={
            <Button variant="default" size="compact-sm" onClick={() => setView('text')}>
              看原文
            </Button>
          }
        >
          第 {draft.problems[0]?.line} 行：{draft.problems[0]?.message}
        </Banner>
      )}
      {view === 'edit' &&
        (pack ? (
          <DraftEditor pack={pack} onSet={(path, value) => void edits.set(path, value)} readOnly={!mayEdit} series={series} />
        ) : (
          <p className="section muted grow">原文不是合法的 JSON，请在“原文”里改好。</p>
        ))}
      {view === 'difference' && refs && <PackCompare {...refs} />}
      {view === 'trial' && <DraftTrial id={draft.id} report={draft.trial} isSound={draft.isSound} mayTry={mayEdit} />}
      {view === 'text' && <DraftText text={draft.text} problems={draft.problems} readOnly={!mayEdit} onWrite={edits.write} />}
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Alt', '1⋯4'], label: '换面' },
            { keys: ['Ctrl+Z'], label: '撤销' },
          ]}
        />
        <span className="push row">
          {!mayEdit && <span className="second muted">由主任、管理员修改</span>}
          {mayEdit && (
            <>
              <Button variant="subtle" color="gray" onClick={() => void discard()}>
                删除草稿
              </Button>
              <Button
                variant="default"
                disabled={last === undefined}
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                onClick={undo}
              >
                {last ? `撤销　${shortened(last.place)}` : '撤销'}
              </Button>
            </>
          )}
          {!draft.isSound && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />有 {draft.problems.length} 处问题
            </span>
          )}
          {isDirector && (
            <BusyButton keys="Ctrl+Enter" refusesEnter disabled={!draft.isSound} onClick={sign}>
              签发施行…
            </BusyButton>
          )}
        </span>
      </ActionBar>
      {signing && inForce && (
        <SignDialog
          text={draft.text}
          version={draft.packVersion}
          effectiveFrom={typeof pack?.effectiveFrom === 'string' ? pack.effectiveFrom : null}
          baseVersion={inForce.version}
          changes={signing.changes}
          draftId={draft.id}
          onClose={() => setSigning(null)}
          onSigned={() => go('/settings/packs')}
        />
      )}
    </>
  )
}

/** The draft's document; null while its text is no JSON. */
function packOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function shortened(place: string): string {
  return place.length > 14 ? `…${place.slice(-13)}` : place
}
