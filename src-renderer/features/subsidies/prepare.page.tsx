import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCircleX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { staleBy } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, matterWords, usePack } from '../../api/use-pack.ts'
import { discardDraft, loadDraft, useServerDraft } from '../../api/use-server-draft.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MoneyInput } from '../../ui/money-input.tsx'
import { formatYuan } from '../../ui/money-text.ts'
import { ActionBar, PageHead, Pane, Panes, Section, SectionHead, Sheet, SidePane } from '../../ui/page.tsx'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { mergeStale, type StaleChoice, staleRows } from '../../ui/stale-merge.ts'
import { CostRows } from './cost-rows.tsx'
import {
  costProblems,
  EMPTY_FORM,
  entryOfForm,
  formOfEntry,
  type PrepareForm,
  previewOfForm,
  readDraft,
  type SubsidyEntry,
  staleFields,
} from './prepare-form.ts'
import { PreparePreview } from './prepare-preview.tsx'
import type { SubsidyDetail } from './subsidy-words.ts'
import './subsidies.css'

type Case = OutputOf<'cases.get'>
/** Typing settles before the core computes, in milliseconds. */
const SETTLE_MS = 200

/** 编制补贴核算表 of a case that has none. */
export function PreparePage() {
  const { caseId = '' } = useParams<{ caseId: string }>()
  return <PrepareRoute caseId={caseId} sheet={null} />
}

/** 重新编制 of a sheet that was returned. */
export function RevisePage() {
  const { id = '' } = useParams<{ id: string }>()
  const sheet = useAsk('subsidies.get', { id })
  // What was opened stays the ground of the form; a newer sheet shows itself when it is saved.
  const [opened, setOpened] = useState<SubsidyDetail | null>(null)
  useEffect(() => {
    if (sheet.data) setOpened(before => before ?? sheet.data ?? null)
  }, [sheet.data])
  if (opened) return <PrepareRoute caseId={opened.caseId} sheet={opened} />
  return (
    <Sheet>
      <AskState ask={sheet}>{() => null}</AskState>
    </Sheet>
  )
}

function draftName(caseId: string): string {
  return `subsidies.${caseId}`
}

function PrepareRoute({ caseId, sheet }: { readonly caseId: string; readonly sheet: SubsidyDetail | null }) {
  const kase = useAsk('cases.get', { id: caseId })
  const [draft, setDraft] = useState<PrepareForm | null | undefined>(undefined)
  useEffect(() => {
    void loadDraft(draftName(caseId), readDraft).then(found => setDraft(found?.values ?? null))
  }, [caseId])
  return (
    <Sheet>
      <AskState ask={kase}>
        {one => (draft === undefined ? null : <PrepareSheet key={one.id} one={one} sheet={sheet} draft={draft} />)}
      </AskState>
    </Sheet>
  )
}

type PrepareProps = { readonly one: Case; readonly sheet: SubsidyDetail | null; readonly draft: PrepareForm | null }

