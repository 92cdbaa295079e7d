import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { bannerError } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { type RecordStart, startEdit, useEditRecord } from '../../api/use-edit-record.tsx'
import { useStart } from '../../api/use-start.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { useKeys } from '../../ui/keys.ts'
import { Section, SectionHead } from '../../ui/page.tsx'
import { PinyinSelect } from '../../ui/pinyin-select.tsx'
import {
  type FirstOpinionValues,
  firstOpinionInputOf,
  firstOpinionProblems,
  firstOpinionStaleFields,
  firstOpinionValues,
  OPINIONS,
} from './first-opinion-values.ts'

type Opinion = NonNullable<OutputOf<'stations.firstOpinion'>>

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

type DialogProps = { readonly applicationId: string; readonly one: Opinion | null; readonly onClose: () => void }
type Opened = { readonly values: FirstOpinionValues; readonly version: number }

/** Nothing recorded yet stands as version 0. */
function openedOf(one: Opinion | null): Opened {
  return { values: firstOpinionValues(one?.firstOpinion ?? null), version: one?.version ?? 0 }
}

function FirstOpinionDialog(props: DialogProps) {
  const { applicationId, one } = props
  const start = useStart(applicationId, () => startEdit(`stations.first-opinion.${applicationId}`, openedOf(one)))
  return start && <FirstOpinionForm {...props} start={start} />
}

function FirstOpinionForm({
  applicationId,
  one,
  onClose,
  start,
}: DialogProps & { readonly start: RecordStart<FirstOpinionValues> }) {
  const { today } = useSession()
  const stations = useAsk('stations.list', { from: today, to: today })
  const put = useDo('stations.recordFirstOpinion')
  const record = useEditRecord({
    start,
    stored: openedOf(one),
    problemsOf: firstOpinionProblems,
    inputOf: firstOpinionInputOf,
    fieldOf: path => path.replace(/^firstOpinion\./, ''),
    update: {
      run: (firstOpinion, version) => put.run({ applicationId, firstOpinion, version: version === 0 ? null : version }),
      clear: put.clear,
    },
    readAgain: async () => {
      const fresh = await invoke('stations.firstOpinion', { applicationId })
      return fresh.ok ? openedOf(fresh.value) : null
    },
    stale: { what: '这份初审意见', fields: firstOpinionStaleFields(stations.data ?? []) },
    doneLine: () => '已登记初审意见',
    onLeave: onClose,
  })
  const { form } = record
  const input = inputsOf(form)
  const save = () => (record.isChanged ? record.save() : record.giveUp())
  useKeys([{ keys: 'Ctrl+Enter', label: '登记', run: () => void save(), inDialog: true, when: !put.isBusy }])
  const active = (stations.data ?? []).filter(row => row.station.isActive || row.id === form.values.stationId)
  return (
    <Modal opened onClose={onClose} title="工作站初审意见" size={600} closeButtonProps={{ 'aria-label': '关闭' }}>
      <ErrorBanner error={bannerError(put.error)} />
      <Field
        required
        label="工作站"
        name="stationId"
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
          {...input.choice('stationId')}
          data-autofocus
        />
      </Field>
      <Field group required label="初审意见" error={form.problemOf('opinion')} name="opinion">
        <SegmentedControl fullWidth aria-label="初审意见" data={[...OPINIONS]} {...input.segment('opinion')} />
      </Field>
      <Field required label="理由" name="reason">
        <Textarea {...input.text('reason')} autosize minRows={2} maxRows={6} maxLength={1000} />
      </Field>
      <Field required label="初审人" name="givenBy">
        <TextInput {...input.text('givenBy')} maxLength={30} w={160} />
      </Field>
      <Field required label="初审日期" name="givenOn">
        <DateField {...input.day('givenOn')} today={today} latest={today} w={130} />
      </Field>
      <Field required label="转送日期" name="passedOn">
        <DateField {...input.day('passedOn')} today={today} latest={today} w={130} />
      </Field>
      <div className="row dialog-buttons">
        {record.draftLine}
        <span className="push row">
          <Button variant="default" onClick={() => void record.giveUp()}>
            {record.isChanged ? '放弃' : '关闭'}
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={put.isBusy} onClick={save}>
            {record.isChanged || one === null ? '登记' : '没有改动'}
          </BusyButton>
        </span>
      </div>
      {record.dialog}
    </Modal>
  )
}
