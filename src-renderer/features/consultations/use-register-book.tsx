import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { paperFileName } from '../../api/paper-actions.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { askConfirm } from '../../ui/confirm.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { PaperDialog } from '../../ui/paper.tsx'
import type { Filter } from './register-filter.ts'

type Sheet = OutputOf<'consultations.sheet'>

/** The register as a book: shown on the full page to print, and written as XLSX, both narrowed as the list is. */
export function useRegisterBook(filter: Filter): {
  readonly open: () => Promise<void>
  readonly exportXlsx: (isUnmasked: boolean) => Promise<void>
  readonly isOpen: boolean
  readonly error: AppError | null
  readonly dialog: ReactNode
} {
  const { user } = useSession()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const isDirector = hasRole(user, ['director'])
  const open = async () => {
    const reply = await invoke('consultations.sheet', filter)
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) setSheet(reply.value)
  }
  const print = async ({ html, landscape, title }: Sheet) => {
    const reply = await invoke('shell.printPaper', { html, landscape })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.printed) announceDone(`已打印 ${title}`)
  }
  const exportPdf = async ({ html, landscape, title }: Sheet) => {
    const picked = await invoke('shell.pickSaveFile', {
      suggestedName: paperFileName({ title, number: null }, 'pdf'),
      kind: 'pdf',
    })
    if (!picked.ok) return setFailure(picked.error)
    if (picked.value === null) return
    const reply = await invoke('shell.savePaperPdf', { html, landscape, handle: picked.value.handle })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已导出 ${picked.value.name}`)
  }
  const exportXlsx = async (isUnmasked: boolean) => {
    if (isUnmasked) {
      const answer = await askConfirm({
        title: '导出带完整号码的登记簿？',
        text: '文件里有证件号码和电话的全部数字，不再加密。这次导出会写入操作日志。',
        action: '导出完整号码',
        irreversible: true,
      })
      if (!answer) return
    }
    const days = [filter.from, filter.to].filter(day => day !== null)
    const number = [...new Set(days)].join('至') || null
    const suggestedName = paperFileName({ title: '咨询登记簿', number }, 'xlsx')
    const picked = await invoke('shell.pickSaveFile', { suggestedName, kind: 'xlsx' })
    if (!picked.ok) return setFailure(picked.error)
    if (picked.value === null) return
    const reply = await invoke('consultations.exportXlsx', { ...filter, isUnmasked, handle: picked.value.handle })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已导出 ${picked.value.name}　${reply.value.rows} 条${isUnmasked ? '' : '，号码已隐去'}`)
  }
  const dialog = sheet && (
    <PaperDialog
      opened
      title={`${sheet.title}　${sheet.rows} 条`}
      html={sheet.html}
      landscape={sheet.landscape}
      onClose={() => setSheet(null)}
      onPrint={() => void print(sheet)}
      actions={
        <>
          <ErrorBanner error={failure} />
          <Button variant="default" onClick={() => void exportPdf(sheet)}>
            导出 PDF
          </Button>
          <Button variant="default" onClick={() => void exportXlsx(false)}>
            导出 XLSX
          </Button>
          {isDirector && (
            <Button variant="default" onClick={() => void exportXlsx(true)}>
              导出完整号码…
            </Button>
          )}
        </>
      }
    />
  )
  return { open, exportXlsx, isOpen: sheet !== null, error: failure, dialog }
}
