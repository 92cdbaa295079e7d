import { label, row, value } from '../blocks.ts'
import type { PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { paragraphs } from './letter.ts'

/** One side of a mandate (委托人、受托人). Null is left to write in. */
export type MandateSide = {
  readonly name: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly address: string | null
}

export type MandateFacts = {
  readonly principal: MandateSide
  readonly agent: MandateSide & { readonly relation: string | null }
  /** The applicant signs by fingerprint (按指印) when writing is not possible. */
  readonly isFingerprint: boolean
}

/** `mandate` says what the agent may do, `term` until when. */
export type MandateWording = { readonly mandate: string; readonly term: string }

/** 授权委托书 (form 3): the mandate of an agent who applies for somebody else. */
export const mandate: PaperDefinition<MandateFacts, MandateWording> = {
  id: 'mandate',
  title: '授权委托书',
  formNumber: 3,
  page: PORTRAIT,
  pageNumbers: false,
  build: (facts, wording) => [
    { kind: 'title', text: '授权委托书', under: '（申请法律援助用）' },
    {
      kind: 'fields',
      columnsMm: [25, 57, 25, 58],
      rows: [
        row(11, label('委托人'), value(facts.principal.name), label('联系电话'), value(facts.principal.phone)),
        row(11, label('证件号码'), value(facts.principal.idNumber, { columns: 3 })),
        row(11, label('住　　址'), value(facts.principal.address, { columns: 3 })),
        row(11, label('受托人'), value(facts.agent.name), label('与委托人\n关系'), value(facts.agent.relation)),
        row(11, label('证件号码'), value(facts.agent.idNumber), label('联系电话'), value(facts.agent.phone)),
      ],
    },
    ...paragraphs(wording.mandate, wording.term),
    {
      kind: 'signatures',
      points: 14,
      beforeMm: 14,
      signers: [
        { label: facts.isFingerprint ? '委托人（指印）' : '委托人（签名）', name: null, date: null },
        { label: '受托人（签名）', name: null, date: null },
      ],
    },
    { kind: 'notes', notes: ['本委托书一式两份，一份交法律援助机构附卷，一份由受托人持有。'], beforeMm: 10 },
  ],
}
