import { Button } from '@mantine/core'
import { IconCircleX, IconFolderDown, IconLock, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { invoke } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { shortInstant } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar } from '../../ui/page.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { editSentence } from './use-intake.ts'
import type { Volume } from './volume-types.ts'

export type VolumeBarProps = {
  readonly volume: Volume
  readonly isReadOnly: boolean
  readonly onPapers: () => void
  readonly onForm: () => void
}

const HINTS = [
  { keys: ['Space'], label: '标空白' },
  { keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'], label: '移动页面' },
  { keys: ['Ctrl+Z'], label: '撤销' },
  { keys: ['F6'], label: '换栏' },
]

const READING_HINTS = [
  { keys: ['Enter'], label: '放大' },
  { keys: ['F6'], label: '换栏' },
]

/** The bar under the volume: why it cannot be sealed yet, its papers, and the seal; a sealed one can be written out. */
export function VolumeBar({ volume, isReadOnly, onPapers, onForm }: VolumeBarProps) {
  const { today } = useSession()
  const seal = useDo('archives.seal')
  const exporting = useDo('archives.exportPackage')
  const [failure, setFailure] = useState<AppError | null>(null)
  const isSealed = volume.status === 'sealed'
  const reasons = sealingReasons(volume)
  const mayEdit = !isReadOnly && !isSealed
  const sealNow = async () => {
    if (reasons.length > 0 || seal.isBusy) return
    const answer = await askConfirm({
      title: `封卷：${volume.title}`,
      text: `${volume.items} 件 ${volume.pages} 页。封卷后编定档号，卷内文件、页号和目录不能再改动。`,
      action: '封卷',
      irreversible: true,
    })
    if (!answer) return
    const reply = await seal.run({ id: volume.id, version: volume.version })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已封卷　档号 ${reply.value.archiveNumber}`)
  }
  const writeOut = async () => {
    const folder = await invoke('shell.pickFolder', { purpose: 'volume' })
    if (!folder.ok) return setFailure(folder.error)
    if (folder.value === null) return
    const reply = await exporting.run({ id: volume.id, handle: folder.value.handle })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已导出 ${reply.value.name}，${reply.value.files} 个文件`)
  }
  useKeys([
    {
      keys: 'Ctrl+Enter',
      label: isSealed ? '导出案卷包' : '封卷',
      run: () => void (isSealed ? writeOut() : sealNow()),
      when: volume.hasPackage || mayEdit,
    },
  ])
  const running = seal.isBusy ? seal : exporting.isBusy ? exporting : null
  return (
    <ActionBar>
      {running ? (
        <ProgressLine
          label={`${seal.isBusy ? '封卷' : '导出'}　${running.progress?.label ?? ''}`}
          done={running.progress?.done ?? 0}
          total={running.progress?.total ?? 0}
          onCancel={running.cancel}
        />
      ) : isSealed ? (
        <>
          <KeyHints hints={READING_HINTS} />
          <span className="note muted clip">
            {volume.sealedAt && `封卷 ${shortInstant(volume.sealedAt, today)}`}　立卷人 {volume.arrangedBy}　检查人{' '}
            {volume.checkedBy}
            {volume.packageSha256 !== null && `　案卷包 SHA-256 ${volume.packageSha256.slice(0, 16)}…`}
          </span>
        </>
      ) : (
        <KeyHints hints={mayEdit ? HINTS : READING_HINTS} />
      )}
      <span className="push row volume-actions">
        <BarReason volume={volume} failure={failure} reasons={mayEdit ? reasons : []} onForm={onForm} isBusy={running !== null} />
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={running !== null}
          onClick={onPapers}
        >
          打印目录、备考表、封面
        </Button>
        {mayEdit && (
          <BusyButton
            leftSection={<IconLock size={18} aria-hidden />}
            refusesEnter
            busy={seal.isBusy}
            disabled={reasons.length > 0}
            onClick={sealNow}
          >
            封卷
          </BusyButton>
        )}
        {volume.hasPackage && (
          <BusyButton leftSection={<IconFolderDown size={18} aria-hidden />} busy={exporting.isBusy} onClick={writeOut}>
            导出案卷包
          </BusyButton>
        )}
      </span>
    </ActionBar>
  )
}

type BarReasonProps = {
  readonly volume: Volume
  readonly failure: AppError | null
  readonly reasons: readonly string[]
  readonly onForm: () => void
  readonly isBusy: boolean
}

function BarReason({ volume, failure, reasons, onForm, isBusy }: BarReasonProps) {
  if (isBusy) return null
  if (failure && failure.code !== 'CANCELLED') return <Reason text={editSentence(failure)} />
  if (reasons.length === 0) return null
  const needsPeople = volume.arrangedById === null || volume.checkedById === null
  return (
    <>
      <Reason text={reasonText(reasons)} />
      {needsPeople && (
        <button type="button" className="text-link second nowrap" onClick={onForm}>
          填写
        </button>
      )}
    </>
  )
}

function Reason({ text }: { readonly text: string }) {
  return (
    <span className="blocked" title={text}>
      <IconCircleX size={16} aria-hidden />
      <span className="clip">{text}</span>
    </span>
  )
}

/** One or two reasons are told in full; more are counted, and stand in the checks. */
function reasonText(reasons: readonly string[]): string {
  return reasons.length > 2 ? `不能封卷：还有 ${reasons.length} 处错误，见右边的检查` : `不能封卷：${reasons.join('；')}`
}

/** Why the volume cannot be sealed: every error that the checks found. */
function sealingReasons(volume: Volume): readonly string[] {
  return volume.findings.filter(finding => finding.level === 'error').map(finding => finding.message)
}
