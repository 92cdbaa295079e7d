import { IconBuildingBank } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { EmptyState } from '../../ui/choice-panel.tsx'
import { KeyBar } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Pane, Panes } from '../../ui/page.tsx'
import { TAB_HINTS } from './forbidden.tsx'

/** 承办机构: how many there are, and the way to their register. */
export function ProvidersTab() {
  const [, go] = useLocation()
  const providers = useAsk('providers.list', {})
  const open = () => go('/providers')
  useKeys([{ keys: 'Ctrl+Enter', label: '打开承办机构', run: open }])
  return (
    <>
      <Panes>
        <Pane label="承办机构">
          <AskState ask={providers}>
            {list => (
              <EmptyState
                title={list.length === 0 ? '还没有承办机构' : `${list.length} 个机构　${countHandlers(list)} 名承办人`}
                text="指派案件、核算补贴都从这里选人。"
                steps={[
                  {
                    icon: <IconBuildingBank size={22} stroke={1.6} aria-hidden />,
                    title: '承办机构和承办人名册',
                    text: '律师事务所、基层法律服务所、本中心；执业日期、收款账户',
                    action: list.length === 0 ? '新增机构' : '打开名册',
                    onAction: open,
                    primary: true,
                  },
                ]}
              />
            )}
          </AskState>
        </Pane>
      </Panes>
      <KeyBar hints={[{ keys: ['Ctrl+Enter'], label: '打开名册', keep: true }, ...TAB_HINTS]} />
    </>
  )
}

function countHandlers(list: readonly { readonly handlers: readonly unknown[] }[]): number {
  return list.reduce((sum, one) => sum + one.handlers.length, 0)
}
