import { Button, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCircleX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { useOffered } from '../../api/offered-pack.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, matterWords, optionsOf, usePack } from '../../api/use-pack.ts'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { ActionBar, PageHead, Pane, Panes, Section, SectionHead, Sheet, SidePane } from '../../ui/page.tsx'
import type { CaseDetail } from './case-words.ts'
import { type ClosingForm, closingOfForm, emptyClosing, readClosingDraft, validateClosing } from './close-form.ts'
import './cases.css'

/** 结案登记: the result of a case and the day from which the handler's time for the closing papers runs. */
export function ClosePage() {
  const { id = '' } = useParams<{ id: string }>()
  const detail = useAsk('cases.get', { id })
  const [draft, setDraft] = useState<ClosingForm | null | undefined>(undefined)
  useEffect(() => {
    void loadDraft(draftName(id), readClosingDraft).then(found => setDraft(found?.values ?? null))
  }, [id])
  return (
    <Sheet>
      <AskState ask={detail}>
        {one => (draft === undefined ? null : <CloseSheet key={one.id} one={one} draft={draft} />)}
      </AskState>
    </Sheet>
  )
}

function draftName(caseId: string): string {
  return `closing.${caseId}`
}

function CloseSheet({ one, draft }: { readonly one: CaseDetail; readonly draft: ClosingForm | null }) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const pack = useOffered(usePack(), one.closing)
  const record = useDo('closing.record')
  // The version the person saw; the page under the form may learn of a newer one while they type.
  const [version, setVersion] = useState(one.version)
  const [ground] = useState<ClosingForm>(one.closing ?? emptyClosing(one.persons))
  const form = useForm<ClosingForm>({ initialValues: draft ?? ground, validate: validateClosing })
  const values = form.getValues()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.querySelector('input')?.focus(), [])
  const server = useServerDraft(draftName(one.id), values, ground)
  const matter = useMemo(() => pack?.codes.matterTypes.find(type => type.code === one.matterType), [pack, one.matterType])
  const back = () => go(`/cases/${one.id}`)
  const goOn = () => {
    setVersion(one.version)
    record.clear()
  }
  const isStale = record.error?.code === 'STALE' && one.version !== version
  const isCorrection = one.closing !== null
  const closed = one.status !== 'handling' && one.status !== 'awaiting-papers'
  const title = isCorrection ? '更正结案登记' : '登记结案'
  const mayClose = hasRole(user, ['clerk', 'director'])
  const save = async () => {
    if (form.validate().hasErrors) return void requestAnimationFrame(() => focusFirstError())
    const closing = closingOfForm(form.getValues())
    if (!closing) return
    const reply = await record.run({ id: one.id, closing, version })
    if (!reply.ok) {
      form.setErrors(fieldErrors(reply.error, 'closing'))
      return void requestAnimationFrame(() => focusFirstError())
    }
    server.drop()
    void discardDraft(draftName(one.id))
    announceDone(`已${title}　${one.number}`)
    back()
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: title, run: () => void save(), when: !closed && mayClose },
    { keys: 'Ctrl+S', label: '存草稿', run: () => void server.flush() },
    { keys: 'Escape', label: '返回案件', run: back },
  ])
  const { type, stage } = matterWords(pack, one.matterType, one.stage)
  const errorCount = Object.keys(form.errors).length
  return (
    <>
      <PageHead
        crumb={`案件 / ${one.number}`}
        title={isCorrection ? title : '结案登记'}
        sub={`${one.personName}　${one.cause}`}
        actions={<DraftLine state={server.state} />}
      />
      <Panes>
        <Pane label="结案登记">
          <div className="close-form" ref={body}>
            {closed && (
              <Banner tone="warn" title="这件案件现在不能登记结案">
                它还没有承办人，或者承办人已经交卷。
              </Banner>
            )}
            {isStale ? (
              <Banner
                tone="warn"
                title="案件在您打开之后被改过，还没有保存"
                side={
                  <Button size="xs" variant="default" onClick={goOn}>
                    已看过，接着保存
                  </Button>
                }
              >
                右边已是最新的承办人和状态；您写的内容都在。
              </Banner>
            ) : (
              Object.keys(form.errors).length === 0 && <ErrorBanner error={record.error} />
            )}
            <div className="close-columns">
              <Field label="结案日期" required hint={one.assignment ? `指派 ${one.assignment.assignedOn}，不晚于今天` : ''}>
                <DateField
                  value={values.closedOn}
                  onChange={day => form.setFieldValue('closedOn', day)}
                  error={form.errors.closedOn}
                  today={today}
                  latest={today}
                  earliest={one.assignment?.assignedOn}
                />
              </Field>
              <Field label="结案依据" required hint="如（2026）皖0303民初2417号民事判决书">
                <TextInput {...form.getInputProps('closingBasis')} maxLength={100} />
              </Field>
              <Field label="结案方式" required>
                <Select {...form.getInputProps('closingMode')} data={optionsOf(matter?.closingModes ?? [])} searchable />
              </Field>
              <Field label="承办结果" required>
                <Select {...form.getInputProps('outcome')} data={optionsOf(matter?.outcomes ?? [])} searchable />
              </Field>
              <Field label="挽回或取得" required hint="取得利益和避免损失的合计，没有的填 0">
                <MoneyInput
                  value={values.recoveredFen}
                  onChange={fen => form.setFieldValue('recoveredFen', fen)}
                  error={form.errors.recoveredFen}
                />
              </Field>
              <Field
                label="受援人数"
                required
                hint={one.persons > 1 ? `申请登记了 ${one.persons} 人（含共同申请人）` : '同案受援人按人计'}
              >
                <NumberInput {...form.getInputProps('personsHelped')} min={1} max={9999} allowDecimal={false} suffix=" 人" />
              </Field>
              <Field label="开庭次数" required hint="没有开庭的填 0">
                <NumberInput {...form.getInputProps('hearings')} min={0} max={99} allowDecimal={false} suffix=" 次" />
              </Field>
              <Field label="复杂程度" required group error={form.errors.complexity}>
                <SegmentedControl
                  fullWidth
                  value={values.complexity ?? ''}
                  onChange={value => form.setFieldValue('complexity', value === 'complex' ? 'complex' : 'ordinary')}
                  data={(['ordinary', 'complex'] as const).map(code => ({
                    value: code,
                    label: labelOf(pack?.codes.complexities, code),
                  }))}
                />
              </Field>
            </div>
            <Field label="经过和结果" required hint="办理经过、主要意见、结果，写进结案报告表">
              <Textarea {...form.getInputProps('summary')} autosize minRows={7} maxRows={16} maxLength={4000} />
            </Field>
          </div>
        </Pane>
        <SidePane label="案件" width={320}>
          <Section>
            <SectionHead title="案件" />
            <DescriptionList
              items={[
                { term: '案号', value: one.number },
                { term: '受援人', value: one.personName },
                { term: '类型', value: `${type}　${stage}` },
                { term: '对方', value: one.opponentName ?? '' },
                { term: '承办机构', value: one.assignment?.providerName ?? '' },
                { term: '承办人', value: one.assignment?.handlerName ?? '' },
                { term: '指派', value: one.assignment?.assignedOn ?? '' },
              ]}
            />
          </Section>
          <Section>
            <SectionHead title="登记之后" />
            <p className="second soft">
              承办人交卷的期限从结案日的次日起算；交卷并审核通过后编制补贴、整理案卷。复杂程度和开庭次数决定补贴的档次。
            </p>
          </Section>
        </SidePane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一项' },
            { keys: ['Ctrl+S'], label: '存草稿' },
            { keys: ['Escape'], label: '返回案件' },
          ]}
        />
        <span className="push row">
          {!mayClose && <span className="second muted">由接待员或主任登记</span>}
          {errorCount > 0 && (
            <button type="button" className="bare" onClick={() => focusFirstError()}>
              <span className="blocked">
                <IconCircleX size={16} aria-hidden />
                还有 {errorCount} 项要改
              </span>
            </button>
          )}
          <Button variant="default" onClick={back}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={closed || !mayClose} onClick={save}>
            {title}
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}
