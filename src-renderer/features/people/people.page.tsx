import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuilding, IconSearch, IconUser } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyBar, KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { NewOrganisationDialog } from './new-organisation-dialog.tsx'

type Row = OutputOf<'people.list'>['rows'][number]
type Filter = {
  readonly words: string
  readonly kind: 'person' | 'organisation' | null
  readonly only: 'all' | 'protected' | 'merged'
}

const PAGE_SIZE = 200
/** Typing settles before the core is asked, in milliseconds. */
const SETTLE_MS = 150
const UNFILTERED: Filter = { words: '', kind: null, only: 'all' }
/** Kept while the window stands, so that coming back from an entry finds the register as it was left. */
let lastFilter = UNFILTERED

const sexWords = { male: '男', female: '女' } as const
const columns: readonly Column<Row>[] = [
  {
    key: 'kind',
    head: '类别',
    width: 84,
    cell: row =>
      row.kind === 'organisation' ? <Tag icon={<IconBuilding size={14} aria-hidden />}>单位</Tag> : <Tag outlined>个人</Tag>,
  },
  {
    key: 'name',
    head: '姓名、名称',
    clip: true,
    cell: row => (
      <>
        <b className="strong">{row.name}</b>
        {row.mergedInto !== null && <span className="soft">　已并入 {row.mergedInto.name}</span>}
        {row.isProtected && (
          <>
            {'　'}
            <Tag tone="amber">保密住址</Tag>
          </>
        )}
      </>
    ),
  },
  { key: 'sex', head: '性别', width: 64, cell: row => (row.sex === null ? '' : sexWords[row.sex]) },
  { key: 'birth', head: '出生日期', width: 120, cell: row => row.birthDate },
  { key: 'certificate', head: '证件号码', width: 200, cell: row => row.certificateMasked },
  { key: 'phone', head: '联系电话', width: 150, clip: true, cell: row => row.phoneMasked },
  { key: 'visits', head: '来访', width: 64, align: 'right', cell: row => row.consultations || '' },
  { key: 'applications', head: '申请', width: 64, align: 'right', cell: row => row.applications || '' },
  { key: 'cases', head: '案件', width: 64, align: 'right', cell: row => row.cases || '' },
]

function rowKey(row: Row): string {
  return row.id
}

/** 人员: everyone and every organisation the center has met, found by characters, pinyin, number tail or phone. */
export function PeoplePage() {
  const [, go] = useLocation()
  const { user } = useSession()
  const mayEdit = hasRole(user, ['clerk', 'director'])
  const [filter, setFilter] = useState(lastFilter)
  const [offset, setOffset] = useState(0)
  const [isAdding, setAdding] = useState(false)
  const [words] = useDebouncedValue(filter.words, SETTLE_MS)
  const box = useRef<HTMLInputElement>(null)
  const ask = useAsk('people.list', { ...filter, words, offset, limit: PAGE_SIZE }, { keep: true })
  const narrow = (patch: Partial<Filter>) => {
    lastFilter = { ...filter, ...patch }
    setFilter(lastFilter)
    setOffset(0)
  }
  useKeys([
    { keys: '/', label: '查找', run: () => box.current?.focus() },
    { keys: 'N', label: '登记单位', run: () => setAdding(true), when: mayEdit },
  ])
  return (
    <Sheet>
      <PageHead
        title="人员"
        sub="个人和单位，一人一条"
        actions={
          mayEdit && (
            <Button variant="default" rightSection={<KeyCaps keys="N" />} onClick={() => setAdding(true)}>
              登记单位
            </Button>
          )
        }
      >
        <div className="row">
          <TextInput
            ref={box}
            aria-label="查找人员"
            placeholder="姓名、拼音首字母、证件尾号、电话"
            leftSection={<IconSearch size={16} aria-hidden />}
            w={320}
            value={filter.words}
            onChange={event => narrow({ words: event.currentTarget.value })}
          />
          <Select
            aria-label="类别"
            w={120}
            allowDeselect={false}
            value={filter.kind ?? 'all'}
            onChange={value => narrow({ kind: value === 'person' || value === 'organisation' ? value : null })}
            data={[
              { value: 'all', label: '全部' },
              { value: 'person', label: '个人' },
              { value: 'organisation', label: '单位' },
            ]}
          />
          <Select
            aria-label="范围"
            w={150}
            allowDeselect={false}
            value={filter.only}
            onChange={value => narrow({ only: value === 'protected' || value === 'merged' ? value : 'all' })}
            data={[
              { value: 'all', label: '现有登记' },
              { value: 'protected', label: '保密住址的' },
              { value: 'merged', label: '已并入他人的' },
            ]}
          />
        </div>
      </PageHead>
      <AskState ask={ask}>
        {({ rows, total }) => (
          <DataTable
            label="人员"
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            memory="people"
            autoFocus
            onOpen={row => go(`/people/${row.id}`)}
            empty={
              <EmptyState
                title={words === '' && filter.only === 'all' ? '还没有登记人员' : '没有找到'}
                text={
                  words === '' ? '登记来访或者申请时，人员会自动记在这里。' : '换一个写法试试：两个字、拼音首字母、证件后四位。'
                }
                steps={
                  words === '' && mayEdit
                    ? [
                        {
                          icon: <IconUser size={18} aria-hidden />,
                          title: '登记来访',
                          text: '来访人自动记入人员',
                          action: '去登记',
                          onAction: () => go('/consultations/new'),
                          primary: true,
                        },
                      ]
                    : []
                }
              />
            }
            foot={<Pager offset={offset} pageSize={PAGE_SIZE} total={total} onChange={setOffset} />}
          />
        )}
      </AskState>
      <KeyBar
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: '选择', keep: true },
          { keys: ['Enter'], label: '打开', keep: true },
          { keys: ['/'], label: '查找' },
          ...(mayEdit ? [{ keys: ['N'], label: '登记单位' }] : []),
          { keys: ['?'], label: '全部按键' },
        ]}
        aside={ask.data ? `${ask.data.total} 条` : ''}
      />
      {isAdding && <NewOrganisationDialog onClose={() => setAdding(false)} onDone={id => go(`/people/${id}`)} />}
    </Sheet>
  )
}
