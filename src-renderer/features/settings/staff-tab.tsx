import { Button } from '@mantine/core'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, roleNames, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { shortInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { KeyBar, KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, Section, SectionHead } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { TAB_HINTS } from './forbidden.tsx'
import { OwnPasswordDialog, ResetPasswordDialog } from './password-dialogs.tsx'

export type Account = OutputOf<'users.list'>[number]

/** 人员账户: the staff's accounts for director and administrator; one's own account for everyone else. */
export function StaffTab() {
  const { user } = useSession()
  return hasRole(user, ['director', 'administrator']) ? <Accounts /> : <OwnAccount />
}

function OwnAccount() {
  const { user } = useSession()
  const [isChanging, setChanging] = useState(false)
  useKeys([{ keys: 'P', label: '修改自己的密码', run: () => setChanging(true) }])
  return (
    <>
      <Panes>
        <Pane label="我的账户">
          <Section>
            <SectionHead title="我的账户" />
            <DescriptionList
              items={[
                { term: '姓名', value: user.name },
                { term: '角色', value: roleNames(user.roles) },
              ]}
            />
            <div className="row" style={{ marginTop: 12 }}>
              <Button variant="default" onClick={() => setChanging(true)}>
                修改密码
              </Button>
              <span className="second muted">姓名和角色由主任、管理员修改</span>
            </div>
          </Section>
        </Pane>
      </Panes>
      <KeyBar hints={[{ keys: ['P'], label: '修改密码', keep: true }, ...TAB_HINTS]} />
      {isChanging && <OwnPasswordDialog onClose={() => setChanging(false)} />}
    </>
  )
}

function rowKey(account: Account): string {
  return account.id
}

type Open = { readonly kind: 'new' } | { readonly kind: 'edit' | 'reset'; readonly account: Account } | { readonly kind: 'own' }

function Accounts() {
  const { user, today } = useSession()
  const accounts = useAsk('users.list', {})
  const [selected, setSelected] = useState<string | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const rows = accounts.data ?? []
  const chosen = rows.find(one => one.id === selected) ?? null
  const isOwn = chosen?.id === user.id
  const edit = (account: Account) => setOpen({ kind: 'edit', account })
  const resetOrChange = () => {
    if (chosen) setOpen(isOwn ? { kind: 'own' } : { kind: 'reset', account: chosen })
  }
  useKeys([
    { keys: 'N', label: '新建账户', run: () => setOpen({ kind: 'new' }) },
    { keys: 'R', label: '重设密码', run: resetOrChange, when: chosen !== null },
    { keys: 'P', label: '修改自己的密码', run: () => setOpen({ kind: 'own' }) },
  ])
  return (
    <>
      <Panes>
        <Pane label="人员账户" fill>
          <AskState ask={accounts}>
            {list => (
              <DataTable
                label="人员账户"
                columns={columns(user.id, today)}
                rows={list}
                rowKey={rowKey}
                selectedKey={selected}
                onSelect={account => setSelected(account.id)}
                onOpen={edit}
                openOnClick={false}
                rowTone={account => (account.isActive ? undefined : 'quiet')}
                autoFocus
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['N'], label: '新建', keep: true },
            { keys: ['Enter'], label: '修改', keep: true },
            { keys: ['R'], label: '重设密码' },
            { keys: ['P'], label: '改自己的密码' },
          ]}
        />
        <span className="push row">
          {chosen === null && <span className="second muted">选一个账户</span>}
          <Button variant="default" disabled={chosen === null} onClick={() => chosen && edit(chosen)}>
            修改
          </Button>
          <Button variant="default" disabled={chosen === null} onClick={resetOrChange}>
            {isOwn ? '修改密码' : '重设密码'}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}>
            新建账户
          </Button>
        </span>
      </ActionBar>
      {open?.kind === 'new' && <AccountDialog account={null} onClose={() => setOpen(null)} />}
      {open?.kind === 'edit' && <AccountDialog account={open.account} onClose={() => setOpen(null)} />}
      {open?.kind === 'reset' && <ResetPasswordDialog account={open.account} onClose={() => setOpen(null)} />}
      {open?.kind === 'own' && <OwnPasswordDialog onClose={() => setOpen(null)} />}
    </>
  )
}

function columns(ownId: string, today: string): readonly Column<Account>[] {
  return [
    {
      key: 'name',
      head: '姓名',
      width: 220,
      cell: account => (
        <>
          <b className="strong">{account.name}</b>
          {account.id === ownId && <span className="muted">　我</span>}
        </>
      ),
    },
    { key: 'roles', head: '角色', cell: account => roleNames(account.roles) },
    {
      key: 'state',
      head: '状态',
      width: 260,
      cell: account => {
        if (!account.isActive) return '已停用'
        if (account.lockedAt === null) return '在用'
        return (
          <span className="row">
            <Tag tone="red" icon={<IconLock size={12} aria-hidden />}>
              已锁定
            </Tag>
            <span className="note muted">{shortInstant(account.lockedAt, today)} 连续输错密码</span>
          </span>
        )
      },
    },
  ]
}
