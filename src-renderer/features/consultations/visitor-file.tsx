import { Link } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { HistoryList } from '../../ui/known-people.tsx'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'

const sexWords = { male: '男', female: '女' } as const
/** Entries of the history shown beside the form; the person's own page has all. */
const MOST_ENTRIES = 12

/** The right pane of a saved entry: the person's own file, masked, with everything the center did for them. */
export function VisitorFile({ personId }: { readonly personId: string }) {
  const person = useAsk('people.get', { id: personId })
  return (
    <SidePane label="这个人" width={330}>
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
    </SidePane>
  )
}
