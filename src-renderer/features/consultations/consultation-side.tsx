import type { KnownPerson } from '../../api/use-known-person.tsx'
import { Section, SidePane } from '../../ui/page.tsx'

/** The right pane of the register: who this person is known as, and who else it may be. */
export function ConsultationSide({ known, isAnonymous }: { readonly known: KnownPerson; readonly isAnonymous: boolean }) {
  return (
    <SidePane label="来过本中心" width={330} foot={<span className="note muted">查看本人完整号码会写入操作日志</span>}>
      <Section>
        {isAnonymous ? <p className="second soft">匿名咨询不与人员登记核对；以后留了名，打开这条登记补上姓名。</p> : known.panel}
      </Section>
    </SidePane>
  )
}
