import { Select } from '@mantine/core'
import { useState } from 'react'
import type { InputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Pane, Panes } from '../../ui/page.tsx'
import { PaperDialog } from '../../ui/paper.tsx'
import { ChangeTable } from './change-table.tsx'

type Ref = InputOf<'packs.difference'>['before']
type Sheet = { readonly title: string; readonly html: string; readonly landscape: boolean }

/** 对照: what two packs or drafts differ in, and the sheet of it. */
export function PackCompare({ before, after }: { readonly before: Ref; readonly after: Ref }) {
  const packs = useAsk('packs.list', {})
  const drafts = useAsk('packs.drafts', {})
  const [left, setLeft] = useState<Ref>(before)
  const [right, setRight] = useState<Ref>(after)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const difference = useAsk('packs.difference', { before: left, after: right })
  const options = [
    ...(packs.data ?? []).map(pack => ({
      value: `pack ${pack.id}`,
      label: `${pack.version}　${pack.name}${pack.isInForce ? '（现行）' : ''}`,
    })),
    ...(drafts.data ?? []).map(draft => ({ value: `draft ${draft.id}`, label: `草稿 ${draft.packVersion}　${draft.name}` })),
  ]
  const refOf = (value: string | null): Ref | null => {
    const [kind, id] = (value ?? '').split(' ')
    return id && (kind === 'pack' || kind === 'draft') ? { kind, id } : null
  }
  const show = async () => {
    const reply = await invoke('packs.differenceSheet', { before: left, after: right })
    if (reply.ok) setSheet(reply.value)
  }
  return (
    <>
      <div className="settings-bar">
        <Select
          aria-label="原来的规则包"
          w={300}
          allowDeselect={false}
          data={options}
          value={`${left.kind} ${left.id}`}
          onChange={value => setLeft(refOf(value) ?? left)}
        />
        <span aria-hidden>→</span>
        <Select
          aria-label="改后的规则包"
          w={300}
          allowDeselect={false}
          data={options}
          value={`${right.kind} ${right.id}`}
          onChange={value => setRight(refOf(value) ?? right)}
        />
        <span className="push">
          <BusyButton variant="default" disabled={!difference.data} onClick={show}>
            打印对照表
          </BusyButton>
        </span>
      </div>
      <ErrorBanner error={difference.data ? difference.error : null} />
      <Panes>
        <Pane label="不同之处">
          <AskState ask={difference}>
            {found => (
              <ChangeTable
                changes={found.changes}
                before={`${found.before.version}　${found.before.name}`}
                after={`${found.after.version}　${found.after.name}`}
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      {sheet && (
        <PaperDialog
          opened
          html={sheet.html}
          title={sheet.title}
          landscape={sheet.landscape}
          onClose={() => setSheet(null)}
          onPrint={async () => void (await invoke('shell.printPaper', { html: sheet.html, landscape: sheet.landscape }))}
        />
      )}
    </>
  )
}
