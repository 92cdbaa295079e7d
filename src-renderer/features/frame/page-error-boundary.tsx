import { IconArrowLeft, IconRefresh } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { ErrorPanel } from '../../ui/choice-panel.tsx'

type Props = { readonly children: ReactNode }

/** Keeps the frame standing when one page breaks. Drafts are saved while typing, so nothing typed is lost. */
export class PageErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidMount(): void {
    window.addEventListener('hashchange', this.mend)
  }

  override componentWillUnmount(): void {
    window.removeEventListener('hashchange', this.mend)
  }

  private readonly mend = () => {
    if (this.state.isBroken) this.setState({ isBroken: false })
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    const steps = [
      {
        icon: <IconRefresh size={22} aria-hidden />,
        title: '重新打开这一页',
        text: '写了一半的内容已存为草稿',
        action: '再试一次',
        onAction: this.mend,
        primary: true,
      },
      {
        icon: <IconArrowLeft size={22} aria-hidden />,
        title: '回到工作台',
        text: '从今天的事项重新进入',
        action: '回工作台',
        onAction: () => {
          window.location.hash = '#/'
        },
      },
    ]
    return (
      <main className="sheet">
        <ErrorPanel title="这一页没能显示" text="已保存的数据没有改动。" steps={steps} />
      </main>
    )
  }
}
