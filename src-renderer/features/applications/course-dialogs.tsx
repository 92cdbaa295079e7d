import type { ApplicationCourse } from '../../../src-main/contract/procedure.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import type { ApplicationDetail } from './application-words.ts'
import { AnswerLetterDialog, CooperateDialog } from './cooperation-dialogs.tsx'
import { ConfirmDialog, DeemDialog, HandOverDialog, NotOursDialog, WithdrawDialog } from './ending-dialogs.tsx'
import { AnswerObjectionDialog, ObjectDialog } from './objection-dialogs.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { ReceiveDialog, SupplementDialog } from './supplement-dialogs.tsx'
import { HandInDialog, UrgentDialog } from './urgent-aid-dialogs.tsx'

type PlainAct =
  | 'supplement'
  | 'receive'
  | 'review'
  | 'cooperate'
  | 'withdraw'
  | 'deem'
  | 'not-ours'
  | 'hand-over'
  | 'confirm'
  | 'urgent'
  | 'hand-in'
  | 'object'

/** An act (办理) on an application; those on one of its letters or objections name it. */
export type Act = { readonly kind: PlainAct } | { readonly kind: 'answer-letter' | 'answer-objection'; readonly id: string }

export type ActProps = {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly course: ApplicationCourse
  readonly papers: PaperDialogHandle
  readonly onClose: () => void
}

/** The dialog of an act on the application. */
export function CourseDialog({ act, ...props }: ActProps & { readonly act: Act }) {
  switch (act.kind) {
    case 'supplement':
      return <SupplementDialog {...props} />
    case 'receive':
      return <ReceiveDialog {...props} />
    case 'review':
      return <ReviewDialog {...props} />
    case 'cooperate':
      return <CooperateDialog {...props} />
    case 'answer-letter':
      return <AnswerLetterDialog {...props} id={act.id} />
    case 'withdraw':
      return <WithdrawDialog {...props} />
    case 'deem':
      return <DeemDialog {...props} />
    case 'not-ours':
      return <NotOursDialog {...props} />
    case 'hand-over':
      return <HandOverDialog {...props} />
    case 'confirm':
      return <ConfirmDialog {...props} />
    case 'urgent':
      return <UrgentDialog {...props} />
    case 'hand-in':
      return <HandInDialog {...props} />
    case 'object':
      return <ObjectDialog {...props} />
    case 'answer-objection':
      return <AnswerObjectionDialog {...props} id={act.id} />
    default:
      return act satisfies never
  }
}
