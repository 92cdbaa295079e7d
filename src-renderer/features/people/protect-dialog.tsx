import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { useOffered } from '../../api/offered-pack.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { Person } from './person-values.ts'

/** The papers that the dialog names; the rest are told by their number. */
const MOST_PAPERS = 6

/** 保密住址和电话: on what ground, with a note. Nothing is chosen beforehand. */
export function ProtectDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const pack = useOffered(usePack(), person.protection)
  const [ground, setGround] = useState<string | null>(person.protection?.ground ?? null)
  const [note, setNote] = useState(person.protection?.note ?? '')
  const protect = useDo('people.protect')
  const papers = useAsk('people.papersWithContact', { id: person.id }).data ?? []
  const save = async (chosen: string | null) => {
    const reply = await protect.run({ id: person.id, ground: chosen, note: chosen === null ? '' : note, version: person.version })
    if (!reply.ok) return
    announceDone(chosen === null ? '已取消保密' : '住址和电话已设为保密，文书和导出不再写出')
    onClose()
  }
  useKeys([
    {
      keys: 'Ctrl+Enter',
      label: '设为保密',
      run: () => void save(ground),
      inDialog: true,
      when: ground !== null && !protect.isBusy,
    },
  ])
  return (
    <Modal opened onClose={onClose} title="保密住址和电话" size={520} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={protect.error} />
      <div className="stack">
        <p className="second soft">
          设为保密后，住址和电话在屏幕上隐去，文书和导出写“{pack?.privacy.withheldWords}”；查看会写入操作日志。
        </p>
        {papers.length > 0 && (
          <Banner tone="warn" title={`已出具的 ${papers.length} 份文书写着住址或者电话`}>
            设为保密不改变已经出具的文书；请收回，或者告知收到的单位保密。
            <ul className="second">
              {papers.slice(0, MOST_PAPERS).map(paper => (
                <li key={paper.id}>{[paper.title, paper.number, `${paper.issuedOn} 出具`].filter(Boolean).join('　')}</li>
              ))}
            </ul>
            {papers.length > MOST_PAPERS && `另有 ${papers.length - MOST_PAPERS} 份，见各案卷的文书页。`}
          </Banner>
        )}
      </div>
      <Field label="情形" required>
        <Select
          placeholder="请选择"
          data-autofocus
          value={ground}
          onChange={setGround}
          data={(pack?.privacy.protectionGrounds ?? []).map(one => ({ value: one.code, label: one.label }))}
        />
      </Field>
      <Field label="说明">
        <TextInput value={note} maxLength={200} onChange={event => setNote(event.currentTarget.value)} />
      </Field>
      <div className="row">
        {person.protection !== null && (
          <Button variant="default" onClick={() => void save(null)}>
            取消保密
          </Button>
        )}
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            返回
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={protect.isBusy} disabled={ground === null} onClick={() => save(ground)}>
            设为保密
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
