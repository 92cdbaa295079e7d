import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { firstOpinionInput, type StationOpinion } from '../../../src-main/contract/stations.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Section, SectionHead } from '../../ui/page.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'

type Opinion = NonNullable<OutputOf<'stations.firstOpinion'>>

const OPINIONS: readonly { readonly value: StationOpinion; readonly label: string }[] = [
  { value: 'grant', label: '拟给予' },
  { value: 'refuse', label: '拟不予' },
  { value: 'open', label: '请中心审定' },
]

/** 工作站初审: the first opinion with which a station passed this application up, and the way to record it. */
export function FirstOpinion({ applicationId, isOpen }: { readonly applicationId: string; readonly isOpen: boolean }) {
  const { user } = useSession()
  const [isEditing, setEditing] = useState(false)
  const ask = useAsk('stations.firstOpinion', { applicationId })
  const mayEdit = isOpen && hasRole(user, ['clerk', 'director'])
  if (ask.data === undefined || (ask.data === null && !mayEdit)) return null
  const one = ask.data
  return (
    <Section label="工作站初审">
      <SectionHead
        title="工作站初审"
        aside={
          mayEdit && (
            <button type="button" className="text-link" onClick={() => setEditing(true)}>
              {one ? '修改' : '登记初审意见'}
            </button>
          )
        }
      />
      {one ? (
        <p className="second">
          <b>{one.stationName}</b>　{OPINIONS.find(entry => entry.value === one.firstOpinion.opinion)?.label}　
          {one.firstOpinion.givenBy} {one.firstOpinion.givenOn}，{one.firstOpinion.passedOn} 转送
          <br />
          {one.firstOpinion.reason}
        </p>
      ) : (
        <p className="second muted">直接向本中心提出的不用登记。</p>
      )}
      {isEditing && <FirstOpinionDialog applicationId={applicationId} one={one} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function FirstOpinionDialog({
  applicationId,
  one,
  onClose,
}: {
  readonly applicationId: string
  readonly one: Opinion | null
  readonly onClose: () => void
}) {
  const { today } = useSession()
  const stations = useAsk('stations.list', { from: today, to: today })
  const [stationId, setStationId] = useState(one?.firstOpinion.stationId ?? null)
  const [opinion, setOpinion] = useState<StationOpinion | ''>(one?.firstOpinion.opinion ?? '')
  const [reason, setReason] = useState(one?.firstOpinion.reason ?? '')
  const [givenBy, setGivenBy] = useState(one?.firstOpinion.givenBy ?? '')
  const [givenOn, setGivenOn] = useState(one?.firstOpinion.givenOn ?? null)
  const [passedOn, setPassedOn] = useState(one?.firstOpinion.passedOn ?? null)
  const [isTried, setTried] = useState(false)
  const record = useDo('stations.recordFirstOpinion')
  const refused = record.error ? fieldErrors(record.error) : {}
  const problem = (field: string, isMissing: boolean, text: string) =>
    refused[`firstOpinion.${field}`] ?? (isTried && isMissing ? text : undefined)
  const act = async () => {
    setTried(true)
    const parsed = firstOpinionInput.safeParse({ stationId, opinion, reason, givenBy, givenOn, passedOn })
    if (!parsed.success) return
    const reply = await record.run({ applicationId, firstOpinion: parsed.data, version: one?.version ?? null })
    if (!reply.ok) return
    announceDone('已登记初审意见')
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '登记', run: () => void act(), inDialog: true, when: !record.isBusy }])
  const active = (stations.data ?? []).filter(row => row.station.isActive || row.id === stationId)
  return (
    <Modal opened onClose={onClose} title="工作站初审意见" size={600} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={record.error?.code === 'VALIDATION' ? null : record.error} />
      <Field
        required
        label="工作站"
        error={problem('stationId', stationId === null, '请选择工作站')}
        hint={
          stations.data && active.length === 0 ? (
            <>
              还没有登记工作站，
              <Link className="text-link" href="/stations">
                去登记
              </Link>
            </>
          ) : undefined
        }
      >
        <PinyinSelect
          options={active.map(row => ({ value: row.id, label: row.station.name }))}
          value={stationId}
          onChange={setStationId}
          data-autofocus
        />
      </Field>
      <Field group required label="初审意见" error={problem('opinion', opinion === '', '请选择初审意见')}>
        <SegmentedControl
          fullWidth
          aria-label="初审意见"
          data={[...OPINIONS]}
          value={opinion}
          onChange={value => setOpinion(OPINIONS.find(entry => entry.value === value)?.value ?? '')}
        />
      </Field>
      <Field required label="理由" error={problem('reason', reason.trim() === '', '请写明初审理由')}>
        <Textarea
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
        />
      </Field>
      <Field required label="初审人" error={problem('givenBy', givenBy.trim() === '', '请填写初审人')}>
        <TextInput value={givenBy} onChange={event => setGivenBy(event.currentTarget.value)} maxLength={30} w={160} />
      </Field>
      <Field required label="初审日期" error={problem('givenOn', givenOn === null, '请填写初审日期')}>
        <DateField aria-label="初审日期" value={givenOn} onChange={setGivenOn} today={today} latest={today} w={130} />
      </Field>
      <Field required label="转送日期" error={problem('passedOn', passedOn === null, '请填写转送日期')}>
        <DateField aria-label="转送日期" value={passedOn} onChange={setPassedOn} today={today} latest={today} w={130} />
      </Field>
      <div className="row dialog-buttons">
        <span className="push row">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={record.isBusy} onClick={act}>
            登记
          </BusyButton>
        </span>
      </div>
    </Modal>
  )
}
