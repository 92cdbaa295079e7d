import { IconCircleX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { isSamePack, packDifference } from '../../../src-main/domain/rule-pack/difference.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import type { PackAnswer } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import { BackBar } from './back-bar.tsx'
import { ChangeTable } from './change-table.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { PickedPack } from './use-pack-file.ts'

export type PackImportProps = {
  readonly picked: PickedPack
  readonly inForce: PackAnswer
  readonly failure: AppError | null
  readonly onPick: () => Promise<void>
  readonly onCheckAgain: () => Promise<void>
  readonly onClose: () => void
}

/** A pack file before it is signed: every fault with its line, or what it changes and from when. */
export function PackImport(props: PackImportProps) {
  const { picked, inForce, onPick, onCheckAgain, onClose } = props
  const { check } = picked
  const { user } = useSession()
  const packs = useAsk('packs.list', {})
  const startDraft = useDo('packs.startDraft')
  const [, go] = useLocation()
  const [isSigning, setSigning] = useState(false)
  const isDirector = hasRole(user, ['director'])
  const isKnown = packs.data?.some(pack => pack.version === check.version) ?? false
  const reasons = [
    ...(check.isSound ? [] : [`有 ${check.problems.length} 处问题`]),
    ...(isKnown ? [`版本 ${check.version} 签发过，请改版本号`] : []),
    ...(isDirector ? [] : ['由主任签发']),
  ]
  useKeys([
    { keys: 'Ctrl+Enter', label: '签发规则包', run: () => setSigning(true), when: reasons.length === 0 },
    { keys: 'Ctrl+O', label: '另选文件', run: () => void onPick() },
    { keys: 'R', label: '重新检查', run: () => void onCheckAgain() },
    { keys: 'Escape', label: '回现行规则', run: onClose },
  ])
  const edit = async () => {
    const reply = await startDraft.run({ from: { text: picked.text } })
    if (reply.ok) go(`/settings/packs/draft/${reply.value.id}`)
  }
  return (
    <>
      <ErrorBanner error={props.failure ?? startDraft.error} />
      <BackBar title={picked.name} onBack={onClose}>
        {check.isSound && (
          <span className="second soft clip">
            {check.version}　{check.name}
          </span>
        )}
        <span className="push row">
          <BusyButton variant="default" busy={startDraft.isBusy} onClick={edit}>
            存成草稿再改
          </BusyButton>
          <BusyButton variant="default" onClick={onCheckAgain}>
            重新检查
          </BusyButton>
          <BusyButton variant="default" onClick={onPick}>
            另选文件…
          </BusyButton>
        </span>
      </BackBar>
      {check.isSound ? <SoundPack picked={picked} inForce={inForce} /> : <Problems problems={check.problems} />}
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['R'], label: '重新检查', keep: true },
            { keys: ['Escape'], label: '现行规则', keep: true },
          ]}
        />
        <span className="push row">
          {reasons.length > 0 && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />
              {reasons.join('；')}
            </span>
          )}
          <BusyButton keys="Ctrl+Enter" refusesEnter disabled={reasons.length > 0} onClick={() => setSigning(true)}>
            签发施行…
          </BusyButton>
        </span>
      </ActionBar>
      {isSigning && (
        <SignDialog
          text={picked.text}
          version={check.version ?? ''}
          effectiveFrom={check.effectiveFrom}
          baseVersion={inForce.version}
          changes={packDifference(inForce.pack, JSON.parse(picked.text) as RulePack)}
          draftId={null}
          onClose={() => setSigning(false)}
          onSigned={onClose}
        />
      )}
    </>
  )
}

type Problem = OutputOf<'packs.check'>['problems'][number]

const problemColumns: readonly Column<Problem>[] = [
  { key: 'line', head: '行', width: 80, align: 'right', cell: problem => <b className="strong">{problem.line}</b> },
  { key: 'column', head: '列', width: 60, align: 'right', cell: problem => <span className="muted">{problem.column}</span> },
  { key: 'message', head: '问题', cell: problem => problem.message },
  { key: 'path', head: '位置', width: '34%', clip: true, cell: problem => <span className="second muted">{problem.path}</span> },
]

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <>
      <Banner tone="error" title={`${problems.length} 处问题，还不能签发`}>
        按行号改好文件，存盘后点“重新检查”。
      </Banner>
      <Panes>
        <Pane label="规则包的问题" fill>
          <DataTable
            label="规则包的问题"
            columns={problemColumns}
            rows={problems}
            rowKey={problem => `${problem.line}:${problem.column}:${problem.path}:${problem.message}`}
            autoFocus
          />
        </Pane>
      </Panes>
    </>
  )
}

function SoundPack({ picked, inForce }: { readonly picked: PickedPack; readonly inForce: PackAnswer }) {
  // The core has just found this text to be a sound pack; it is read again here only to be shown.
  const next = useMemo(() => JSON.parse(picked.text) as RulePack, [picked.text])
  const changes = useMemo(() => packDifference(inForce.pack, next), [inForce.pack, next])
  return (
    <>
      <Banner tone="ok" title="检查通过，没有问题">
        {changes.length > 0 && `与现行规则 ${inForce.version} 相比有 ${changes.length} 处不同，请逐条看过再签发。`}
        {changes.length === 0 &&
          (isSamePack(inForce.pack, next) ? '规则与现行的完全一样。' : '只有代码、次序等写法不同，读出来的规则与现行的一样。')}
      </Banner>
      <Panes>
        <Pane label="与现行规则的不同">
          {changes.length > 0 && (
            <ChangeTable changes={changes} before={`现行 ${inForce.version}`} after={`新的 ${next.version}`} />
          )}
        </Pane>
      </Panes>
    </>
  )
}
