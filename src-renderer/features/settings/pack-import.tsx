import { IconArrowLeft, IconCircleX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { isSamePack, packChanges } from '../../../src-main/domain/pack-difference.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack.ts'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import type { PackAnswer } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { longDay } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes } from '../../ui/page.tsx'
import type { PickedPack } from './use-pack-file.ts'

export type PackImportProps = {
  readonly picked: PickedPack
  readonly inForce: PackAnswer
  readonly failure: AppError | null
  readonly onPick: () => Promise<void>
  readonly onCheckAgain: () => Promise<void>
  readonly onClose: () => void
}

/** A pack file before it is signed: every fault with its line, or what it changes and from when. */
export function PackImport(props: PackImportProps) {
  const { picked, inForce, onPick, onCheckAgain, onClose } = props
  const { check } = picked
  const { user, today } = useSession()
  const packs = useAsk('packs.list', {})
  const enact = useDo('packs.enact')
  const [day, setDay] = useState<string | null>(null)
  const [dayProblem, setDayProblem] = useState<string | null>(null)
  const isDirector = hasRole(user, ['director'])
  const isKnown = packs.data?.some(pack => pack.version === check.version) ?? false
  const earliest = check.effectiveFrom !== null && check.effectiveFrom > today ? check.effectiveFrom : today
  const reasons = [
    ...(check.isSound ? [] : [`有 ${check.problems.length} 处问题`]),
    ...(isKnown ? [`版本 ${check.version} 签发过，请改版本号`] : []),
    ...(isDirector ? [] : ['由主任签发']),
    ...(check.isSound && day === null ? ['填施行日期'] : []),
    ...(dayProblem === null ? [] : [dayProblem]),
  ]
  const sign = async () => {
    if (reasons.length > 0 || day === null) return
    const answer = await askConfirm({
      title: `签发规则包 ${check.version}，自 ${longDay(day)} 起施行？`,
      text: `从这一天起的受理、决定、指派、补贴都按它办理；此前作出的仍按 ${inForce.version}。签发记入操作日志，签发人 ${user.name}。`,
      action: `签发　${check.version}`,
      irreversible: true,
    })
    if (!answer) return
    const reply = await enact.run({ text: picked.text, enactedOn: day })
    if (!reply.ok) return
    announceDone(`已签发规则包 ${reply.value.version}，${day} 起施行`)
    onClose()
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '签发规则包', run: () => void sign(), when: reasons.length === 0 },
    { keys: 'Ctrl+O', label: '另选文件', run: () => void onPick() },
    { keys: 'R', label: '重新检查', run: () => void onCheckAgain() },
    { keys: 'Escape', label: '回现行规则', run: onClose },
  ])
  const refused = enact.error ? fieldErrors(enact.error) : {}
  return (
    <>
      <ErrorBanner error={props.failure ?? (refused.enactedOn ? null : enact.error)} />
      <div className="settings-bar">
        <button type="button" className="text-link row" onClick={onClose}>
          <IconArrowLeft size={16} aria-hidden />
          现行规则
        </button>
        <h2 className="clip">{picked.name}</h2>
        {check.isSound && (
          <span className="second soft clip">
            {check.version}　{check.name}
          </span>
        )}
        <span className="push row">
          <BusyButton variant="default" onClick={onCheckAgain}>
            重新检查
          </BusyButton>
          <BusyButton variant="default" onClick={onPick}>
            另选文件…
          </BusyButton>
        </span>
      </div>
      {check.isSound ? <SoundPack picked={picked} inForce={inForce} /> : <Problems problems={check.problems} />}
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['R'], label: '重新检查', keep: true },
            { keys: ['Escape'], label: '现行规则', keep: true },
          ]}
        />
        <span className="push row">
          {check.isSound && isDirector && (
            <span className="sign-day">
              <Field label="施行日期" required labelWidth={72} error={refused.enactedOn}>
                <DateField value={day} onChange={setDay} onProblem={setDayProblem} earliest={earliest} today={today} />
              </Field>
            </span>
          )}
          {reasons.length > 0 && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />
              {reasons.join('；')}
            </span>
          )}
          <BusyButton keys="Ctrl+Enter" refusesEnter disabled={reasons.length > 0} busy={enact.isBusy} onClick={sign}>
            签发施行
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

type Problem = OutputOf<'packs.check'>['problems'][number]

const problemColumns: readonly Column<Problem>[] = [
  { key: 'line', head: '行', width: 80, align: 'right', cell: problem => <b className="strong">{problem.line}</b> },
  { key: 'column', head: '列', width: 60, align: 'right', cell: problem => <span className="muted">{problem.column}</span> },
  { key: 'message', head: '问题', cell: problem => problem.message },
  { key: 'path', head: '位置', width: '34%', clip: true, cell: problem => <span className="second muted">{problem.path}</span> },
]

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <>
      <Banner tone="error" title={`${problems.length} 处问题，还不能签发`}>
        按行号改好文件，存盘后点“重新检查”。
      </Banner>
      <Panes>
        <Pane label="规则包的问题" fill>
          <DataTable
            label="规则包的问题"
            columns={problemColumns}
            rows={problems}
            rowKey={problem => `${problem.line}:${problem.column}:${problem.path}:${problem.message}`}
            autoFocus
          />
        </Pane>
      </Panes>
    </>
  )
}

function SoundPack({ picked, inForce }: { readonly picked: PickedPack; readonly inForce: PackAnswer }) {
  // The core has just found this text to be a sound pack; it is read again here only to be shown.
  const next = useMemo(() => JSON.parse(picked.text) as RulePack, [picked.text])
  const changes = useMemo(() => packChanges(inForce.pack, next), [inForce.pack, next])
  return (
    <>
      <Banner tone="ok" title="检查通过，没有问题">
        {changes.length > 0 && `与现行规则 ${inForce.version} 相比有 ${changes.length} 处不同，请逐条看过再签发。`}
        {changes.length === 0 &&
          (isSamePack(inForce.pack, next) ? '规则与现行的完全一样。' : '只有代码、次序等写法不同，读出来的规则与现行的一样。')}
      </Banner>
      <Panes>
        <Pane label="与现行规则的不同">
          {changes.length > 0 && (
            <table className="plain-table change-table">
              <thead>
                <tr>
                  <th scope="col">章</th>
                  <th scope="col">规则</th>
                  <th scope="col">现行 {inForce.version}</th>
                  <th scope="col">新的 {next.version}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(change => (
                  <tr key={change.key}>
                    <td className="nowrap">{change.section}</td>
                    <td>
                      <b className="strong">{change.title}</b>
                    </td>
                    <td className="soft">{change.before ?? '（没有）'}</td>
                    <td>{change.after ?? <span className="red">（去掉）</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Pane>
      </Panes>
    </>
  )
}
