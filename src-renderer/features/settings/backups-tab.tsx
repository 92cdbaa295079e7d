import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { navigate } from '../../api/hash-location.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { setSessionState } from '../../api/session-state.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant, longDay, shortInstant, timeOfInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { forgetLists } from '../../ui/list-memory.ts'
import { ActionBar, Pane, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { StatusWord } from '../../ui/status-word.tsx'
import { BasisClause } from './basis-clause.tsx'
import { Forbidden } from './forbidden.tsx'

type Backup = OutputOf<'backup.list'>[number]

const REASONS: Readonly<Record<Backup['reason'], string>> = {
  daily: '每日',
  exit: '退出时',
  migration: '升级前',
  manual: '手动',
  'before-restore': '恢复前留存',
}

/** 备份: what can be gone back to, a backup now, and the way back. */
export function BackupsTab() {
  const { user } = useSession()
  if (!hasRole(user, ['director', 'administrator']))
    return <Forbidden what="备份" who="由主任、管理员查看和备份，由主任恢复。每天和退出时会自动备份。" />
  return <Backups />
}

function Backups() {
  const { user, today } = useSession()
  const client = useQueryClient()
  const backups = useAsk('backup.list', {})
  const [selected, setSelected] = useState<string | null>(null)
  const make = useDo('backup.make')
  const restore = useDo('backup.restore')
  const rows = backups.data ?? []
  const chosen = rows.find(one => one.name === selected) ?? null
  const mayRestore = hasRole(user, ['director'])
  const isBusy = make.isBusy || restore.isBusy
  const running = make.progress ?? restore.progress

  const backUp = async () => {
    if (isBusy) return
    const reply = await make.run({})
    if (!reply.ok) return
    announceDone(`已备份并校验　${sizeWords(reply.value.bytes)}`)
  }
  const goBack = async () => {
    if (!chosen || !mayRestore || isBusy) return
    const at = `${longDay(dayOfInstant(chosen.madeAt))} ${timeOfInstant(chosen.madeAt)}`
    const answer = await askConfirm({
      title: `恢复到 ${at} 的备份？`,
      text: (
        <>
          此后登记的事项、取得的编号、账户的变动都会退回到那一刻。现在的数据先另存为“恢复前留存”的备份。恢复后
          <b className="strong">所有人都要重新登录</b>。
        </>
      ),
      action: `恢复到 ${dayOfInstant(chosen.madeAt)} ${timeOfInstant(chosen.madeAt)}`,
      irreversible: true,
      destroys: true,
    })
    if (!answer) return
    const reply = await restore.run({ name: chosen.name })
    if (!reply.ok) return
    // Every session has ended; nothing of what was read before may stay on a screen.
    navigate('/', { replace: true })
    setSessionState({ kind: 'out' })
    forgetLists()
    client.clear()
  }
  useKeys([
    { keys: 'Ctrl+B', label: '立即备份', run: () => void backUp(), when: !isBusy },
    { keys: 'R', label: '恢复所选备份', run: () => void goBack(), when: mayRestore && chosen !== null && !isBusy },
  ])
  const error = make.error ?? restore.error
  return (
    <>
      <ErrorBanner error={error} />
      <Panes>
        <Pane label="备份" fill>
          <AskState ask={backups}>
            {list => (
              <DataTable
                label="备份"
                columns={columns(today)}
                rows={list}
                rowKey={backup => backup.name}
                selectedKey={selected}
                onSelect={backup => setSelected(backup.name)}
                autoFocus
                empty={
                  <EmptyState
                    title="还没有备份"
                    text="每天第一次打开后半分钟、每次退出时自动备份，也可以现在就做一份。"
                    steps={[
                      {
                        title: '立即备份',
                        text: '复制、打开、逐页校验，都通过才算一份',
                        action: '立即备份',
                        onAction: () => void backUp(),
                        primary: true,
                      },
                    ]}
                  />
                }
              />
            )}
          </AskState>
        </Pane>
        <BackupFacts newest={rows[0] ?? null} count={rows.length} today={today} />
      </Panes>
      <ActionBar>
        {running ? (
          <ProgressLine label={running.label} done={running.done} total={running.total} />
        ) : (
          <KeyHints
            hints={[
              { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
              { keys: ['Ctrl+B'], label: '立即备份', keep: true },
              { keys: ['R'], label: '恢复' },
            ]}
          />
        )}
        <span className="push row">
          <span className="second muted">
            {!mayRestore ? '恢复由主任办理' : chosen === null && rows.length > 0 ? '选一份备份才能恢复' : ''}
          </span>
          <BusyButton
            variant="default"
            busy={restore.isBusy}
            disabled={!mayRestore || chosen === null || make.isBusy}
            refusesEnter
            onClick={goBack}
          >
            恢复…
          </BusyButton>
          <BusyButton keys="Ctrl+B" busy={make.isBusy} disabled={restore.isBusy} onClick={backUp}>
            立即备份
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}

function BackupFacts({
  newest,
  count,
  today,
}: {
  readonly newest: Backup | null
  readonly count: number
  readonly today: string
}) {
  const rule = usePack()?.backupRetention
  return (
    <SidePane label="备份说明" width={320}>
      <Section>
        <SectionHead title="现在" />
        <DescriptionList
          items={[
            { term: '最近一份', value: newest ? shortInstant(newest.madeAt, today) : '还没有' },
            { term: '共有', value: `${count} 份` },
          ]}
        />
      </Section>
      {rule && (
        <Section>
          <SectionHead title="保留规则" />
          <DescriptionList
            items={[
              { term: '当天', value: `最近 ${rule.keepToday} 份` },
              { term: '每天一份', value: `最近 ${rule.daily} 天` },
              { term: '每月一份', value: `最近 ${rule.monthly} 个月` },
              { term: '依据', value: <BasisClause basis={rule.basis} /> },
            ]}
          />
        </Section>
      )}
      <Section>
        <SectionHead title="备份里有什么" />
        <p className="second soft">
          全部登记、编号、账户和操作日志，与数据库一样加密。扫描件存在数据文件夹里，只增不改，不随备份退回。备份与数据在同一块硬盘上，请再把数据文件夹整个拷到移动硬盘。
        </p>
      </Section>
    </SidePane>
  )
}

function columns(today: string): readonly Column<Backup>[] {
  return [
    {
      key: 'at',
      head: '时间',
      cell: backup => (
        <>
          <b className="strong">{dayOfInstant(backup.madeAt)}</b>　{timeOfInstant(backup.madeAt, true)}
          {dayOfInstant(backup.madeAt) === today && <span className="muted">　今天</span>}
        </>
      ),
    },
    { key: 'reason', head: '来由', width: 140, cell: backup => REASONS[backup.reason] },
    { key: 'size', head: '大小', width: 110, align: 'right', cell: backup => sizeWords(backup.bytes) },
    {
      key: 'verified',
      head: '校验',
      width: 160,
      cell: backup =>
        backup.isVerified ? <StatusWord kind="done">已打开校验</StatusWord> : <span className="muted">恢复时校验</span>,
    },
  ]
}

/** `1.4 MB` of bytes, with one decimal from a megabyte up. */
function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
