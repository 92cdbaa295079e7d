import { Button, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconCircleX, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { AppError } from '../../../src-main/contract/envelope.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { printPaper } from '../../api/paper-actions.ts'
import { hasRole, type Session, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { FactStrip } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { neighbours } from '../../ui/list-memory.ts'
import { formatYuan } from '../../ui/money-text.ts'
import { ActionBar, PageHead, Pane, Panes, Sheet } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SubsidyLines } from './subsidy-lines.tsx'
import { SubsidySide } from './subsidy-side.tsx'
import { groupTotals, SUBSIDY_STATUS, type SubsidyDetail } from './subsidy-words.ts'
import './subsidies.css'

/** 补贴核算表: every line with its clause, who prepared and who approves, and the total in figures and capitals. */
export function SubsidyPage() {
  const { id = '' } = useParams<{ id: string }>()
  const sheet = useAsk('subsidies.get', { id })
  return (
    <Sheet>
      <AskState ask={sheet}>{one => <SubsidySheet key={one.id} one={one} />}</AskState>
    </Sheet>
  )
}

/** Why this person cannot decide on the sheet now, in one sentence; null when they can. */
export function cannotDecide(one: Pick<SubsidyDetail, 'status' | 'preparedById'>, user: Session['user']): string | null {
  if (one.status !== 'awaiting-approval') return null
  if (!hasRole(user, ['director'])) return '由主任审批'
  if (one.preparedById === user.id) return '这张表是您编制的，须由另一名主任审批'
  return null
}

function SubsidySheet({ one }: { readonly one: SubsidyDetail }) {
  const [, go] = useLocation()
  const { user } = useSession()
  const [row, setRow] = useState(0)
  const [opinion, setOpinion] = useState('')
  const [version, setVersion] = useState(one.version)
  const [failure, setFailure] = useState<AppError | null>(null)
  const approve = useDo('subsidies.approve')
  const giveBack = useDo('subsidies.return')
  const { place, count, previous, next } = neighbours('subsidies', one.id)
  const blocked = cannotDecide(one, user)
  const isOpen = one.status === 'awaiting-approval'
  const mayDecide = isOpen && blocked === null
  const mayReturn = mayDecide && opinion.trim() !== ''
  const isOwn = one.preparedById === user.id
  const mayRevise = (one.status === 'returned' || (isOpen && isOwn)) && hasRole(user, ['clerk', 'director'])
  const error = approve.error ?? giveBack.error
  const isStale = error?.code === 'STALE' && one.version !== version
  const back = () => go('/subsidies')
  const send = async () => {
    if (!mayDecide) return
    const reply = await approve.run({ id: one.id, opinion, version })
    if (!reply.ok) return
    announceDone(`已批准 ${formatYuan(one.totalFen)} 元　${one.number}`)
    if (next) go(`/subsidies/${next}`)
    else back()
  }
  const sendBack = async () => {
    if (!mayReturn) {
      document.getElementById('subsidy-opinion')?.focus()
      return
    }
    const reply = await giveBack.run({ id: one.id, opinion, version })
    if (!reply.ok) return
    announceDone(`已退回 ${one.preparedBy}　${one.number}`)
    back()
  }
  const print = async () => {
    const outcome = await printPaper('subsidy-sheet', { kind: 'subsidy', id: one.id })
    setFailure(outcome.kind === 'failed' ? outcome.error : null)
    if (outcome.kind === 'done') announceDone(outcome.line)
  }
  const revise = () => go(`/subsidies/${one.id}/revise`)
  const goOn = () => {
    setVersion(one.version)
    approve.clear()
    giveBack.clear()
  }
  useKeys([
    { keys: 'Ctrl+Enter', label: '批准', run: () => void send(), when: mayDecide },
    { keys: 'Ctrl+Enter', label: '重新编制', run: revise, when: mayRevise && !isOpen },
    { keys: 'Alt+R', label: '退回制表人', run: () => void sendBack(), when: mayDecide },
    { keys: 'Ctrl+P', label: '打印核算表', run: () => void print() },
    { keys: 'Alt+ArrowLeft', label: '上一张', run: () => go(`/subsidies/${previous}`), when: previous !== null },
    { keys: 'Alt+ArrowRight', label: '下一张', run: () => go(`/subsidies/${next}`), when: next !== null },
    { keys: 'Escape', label: '回列表', run: back },
  ])
  const status = SUBSIDY_STATUS[one.status]
  const { computation } = one
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link href="/subsidies">补贴</Link> / {status.label}
            {place !== null && `　${place} / ${count}`}
          </>
        }
        title={`补贴核算表　${one.number}`}
        tags={
          <>
            <Tag tone={status.tone}>{status.label}</Tag>
            {one.timesReturned > 0 && <Tag outlined>退回 {one.timesReturned} 次</Tag>}
          </>
        }
        actions={
          <BusyButton variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={print}>
            打印核算表
          </BusyButton>
        }
      />
      <Panes>
        <Pane label="核算表" fill>
          <FactStrip
            items={[
              {
                term: '案件',
                value: (
                  <Link className="text-link" href={`/cases/${one.caseId}`}>
                    {one.caseNumber}
                  </Link>
                ),
              },
              { term: '受援人', value: one.personName },
              { term: '案由', value: one.cause },
              { term: '承办人', value: `${one.handlerName}　${one.providerName}` },
              { term: '结案日', value: one.closedOn },
            ]}
          />
          {isStale ? (
            <Banner
              tone="warn"
              title="核算表在您打开之后被改过，没有批准也没有退回"
              side={
                <Button size="xs" variant="default" onClick={goOn}>
                  已看过新的核算
                </Button>
              }
            >
              下面已是最新的各行和合计。
            </Banner>
          ) : (
            <ErrorBanner error={error ?? failure} />
          )}
          {!computation.isPayable && computation.notPayableReason && (
            <Banner tone="info" title="不领取办案补贴">
              {computation.notPayableReason}
            </Banner>
          )}
          <SubsidyLines computation={computation} selected={row} onSelect={setRow} />
          <div className="subsidy-total">
            <div>
              <div className="note muted">合计（大写）</div>
              <div className="capitals">{computation.totalInCapitals}</div>
            </div>
            <div className="sum">
              <div className="note muted">{groupTotals(computation.lines).map(formatYuan).join(' ＋ ')}</div>
              <b>¥ {formatYuan(computation.totalFen)}</b>
            </div>
          </div>
        </Pane>
        <SubsidySide one={one} row={row} />
      </Panes>
      <ActionBar>
        {mayDecide ? (
          <TextInput
            id="subsidy-opinion"
            className="opinion"
            w={420}
            aria-label="审批意见（批准可空，退回必填）"
            placeholder="审批意见（批准可空，退回必填）"
            value={opinion}
            maxLength={400}
            onChange={event => setOpinion(event.currentTarget.value)}
          />
        ) : (
          <span className="second muted nowrap">{standing(one)}</span>
        )}
        <KeyHints hints={[{ keys: ['ArrowUp', 'ArrowDown'], label: '逐行看依据' }]} />
        <span className="push row">
          {blocked && (
            <span className="blocked">
              <IconCircleX size={16} aria-hidden />
              {blocked}
            </span>
          )}
          {isOpen && isOwn && (
            <Button variant="default" disabled={!mayRevise} onClick={revise}>
              修改
            </Button>
          )}
          {isOpen && (
            <>
              <BusyButton
                variant="default"
                keys="Alt+R"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                disabled={!mayDecide}
                onClick={sendBack}
              >
                退回制表人
              </BusyButton>
              <BusyButton keys="Ctrl+Enter" disabled={!mayDecide} refusesEnter onClick={send}>
                批准 {formatYuan(one.totalFen)} 元
              </BusyButton>
            </>
          )}
          {one.status === 'returned' && (
            <BusyButton keys="Ctrl+Enter" disabled={!mayRevise} onClick={revise}>
              重新编制
            </BusyButton>
          )}
        </span>
      </ActionBar>
    </>
  )
}

/** Where a sheet stands that nobody has to decide on. */
function standing(one: SubsidyDetail): string {
  switch (one.status) {
    case 'awaiting-approval':
      return '等待主任审批'
    case 'returned':
      return '已退回，由接待员或主任重新编制'
    case 'approved':
      return one.totalFen === 0 ? '已批准，没有应付金额' : '已批准，等待编入支付清单'
    case 'listed':
      return `已列入支付清单 ${one.paymentListNumber ?? ''}，等待财务支付`
    case 'paid':
      return `已支付　${one.paymentListNumber ?? ''}`
    default:
      return one.status satisfies never
  }
}
