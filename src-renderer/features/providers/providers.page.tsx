import { Button } from '@mantine/core'
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { wholeYears } from '../../../src-main/domain/calendar-date.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { FactStrip } from '../../ui/description-list.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Pane, Panes, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { HandlerDialog } from './handler-dialog.tsx'
import { ProviderDialog } from './provider-dialog.tsx'
import type { HandlerEntry, ProviderEntry } from './provider-forms.ts'
import './providers.css'

type Dialog =
  | { readonly kind: 'provider'; readonly entry: ProviderEntry | null }
  | { readonly kind: 'handler'; readonly entry: HandlerEntry | null }

function providerKey(row: ProviderEntry): string {
  return row.id
}

function handlerKey(row: HandlerEntry): string {
  return row.id
}

/** 承办机构和承办人: who cases may be assigned to, since when they practise, and where they are paid. */
export function ProvidersPage() {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const pack = usePack()
  const providers = useAsk('providers.list', {})
  const [providerId, setProviderId] = useState<string | null>(null)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const mayEdit = hasRole(user, ['clerk', 'director', 'administrator'])
  const rows = providers.data ?? []
  const chosen = rows.find(row => row.id === providerId) ?? rows[0] ?? null
  const newProvider = () => setDialog({ kind: 'provider', entry: null })
  const newHandler = () => setDialog({ kind: 'handler', entry: null })
  useKeys([
    { keys: 'N', label: '新增机构', run: newProvider, when: mayEdit },
    { keys: 'E', label: '修改机构', run: () => setDialog({ kind: 'provider', entry: chosen }), when: mayEdit && chosen !== null },
    { keys: 'A', label: '新增承办人', run: newHandler, when: mayEdit && chosen !== null },
    { keys: 'Escape', label: '返回设置', run: () => go('/settings') },
  ])
  return (
    <Sheet>
      <PageHead
        crumb="设置"
        title="承办机构和承办人"
        sub={providers.data && `${rows.length} 家　${rows.reduce((sum, row) => sum + row.handlers.length, 0)} 人`}
        actions={
          mayEdit ? (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={newProvider}>
              新增机构
            </Button>
          ) : (
            <span className="second muted">由接待员、主任或管理员登记</span>
          )
        }
      />
      <Panes>
        <Pane label="承办机构" width={420} fill>
          <AskState ask={providers}>
            {data => (
              <DataTable
                label="承办机构"
                columns={providerColumns(pack)}
                rows={data}
                rowKey={providerKey}
                rowHeight={50}
                selectedKey={chosen?.id ?? null}
                onSelect={row => setProviderId(row.id)}
                onOpen={mayEdit ? entry => setDialog({ kind: 'provider', entry }) : undefined}
                openOnClick={false}
                rowTone={row => (row.provider.isActive ? undefined : 'quiet')}
                autoFocus
                empty={
                  <EmptyState
                    title="还没有登记承办机构"
                    text="律师事务所、基层法律服务所，以及中心自己。"
                    steps={
                      mayEdit
                        ? [
                            {
                              icon: <IconBuildingCommunity size={22} aria-hidden />,
                              title: '新增第一家',
                              text: '名称和统一社会信用代码',
                              action: '新增机构',
                              onAction: newProvider,
                              primary: true,
                            },
                          ]
                        : []
                    }
                  />
                }
              />
            )}
          </AskState>
        </Pane>
        <Pane label="承办人" fill>
          {chosen && (
            <>
              <FactStrip
                items={[
                  { term: '机构', value: chosen.provider.name },
                  { term: '信用代码', value: chosen.provider.creditCode ?? '—' },
                  { term: '电话', value: chosen.provider.phone ?? '—' },
                  {
                    term: '办理',
                    value: mayEdit && (
                      <span className="row">
                        <Button
                          size="compact-xs"
                          variant="default"
                          onClick={() => setDialog({ kind: 'provider', entry: chosen })}
                        >
                          修改机构
                        </Button>
                        <Button size="compact-xs" variant="default" onClick={newHandler}>
                          新增承办人
                        </Button>
                      </span>
                    ),
                  },
                ]}
              />
              <DataTable
                label={`${chosen.provider.name}的承办人`}
                columns={handlerColumns(pack, today)}
                rows={chosen.handlers}
                rowKey={handlerKey}
                rowHeight={50}
                onOpen={mayEdit ? entry => setDialog({ kind: 'handler', entry }) : undefined}
                rowTone={row => (row.handler.isActive ? undefined : 'quiet')}
                empty={<p className="table-empty">这家机构还没有登记承办人。</p>}
              />
            </>
          )}
        </Pane>
      </Panes>
      <KeyBar
        hints={[
          { keys: ['N'], label: '新增机构' },
          { keys: ['A'], label: '新增承办人' },
          { keys: ['Enter'], label: '修改所选', keep: true },
          { keys: ['F6'], label: '机构、承办人' },
          { keys: ['Escape'], label: '返回设置', keep: true },
        ]}
      />
      {dialog?.kind === 'provider' && <ProviderDialog entry={dialog.entry} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'handler' && chosen && (
        <HandlerDialog entry={dialog.entry} provider={chosen} providers={rows} onClose={() => setDialog(null)} />
      )}
    </Sheet>
  )
}

function providerColumns(pack: RulePack | null): readonly Column<ProviderEntry>[] {
  return [
    {
      key: 'name',
      head: '承办机构',
      clip: true,
      cell: row => <TwoLines first={row.provider.name} second={labelOf(pack?.codes.providerKinds, row.provider.kind)} />,
    },
    { key: 'handlers', head: '承办人', width: 70, align: 'right', cell: row => `${row.handlers.length} 人` },
    {
      key: 'open',
      head: '在办',
      width: 70,
      align: 'right',
      cell: row => `${row.handlers.reduce((sum, one) => sum + one.openCases, 0)} 件`,
    },
    { key: 'state', head: '状态', width: 74, cell: row => (row.provider.isActive ? '在用' : <Tag>停用</Tag>) },
  ]
}

function handlerColumns(pack: RulePack | null, today: string): readonly Column<HandlerEntry>[] {
  return [
    {
      key: 'name',
      head: '承办人',
      clip: true,
      cell: ({ handler }) => (
        <TwoLines
          first={handler.name}
          second={[labelOf(pack?.codes.handlerKinds, handler.kind), handler.licenceNumber].filter(Boolean).join('　')}
        />
      ),
    },
    {
      key: 'years',
      head: '执业',
      width: 130,
      cell: ({ handler }) =>
        handler.practisingSince ? (
          <TwoLines plain first={`${wholeYears(handler.practisingSince, today)} 年`} second={`${handler.practisingSince} 起`} />
        ) : (
          <span className="amber">未登记</span>
        ),
    },
    { key: 'open', head: '在办', width: 64, align: 'right', cell: row => `${row.openCases} 件` },
    {
      key: 'pay',
      head: '办案补贴',
      width: 170,
      clip: true,
      cell: ({ handler }) =>
        handler.isPublicEmployee ? (
          <span className="muted">公职人员，不领取</span>
        ) : handler.bankAccount ? (
          `账号尾号 ${handler.bankAccount.slice(-4)}`
        ) : (
          <span className="amber">未登记账号</span>
        ),
    },
    { key: 'state', head: '状态', width: 74, cell: ({ handler }) => (handler.isActive ? '在用' : <Tag>停用</Tag>) },
  ]
}
