import type { PaperDefinition } from '../model.ts'
import { A5 } from '../model.ts'
import { chineseDate } from '../paper-date.ts'

/** Where a person is sent whose matter is not the center's (引导告知). */
export type GuidanceSlipFacts = {
  readonly centerName: string
  readonly centerPhone: string
  /** Null for a person who gave no name. */
  readonly name: string | null
  readonly cause: string
  readonly day: string
  readonly places: readonly {
    readonly name: string
    readonly purpose: string
    readonly phone: string | null
    readonly address: string | null
  }[]
  readonly note: string | null
  readonly consultant: string
}

/** What stands before and after the places. */
export type GuidanceSlipWording = { readonly opening: string; readonly closing: string }

export const guidanceSlip: PaperDefinition<GuidanceSlipFacts, GuidanceSlipWording> = {
  id: 'guidance-slip',
  title: '引导告知单',
  formNumber: null,
  page: A5,
  pageNumbers: false,
  build: (facts, wording) => [
    { kind: 'title', text: '引导告知单', points: 18, under: facts.centerName },
    ...(facts.name === null ? [] : [line(`${facts.name}：`, false)]),
    line(wording.opening),
    {
      kind: 'list',
      points: 10.5,
      rowMm: 11,
      beforeMm: 2,
      columns: [
        { heading: '到哪里', widthMm: 36 },
        { heading: '办什么', widthMm: 44 },
        { heading: '电话、地址', widthMm: 38 },
      ],
      rows: facts.places.map(place => ({
        cells: [place.name, place.purpose, [place.phone ?? '', place.address ?? ''].filter(Boolean).join('\n')],
      })),
    },
    { ...line(`咨询事项：${facts.cause}`, false), beforeMm: 3 },
    ...(facts.note === null ? [] : [line(`说明：${facts.note}`, false)]),
    line(wording.closing),
    {
      ...line(
        `接待人：${facts.consultant}${facts.centerPhone === '' ? '' : `　电话：${facts.centerPhone}`}　${chineseDate(facts.day)}`,
        false,
      ),
      align: 'right',
      beforeMm: 4,
    },
  ],
}

function line(text: string, indent = true) {
  return { kind: 'paragraph', text, indent, points: 12 } as const
}
