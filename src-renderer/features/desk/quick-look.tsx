import { Button, Modal } from '@mantine/core'
import { openClock } from '../../api/clock-dialog.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { Clock } from '../../ui/clock.tsx'
import { clockStartWord } from '../../ui/clock-limits.ts'
import { ClockSteps } from '../../ui/clock-steps.tsx'
import { DayStrip } from '../../ui/day-strip.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { KeyCaps } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Money } from '../../ui/money.tsx'
import type { DeskRow } from './desk-rows.ts'

/** What Space shows of a row without leaving the desk: its facts, and how its clock was counted. */
export function QuickLook({
  row,
  onClose,
  onOpen,
}: {
  readonly row: DeskRow
  readonly onClose: () => void
  readonly onOpen: () => void
}) {
  const { waiting, group } = row
  const subject = waiting.clock?.subject ?? null
  const opened = useAsk(
    'clocks.get',
    { subject: subject ?? { kind: 'application', id: '' }, limit: waiting.clock?.limit ?? '' },
    { enabled: subject !== null },
  )
  const lookAtClock = () => {
    onClose()
    openClock(waiting.clock)
  }
  useKeys([
    { keys: 'Space', label: '关闭预览', run: onClose, inDialog: true },
    { keys: 'T', label: '打开期限', run: lookAtClock, when: subject !== null, inDialog: true },
  ])
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={`${group.title}　${waiting.name}`}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <DescriptionList
        items={[
          { term: '事项', value: [waiting.nameDetail, waiting.title].filter(Boolean).join('　') },
          { term: '内容', value: waiting.titleDetail },
          { term: '状况', value: waiting.state },
          ...(waiting.amountFen === null ? [] : [{ term: '金额', value: <Money fen={waiting.amountFen} unit /> }]),
          { term: '日期', value: waiting.date },
        ]}
      />
      {waiting.clock && (
        <section className="quick-look-clock" aria-label={waiting.clock.label}>
          <Clock clock={waiting.clock} />
          {opened.data && <DayStrip clock={opened.data.clock} startWord={clockStartWord(waiting.clock.limit)} />}
          {opened.data && <ClockSteps clock={opened.data.clock} />}
        </section>
      )}
      <div className="row" style={{ marginTop: 16 }}>
        {subject !== null && (
          <Button variant="default" onClick={lookAtClock} rightSection={<KeyCaps keys="T" />}>
            打开期限
          </Button>
        )}
        <span className="push row">
          <Button variant="default" onClick={onClose} rightSection={<KeyCaps keys="Space" />}>
            关闭
          </Button>
          <Button onClick={onOpen} data-autofocus rightSection={<KeyCaps keys="Enter" />}>
            打开
          </Button>
        </span>
      </div>
    </Modal>
  )
}
