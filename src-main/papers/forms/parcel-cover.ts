import { label, row, value } from '../blocks.ts'
import type { NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/** A file in a parcel (报送包): its name, what it is, its size in bytes, its whole SHA-256 in hex. */
export type ParcelItem = { readonly name: string; readonly kind: string; readonly bytes: number; readonly sha256: string }

export type ParcelCoverFacts = {
  readonly number: string | null
  readonly sender: string
  readonly receiver: string
  readonly subject: string
  readonly period: string
  /** What it is carried on (载体): U盘, 光盘, paper. */
  readonly medium: string
  readonly items: readonly ParcelItem[]
  /** SHA-256 of the whole parcel in hex, kept outside it. */
  readonly parcelSha256: string
  readonly remark: string | null
  readonly preparedBy: string | null
  readonly checkedBy: string | null
  readonly responsible: string | null
  readonly origin: Origin
}

export const parcelCover: PaperDefinition<ParcelCoverFacts, NoWording> = {
  id: 'parcel-cover',
  title: '报送材料封面',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    { kind: 'title', text: '报送材料封面' },
    { kind: 'number', label: '编号：', number: facts.number },
    {
      kind: 'fields',
      columnsMm: [28, 56, 25, 56],
      rows: [
        row(10, label('报送单位'), value(facts.sender, { columns: 3 })),
        row(10, label('接收单位'), value(facts.receiver, { columns: 3 })),
        row(10, label('报送内容'), value(facts.subject, { columns: 3 })),
        row(10, label('所属期间'), value(facts.period), label('载　　体'), value(facts.medium)),
        row(
          12,
          label('整包校验值\nSHA-256'),
          value(`${inGroups(facts.parcelSha256.slice(0, 32), 8)}\n${inGroups(facts.parcelSha256.slice(32), 8)}`, {
            columns: 3,
            typeface: 'code',
          }),
        ),
        row(10, label('说　　明'), value(facts.remark, { columns: 3 })),
      ],
    },
    {
      kind: 'paragraph',
      text: `文件清单（共 ${facts.items.length} 个，SHA-256 取前 16 位）`,
      indent: false,
      points: 12,
      beforeMm: 3,
      withNext: true,
    },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 8,
      columns: [
        { heading: '序号', widthMm: 12, align: 'center' },
        { heading: '文件名', widthMm: 63 },
        { heading: '内容', widthMm: 27 },
        { heading: '字节数', widthMm: 20, align: 'right' },
        { heading: 'SHA-256', widthMm: 43, align: 'center', typeface: 'code' },
      ],
      rows: facts.items.map((item, index) => ({
        cells: [String(index + 1), item.name, item.kind, String(item.bytes), inGroups(item.sha256.slice(0, 16), 4)],
      })),
    },
    {
      kind: 'signatures',
      signers: [
        { label: '制作人', name: facts.preparedBy, date: null },
        { label: '复核人', name: facts.checkedBy, date: null },
        { label: '负责人', name: facts.responsible, date: null },
        { label: '接收人', name: null, date: null },
      ],
    },
  ],
}

function inGroups(hex: string, size: number): string {
  return hex.replaceAll(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')
}
