import { Button } from '@mantine/core'
import { IconFileDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RegisterKind } from '../../../src-main/domain/imports/fields.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { shortInstant } from '../../ui/day-text.ts'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Pane, Panes, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { REGISTER_WORDS } from './import-values.ts'
import { saveTemplate } from './save-file.ts'
import './imports.css'

type Row = OutputOf<'imports.list'>[number]

function columns(today: string): readonly Column<Row>[] {
  return [
    {
      key: 'at',
      head: '导入时间',
      width: 150,
      cell: row => <TwoLines plain first={shortInstant(row.importedAt, today)} second={row.importedBy} />,
    },
    { key: 'register', head: '台账', width: 110, cell: row => <Tag outlined>{REGISTER_WORDS[row.register]}</Tag> },
    { key: 'file', head: '文件', clip: true, cell: row => <TwoLines first={row.fileName} second={row.sheet} /> },
    { key: 'rows', head: '导入', width: 90, align: 'right', cell: row => `${row.rows} 行` },
    {
      key: 'people',
      head: '人员',
      width: 170,
      cell: row => (
        <span className="nowrap soft">
          新登记 {row.newPeople}　已登记 {row.knownPeople}
        </span>
      ),
    },
    { key: 'excluded', head: '排除', width: 90, align: 'right', cell: row => (row.excluded > 0 ? `${row.excluded} 行` : '') },
    {
      key: 'state',
      head: '状态',
      width: 110,
      cell: row => (row.undoneAt === null ? <Tag tone="green">已导入</Tag> : <Tag>已撤销</Tag>),
    },
  ]
}

/** 旧台账导入: the imports so far, the templates, and the way to a new one. */
export function ImportsPage() {
  const { user, today } = useSession()
  const [, go] = useLocation()
  const list = useAsk('imports.list', {})
  const [failure, setFailure] = useState<AppError | null>(null)
  const mayImport = hasRole(user, ['clerk', 'director'])
  const start = () => go('/imports/new')
  const template = async (register: RegisterKind) => setFailure(await saveTemplate(register))
  useKeys([
    { keys: 'Ctrl+Enter', label: '导入旧台账', run: start, when: mayImport },
    { keys: 'Escape', label: '回来访', run: () => go('/consultations') },
  ])
  return (
    <Sheet>
      <PageHead
        title="旧台账导入"
        sub={list.data && list.data.length > 0 ? `${list.data.length} 次` : ''}
        actions={
          mayImport && (
            <>
              <Button variant="default" onClick={() => void template('consultation')}>
                咨询台账模板
              </Button>
              <Button variant="default" onClick={() => void template('case')}>
                案件台账模板
              </Button>
              <Button onClick={start}>导入旧台账</Button>
            </>
          )
        }
      />
      <ErrorBanner error={failure} />
      <Panes>
        <Pane label="导入记录" fill>
          <AskState ask={list}>
            {rows => (
              <DataTable
                label="导入记录"
                columns={columns(today)}
                rows={rows}
                rowKey={row => row.id}
                rowHeight={50}
                onOpen={row => go(`/imports/${row.id}`)}
                memory="imports"
                autoFocus
                empty={
                  <EmptyState
                    title="还没有导入过旧台账"
                    text="纸质登记簿和 Excel 台账里的咨询、案件可以整本带进来：编号、日期、人都照旧，能搜到，也参加利益冲突检查。"
                    steps={
                      mayImport
                        ? [
                            {
                              icon: <IconFileSpreadsheet size={22} aria-hidden />,
                              title: '导入现有的 Excel 台账',
                              text: '表头不必改，先试导入，看清每一处错误再存',
                              action: '选择文件',
                              onAction: start,
                              primary: true,
                            },
                            {
                              icon: <IconFileDownload size={22} aria-hidden />,
                              title: '纸质登记簿先录入模板',
                              text: '模板里有填写说明和下拉选项',
                              action: '下载模板',
                              onAction: () => void template('consultation'),
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
      </Panes>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          { keys: ['Enter'], label: '打开', keep: true },
          ...(mayImport ? [{ keys: ['Ctrl+Enter'], label: '导入旧台账', keep: true }] : []),
        ]}
      />
    </Sheet>
  )
}
