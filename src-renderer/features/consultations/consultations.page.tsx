import { Button } from '@mantine/core'
import { IconDoorEnter, IconFileSpreadsheet, IconPhone } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { ListFoot, ListTable } from '../../api/list-table.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { PageHead, Panes, Sheet } from '../../ui/page.tsx'
import { useListFilter } from '../../ui/use-list-filter.ts'
import { QueuePane } from './queue-pane.tsx'
import { registerColumns } from './register-columns.tsx'
import { dayRange, mayShift, monthRange, shiftRange, UNFILTERED } from './register-filter.ts'
import { RegisterFilterBar } from './register-filter-bar.tsx'
import { useRegisterBook } from './use-register-book.tsx'
import './consultations.css'

/** 来访: the register of consultations (咨询登记簿), newest first. */
export function ConsultationsPage() {
  const [, go] = useLocation()
  const pack = usePack()
  const { user, today } = useSession()
  const mayRegister = hasRole(user, ['clerk', 'director'])
  const list = useListFilter('consultations', UNFILTERED)
  const { filter, change } = list
  const ask = useAsk('consultations.list', list.page, { keep: true })
  const staff = useAsk('users.names', {})
  const queue = useAsk('queue.today', {})
  const hasQueue = queue.data?.isOn === true
  const book = useRegisterBook(list.asked)
  const register = () => go('/consultations/new')
  useKeys([
    { keys: 'N', label: '登记来访', run: register, when: mayRegister },
    { keys: 'F', label: '筛选', run: () => list.search.current?.focus() },
    { keys: 'D', label: '今天的', run: () => change(dayRange(today)) },
    { keys: 'M', label: '本月的', run: () => change(monthRange(today, 0)) },
    { keys: 'L', label: '上月的', run: () => change(monthRange(today, -1)) },
    { keys: 'ArrowLeft', label: '前一天、前一月', run: () => change(shiftRange(filter, -1)), when: mayShift(filter) },
    { keys: 'ArrowRight', label: '后一天、后一月', run: () => change(shiftRange(filter, 1)), when: mayShift(filter) },
    { keys: 'Ctrl+P', label: '打印登记簿', run: () => void book.open(), when: !book.isOpen },
    { keys: 'X', label: '导出 XLSX', run: () => void book.exportXlsx(false) },
    { keys: '0', label: '全部来访', run: list.clear, when: list.isNarrowed },
  ])
  const total = ask.data?.total
  return (
    <Sheet>
      <PageHead
        openFoot
        title="来访"
        sub={total === undefined ? '咨询登记簿' : `咨询登记簿　${total} 条`}
        actions={
          <>
            <BusyButton variant="default" keys="Ctrl+P" onClick={book.open}>
              打印登记簿
            </BusyButton>
            <BusyButton variant="default" keys="X" onClick={() => book.exportXlsx(false)}>
              导出 XLSX
            </BusyButton>
            {mayRegister && (
              <Button variant="default" onClick={() => go('/imports')}>
                旧台账导入
              </Button>
            )}
            {mayRegister && (
              <Button rightSection={<KeyCaps keys="N" />} onClick={register}>
                登记来访
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner error={book.error} />
      <RegisterFilterBar list={list} pack={pack} staff={staff.data ?? []} today={today} />
      <Panes>
        <div className="pane-column">
          <ListTable
            ask={ask}
            list={list}
            label="咨询登记簿"
            what="来访"
            memory="consultations"
            columns={registerColumns(pack, hasQueue)}
            rowHeight={50}
            rowTone={row => (row.voidReason === null ? undefined : 'quiet')}
            onOpen={row => go(`/consultations/${row.id}`)}
            noneYet={<NoneYet mayRegister={mayRegister} onRegister={register} onImport={() => go('/imports')} />}
          />
        </div>
        {queue.data && hasQueue && <QueuePane queue={queue.data} mayHandle={mayRegister} />}
      </Panes>
      {book.dialog}
      <ListFoot
        list={list}
        total={total}
        hints={[
          ...(mayRegister ? [{ keys: ['N'], label: '登记来访' }] : []),
          { keys: ['D'], label: '今天' },
          { keys: ['M'], label: '本月' },
          { keys: ['ArrowLeft', 'ArrowRight'], label: '前、后一天或一月' },
          { keys: ['F'], label: '找' },
        ]}
      />
    </Sheet>
  )
}

type NoneYetProps = { readonly mayRegister: boolean; readonly onRegister: () => void; readonly onImport: () => void }

function NoneYet({ mayRegister, onRegister, onImport }: NoneYetProps) {
  return (
    <EmptyState
      title="还没有来访登记"
      text="来人、来电、来信都登记在这里，最近的排在最上面。登记时会看出这个人以前来过没有。"
      steps={
        mayRegister
          ? [
              {
                icon: <IconDoorEnter size={22} aria-hidden />,
                title: '登记来访',
                text: '从姓名填起，Tab 依次向下；边写边存草稿',
                action: '登记来访',
                onAction: onRegister,
                primary: true,
              },
              {
                icon: <IconPhone size={22} aria-hidden />,
                title: '补登电话咨询',
                text: '同一张表，方式选电话，日期可填以前的',
                action: '补登',
                onAction: onRegister,
              },
              {
                icon: <IconFileSpreadsheet size={22} aria-hidden />,
                title: '从旧台账导入',
                text: '纸质登记簿、Excel 台账整本带进来，编号照旧',
                action: '旧台账导入',
                onAction: onImport,
              },
            ]
          : []
      }
    />
  )
}
