import { total } from '../blocks.ts'
import { capitalAmount, yuan } from '../capital-amount.ts'
import type { ListRow, NoWording, Origin, Page, PaperDefinition } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/** One payment (支付): who is paid how much, in fen, to which account, for which case. */
export type Payment = {
  readonly payee: string
  readonly idNumber: string
  readonly unit: string
  readonly bank: string
  readonly account: string
  readonly amountFen: number
  readonly caseNumber: string
  readonly purpose: string
}

export type PaymentListFacts = {
  readonly number: string | null
  readonly centerName: string
  readonly period: string
  readonly payments: readonly Payment[]
  readonly madeBy: string | null
  readonly checkedBy: string | null
  readonly approvedBy: string | null
  readonly origin: Origin
}

/** The columns of a payment list, in the order of the paper and of the workbook. */
export const PAYMENT_COLUMNS = ['序号', '收款人', '证件号码', '单位', '开户行', '账号', '金额', '案号', '用途'] as const

/** Narrow margins, so that account, document and case numbers stand on one line each. */
const PAYMENT_SHEET: Page = { orientation: 'landscape', margins: { topMm: 25, rightMm: 15, bottomMm: 20, leftMm: 15 } }

export const paymentList: PaperDefinition<PaymentListFacts, NoWording> = {
  id: 'payment-list',
  title: '法律援助补贴支付清单',
  formNumber: null,
  page: PAYMENT_SHEET,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => {
    const sum = paymentTotalFen(facts.payments)
    return [
      { kind: 'title', text: '法律援助补贴支付清单', under: `${facts.centerName}　${facts.period}　金额单位：元` },
      { kind: 'number', label: '批次编号：', number: facts.number },
      {
        kind: 'list',
        points: 10.5,
        rowMm: 9,
        columns: PAYMENT_COLUMNS.map((heading, index) => ({
          heading,
          widthMm: WIDTHS_MM[index] ?? 20,
          align: ALIGNS[index] ?? 'left',
        })),
        rows: [
          ...facts.payments.map(paymentRow),
          {
            cells: [total(`合　计（${facts.payments.length} 笔）`, 6), { text: yuan(sum), bold: true }, { text: '', columns: 2 }],
          },
          { cells: [total('金额大写', 2), { text: capitalAmount(sum), columns: 7, bold: true, align: 'left' }] },
        ],
      },
      {
        kind: 'signatures',
        signers: [
          { label: '制表', name: facts.madeBy, date: null },
          { label: '复核', name: facts.checkedBy, date: null },
          { label: '负责人', name: facts.approvedBy, date: null },
          { label: '财务经办', name: null, date: null },
        ],
      },
    ]
  },
}

const WIDTHS_MM = [10, 18, 38.5, 37, 40.5, 40.5, 24, 40, 18.5] as const
const ALIGNS = ['center', 'center', 'center', 'left', 'left', 'center', 'right', 'left', 'left'] as const

/** The sum of a payment list in fen. */
export function paymentTotalFen(payments: readonly Payment[]): number {
  return payments.reduce((sum, payment) => sum + payment.amountFen, 0)
}

function paymentRow(payment: Payment, index: number): ListRow {
  const { payee, idNumber, unit, bank, account, amountFen, caseNumber, purpose } = payment
  return { cells: [String(index + 1), payee, idNumber, unit, bank, account, yuan(amountFen), caseNumber, purpose] }
}
