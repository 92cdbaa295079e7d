import { Link } from 'wouter'
import { useAsk } from '../../api/use-ask.ts'
import { usePack } from '../../api/use-pack.ts'
import { wordOf } from '../../ui/person-words.ts'
import { Tag } from '../../ui/tag.tsx'

/** So many tickets fit beside the month's figures; the rest stand beside the register. */
const MOST_SHOWN = 5

/** Who waits at the front desk (排队叫号), in the order of the calls; nothing while the queue is off. Calling is done beside the register. */
export function QueueWaiting() {
  const queue = useAsk('queue.today', {})
  const pack = usePack()
  if (queue.data?.isOn !== true) return null
  const { tickets, waiting } = queue.data
  const open = tickets.filter(ticket => ticket.status === 'waiting' || ticket.status === 'called')
  return (
    <section className="desk-queue" aria-label="排队叫号">
      <div className="row">
        <b className="strong">排队</b>
        <span className="second soft">{waiting === 0 ? '没有人在等' : `${waiting} 人在等`}</span>
        <Link href="/consultations" className="push text-link strong second">
          去叫号
        </Link>
      </div>
      <ol className="plain">
        {open.slice(0, MOST_SHOWN).map(ticket => (
          <li key={ticket.id} className="row second">
            <b className="strong nowrap">{ticket.label}</b>
            {ticket.ground !== null && <Tag tone="amber">{wordOf(pack?.frontDesk.queue?.grounds ?? [], ticket.ground)}</Tag>}
            <span className="clip">{ticket.name}</span>
            <span className="push nowrap soft">
              {ticket.status === 'called' ? `${ticket.calledBy ?? ''} 已叫` : `等 ${ticket.waitingMinutes} 分钟`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
