import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../src-main/contract/index.ts'
import { monthDay } from '../ui/day-text.ts'
import { Section, SectionHead } from '../ui/page.tsx'
import { Tag } from '../ui/tag.tsx'
import { ActDialog, type ActValues } from './act-dialog.tsx'
import { AskState } from './ask-state.tsx'
import { invoke } from './client.ts'
import { hasRole, useSession } from './session.ts'
import { useAsk } from './use-ask.ts'
import { labelOf, usePack } from './use-pack.ts'
import type { PaperDialogHandle } from './use-paper-dialog.tsx'
import './deliveries.css'

type Deliveries = OutputOf<'deliveries.list'>
type Delivery = Deliveries['deliveries'][number]

type SectionProps = {
  readonly subject: { readonly kind: 'application' | 'case'; readonly id: string }
  readonly papers: PaperDialogHandle
}

/** 送达 of a matter: what reached whom, how and when, each with its 送达回证; records the next one and prints a blank form for it. */
export function DeliveriesSection({ subject, papers }: SectionProps) {
  const { user } = useSession()
  const list = useAsk('deliveries.list', { subject })
  const [isRecording, setRecording] = useState(false)
  const mayAct = hasRole(user, ['clerk', 'director'])
  const open = list.data?.papers ?? []
  return (
    <Section label="送达">
      <SectionHead
        title="送达"
        count={list.data?.deliveries.length}
        aside={
          mayAct &&
          open.length > 0 && (
            <span className="row">
              <BlankReceipt papers={open} onPick={id => papers.issue('delivery-receipt', { kind: 'delivery', id })} />
              <Button size="xs" variant="default" onClick={() => setRecording(true)}>
                登记送达
              </Button>
            </span>
          )
        }
      />
      <AskState ask={list}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <p className="second muted">
              {open.length === 0 ? '还没有要送达的文书。' : `还没有登记送达。要送达的：${open.map(one => one.title).join('、')}`}
            </p>
          ) : (
            <ul className="plain delivery-list">
              {deliveries.map(one => (
                <DeliveryRow key={one.id} one={one} papers={papers} />
              ))}
            </ul>
          )
        }
      </AskState>
      {isRecording && list.data && <RecordDialog list={list.data} papers={papers} onClose={() => setRecording(false)} />}
    </Section>
  )
}

function DeliveryRow({ one, papers }: { readonly one: Delivery; readonly papers: PaperDialogHandle }) {
  const pack = usePack()
  const { receiptPaperId } = one
  const proof = [
    one.signedBy && `${one.signedBy}${one.relation === null ? '' : `（${one.relation}）`}签收`,
    one.trackingNumber && `邮件 ${one.trackingNumber}`,
    one.witness && `见证人 ${one.witness}`,
    one.remark,
  ]
  return (
    <li>
      <span className="row">
        <Tag>{labelOf(pack?.codes.deliveryWays, one.way)}</Tag>
        <span className="note muted nowrap">{monthDay(one.deliveredOn)}</span>
        <Button
          className="push"
          size="xs"
          variant="default"
          aria-label={`${one.paperTitle}的送达回证`}
          onClick={() =>
            void (receiptPaperId === null
              ? papers.issue('delivery-receipt', { kind: 'delivery', id: one.id })
              : papers.show(receiptPaperId))
          }
        >
          回证
        </Button>
      </span>
      <p className="second soft">
        {`《${one.paperTitle}》${one.paperNumber ?? ''}　${one.addressee}`}
        {proof.some(Boolean) && `，${proof.filter(Boolean).join('，')}`}
      </p>
    </li>
  )
}

/** A blank 送达回证 (form 22) for the person who delivers; of several papers one is picked. */
function BlankReceipt({ papers, onPick }: { readonly papers: Deliveries['papers']; readonly onPick: (id: string) => unknown }) {
  const [only] = papers
  if (papers.length === 1 && only)
    return (
      <Button size="xs" variant="default" onClick={() => void onPick(only.id)}>
        空白回证
      </Button>
    )
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default">
          空白回证
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papers.map(paper => (
          <Menu.Item key={paper.id} onClick={() => void onPick(paper.id)}>
            {paper.title}　{paper.number}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type RecordProps = { readonly list: Deliveries; readonly papers: PaperDialogHandle; readonly onClose: () => void }

/** 登记送达: which paper reached whom, with the proof that its way leaves; its 送达回证 follows. */
function RecordDialog({ list, papers, onClose }: RecordProps) {
  const ways = usePack()?.codes.deliveryWays ?? []
  // One that was not delivered yet comes first.
  const first = list.papers.find(paper => paper.timesDelivered === 0) ?? list.papers[0]
  const paperOf = (values: ActValues) => list.papers.find(paper => paper.id === (values.orNull('paperId') ?? first?.id))
  return (
    <ActDialog
      title="登记送达"
      action="记下送达"
      done="已记送达"
      onClose={onClose}
      initial={first === undefined ? {} : { paperId: first.id, addressee: first.addressee, place: first.place ?? '' }}
      followers={(name, values) => {
        const paper = name === 'paperId' ? paperOf(values) : undefined
        return paper && { addressee: paper.addressee, place: paper.place ?? '' }
      }}
      fields={values => {
        const needs = ways.find(way => way.code === values.text('way'))?.needs
        return [
          {
            kind: 'choice',
            name: 'paperId',
            label: '文书',
            required: true,
            options: list.papers.map(paper => ({ code: paper.id, label: `${paper.title}　${paper.number}` })),
          },
          { kind: 'choice', name: 'way', label: '送达方式', required: true, options: ways },
          { kind: 'line', name: 'addressee', label: '受送达人', required: true, longest: 60 },
          { kind: 'line', name: 'place', label: '送达地点', required: true, longest: 120 },
          { kind: 'day', name: 'deliveredOn', label: '送达日期', required: true },
          { kind: 'line', name: 'signedBy', label: '签收人', required: needs === 'signature', longest: 30 },
          { kind: 'line', name: 'relation', label: '代收关系', longest: 30, hint: '他人代收的，写明与受送达人的关系' },
          ...(needs === 'tracking'
            ? [{ kind: 'line', name: 'trackingNumber', label: '邮件号码', required: true, longest: 40 } as const]
            : []),
          ...(needs === 'witness'
            ? [{ kind: 'line', name: 'witness', label: '见证人', required: true, longest: 60 } as const]
            : []),
          { kind: 'area', name: 'remark', label: '备注', required: needs === 'witness', longest: 300 },
        ]
      }}
      run={values =>
        invoke('deliveries.record', {
          paperId: values.text('paperId'),
          addressee: values.text('addressee'),
          way: values.text('way'),
          place: values.text('place'),
          deliveredOn: values.text('deliveredOn'),
          signedBy: values.orNull('signedBy'),
          relation: values.orNull('relation'),
          trackingNumber: values.orNull('trackingNumber'),
          witness: values.orNull('witness'),
          remark: values.orNull('remark'),
        })
      }
      onDone={({ id }) => papers.issue('delivery-receipt', { kind: 'delivery', id })}
    />
  )
}
