import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { Pane } from '../../ui/page.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { CustodyPart } from './custody-part.tsx'
import { FillingPart } from './filling-part.tsx'
import { OtherParties } from './party-tables.tsx'
import { RepresentationPart } from './representation-part.tsx'

export type PartiesPageProps = {
  readonly form: FormValues<ApplicationValues>
  readonly pack: RulePack
  readonly today: string
  /** Opens the declaration desk (申报台). */
  readonly onRead: () => void
}

/** The page of what an ordinary application does not need: who applies for whom, custody, filling in and reading, the other parties. */
export function PartiesPage(props: PartiesPageProps) {
  return (
    <>
      <Pane label="申请方式和手续" share={440}>
        <RepresentationPart {...props} />
        <CustodyPart {...props} />
        <FillingPart {...props} />
      </Pane>
      <Pane label="其他当事人" share={640}>
        <OtherParties form={props.form} pack={props.pack} today={props.today} />
      </Pane>
    </>
  )
}
