import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ActDialog } from '../../api/act-dialog.tsx'
import { AskState } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'

type Row = OutputOf<'cooperation.incoming'>[number]

const columns: readonly Column<Row>[] = [
  {
    key: 'from',
    head: '来函中心',
    width: 260,
    clip: true,
    cell: row => <TwoLines first={row.fromCenter} second={row.letterNumber ?? ''} />,
  },
  {
    key: 'number',
    head: '登记',
    width: 190,
    clip: true,
    cell: row => <TwoLines plain first={row.number} second={`${row.receivedOn} 收到`} />,
  },
  {
    key: 'about',
    head: '对象和事项',
    clip: true,
    cell: row => <TwoLines plain first={row.about} second={row.items.join('；')} />,
  },
  {
    key: 'state',
    head: '办理',
    width: 250,
    clip: true,
    cell: row =>
      row.answeredOn === null ? (
        <Tag tone={row.isOverdue ? 'red' : 'amber'}>{row.dueOn === null ? '待答复' : `${row.dueOn} 前答复`}</Tag>
      ) : (
        <TwoLines
          plain
          first={row.answerKind === 'refused' ? '不能协作' : '已答复'}
          second={`${row.answeredOn}　${row.answer ?? ''}`}
        />
      ),
  },
]

/** 来函协查: what other centers asked this one to check, and what it answered. */
export function IncomingPage() {
  const list = useAsk('cooperation.incoming', {})
  const [, go] = useLocation()
  const { user } = useSession()
  const mayAct = hasRole(user, ['clerk', 'director'])
  const [open, setOpen] = useState<Row | 'new' | null>(null)
  useKeys([
    { keys: 'N', label: '登记来函', run: () => setOpen('new'), when: mayAct },
    { keys: 'Escape', label: '返回申请列表', run: () => go('/applications') },
  ])
  return (
    <Sheet>
      <PageHead
        crumb={
          <>
            <Link href="/applications">申请</Link> / 来函协查
          </>
        }
        title="来函协查"
        sub="其他法律援助中心请本中心协助核实的"
        actions={
          mayAct && (
            <Button rightSection={<KeyCaps keys="N" />} onClick={() => setOpen('new')}>
              登记来函
            </Button>
          )
        }
      />
      <AskState ask={list}>
        {rows => (
          <DataTable
            label="来函协查"
            columns={columns}
            rows={rows}
            rowKey={row => row.id}
            rowHeight={50}
            onOpen={row => mayAct && row.answeredOn === null && setOpen(row)}
            empty={<EmptyState title="没有来函" text="收到其他中心的协作函后，在这里登记和答复。" />}
            autoFocus
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Enter'], label: '答复' },
          { keys: ['?'], label: '全部按键' },
        ]}
      />
      {open === 'new' && (
        <ActDialog
          title="登记来函"
          action="登记"
          done="已登记来函"
          onClose={() => setOpen(null)}
          fields={[
            { kind: 'line', name: 'fromCenter', label: '来函中心', required: true, longest: 60 },
            { kind: 'line', name: 'letterNumber', label: '来函文号', longest: 60 },
            { kind: 'line', name: 'about', label: '对象和案由', required: true, longest: 200 },
            { kind: 'lines', name: 'items', label: '协查事项', required: true, longest: 2000, hint: '一行一项' },
            { kind: 'day', name: 'receivedOn', label: '收到日期', required: true },
            { kind: 'day', name: 'dueOn', label: '答复期限', later: true },
          ]}
          run={values =>
            invoke('cooperation.register', {
              receivedOn: values.text('receivedOn'),
              fromCenter: values.text('fromCenter'),
              letterNumber: values.orNull('letterNumber'),
              about: values.text('about'),
              items: values.list('items'),
              dueOn: values.orNull('dueOn'),
            })
          }
        />
      )}
      {open !== null && open !== 'new' && (
        <ActDialog
          title={`答复　${open.number}`}
          action="记下答复"
          done="已记答复"
          onClose={() => setOpen(null)}
          words={`${open.fromCenter}：${open.items.join('；')}`}
          fields={[
            {
              kind: 'choice',
              name: 'kind',
              label: '答复情况',
              required: true,
              options: [
                { code: 'answered', label: '已核实并书面答复' },
                { code: 'refused', label: '书面说明不能协作' },
              ],
            },
            { kind: 'area', name: 'answer', label: '答复内容', required: true, longest: 2000 },
            { kind: 'day', name: 'answeredOn', label: '答复日期', required: true, earliest: open.receivedOn },
          ]}
          run={values =>
            invoke('cooperation.reply', {
              id: open.id,
              answeredOn: values.text('answeredOn'),
              kind: values.text('kind') === 'refused' ? 'refused' : 'answered',
              answer: values.text('answer'),
              version: open.version,
            })
          }
        />
      )}
    </Sheet>
  )
}
