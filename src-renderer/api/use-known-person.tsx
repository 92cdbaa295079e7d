import { type ReactNode, useEffect } from 'react'
import { announceDone } from '../ui/done-line.tsx'
import { useKeys } from '../ui/keys.ts'
import { KnownPeople } from '../ui/known-people.tsx'
import { useIsSidePaneDrawer } from '../ui/page.tsx'
import type { PersonDraft } from '../ui/person-draft.ts'
import { useKnownPeople } from './use-known-people.ts'
import type { PersonForm } from './use-person-form.ts'

export type KnownPersonOptions = {
  readonly values: PersonDraft & { readonly personId: string | null }
  readonly pick: (personId: string | null) => void
  readonly person: PersonForm
  /** The person whose own file is open already; not looked for. */
  readonly except?: string | null
  /** Nobody is named (匿名): nobody is looked for. */
  readonly isUnnamed?: boolean
  /** Registered already: what is answered late changes nothing in the form any more. */
  readonly isSaved?: boolean
  /** Whether the person's fields are on the screen, where F4 works. */
  readonly isShown?: boolean
}

export type KnownPerson = {
  /** How many in the register of people this may be. */
  readonly matched: number
  /** Brings a known person's particulars in (带入上次的资料) and says how much came. */
  readonly take: (id: string) => Promise<void>
  /** 来过本中心, for the side pane. */
  readonly panel: ReactNode
}

/** Nobody is looked up while the form is about no one (匿名). */
const NOBODY = { name: '', certificateNumber: '', phone: '' } as const

/**
 * Who of the register of people a form's person is: shown beside the form, brought in with F4, and taken as that person without a
 * question only when certificate and name are the same; anything less the clerk decides.
 */
export function useKnownPerson(options: KnownPersonOptions): KnownPerson {
  const { values, pick, person, except = null, isUnnamed = false, isSaved = false, isShown = true } = options
  const [firstKind] = person.fields.kinds
  const known = useKnownPeople(isUnnamed ? { ...values, ...NOBODY } : values, firstKind?.code ?? null, values.personId, except)
  const isNarrow = useIsSidePaneDrawer()
  const { top, others } = known
  const isSurely = top?.reasons.includes('certificate') === true && top.reasons.includes('name')
  const surely = isSurely && !isSaved ? top.id : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the match, not every key typed
  useEffect(() => {
    if (surely !== null && values.personId === null) pick(surely)
  }, [surely])
  const take = async (id: string) => {
    const taken = await known.take(id)
    if ('problem' in taken) {
      announceDone(`没有带入。${taken.problem}`)
      return
    }
    pick(id)
    person.change(taken.patch)
    const count = Object.keys(taken.patch).length
    announceDone(count === 0 ? '没有空着的项目可带入，已记为此人' : `带入 ${count} 项，没有覆盖已输入的内容`)
  }
  useKeys([
    {
      keys: 'F4',
      label: '带入上次的资料',
      run: () => top && void take(top.id),
      when: top !== null && isShown,
      inDialog: isNarrow,
    },
  ])
  return {
    matched: top === null ? 0 : 1 + others.length,
    take,
    panel: (
      <KnownPeople
        typed={values}
        top={top}
        others={others}
        pickedId={values.personId}
        onUnpick={() => pick(null)}
        onTake={take}
        onDismiss={known.dismiss}
      />
    ),
  }
}
