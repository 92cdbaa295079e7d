import type { OutputOf } from '../../../src-main/contract/index.ts'
import { APPLICATION_STATUS_WORDS } from '../../../src-main/contract/status-words.ts'
import type { Tone } from '../../ui/tag.tsx'

export type ApplicationSummary = OutputOf<'applications.list'>['rows'][number]
export type ApplicationDetail = OutputOf<'applications.get'>
export type ApplicationStatus = ApplicationSummary['status']

/** Where an application stands (申请状态), in the order of the work. */
export const APPLICATION_STATUS: Readonly<Record<ApplicationStatus, { readonly label: string; readonly tone: Tone }>> = {
  deciding: { label: APPLICATION_STATUS_WORDS.deciding, tone: 'dai' },
  supplementing: { label: APPLICATION_STATUS_WORDS.supplementing, tone: 'amber' },
  granted: { label: APPLICATION_STATUS_WORDS.granted, tone: 'green' },
  refused: { label: APPLICATION_STATUS_WORDS.refused, tone: 'plain' },
  withdrawn: { label: APPLICATION_STATUS_WORDS.withdrawn, tone: 'plain' },
}

export const APPLICATION_STATUSES: readonly ApplicationStatus[] = ['deciding', 'supplementing', 'granted', 'refused', 'withdrawn']

/** Widths of the side panes in CSS px: as drawn, and with large type (a window under 1200 CSS px), where the check needs the room. */
export const PANE_WIDTHS = { drawn: { applicant: 313, decision: 460 }, large: { applicant: 262, decision: 384 } } as const
/** When the narrower widths hold. */
export const LARGE_TYPE = '(max-width: 1199px)'

/** How a review ended without a decision. */
export const ENDING_WORDS = {
  withdrawn: '申请人撤回',
  'deemed-withdrawn': '视为撤回',
  'handed-over': '移送',
  'not-ours': '不属于本中心受理',
} as const
