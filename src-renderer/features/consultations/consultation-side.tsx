import type { KnownPeople as Known } from '../../api/use-known-people.ts'
import type { PersonForm } from '../../api/use-person-form.ts'
import { announceDone } from '../../ui/done-line.tsx'
import { KnownPeople } from '../../ui/known-people.tsx'
import { Section, SidePane } from '../../ui/page.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ConsultationValues } from './consultation-values.ts'

/** Brings a known person's particulars into the form (带入上次的资料) and says how much came. */
export async function takeKnown(
  id: string,
  known: Known,
  form: FormValues<ConsultationValues>,
  person: PersonForm,
): Promise<void> {
  const taken = await known.take(id)
  if ('problem' in taken) {
    announceDone(`没有带入。${taken.problem}`)
    return
  }
  form.set({ personId: id })
  person.change(taken.patch)
  const count = Object.keys(taken.patch).length
  announceDone(count === 0 ? '没有空着的项目可带入，已记为此人' : `带入 ${count} 项，没有覆盖已输入的内容`)
}

/** The right pane of the register: who this person is known as, and who else it may be. */
export function ConsultationSide({
  known,
  form,
  person,
}: {
  readonly known: Known
  readonly form: FormValues<ConsultationValues>
  readonly person: PersonForm
}) {
  return (
    <SidePane label="来过本中心" width={330} foot={<span className="note muted">查看本人完整号码会写入操作日志</span>}>
      <Section>
        {form.values.isAnonymous ? (
          <p className="second soft">匿名咨询不与人员登记核对；以后留了名，打开这条登记补上姓名。</p>
        ) : (
          <KnownPeople
            pickedId={form.values.personId}
            onUnpick={() => form.set({ personId: null })}
            typed={form.values}
            top={known.top}
            others={known.others}
            onTake={id => takeKnown(id, known, form, person)}
            onDismiss={known.dismiss}
          />
        )}
      </Section>
    </SidePane>
  )
}
