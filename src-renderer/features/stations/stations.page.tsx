import { Button, SegmentedControl } from '@mantine/core'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { StationDialog } from './station-dialog.tsx'

type Station = OutputOf<'stations.list'>[number]

const PERIODS = [
  { value: 'month', label: '本月' },
  { value: 'year', label: '本年' },
  { value: 'last-year', label: '上年' },
] as const
type Period = (typeof PERIODS)[number]['value']

/** First and last day (inclusive) of a period around today. */
function daysOf(period: Period, today: string): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4))
  if (period === 'month') return { from: `${today.slice(0, 7)}-01`, to: today }
  if (period === 'year') return { from: `${year}-01-01`, to: today }
  return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
}

function columns(pack: RulePack | null): readonly Column<Station>[] {
  const count = (key: string, head: string, of: (row: Station) => number, width = 84): Column<Station> => ({
    key,
    head,
    width,
    align: 'right',
    cell: row => <span className={of(row) === 0 ? 'muted' : 'strong'}>{of(row)}</span>,
  })
  return [
    {
      key: 'name',
      head: '工作站',
      clip: true,
      cell: row => <TwoLines first={row.station.name} second={labelOf(pack?.codes.stationKinds, row.station.kind)} />,
    },
    {
      key: 'contact',
      head: '联络人',
      width: 190,
      clip: true,
      cell: row => <TwoLines plain first={row.station.contactName ?? ''} second={row.station.phone ?? ''} />,
    },
    { key: 'state', head: '状态', width: 72, cell: row => !row.station.isActive && <Tag>已停用</Tag> },
    count('passed', '转送', row => row.passedUp),
    count('granted', '给予', row => row.granted),
    count('refused', '不予', row => row.refused),
    count('withdrawn', '撤回', row => row.withdrawn),
    count('pending', '在办', row => row.pending),
    count('otherwise', '与初审不同', row => row.otherwise, 104),
  ]
}

/** 工作站: stations and justice offices, and what each passed up for approval. */
export function StationsPage() {
  const pack = usePack()
  const { user, today } = useSession()
  const mayEdit = hasRole(user, ['clerk', 'director', 'administrator'])
  const [period, setPeriod] = useState<Period>('year')
  const [edited, setEdited] = useState<Station | 'new' | null>(null)
  const list = useAsk('stations.list', daysOf(period, today), { keep: true })
  useKeys([{ keys: 'N', label: '新增工作站', run: () => setEdited('new'), when: mayEdit && edited === null }])
  return (
    <Sheet>
      <PageHead
        openFoot
        crumb={<a href="#/applications">申请</a>}
        title="工作站"
        sub="初审后转送本中心批办的申请"
        actions={
          mayEdit && (
            <Button rightSection={<KeyCaps keys="N" />} onClick={() => setEdited('new')}>
              新增工作站
            </Button>
          )
        }
      />
      <div className="list-filter">
        <SegmentedControl
          aria-label="统计时段"
          data={[...PERIODS]}
          value={period}
          onChange={value => setPeriod(PERIODS.find(one => one.value === value)?.value ?? 'year')}
        />
        <span className="second muted">按转送日期统计</span>
      </div>
      <AskState ask={list}>
        {rows => (
          <DataTable
            label="工作站"
            columns={columns(pack)}
            rows={rows}
            rowKey={row => row.id}
            rowHeight={50}
            memory="stations"
            autoFocus
            onOpen={row => mayEdit && setEdited(row)}
            empty={
              <EmptyState
                title="没有登记工作站"
                text="乡镇（街道）工作站、司法所初审后转送的申请，在申请页登记初审意见，这里按站统计。"
                steps={
                  mayEdit
                    ? [
                        {
                          icon: <IconBuildingCommunity size={22} aria-hidden />,
                          title: '新增工作站',
                          text: '名称、联络人和电话',
                          action: '新增工作站',
                          onAction: () => setEdited('new'),
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
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          ...(mayEdit
            ? [
                { keys: ['Enter'], label: '修改', keep: true },
                { keys: ['N'], label: '新增工作站' },
              ]
            : []),
        ]}
      />
      {edited !== null && pack && (
        <StationDialog one={edited === 'new' ? null : edited} pack={pack} onClose={() => setEdited(null)} />
      )}
    </Sheet>
  )
}
