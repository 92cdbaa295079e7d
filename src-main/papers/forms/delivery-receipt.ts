import { choiceCell, label, longRow, row, value } from '../blocks.ts'
import type { Choice, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { chineseDate } from '../paper-date.ts'

export type DeliveryReceiptFacts = {
  readonly centerName: string
  readonly addressee: string | null
  readonly cause: string
  readonly paperTitle: string
  readonly paperNumber: string | null
  readonly place: string | null
  readonly ways: readonly Choice[]
  readonly deliveredOn: string | null
  readonly signedBy: string | null
  readonly relation: string | null
  readonly trackingNumber: string | null
  readonly witness: string | null
  readonly server: string | null
  readonly remark: string | null
}

/** `note` says how a delivery that nobody signs is noted. */
export type DeliveryReceiptWording = { readonly note: string }

/** 送达回证 (form 22): filled when the delivery is recorded, or blank to be taken along. */
export const deliveryReceipt: PaperDefinition<DeliveryReceiptFacts, DeliveryReceiptWording> = {
  id: 'delivery-receipt',
  title: '送达回证',
  formNumber: 22,
  page: PORTRAIT,
  pageNumbers: false,
  build: (facts, wording) => [
    { kind: 'title', text: '送 达 回 证', under: facts.centerName },
    {
      kind: 'fields',
      columnsMm: [30, 50, 25, 60],
      rows: [
        row(12, label('送达文书'), value(`《${facts.paperTitle}》`), label('文　　号'), value(facts.paperNumber)),
        row(12, label('案　　由'), value(facts.cause, { columns: 3 })),
        row(12, label('受送达人'), value(facts.addressee, { columns: 3 })),
        row(12, label('送达地点'), value(facts.place, { columns: 3 })),
        longRow(12, label('送达方式'), choiceCell(facts.ways, { columns: 3 })),
        row(12, label('送达日期'), value(chineseDate(facts.deliveredOn), { columns: 3 })),
        row(20, label('受送达人\n签名或盖章'), value(facts.relation === null ? facts.signedBy : null, { columns: 3 })),
        row(
          16,
          label('代收人签名'),
          value(facts.relation === null ? null : facts.signedBy),
          label('与受送达人\n的关系'),
          value(facts.relation),
        ),
        row(12, label('邮件号码'), value(facts.trackingNumber), label('见证人'), value(facts.witness)),
        row(12, label('送达人'), value(facts.server, { columns: 3 })),
        longRow(26, label('备　　注'), value(facts.remark, { columns: 3 })),
      ],
    },
    { kind: 'notes', notes: [`注：${wording.note}`], beforeMm: 4 },
  ],
}
