import { Button, Select } from '@mantine/core'
import { IconBuilding, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { ListFoot, ListTable } from '../../api/list-table.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import type { Column } from '../../ui/data-table-rows.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Sheet } from '../../ui/page.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useListFilter } from '../../ui/use-list-filter.ts'
import { NewOrganisationDialog } from './new-organisation-dialog.tsx'

type Row = OutputOf<'people.list'>['rows'][number]
type Filter = {
  readonly words: string
  readonly kind: 'person' | 'organisation' | null
  readonly only: 'all' | 'protected' | 'merged'
}

const EVERYTHING: Filter = { words: '', kind: null, only: 'all' }
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

/** 人员: everyone and every organisation the center has met, found by characters, pinyin, number tail or phone. */
export function PeoplePage() {
  const [, go] = useLocation()
  const { user } = useSession()
  const mayEdit = hasRole(user, ['clerk', 'director'])
  const list = useListFilter('people', EVERYTHING)
  const { filter, change } = list
  const [isAdding, setAdding] = useState(false)
  const ask = useAsk('people.list', list.page, { keep: true })
  useKeys([
    { keys: '/', label: '查找', run: () => list.search.current?.focus() },
    { keys: 'N', label: '登记单位', run: () => setAdding(true), when: mayEdit },
  ])
  return (
    <Sheet>
      <PageHead
        title="人员"
        sub={['个人和单位，一人一条', ask.data && `${ask.data.total} 条`].filter(Boolean).join('　')}
        actions={
          mayEdit && (
            <Button variant="default" rightSection={<KeyCaps keys="N" />} onClick={() => setAdding(true)}>
              登记单位
            </Button>
          )
        }
      >
        <div className="row">
          <SearchBox list={list} label="查找人员" placeholder="姓名、拼音首字母、证件尾号、电话" width={320} />
          <Select
            aria-label="类别"
            w={120}
            allowDeselect={false}
            value={filter.kind ?? 'all'}
            onChange={value => change({ kind: value === 'person' || value === 'organisation' ? value : null })}
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
            onChange={value => change({ only: value === 'protected' || value === 'merged' ? value : 'all' })}
            data={[
              { value: 'all', label: '现有登记' },
              { value: 'protected', label: '保密住址的' },
              { value: 'merged', label: '已并入他人的' },
            ]}
          />
        </div>
      </PageHead>
      <ListTable
        ask={ask}
        list={list}
        label="人员"
        what="人员"
        memory="people"
        columns={columns}
        onOpen={row => go(`/people/${row.id}`)}
        noneYet={<NoneYet onRegister={mayEdit ? () => go('/consultations/new') : null} />}
      />
      <ListFoot
        list={list}
        total={ask.data?.total}
        hints={[
          { keys: ['/'], label: '查找' },
          ...(mayEdit ? [{ keys: ['N'], label: '登记单位' }] : []),
          { keys: ['?'], label: '全部按键' },
        ]}
      />
      {isAdding && <NewOrganisationDialog onClose={() => setAdding(false)} onDone={id => go(`/people/${id}`)} />}
    </Sheet>
  )
}

function NoneYet({ onRegister }: { readonly onRegister: (() => void) | null }) {
  return (
    <EmptyState
      title="还没有登记人员"
      text="登记来访或者申请时，人员会自动记在这里。"
      steps={
        onRegister
          ? [
              {
                icon: <IconUser size={18} aria-hidden />,
                title: '登记来访',
                text: '来访人自动记入人员',
                action: '去登记',
                onAction: onRegister,
                primary: true,
              },
            ]
          : []
      }
    />
  )
}
