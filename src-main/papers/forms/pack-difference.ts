import type { NoWording, Origin, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { originFoot } from './origin-foot.ts'

/** What two rule packs (规则包) differ in, as the director signs it. */
export type PackDifferenceFacts = {
  readonly centerName: string
  readonly before: { readonly version: string; readonly name: string }
  readonly after: { readonly version: string; readonly name: string }
  readonly rows: readonly {
    readonly section: string
    readonly title: string
    readonly before: string | null
    readonly after: string | null
  }[]
  readonly madeBy: string | null
  readonly origin: Origin
}

export const packDifferenceSheet: PaperDefinition<PackDifferenceFacts, NoWording> = {
  id: 'pack-difference',
  title: '规则包对照表',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: true,
  foot: facts => originFoot(facts.origin),
  build: facts => [
    {
      kind: 'title',
      text: '规则包对照表',
      under: `${facts.centerName}　${facts.before.version} ${facts.before.name} → ${facts.after.version} ${facts.after.name}`,
    },
    { kind: 'paragraph', text: `共 ${facts.rows.length} 处不同。`, indent: false, points: 12, withNext: true },
    {
      kind: 'list',
      points: 10.5,
      rowMm: 8,
      columns: [
        { heading: '序号', widthMm: 11, align: 'center' },
        { heading: '章', widthMm: 20 },
        { heading: '规则', widthMm: 34 },
        { heading: facts.before.version, widthMm: 50 },
        { heading: facts.after.version, widthMm: 50 },
      ],
      rows: facts.rows.map((row, index) => ({
        bold: false,
        cells: [String(index + 1), row.section, row.title, row.before ?? '（没有）', row.after ?? '（去掉）'],
      })),
    },
    {
      kind: 'signatures',
      signers: [
        { label: '制表', name: facts.madeBy },
        { label: '主任', name: null },
      ],
    },
  ],
}
