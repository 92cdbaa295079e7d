import type { KeyboardEvent, RefObject } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import type { PersonForm } from '../../api/use-person-form.ts'
import { fieldKeys } from '../../ui/field-keys.ts'
import { Pane } from '../../ui/page.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import { type ConsultationValues, isQuickStop, quickPath } from './consultation-values.ts'
import { MatterColumn } from './matter-column.tsx'
import { VisitorColumn } from './visitor-column.tsx'
import './consultations.css'

export type ConsultationFormProps = {
  readonly form: FormValues<ConsultationValues>
  readonly person: PersonForm
  readonly pack: RulePack
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
  readonly isReadOnly: boolean
  readonly autoFocus: boolean
  /** Not registered yet: an old number may be given (补录). */
  readonly isNew?: boolean
  readonly nameHint?: string
  /** F2 puts the focus here. */
  readonly causeInput: RefObject<HTMLInputElement | null>
}

/** The two columns of the register: who came, and with what. Tab goes down the first, then down the second; Enter through what most visits have. */
export function ConsultationForm(props: ConsultationFormProps) {
  const keys = (event: KeyboardEvent<HTMLElement>) => fieldKeys(event, quickPath, name => isQuickStop(props.form.values, name))
  return (
    <>
      <Pane label="来访人" share={439}>
        <fieldset className="plain-fieldset section walk-in" disabled={props.isReadOnly} onKeyDown={keys}>
          <VisitorColumn {...props} />
        </fieldset>
      </Pane>
      <Pane label="咨询事项" share={461}>
        <fieldset className="plain-fieldset section walk-in" disabled={props.isReadOnly} onKeyDown={keys}>
          <MatterColumn {...props} />
        </fieldset>
      </Pane>
    </>
  )
}
