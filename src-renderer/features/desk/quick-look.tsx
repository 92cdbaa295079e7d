import { Button, Modal } from '@mantine/core'
import { Clause } from '../../ui/clause.tsx'
import { ClockHeadline } from '../../ui/clock.tsx'
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
  useKeys([{ keys: 'Space', label: '关闭预览', run: onClose, inDialog: true }])
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
          <ClockHeadline clock={waiting.clock} verb="办结" />
          <DayStrip clock={waiting.clock} />
          <ol className="plain second">
            {waiting.clock.steps.map(step => (
              <li key={step.label}>
                <b className="strong">{step.label}</b>
                {`　${step.detail}　`}
                {step.clause && <Clause text={step.clause} confidence={step.confidence} />}
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="row" style={{ marginTop: 16 }}>
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
