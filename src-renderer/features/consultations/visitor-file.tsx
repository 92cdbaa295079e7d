import { Link } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { HistoryList } from '../../ui/known-people.tsx'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { changeLines } from './change-words.ts'

type Saved = OutputOf<'consultations.get'>
type Staff = readonly { readonly id: string; readonly name: string }[]

const sexWords = { male: '男', female: '女' } as const
/** Entries of the history shown beside the form; the person's own page has all. */
const MOST_ENTRIES = 12

/**
 * The right pane of a saved entry: the person's own file, masked, with everything the center did for them; under it what an old register says
 * of the entry (旧台账), and who changed it after it was saved (修改记录).
 */
export function VisitorFile({ saved, pack, staff }: { readonly saved: Saved; readonly pack: RulePack; readonly staff: Staff }) {
  return (
    <SidePane label="这个人" width={330}>
      {saved.personId === null ? (
        <Section>
          <SectionHead title="这个人" />
          <p className="second soft">匿名咨询，没有留名。以后留了名，去掉“匿名”，填上姓名保存。</p>
        </Section>
      ) : (
        <Person personId={saved.personId} />
      )}
      {saved.oldRegister && (
        <Section>
          <SectionHead
            title="旧台账"
            aside={
              <Link href={`/imports/${saved.oldRegister.importId}`} className="text-link strong second">
                打开这次导入
              </Link>
            }
          />
          <DescriptionList
            items={[
              { term: '编号', value: saved.number },
              { term: '接待人', value: saved.oldRegister.consultantName ?? '旧册未记载' },
              { term: '备注', value: saved.oldRegister.note },
              {
                term: '来自',
                value: [saved.oldRegister.fileName, saved.oldRegister.row === null ? '' : `第 ${saved.oldRegister.row} 行`]
                  .filter(Boolean)
                  .join('　'),
              },
            ]}
          />
        </Section>
      )}
      {saved.changes.length > 0 && (
        <Section>
          <SectionHead title="修改记录" count={saved.changes.length} />
          <ul className="change-list">
            {saved.changes.map(change => (
              <li key={change.at}>
                <div className="second">
                  <b className="strong">{change.by}</b>
                  {`　${dayOfInstant(change.at)} ${timeOfInstant(change.at)}　${change.summary}`}
                </div>
                {changeLines(pack, staff, change.fields).map(line => (
                  <div key={line.label} className="note">
                    <span className="muted">{line.label}　</span>
                    <s className="muted">{line.before === '' ? '空' : line.before}</s>
                    {` → ${line.after === '' ? '空' : line.after}`}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SidePane>
  )
}

function Person({ personId }: { readonly personId: string }) {
  const person = useAsk('people.get', { id: personId })
  return (
    <AskState ask={person}>
      {one => (
        <Section>
          <div className="known-people">
            <SectionHead
              title="这个人"
              aside={
                <Link href={`/people/${one.id}`} className="text-link strong second">
                  打开人员资料
                </Link>
              }
            />
            <div className="known-name">
              <b className="strong">{one.name}</b>
              <span className="second soft">
                {[one.sex === null ? '' : sexWords[one.sex], one.birthDate ?? ''].filter(Boolean).map(word => `　${word}`)}
              </span>
              <div className="second soft">{[one.certificateMasked, one.phoneMasked].filter(Boolean).join('　')}</div>
            </div>
            <HistoryList entries={one.history} most={MOST_ENTRIES} />
          </div>
        </Section>
      )}
    </AskState>
  )
}
