import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import type { Ask } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { ActionBar } from '../../ui/page.tsx'
import { sheetColumns, sheetKey } from './sheet-columns.tsx'

type ApprovedProps = { readonly approved: Ask<OutputOf<'subsidies.list'>>; readonly onListed: () => void }

/** 已批: approved sheets, ticked together into a payment list. */
export function ApprovedSheets({ approved, onListed }: ApprovedProps) {
  const [, go] = useLocation()
  const { user, today } = useSession()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const make = useDo('subsidies.createPaymentList')
  const mayList = hasRole(user, ['clerk', 'director'])
  const rows = (approved.data?.rows ?? []).filter(row => row.totalFen > 0)
  const unpaid = (approved.data?.rows.length ?? 0) - rows.length
  const chosen = rows.filter(row => ticked.has(row.id))
  const sum = chosen.reduce((total, row) => total + row.totalFen, 0)
  const canMake = mayList && chosen.length > 0
  const tickAll = () => setTicked(new Set(chosen.length === rows.length ? [] : rows.map(sheetKey)))
  const create = async () => {
    if (!canMake) return
    const reply = await make.run({ subsidyIds: chosen.map(sheetKey), madeOn: today })
    if (!reply.ok) return
    setTicked(new Set())
    announceDone(`已编支付清单 ${reply.value.number}，合计 ${formatYuan(reply.value.totalFen)} 元`)
    onListed()
  }
  useKeys([
    { keys: 'Ctrl+A', label: '全选', run: tickAll, when: mayList && rows.length > 0 },
    { keys: 'Ctrl+Enter', label: '编支付清单', run: () => void create(), when: canMake },
  ])
  return (
    <>
      <ErrorBanner error={make.error} />
      <AskState ask={approved}>
        {() => (
          <DataTable
            label="已批的核算表"
            columns={sheetColumns(today)}
            rows={rows}
            rowKey={sheetKey}
            rowHeight={50}
            memory="subsidies"
            autoFocus
            tickedKeys={mayList ? ticked : undefined}
            onTickedChange={mayList ? setTicked : undefined}
            onOpen={row => go(`/subsidies/${row.id}`)}
            empty={<EmptyState title="没有等待支付的核算表" text="主任批准之后，核算表会排在这里，勾选后编成支付清单。" />}
          />
        )}
      </AskState>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Space'], label: '勾选' },
            { keys: ['Ctrl+A'], label: '全选' },
            { keys: ['Enter'], label: '打开核算表' },
          ]}
        />
        <span className="push row">
          <span className="second muted">
            {unpaid > 0 && `另有 ${unpaid} 张不领取补贴　`}
            {mayList ? `已选 ${chosen.length} 笔　合计 ${formatYuan(sum)} 元` : '由接待员或主任编支付清单'}
          </span>
          <Button variant="default" disabled={!mayList || rows.length === 0} onClick={tickAll}>
            {chosen.length === rows.length && rows.length > 0 ? '全不选' : '全选'}
          </Button>
          <BusyButton keys="Ctrl+Enter" disabled={!canMake} refusesEnter onClick={create}>
            编支付清单
          </BusyButton>
        </span>
      </ActionBar>
    </>
  )
}
