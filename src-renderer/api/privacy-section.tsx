import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { Banner } from '../ui/banner.tsx'
import { BusyButton } from '../ui/busy-button.tsx'
import { askConfirm } from '../ui/confirm.tsx'
import { dayOfInstant } from '../ui/day-text.ts'
import { announceDone } from '../ui/done-line.tsx'
import { Field } from '../ui/field.tsx'
import { useKeys } from '../ui/keys.ts'
import { Section, SectionHead } from '../ui/page.tsx'
import { ErrorBanner } from './ask-state.tsx'
import { useOffered } from './offered-pack.ts'
import { hasRole, useSession } from './session.ts'
import { useAsk } from './use-ask.ts'
import { useDo } from './use-do.ts'
import { usePack } from './use-pack.ts'

type Matter = { readonly kind: 'application' | 'case'; readonly id: string }
type Privacy = OutputOf<'privacy.get'>

/** 知悉范围: who may see this matter, and what the app offers to hide. An offer is only told. */
export function PrivacySection({ matter }: { readonly matter: Matter }) {
  const { user } = useSession()
  const ask = useAsk('privacy.get', { matter })
  const protect = useDo('people.protect')
  const [isOpen, setOpen] = useState(false)
  const isDirector = hasRole(user, ['director'])
  const mayRestrict = hasRole(user, ['clerk', 'director'])
  if (!ask.data) return null
  const { restriction, isInherited, offeredRestrictions, offeredProtections, personId } = ask.data
  const [offer] = offeredProtections
  const hide = () => setOpen(true)
  if (!mayRestrict && restriction === null) return null
  return (
    <Section>
      <SectionHead title="知悉范围" note={restriction === null ? '中心人员都可以看' : restriction.label} />
      <div className="stack">
        <ErrorBanner error={protect.error} />
        {restriction !== null && (
          <p className="second soft">
            {restriction.setBy} {dayOfInstant(restriction.setAt)} 设定{isInherited && '（随申请）'}
            。登记人、主任
            {restriction.viewers.map(one => `、${one.name}`).join('')} 可以看，其他人只看到编号和日期。
          </p>
        )}
        {offeredRestrictions.map(one => (
          <Banner key={one.code} tone="info" title={`可能是${one.label}`}>
            没有自动限定。需要限定知悉范围的，请设定。
          </Banner>
        ))}
        {offer && (
          <Banner
            tone="info"
            title={`可能需要保密住址和电话：${offer.label}`}
            actions={
              <Link href={`/people/${personId}`} className="text-link strong note">
                去人员页设定
              </Link>
            }
          >
            没有自动设定，请问过当事人再定。
          </Banner>
        )}
        {!isInherited && (restriction === null ? mayRestrict : isDirector) && (
          <Button size="xs" variant="default" onClick={hide}>
            {restriction === null ? '限定知悉范围' : '改知悉范围'}
          </Button>
        )}
      </div>
      {isOpen && <RestrictDialog matter={matter} privacy={ask.data} isDirector={isDirector} onClose={() => setOpen(false)} />}
    </Section>
  )
}

type DialogProps = {
  readonly matter: Matter
  readonly privacy: Privacy
  readonly isDirector: boolean
  readonly onClose: () => void
}

function RestrictDialog({ matter, privacy, isDirector, onClose }: DialogProps) {
  const { restriction } = privacy
  const pack = useOffered(usePack(), restriction)
  const staff = useAsk('users.names', {})
  const [ground, setGround] = useState<string | null>(restriction?.ground ?? null)
  const [note, setNote] = useState(restriction?.note ?? '')
  const [viewers, setViewers] = useState<readonly string[]>(restriction?.viewers.map(one => one.id) ?? [])
  const restrict = useDo('privacy.restrict')
  const lift = useDo('privacy.lift')
  const version = restriction?.version ?? 0
  const save = async () => {
    if (ground === null) return
    const reply = await restrict.run({ matter, ground, note, viewerIds: [...viewers], version })
    if (!reply.ok) return
    announceDone('已限定知悉范围')
    onClose()
  }
  const open = async () => {
    const answer = await askConfirm({
      title: '取消知悉范围的限制',
      text: '中心人员都会看到这件事的姓名和内容。',
      action: '取消限制',
      reason: { label: '原因', required: true },
    })
    if (!answer) return
    const reply = await lift.run({ matter, reason: answer.reason, version })
    if (!reply.ok) return
    announceDone('已取消限制')
    onClose()
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '限定', run: () => void save(), inDialog: true, when: ground !== null && !restrict.isBusy },
  ])
  return (
    <Modal opened onClose={onClose} title="限定知悉范围" size={520} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={restrict.error ?? lift.error} />
      <p className="second soft">其他人在列表、搜索、冲突提示、人员历史和报表里只看到“{pack?.privacy.hiddenWords}”。</p>
      <Field label="情形" required>
        <Select
          placeholder="请选择"
          data-autofocus
          value={ground}
          onChange={setGround}
          data={(pack?.privacy.restrictionGrounds ?? []).map(one => ({ value: one.code, label: one.label }))}
        />
      </Field>
      <Field label="说明">
        <TextInput value={note} maxLength={200} onChange={event => setNote(event.currentTarget.value)} />
      </Field>
      {isDirector ? (
        <Field label="还可以看的人" group hint="登记人和主任总可以看">
          <Checkbox.Group value={[...viewers]} onChange={setViewers}>
            <div className="check-grid">
              {(staff.data ?? [])
                .filter(one => !one.roles.includes('director'))
                .map(one => (
                  <Checkbox key={one.id} value={one.id} label={one.name} />
                ))}
            </div>
          </Checkbox.Group>
        </Field>
      ) : (
        <p className="note muted">还有谁可以看，由主任决定。</p>
      )}
      <div className="row">
        {restriction !== null && isDirector && (
          <Button variant="default" onClick={() => void open()}>
            取消限制
          </Button>
        )}
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            返回
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={restrict.isBusy} disabled={ground === null} onClick={save}>
            限定
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
