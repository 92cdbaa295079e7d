import { Button } from '@mantine/core'
import { IconFileDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { RegisterKind } from '../../../src-main/domain/imports/fields.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { useDo } from '../../api/use-do.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Pane, Panes, Sheet } from '../../ui/page.tsx'
import { StageBar } from '../../ui/stages.tsx'
import type { Plan, ReadFile } from './import-values.ts'
import { MapStep } from './map-step.tsx'
import { saveTemplate } from './save-file.ts'
import { TryStep } from './try-step.tsx'
import './imports.css'

/** A file that was picked and read, and the plan as it stands. */
export type Draft = { readonly handle: string; readonly read: ReadFile; readonly plan: Plan }
/** What of a file is to be read otherwise. */
export type Reading = {
  readonly register?: RegisterKind | null
  readonly sheet?: string | null
  readonly headerRow?: number | null
  readonly headerRows?: number | null
}

/** 导入旧台账: pick a file, say what each column is, try it out, store it. Nothing is stored before the last step. */
export function NewImportPage() {
  const [, go] = useLocation()
  const reader = useDo('imports.read')
  const [draft, setDraft] = useState<Draft | null>(null)
  const [step, setStep] = useState<'map' | 'try'>('map')
  const [failure, setFailure] = useState<AppError | null>(null)
  const read = async (handle: string, reading: Reading = {}, keep?: Plan) => {
    const reply = await reader.run({ handle, ...reading })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) setDraft({ handle, read: reply.value, plan: keep ?? reply.value.plan })
    return reply.ok
  }
  const pick = async () => {
    const picked = await invoke('shell.pickFiles', { purpose: 'register' })
    if (!picked.ok) return setFailure(picked.error)
    const file = picked.value.files[0]
    if (file && (await read(file.handle))) setStep('map')
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '选择文件', run: () => void pick(), when: draft === null },
    { keys: 'Escape', label: '回导入记录', run: () => go('/imports'), when: draft === null },
  ])
  const at = draft === null ? 0 : step === 'map' ? 1 : 2
  return (
    <Sheet folded>
      <PageHead
        title="导入旧台账"
        sub={draft?.read.name}
        actions={
          draft && (
            <Button variant="default" onClick={() => void pick()}>
              换一个文件
            </Button>
          )
        }
      >
        <StageBar
          label="导入的步骤"
          stages={['选择文件', '对应各列', '试导入', '导入'].map((name, index) => ({
            name,
            state: index < at ? 'done' : index === at ? 'current' : 'ahead',
          }))}
        />
      </PageHead>
      <ErrorBanner error={failure} />
      {draft === null ? (
        <Panes>
          <Pane label="选择文件">
            <EmptyState
              title="选择一个旧台账"
              text="Excel 工作簿（.xlsx）或 CSV。表头上面的标题、合计行、合并单元格都不必整理；这一步不保存任何东西。"
              steps={[
                {
                  icon: <IconFileSpreadsheet size={22} aria-hidden />,
                  title: '选择文件',
                  text: '咨询登记簿或案件台账',
                  action: '选择文件',
                  onAction: () => void pick(),
                  primary: true,
                },
                {
                  icon: <IconFileDownload size={22} aria-hidden />,
                  title: '下载模板',
                  text: '纸质登记簿先录入模板，再导入',
                  action: '下载模板',
                  onAction: () => void saveTemplate('consultation').then(setFailure),
                },
              ]}
            />
          </Pane>
        </Panes>
      ) : step === 'map' ? (
        <MapStep
          draft={draft}
          isBusy={reader.isBusy}
          onPlan={plan => setDraft({ ...draft, plan })}
          onRead={reading => void read(draft.handle, reading)}
          onNext={() => setStep('try')}
        />
      ) : (
        <TryStep
          draft={draft}
          onPlan={plan => setDraft({ ...draft, plan })}
          onBack={() => setStep('map')}
          onReadAgain={() => {
            const { sheet, headerRow, headerRows, register } = draft.plan
            void read(draft.handle, { sheet, headerRow, headerRows, register }, draft.plan)
          }}
        />
      )}
      {draft === null && (
        <KeyBar
          hints={[
            { keys: ['Ctrl+Enter'], label: '选择文件', keep: true },
            { keys: ['Escape'], label: '回导入记录', keep: true },
          ]}
        />
      )}
    </Sheet>
  )
}