function PrepareSheet({ one, sheet, draft }: PrepareProps) {
  const [, go] = useLocation()
  const { user } = useSession()
  const pack = usePack()
  const ground = useMemo(() => (sheet ? formOfEntry(sheet.subsidy) : EMPTY_FORM), [sheet])
  const [form, setForm] = useState<PrepareForm>(draft ?? ground)
  const [isChecked, setChecked] = useState(false)
  const [moneyProblem, setMoneyProblem] = useState<string | null>(null)
  const [version, setVersion] = useState(sheet?.version ?? 0)
  const [theirs, setTheirs] = useState<SubsidyDetail | null>(null)
  const prepare = useDo('subsidies.prepare')
  const revise = useDo('subsidies.revise')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.querySelector('input')?.focus(), [])
  const server = useServerDraft(draftName(one.id), form, ground)
  const entry = previewOfForm(one.id, form)
  const [asked] = useDebouncedValue(JSON.stringify(entry), SETTLE_MS)
  const question = (JSON.parse(asked) as SubsidyEntry | null) ?? { caseId: one.id, chosenFen: null, directCosts: [] }
  const preview = useAsk('subsidies.preview', question, { keep: true })
  const table = pack?.subsidyTables.find(
    candidate =>
      one.closedOn !== null && candidate.from <= one.closedOn && (candidate.to === null || one.closedOn <= candidate.to),
  )
  const costRules = table?.directCosts ?? []
  const needsVoucher = (kind: string) => costRules.find(rule => rule.id === kind)?.needsVoucher ?? false
  const problems = form.costs.map(cost => costProblems(cost, needsVoucher))
  const count = problems.reduce((sum, problem) => sum + Object.keys(problem).length, moneyProblem ? 1 : 0)
  const error = prepare.error ?? revise.error
  const mayPrepare = hasRole(user, ['clerk', 'director'])
  const back = () => go(sheet ? `/subsidies/${sheet.id}` : '/subsidies')
  const done = (id: string, totalFen: number) => {
    server.drop()
    void discardDraft(draftName(one.id))
    announceDone(`已提交审批　${formatYuan(totalFen)} 元`)
    go(`/subsidies/${id}`)
  }
  const saveRevised = async (subsidy: SubsidyEntry, against: number) => {
    if (!sheet) return
    const reply = await revise.run({ id: sheet.id, subsidy, version: against })
    if (reply.ok) return done(sheet.id, reply.value.totalFen)
    if (reply.error.code !== 'STALE') return
    const newest = await invoke('subsidies.get', { id: sheet.id })
    if (newest.ok) setTheirs(newest.value)
  }
  const save = async () => {
    setChecked(true)
    const whole = entryOfForm(one.id, form)
    if (count > 0 || !whole || !mayPrepare) return void requestAnimationFrame(() => focusFirstError())
    if (sheet) return saveRevised(whole, version)
    const reply = await prepare.run(whole)
    if (reply.ok) done(reply.value.id, reply.value.totalFen)
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '提交审批', run: () => void save(), when: mayPrepare },
    { keys: 'Ctrl+S', label: '存草稿', run: () => void server.flush() },
    { keys: 'Escape', label: '返回', run: back },
  ])
  const { type, stage } = matterWords(pack, one.matterType, one.stage)
  const tier = preview.data?.tier ?? null
  const returned = sheet?.history.filter(act => act.act === 'returned').at(-1)
  const fields = staleFields(kind =>
    labelOf(
      costRules.map(rule => ({ code: rule.id, label: rule.label })),
      kind,
    ),
  )
  const mine = entryOfForm(one.id, form)
  return (
    <>
      <PageHead
        crumb={`补贴 / ${sheet ? '重新编制' : '编制'}`}
        title={sheet ? `补贴核算表　${sheet.number}` : '编制补贴核算表'}
        sub={`${one.number}　${one.personName}　${one.cause}`}
        actions={<DraftLine state={server.state} />}
      />
      <Panes>
        <Pane label="编制">
          <div className="prepare-form" ref={body}>
            {returned && (
              <Banner tone="warn" title={`${returned.by} 退回`}>
                {returned.opinion}
              </Banner>
            )}
            <ErrorBanner error={error?.code === 'STALE' ? null : error} />
            <SectionHead title="结案情况" note="档次按结案登记和结案日的标准选用" />
            <DescriptionList
              items={[
                { term: '类型', value: `${type}　${stage}` },
                { term: '结案日', value: one.closing?.closedOn ?? '' },
                { term: '复杂程度', value: one.closing ? labelOf(pack?.codes.complexities, one.closing.complexity) : '' },
                { term: '开庭、人数', value: one.closing ? `${one.closing.hearings} 次　${one.closing.personsHelped} 人` : '' },
                { term: '承办人', value: `${one.assignment?.handlerName ?? ''}　${one.assignment?.providerName ?? ''}` },
              ]}
            />
            <SectionHead title="核定金额" note="标准给出幅度时由编制人核定" />
            <Field label="金额" hint={rangeHint(tier)} error={moneyProblem ?? chosenProblem(form.chosenFen, tier)}>
              <MoneyInput
                value={form.chosenFen}
                onChange={chosenFen => setForm({ ...form, chosenFen })}
                onProblem={setMoneyProblem}
                w={180}
                disabled={tier !== null && tier.maxFen === tier.minFen}
              />
            </Field>
            <CostRows
              costs={form.costs}
              rules={costRules}
              problems={isChecked ? problems : []}
              onChange={costs => setForm({ ...form, costs })}
            />
          </div>
        </Pane>
        <SidePane label="核算" width={400}>
          <PreparePreview preview={preview} />
          <Section>
            <SectionHead title="提交之后" />
            <p className="second soft">取核算表编号，等主任审批。编制的人不能审批同一张表。</p>
          </Section>
        </SidePane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一项' },
            { keys: ['Ctrl+S'], label: '存草稿' },
            { keys: ['Escape'], label: '返回' },
          ]}
        />
        <span className="push row">
          {!mayPrepare && <span className="second muted">由接待员或主任编制</span>}
          {isChecked && count > 0 && (
            <button type="button" className="bare" onClick={() => focusFirstError()}>
              <span className="blocked">
                <IconCircleX size={16} aria-hidden />
                还有 {count} 项要改
              </span>
            </button>
          )}
          <Button variant="default" onClick={back}>
            取消
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={!mayPrepare} onClick={save}>
            提交审批{preview.data ? ` ${formatYuan(preview.data.totalFen)} 元` : ''}
          </BusyButton>
        </span>
      </ActionBar>
      {theirs && sheet && mine && (
        <StaleDialog
          what="这张核算表"
          {...staleBy(error)}
          rows={staleRows(fields, { opened: sheet.subsidy, theirs: theirs.subsidy, mine })}
          note="保存后按新的内容重新核算。"
          onDiscard={back}
          onClose={() => setTheirs(null)}
          onSave={async (choice: StaleChoice) => {
            const rows = staleRows(fields, { opened: sheet.subsidy, theirs: theirs.subsidy, mine })
            const merged = mergeStale<SubsidyEntry>(rows, choice, { theirs: theirs.subsidy, mine })
            setVersion(theirs.version)
            setForm(formOfEntry(merged))
            setTheirs(null)
            await saveRevised(merged, theirs.version)
          }}
        />
      )}
    </>
  )
}

type Tier = OutputOf<'subsidies.preview'>['tier']

/** What the standard leaves open. */
function rangeHint(tier: Tier): string {
  if (!tier) return ''
  if (tier.maxFen === tier.minFen) return `${tier.label}　定额 ${formatYuan(tier.minFen)} 元`
  const upper = tier.maxFen === null ? '以上' : `至 ${formatYuan(tier.maxFen)} 元`
  return `${tier.label}　${formatYuan(tier.minFen)} 元${upper}`
}

/** Why the chosen sum does not stand within the standard, or undefined. The core says the same when it saves. */
function chosenProblem(chosenFen: number | null, tier: Tier): string | undefined {
  if (chosenFen === null || !tier || tier.maxFen === tier.minFen) return undefined
  if (chosenFen < tier.minFen) return `不能低于 ${formatYuan(tier.minFen)} 元`
  if (tier.maxFen !== null && chosenFen > tier.maxFen) return `不能高于 ${formatYuan(tier.maxFen)} 元`
  return undefined
}
