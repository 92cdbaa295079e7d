import { IconDoorExit, IconRefresh, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { ErrorPanel, type NextStep } from '../../ui/choice-panel.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { RestoreForm } from './restore-form.tsx'

export type Trouble = NonNullable<OutputOf<'center.status'>['trouble']>

/** The trouble a failed call tells of, or null when its failure is not the data folder's. */
export function troubleOf(error: AppError | null): Trouble | null {
  if (error?.code !== 'STORAGE') return null
  const { reason, message } = error
  // A busy file is over in seconds, and a missing printer is no trouble of the data.
  return reason === 'busy' || reason === 'printer' ? null : { reason, message }
}

/** What happened, in the title; never a code. */
function title(reason: Trouble['reason']): string {
  switch (reason) {
    case 'corrupt':
      return '数据文件已损坏，没有打开'
    case 'newer-file':
      return '这份数据来自更新版本的援卷'
    case 'read-only':
      return '数据文件夹不能写入'
    case 'full':
      return '磁盘已满，不能继续'
    case 'unreadable':
      return '数据文件读不出来'
    case 'missing':
      return '数据文件不齐，没有打开'
    default:
      return reason satisfies never
  }
}

/** What is safe, and the first thing to do. */
function mending(reason: Trouble['reason']): string {
  switch (reason) {
    case 'corrupt':
      return '原文件没有改动。备份在数据文件夹的 backups 里，每份都打开校验过。'
    case 'newer-file':
      return '数据没有改动。请在这台电脑上装新版援卷。'
    case 'read-only':
      return '已保存的数据都在。请检查文件夹权限、U 盘写保护，或换回原来的系统账户，再试一次。'
    case 'full':
      return '已保存的数据都在。请清出至少 1 GB 空间，再试一次。'
    case 'unreadable':
      return '原文件没有改动。请检查硬盘或 U 盘是否接好，再试一次。'
    case 'missing':
      return '没有建新库，也没有改动任何文件。请把移走的文件放回数据文件夹，再试一次。'
    default:
      return reason satisfies never
  }
}

/** The data folder cannot be used: a full page that says what happened, what is safe, and what can be done (at most three choices). */
export function TroublePage({ trouble, onRetry }: { readonly trouble: Trouble; readonly onRetry: () => void }) {
  const [isRestoring, setRestoring] = useState(false)
  const status = useAsk('center.status', {})
  const newest = status.data?.backups[0]
  // Only a database that is damaged or gone is mended by a backup; the other troubles pass.
  const mayRestore = newest !== undefined && (trouble.reason === 'corrupt' || trouble.reason === 'missing')
  if (isRestoring && status.data)
    return <RestoreForm status={status.data} onRestored={onRetry} onBack={() => setRestoring(false)} />
  const steps: readonly NextStep[] = [
    {
      icon: <IconRefresh size={22} aria-hidden />,
      title: '再打开一次',
      text: '处理好之后点这里，不用重开程序',
      action: '再试一次',
      onAction: onRetry,
      primary: !mayRestore,
    },
    ...(mayRestore
      ? [
          {
            icon: <IconRestore size={22} aria-hidden />,
            title: '从备份恢复',
            text: `最近一份是 ${dayOfInstant(newest.madeAt)} ${timeOfInstant(newest.madeAt)}；损坏的文件会留下`,
            action: '选备份恢复',
            onAction: () => setRestoring(true),
            primary: true,
          },
        ]
      : []),
    {
      icon: <IconDoorExit size={22} aria-hidden />,
      title: '先退出',
      text: '数据文件夹原样不动，可以先拷贝一份再处理',
      action: '退出援卷',
      onAction: () => void invoke('shell.quit', {}),
    },
  ]
  return (
    <main className="trouble">
      <div className="trouble-sheet">
        <ErrorPanel
          title={title(trouble.reason)}
          text={
            <>
              {trouble.message}
              <br />
              {mending(trouble.reason)}
            </>
          }
          steps={steps}
        />
      </div>
    </main>
  )
}
