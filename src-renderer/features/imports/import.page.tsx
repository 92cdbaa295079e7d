import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { dayOfInstant, shortInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Pane, Panes, Section, SectionHead, Sheet, SidePane } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { REGISTER_WORDS } from './import-values.ts'
import { saveSource } from './save-file.ts'
import './imports.css'

type Detail = OutputOf<'imports.get'>
type Made = Detail['made'][number]
const PAGE_SIZE = 200

/** One import (导入记录): what it made, how its file was read, what was left out, and taking it back. */
export function ImportPage() {
  const { id = '' } = useParams<{ id: string }>()
  const [offset, setOffset] = useState(0)
  const ask = useAsk('imports.get', { id, offset, limit: PAGE_SIZE }, { keep: true })
  return <Sheet>{<AskState ask={ask}>{one => <ImportSheet one={one} offset={offset} onOffset={setOffset} />}</AskState>}</Sheet>
}

function columns(one: Detail): readonly Column<Made>[] {
  return [
    { key: 'row', head: '原表行', width: 84, align: 'right', cell: row => row.row },
    {
      key: 'number',
      head: one.register === 'consultation' ? '咨询编号' : '案号',
      width: 260,
      clip: true,
      cell: row => row.number,
    },
    { key: 'day', head: '日期', width: 130, cell: row => row.day ?? '' },
    {
      key: 'person',
      head: '人员',
      clip: true,
      cell: row => (
        <span className="row">
          {row.personName ?? <span className="muted">已撤销</span>}
          {row.personName !== null && row.isNewPerson && <Tag outlined>新登记</Tag>}
        </span>
      ),
    },
  ]
}

type ImportSheetProps = { readonly one: Detail; readonly offset: number; readonly onOffset: (offset: number) => void }

function ImportSheet({ one, offset, onOffset }: ImportSheetProps) {
  const { user, today } = useSession()
  const [, go] = useLocation()
  const undo = useDo('imports.undo')
  const [failure, setFailure] = useState<AppError | null>(null)
  const mayAct = hasRole(user, ['clerk', 'director'])
  const isUndone = one.undoneAt !== null
  const mayUndo = mayAct && !isUndone && one.blockers.length === 0 && !undo.isBusy
  const takeBack = async () => {
    const answer = await askConfirm({
      title: `撤销整个导入 ${one.rows} 行？`,
      text: '导入的登记和只由它新登记的人员会被撤下；编号在登记簿里记为作废（导入撤销），再导入同一本时仍用原号。原件和这条记录保留。',
      action: `撤销导入　${one.fileName}`,
      destroys: true,
      irreversible: true,
      reason: { label: '撤销原因', required: true },
    })
    if (!answer) return
    const reply = await undo.run({ id: one.id, reason: answer.reason })
    if (reply.ok) announceDone(`已撤销，撤下 ${reply.value.rows} 行、${reply.value.people} 人`)
  }
  const source = async () => setFailure(await saveSource(one))
  useKeys([
    { keys: 'Escape', label: '回导入记录', run: () => go('/imports') },
    { keys: 'X', label: '保存原件', run: () => void source(), when: mayAct },
  ])
  return (
    <>
      <PageHead
        title={one.fileName}
        sub={`${REGISTER_WORDS[one.register]}　${one.importedBy}　${shortInstant(one.importedAt, today)}`}
        tags={isUndone ? <Tag>已撤销</Tag> : <Tag tone="green">已导入</Tag>}
        actions={
          mayAct && (
            <>
              <Button variant="default" onClick={() => void source()}>
                保存原件
              </Button>
              {!isUndone && (
                <Button variant="default" disabled={!mayUndo} onClick={() => void takeBack()}>
                  撤销导入
                </Button>
              )}
            </>
          )
        }
      />
      <ErrorBanner error={failure ?? undo.error} />
      {isUndone && (
        <Banner tone="info" title="这次导入已撤销">
          {one.undoneBy}　{one.undoneAt === null ? '' : dayOfInstant(one.undoneAt)}　{one.undoReason}
        </Banner>
      )}
      {one.blockers.length > 0 && (
        <Banner tone="info" title="已有后续登记，不能整体撤销">
          {one.blockers
            .slice(0, 5)
            .map(blocker => `第 ${blocker.row} 行 ${blocker.number} ${blocker.message}`)
            .join('；')}
          {one.blockers.length > 5 ? ` 等 ${one.blockers.length} 行` : ''}
        </Banner>
      )}
      <Panes>
        <Pane label="导入的行" fill>
          <DataTable
            label="导入的行"
            columns={columns(one)}
            rows={one.made}
            rowKey={row => String(row.row)}
            onOpen={row => !isUndone && go(row.kind === 'consultation' ? `/consultations/${row.id}` : `/cases/${row.id}`)}
            memory="import-rows"
            autoFocus
          />
        </Pane>
        <SidePane label="导入方案" width={340}>
          <Facts one={one} />
        </SidePane>
      </Panes>
      <KeyBar
        aside={<Pager offset={offset} pageSize={PAGE_SIZE} total={one.rows} onChange={onOffset} />}
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择' },
          ...(isUndone ? [] : [{ keys: ['Enter'], label: '打开', keep: true }]),
          { keys: ['X'], label: '保存原件' },
          { keys: ['Escape'], label: '回导入记录', keep: true },
        ]}
      />
    </>
  )
}

function Facts({ one }: { readonly one: Detail }) {
  return (
    <>
      <Section>
        <SectionHead title="这次导入" />
        <DescriptionList
          termWidth={84}
          items={[
            { term: '工作表', value: one.sheet },
            { term: '导入', value: `${one.rows} 行，新登记 ${one.newPeople} 人，已登记 ${one.knownPeople} 人` },
            { term: '提醒', value: `${one.warnings} 处` },
            { term: '原件', value: <span className="note">SHA-256 {one.sha256.slice(0, 16)}…</span> },
          ]}
        />
      </Section>
      <Section>
        <SectionHead title="各列" count={one.columns.length} />
        <DescriptionList
          termWidth={84}
          items={[
            ...one.columns.map(column => ({ term: `${column.letters} 列`, value: column.label })),
            ...one.constants.map(constant => ({ term: '固定值', value: `${constant.label}　${constant.value}` })),
          ]}
        />
      </Section>
      {one.excludedRows.length > 0 && (
        <Section>
          <SectionHead title="排除的行" count={one.excludedRows.length} />
          <DescriptionList
            termWidth={84}
            items={one.excludedRows.map(row => ({ term: `第 ${row.row} 行`, value: row.reason }))}
          />
        </Section>
      )}
    </>
  )
}
