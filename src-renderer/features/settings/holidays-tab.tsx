import { Button } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { monthDay, shortInstant, weekday } from '../../ui/day-text.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, SectionHead, SidePane } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'

type Checked = OutputOf<'holidays.check'> & { readonly handle: string }
type Listed = OutputOf<'holidays.list'>
const SOURCES = { shipped: '随程序', imported: '文件导入', none: '没有' } as const

/** 节假日: the years' holiday orders, taken in from a file after a dry run, with every import and its file. */
export function HolidaysTab() {
  const { user, today } = useSession()
  const ask = useAsk('holidays.list', {})
  const check = useDo('holidays.check')
  const bringIn = useDo('holidays.import')
  const [picked, setPicked] = useState<Checked | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const mayImport = hasRole(user, ['director', 'administrator'])
  const pick = async () => {
    setFailure(null)
    const chosen = await invoke('shell.pickFiles', { purpose: 'holidays' })
    if (!chosen.ok) return setFailure(chosen.error)
    const [file] = chosen.value.files
    if (!file) return
    const reply = await check.run({ handle: file.handle })
    setPicked(reply.ok ? { ...reply.value, handle: file.handle } : null)
  }
  const take = async () => {
    if (!picked?.isSound) return
    const reply = await bringIn.run({ handle: picked.handle })
    if (!reply.ok) return
    announceDone(`已导入 ${reply.value.year} 年放假安排`)
    setPicked(null)
  }
  const template = async () => {
    const year = Number(today.slice(0, 4)) + 1
    const chosen = await invoke('shell.pickSaveFile', { suggestedName: `${year}年放假安排模板.csv`, kind: 'csv' })
    if (!chosen.ok) return setFailure(chosen.error)
    if (chosen.value === null) return
    const reply = await invoke('holidays.template', { year, handle: chosen.value.handle })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已存模板 ${chosen.value.name}`)
  }
  useKeys([
    { keys: 'Ctrl+O', label: '导入放假安排', run: () => void pick(), when: mayImport },
    { keys: 'Ctrl+Enter', label: '导入', run: () => void take(), when: picked?.isSound === true },
    { keys: 'Escape', label: '不导入', run: () => setPicked(null), when: picked !== null },
  ])
  return (
    <>
      <ErrorBanner error={failure ?? check.error ?? bringIn.error} />
      <AskState ask={ask}>
        {listed => (
          <>
            {listed.warning && (
              <Banner tone="warn" title={listed.warning}>
                国务院办公厅每年底公布下一年的放假安排；用模板填好后在这里导入。
              </Banner>
            )}
            {picked ? <CheckedFile picked={picked} /> : <Years listed={listed} onFailure={setFailure} mayUndo={mayImport} />}
          </>
        )}
      </AskState>
      <ActionBar>
        <KeyHints hints={[{ keys: ['Ctrl+O'], label: '导入' }, ...(picked ? [{ keys: ['Escape'], label: '不导入' }] : [])]} />
        <span className="push row">
          {!mayImport && <span className="second muted">由主任、管理员导入</span>}
          <Button variant="default" onClick={() => void template()}>
            下载模板…
          </Button>
          <BusyButton variant={picked ? 'default' : undefined} disabled={!mayImport} busy={check.isBusy} onClick={pick}>
            {picked ? '另选文件…' : '导入放假安排…'}
          </BusyButton>
          {picked && !picked.isSound && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />有 {picked.problems.length} 处问题
            </span>
          )}
          {picked && (
            <BusyButton keys="Ctrl+Enter" disabled={!picked.isSound} busy={bringIn.isBusy} onClick={take}>
              导入 {picked.year} 年
            </BusyButton>
          )}
        </span>
      </ActionBar>
    </>
  )
}

/** The dry run: every fault by its row, or the days and the clocks that would move. */
function CheckedFile({ picked }: { readonly picked: Checked }) {
  return (
    <Panes>
      <Pane label="检查结果">
        <div className="section">
          <SectionHead
            title={picked.fileName}
            note={
              picked.isSound
                ? `${picked.year} 年，${picked.days.length} 天，没有问题`
                : `${picked.problems.length} 处问题，什么都没有导入`
            }
          />
        </div>
        {picked.isSound ? (
          <DayTable days={picked.days} />
        ) : (
          <table className="plain-table" aria-label="文件的问题">
            <thead>
              <tr>
                <th scope="col">行</th>
                <th scope="col">栏</th>
                <th scope="col">问题</th>
              </tr>
            </thead>
            <tbody>
              {picked.problems.map(problem => (
                <tr key={`${problem.row}${problem.column}${problem.message}`}>
                  <td className="strong">{problem.row}</td>
                  <td className="nowrap">{problem.column}</td>
                  <td>{problem.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pane>
      <SidePane label="会变动的期限" width={380}>
        <div className="section">
          <SectionHead
            title="会变动的期限"
            count={picked.moved.length}
            note={picked.moved.length === 0 ? '在走的期限都不变' : ''}
          />
        </div>
        <ul className="plain pack-list">
          {picked.moved.map(one => (
            <li key={`${one.openPath}${one.label}`}>
              <Link href={one.openPath} className="draft-link">
                <b className="strong">{one.title}</b>
                <span className="second">
                  {one.label}　{one.before} → {one.after} {weekday(one.after)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </SidePane>
    </Panes>
  )
}

function DayTable({ days }: { readonly days: Listed['years'][number]['days'] }) {
  return (
    <ul className="plain holiday-days">
      {days.map(day => (
        <li key={day.date}>
          <Tag tone={day.isWorking ? 'amber' : 'green'}>{day.isWorking ? '班' : '休'}</Tag>
          <span className="nowrap">
            {monthDay(day.date)} {weekday(day.date)}
          </span>
          <span className="soft clip">{day.name}</span>
        </li>
      ))}
    </ul>
  )
}

type YearsProps = {
  readonly listed: Listed
  readonly mayUndo: boolean
  readonly onFailure: (error: AppError | null) => void
}

function Years({ listed, mayUndo, onFailure }: YearsProps) {
  const { today } = useSession()
  const undo = useDo('holidays.undo')
  const takeBack = async (one: Listed['imports'][number]) => {
    const answer = await askConfirm({
      title: `撤销导入的 ${one.year} 年放假安排？`,
      text: '这一年回到导入之前；在走的期限会重新计算。文件和这次撤销都留在记录里。',
      action: `撤销　${one.fileName}`,
      reason: { label: '撤销理由', required: true },
    })
    if (!answer) return
    const reply = await undo.run({ id: one.id, reason: answer.reason })
    onFailure(reply.ok ? null : reply.error)
    if (reply.ok) announceDone(`已撤销 ${one.year} 年放假安排的导入`)
  }
  const save = async (one: Listed['imports'][number]) => {
    const chosen = await invoke('shell.pickSaveFile', { suggestedName: one.fileName, kind: 'csv' })
    if (!chosen.ok) return onFailure(chosen.error)
    if (chosen.value === null) return
    const reply = await invoke('holidays.export', { id: one.id, handle: chosen.value.handle })
    onFailure(reply.ok ? null : reply.error)
  }
  return (
    <Panes>
      <Pane label="各年放假安排">
        {listed.years.map(year => (
          <section key={year.year} className="rule-group" aria-label={`${year.year} 年`}>
            <SectionHead title={`${year.year} 年`} note={SOURCES[year.source]} />
            {year.days.length > 0 ? <DayTable days={year.days} /> : <p className="second muted">没有放假安排，只按周末推算。</p>}
          </section>
        ))}
      </Pane>
      <SidePane label="导入记录" width={340}>
        <div className="section">
          <SectionHead title="导入记录" note={`已知到 ${listed.knownThrough}`} />
          {listed.imports.length === 0 && <p className="second muted">还没有从文件导入过，现用随程序的安排。</p>}
        </div>
        <ul className="plain pack-list">
          {listed.imports.map(one => (
            <li key={one.id} className="holiday-import">
              <span className="row">
                <b className="strong">{one.undone ? <s>{one.year} 年</s> : `${one.year} 年`}</b>
                {one.undone && <Tag>已撤销</Tag>}
              </span>
              <span className="note soft">
                {one.fileName}　{one.days} 天
              </span>
              <span className="note muted">
                {one.by} {shortInstant(one.at, today)} 导入
              </span>
              {one.undone && (
                <span className="note muted">
                  {one.undone.by} {shortInstant(one.undone.at, today)} 撤销：{one.undone.reason}
                </span>
              )}
              <span className="row">
                <button type="button" className="text-link" onClick={() => void save(one)}>
                  另存文件
                </button>
                {mayUndo && !one.undone && (
                  <button type="button" className="text-link" onClick={() => void takeBack(one)}>
                    撤销导入
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </SidePane>
    </Panes>
  )
}
