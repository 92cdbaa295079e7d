import type { FieldCell, NoWording, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { chineseDate } from '../paper-date.ts'

export type RecoveryKeyPageFacts = {
  readonly centerName: string
  /** Eight groups of four signs, in order. */
  readonly groups: readonly string[]
  readonly madeOn: string | null
}

const INSTRUCTIONS = [
  '本页是打开本中心数据的备用钥匙。全部密码遗忘、电脑损坏后从备份恢复时，凭本页八组字符才能打开数据。',
  '遗失本页且遗忘密码的，数据无法打开，任何人都不能代为恢复。',
  '请打印两份，分别装入信封密封，由主任签封后存放于两处（如保险柜、主管司法行政部门），不得拍照、不得存入联网的电脑或者手机。',
  '输入时按编号顺序逐组录入，字母不分大小写；密钥中没有数字 0、1 和字母 I、O。',
  '每次启封使用后，应当重新密封，并在封面记明启封人、启封日期和原因。',
] as const

export const recoveryKeyPage: PaperDefinition<RecoveryKeyPageFacts, NoWording> = {
  id: 'recovery-key-page',
  title: '恢复密钥页',
  formNumber: null,
  page: PORTRAIT,
  pageNumbers: false,
  build: facts => [
    { kind: 'title', text: '恢复密钥', under: facts.centerName },
    { kind: 'paragraph', text: '请密封保管，不得复制外传', indent: false, align: 'center', bold: true, points: 14 },
    { kind: 'fields', columnsMm: [12, 70.5, 12, 70.5], points: 12, beforeMm: 6, rows: keyRows(facts.groups) },
    { kind: 'notes', notes: INSTRUCTIONS.map((line, index) => `${index + 1}. ${line}`), beforeMm: 8 },
    { kind: 'paragraph', text: `生成日期：${chineseDate(facts.madeOn)}`, indent: false, points: 14, beforeMm: 8 },
    {
      kind: 'signatures',
      points: 14,
      beforeMm: 8,
      signers: [
        { label: '保管人', name: null, date: null },
        { label: '监封人', name: null, date: null },
        { label: '存放处', name: null },
      ],
    },
  ],
}

function keyRows(groups: readonly string[]): readonly { readonly heightMm: number; readonly cells: readonly FieldCell[] }[] {
  return Array.from({ length: Math.ceil(groups.length / 2) }, (_, index) => ({
    heightMm: 22,
    cells: [...keyCells(groups, index * 2), ...keyCells(groups, index * 2 + 1)],
  }))
}

function keyCells(groups: readonly string[], index: number): readonly FieldCell[] {
  return [
    { role: 'label', lines: [{ text: String(index + 1) }] },
    { role: 'value', align: 'center', typeface: 'code', lines: [{ text: groups[index] ?? '', points: 30, bold: true }] },
  ]
}
