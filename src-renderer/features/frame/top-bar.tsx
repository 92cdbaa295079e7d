import { ActionIcon, Menu, SegmentedControl, Tooltip } from '@mantine/core'
import { IconCloudOff, IconLock, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { roleNames, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { chooseZoom, chosenZoom, ZOOMS } from '../../api/zoom.ts'
import { Brand } from '../../ui/brand.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { Tag } from '../../ui/tag.tsx'

export type TopBarProps = {
  readonly onSearch: () => void
  readonly onLock: () => void
  readonly onLogOut: () => void
  readonly onChangePassword: () => void
}

/** The header: mark, center, the one search box, and who works here. */
export function TopBar({ onSearch, onLock, onLogOut, onChangePassword }: TopBarProps) {
  const session = useSession()
  const practice = useAsk('sample.status', {})
  return (
    <header className="top-bar">
      <span className="brand">
        <Brand />
      </span>
      <span className="center-name" title={session.centerName}>
        {session.centerName}
      </span>
      <button type="button" className="search-opener" onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span>姓名、拼音首字母、案号、证件尾号</span>
        <span aria-hidden>
          <KeyCaps keys="Ctrl+K" />
        </span>
      </button>
      <div className="top-right">
        {practice.data?.isPractice && <Tag tone="amber">练习中心</Tag>}
        <span className="status-word">
          <IconCloudOff size={16} aria-hidden />
          本机离线运行
        </span>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className="bare who">
              <b>{session.user.name}</b>
              <span>{roleNames(session.user.roles)}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <ZoomSwitch />
            <Menu.Divider />
            <Menu.Item onClick={onChangePassword}>修改密码</Menu.Item>
            <Menu.Item onClick={onLock} rightSection={<KeyCaps keys="Ctrl+L" />}>
              锁定
            </Menu.Item>
            <Menu.Item onClick={onLogOut}>换人登录</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Tooltip label="锁定　Ctrl+L">
          <ActionIcon variant="subtle" size={30} aria-label="锁定" onClick={onLock}>
            <IconLock size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  )
}

function ZoomSwitch() {
  const [factor, setFactor] = useState<number>(chosenZoom)
  return (
    <div className="zoom-switch">
      <span className="second soft">字号</span>
      <SegmentedControl
        aria-label="字号"
        size="xs"
        data={ZOOMS.map(zoom => ({ value: String(zoom.factor), label: zoom.label }))}
        value={String(factor)}
        onChange={value => {
          const zoom = ZOOMS.find(one => String(one.factor) === value)
          if (!zoom) return
          setFactor(zoom.factor)
          void chooseZoom(zoom.factor)
        }}
      />
    </div>
  )
}
