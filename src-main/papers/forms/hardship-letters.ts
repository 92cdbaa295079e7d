import type { NoWording, PaperDefinition } from '../model.ts'
import { PORTRAIT } from '../model.ts'
import { paragraphs } from './letter.ts'

/** A letter about hardship: to whom, its paragraphs as the pack words them, who seals it and when. */
export type HardshipLetterFacts = {
  readonly number: string | null
  readonly addressee: string
  readonly paragraphs: readonly string[]
  readonly centerName: string
  readonly issuedOn: string
}

/** 法律援助证明: for a court that defers, lowers or waives its fees without checking hardship again (互免审查). */
export const aidCertificate: PaperDefinition<HardshipLetterFacts, NoWording> = letter(
  'aid-certificate',
  '法律援助证明（用于申请缓交、减交、免交诉讼费用）',
)

/** 抽查核实情况告知书: what a re-check found false, and what follows. */
export const recheckNotice: PaperDefinition<HardshipLetterFacts, NoWording> = letter(
  'recheck-notice',
  '经济困难状况抽查核实告知书',
)

function letter(id: string, title: string): PaperDefinition<HardshipLetterFacts, NoWording> {
  return {
    id,
    title,
    formNumber: null,
    page: PORTRAIT,
    pageNumbers: true,
    build: facts => [
      { kind: 'title', text: title },
      { kind: 'number', label: '', number: facts.number },
      { kind: 'salutation', text: facts.addressee },
      ...paragraphs(...facts.paragraphs),
      { kind: 'seal', unit: facts.centerName, date: facts.issuedOn },
    ],
  }
}
