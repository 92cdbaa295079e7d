import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import { usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import type { CaseDetail } from './case-words.ts'

/** 转阶段: the next stage becomes a case of its own, with a new number linked to this one. */
export function StageDialog({ one, onClose }: { readonly one: CaseDetail; readonly onClose: () => void }) {
  const [, go] = useLocation()
  const { today } = useSession()
  const pack = useOffered(usePack(), one.matterType)
  const [stage, setStage] = useState<string | null>(null)
  const [changedOn, setChangedOn] = useState<string | null>(today)
  const [agency, setAgency] = useState('')
  const [basis, setBasis] = useState('')
  const [isTried, setTried] = useState(false)
  const change = useDo('cases.changeStage')
  const refused = change.error ? fieldErrors(change.error) : {}
  const taken = new Set([one.stage, ...one.children.map(child => child.stage)])
  const stages = pack?.codes.matterTypes.find(type => type.code === one.matterType)?.stages ?? []
  const act = async () => {
    setTried(true)
    if (stage === null || changedOn === null || basis.trim() === '') return
    const reply = await change.run({ id: one.id, stage, changedOn, agency, basis, version: one.version })
    if (!reply.ok) return
    announceDone(`已立案 ${reply.value.number}，待指派`)
    onClose()
    go(`/cases/${reply.value.id}`)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '转阶段立案', run: () => void act(), inDialog: true, when: !change.isBusy }])
  return (
    <Modal opened onClose={onClose} title={`转阶段　${one.number}`} size={600} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={change.error?.code === 'VALIDATION' ? null : change.error} />
      {one.matterType === 'criminal' && (
        <Banner tone="info" title="办案机关又发来通知书的，登记通知书">
          <Link className="text-link" href={`/notices/new?after=${one.id}`}>
            按通知书接续本案
          </Link>
          ，指派期限从收到通知之日起算。
        </Banner>
      )}
      <Field required label="下一阶段" error={refused.stage ?? (isTried && stage === null ? '请选择下一阶段' : undefined)}>
        <PinyinSelect
          options={stages.filter(entry => !taken.has(entry.code)).map(entry => ({ value: entry.code, label: entry.label }))}
          value={stage}
          onChange={setStage}
          data-autofocus
        />
      </Field>
      <Field required label="转阶段日期" error={refused.changedOn}>
        <DateField
          aria-label="转阶段日期"
          value={changedOn}
          onChange={setChangedOn}
          today={today}
          earliest={one.openedOn}
          latest={today}
          w={130}
        />
      </Field>
      <Field label="办案机关" hint={`不填的沿用 ${one.agency ?? '原案的'}`} error={refused.agency}>
        <TextInput value={agency} onChange={event => setAgency(event.currentTarget.value)} maxLength={100} autoComplete="off" />
      </Field>
      <Field
        required
        label="依据"
        hint="前一阶段的结果文书，如 一审判决书及上诉状"
        error={refused.basis ?? (isTried && basis.trim() === '' ? '请写明转阶段依据' : undefined)}
      >
        <Textarea
          value={basis}
          onChange={event => setBasis(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={200}
        />
      </Field>
      <p className="note muted">新案编新号、另立一卷，与原案互相链接；原案照常结案。</p>
      <div className="row dialog-buttons">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={change.isBusy} onClick={act}>
            转阶段立案
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
