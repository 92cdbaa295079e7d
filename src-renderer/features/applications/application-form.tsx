import { Tabs } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { useSession } from '../../api/session.ts'
import type { Conflicts } from '../../api/use-conflicts.ts'
import { useKnownPerson } from '../../api/use-known-person.tsx'
import { usePersonForm } from '../../api/use-person-form.ts'
import { ConflictPanel } from '../../ui/conflict-panel.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { focusFirstProblem } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Panes, Section, SectionHead, SidePane } from '../../ui/page.tsx'
import { ProblemButton } from '../../ui/problem-button.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import { ApplicantPage } from './applicant-page.tsx'
import { type ApplicationValues, applicationLabel, type FormPageName, pageOfField } from './application-values.ts'
import { ConsultationFacts } from './consultation-facts.tsx'
import { DeclarationDesk } from './declaration-desk.tsx'
import { declarationPages } from './declaration-text.ts'
import { chooseRoute, HardshipPage } from './hardship-page.tsx'
import { hardshipInputOf, SELF } from './hardship-values.ts'
import { LiveHardship } from './live-hardship.tsx'
import { PartiesPage } from './parties-page.tsx'
import { needsPartsPage } from './party-values.ts'
import './applications.css'

export type ApplicationFormProps = {
  readonly form: FormValues<ApplicationValues>
  readonly pack: RulePack
  readonly today: string
  readonly conflicts: Conflicts
  /** The person whose file is open already; not looked for among the known. */
  readonly filedPersonId: string | null
  /** Saved already: what comes back of the saved person changes nothing here any more. */
  readonly isSaved: boolean
  /** Buttons at the right end of the bar. */
  readonly buttons: ReactNode
  readonly showPage: FormPage
}

/** Which of the three pages is open; kept outside so that a refused save can open the page with the first problem. */
export type FormPage = { readonly page: FormPageName; readonly open: (page: FormPageName) => void }

/** The page after this one: the middle one only where somebody asked for what stands on it; null after the last. */
export function pageAfter(page: FormPageName, values: ApplicationValues): FormPageName | null {
  if (page === 'hardship') return null
  return page === 'applicant' && needsPartsPage(values) ? 'parties' : 'hardship'
}

/** State of the open page. */
export function useFormPage(): FormPage {
  const [page, setPage] = useState<FormPageName>('applicant')
  const open = (next: FormPageName) => {
    setPage(next)
    // The field that had the focus went with its page: Tab goes on from the new page, not from the top of the window.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-pane]')?.focus()
      }),
    )
  }
  return { page, open }
}

/** Opens the page on which the first of some fields stands, and goes to it. */
export function showProblems([first]: readonly string[], showPage: FormPage): void {
  if (first !== undefined) showPage.open(pageOfField(first))
  focusFirstProblem()
}

/** The application form in three pages (Alt+1, Alt+2, Alt+3), with what is known of the person and the live check beside them. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { form, pack, today, conflicts, filedPersonId, showPage } = props
  const { values, set, problems } = form
  const person = usePersonForm({
    form: {
      ...form,
      set: patch => {
        // The applicant's own row of the household keeps the applicant's name.
        const [self, ...others] = values.members
        const follows = patch.name !== undefined && self?.relation === SELF && self.name === values.name
        set({ ...patch, ...(follows && self ? { members: [{ ...self, name: patch.name ?? '' }, ...others] } : {}) })
      },
    },
    codes: pack.codes,
    day: values.receivedOn,
    today,
  })
  const known = useKnownPerson({
    values,
    pick: id => set({ personId: id }),
    person,
    except: filedPersonId,
    isSaved: props.isSaved,
    isShown: showPage.page === 'applicant',
  })
  const causeInput = useRef<HTMLInputElement>(null)
  const onHardship = showPage.page === 'hardship'
  const onParties = showPage.page === 'parties'
  const onApplicant = showPage.page === 'applicant'
  const [isReading, setReading] = useState(false)
  const { user } = useSession()
  useKeys([
    { keys: 'Alt+1', label: '申请人与事项', run: () => showPage.open('applicant') },
    { keys: 'Alt+2', label: '代理、当事人和手续', run: () => showPage.open('parties') },
    { keys: 'Alt+3', label: '经济困难与材料', run: () => showPage.open('hardship') },
    { keys: 'F9', label: '申报台', run: () => setReading(true), when: !isReading },
    { keys: 'F2', label: '常用案由', run: () => causeInput.current?.focus(), when: onApplicant },
    { keys: '1', label: '核查经济困难状况', run: () => chooseRoute(form, 'check'), when: onHardship },
    { keys: '2', label: '免予核查', run: () => chooseRoute(form, 'waived'), when: onHardship },
    { keys: '3', label: '不受经济困难条件限制', run: () => chooseRoute(form, 'not-applicable'), when: onHardship },
  ])
  const counts = { applicant: 0, parties: 0, hardship: 0 }
  for (const name of Object.keys(problems)) counts[pageOfField(name)] += 1
  return (
    <>
      <Tabs
        value={showPage.page}
        onChange={page => showPage.open(page === 'hardship' || page === 'parties' ? page : 'applicant')}
        className="form-tabs"
      >
        <Tabs.List aria-label="申请表">
          <Tabs.Tab value="applicant">
            1　申请人与事项
            {counts.applicant > 0 && <span className="note red">　{counts.applicant} 项要改</span>}
          </Tabs.Tab>
          <Tabs.Tab value="parties">
            2　代理、当事人和手续
            {counts.parties > 0 ? (
              <span className="note red">　{counts.parties} 项要改</span>
            ) : (
              !needsPartsPage(values) && <span className="note muted">　需要时填</span>
            )}
          </Tabs.Tab>
          <Tabs.Tab value="hardship">
            3　经济困难与材料
            {counts.hardship > 0 && <span className="note red">　{counts.hardship} 项要改</span>}
          </Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <Panes>
        {onHardship ? (
          <HardshipPage form={form} pack={pack} />
        ) : onParties ? (
          <PartiesPage form={form} pack={pack} today={today} onRead={() => setReading(true)} />
        ) : (
          <ApplicantPage
            form={form}
            person={person}
            pack={pack}
            today={today}
            autoFocus={values.name === ''}
            isNew={filedPersonId === null}
            causeInput={causeInput}
            nameHint={known.matched === 0 ? undefined : `匹配到 ${known.matched} 人，见右侧`}
          />
        )}
        {onParties ? null : onHardship ? (
          <SidePane key="result" label="核查结果" width={330}>
            <LiveHardship values={values} pack={pack} today={today} />
            {conflicts.missing > 0 && (
              <Section>
                <SectionHead title="利益冲突" count={conflicts.findings.length} />
                <ConflictPanel {...conflicts} before="" />
              </Section>
            )}
          </SidePane>
        ) : (
          <SidePane
            key="known"
            label="来过本中心"
            width={330}
            foot={<span className="note muted">查看本人完整号码会写入操作日志</span>}
          >
            <Section>{known.panel}</Section>
            {values.consultationId !== null && <ConsultationFacts id={values.consultationId} pack={pack} />}
            <Section>
              <SectionHead title="利益冲突" count={conflicts.findings.length || undefined} />
              <ConflictPanel {...conflicts} before="填上申请人和对方当事人就查" />
            </Section>
          </SidePane>
        )}
      </Panes>
      {isReading && (
        <DeclarationDesk
          pack={pack}
          pages={declarationPages(pack, values, hardshipInputOf(values))}
          reader={user.name}
          today={today}
          onRecord={reading => {
            set({ readings: [reading] })
            setReading(false)
            announceDone('已记录宣读')
          }}
          onClose={() => setReading(false)}
        />
      )}
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一项' },
            { keys: ['Alt+1', '2', '3'], label: '换页' },
            { keys: ['F6'], label: '下一栏' },
          ]}
        />
        <span className="push row">
          <ProblemButton
            problems={problems}
            labelOf={applicationLabel}
            onPress={() => showProblems(Object.keys(problems), showPage)}
          />
          {props.buttons}
        </span>
      </ActionBar>
    </>
  )
}
