import { Button, Menu } from '@mantine/core'
import { IconChevronUp, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ApplicationCourse } from '../../../src-main/contract/procedure.ts'
import { clauseOf } from '../../../src-main/domain/rule-basis.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { invoke } from '../../api/client.ts'
import { ConflictSection } from '../../api/conflict-section.tsx'
import { DeliveriesSection } from '../../api/deliveries-section.tsx'
import { PrivacySection } from '../../api/privacy-section.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf, matterWords } from '../../api/use-pack.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { dayOfInstant, monthDay, timeOfInstant } from '../../ui/day-text.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MaskedId } from '../../ui/masked-id.tsx'
import { Pane, Section, SectionHead } from '../../ui/page.tsx'
import type { ApplicationDetail } from './application-words.ts'
import { type Act, CourseDialog } from './course-dialogs.tsx'
import { CourseSection } from './course-section.tsx'
import { FirstOpinion } from './first-opinion.tsx'
import { PackClause } from './hardship-steps.tsx'
import { MissingMaterials, StatementSection } from './statement-section.tsx'

type PaneProps = {
  readonly pack: RulePack
  readonly one: ApplicationDetail
  readonly papers: PaperDialogHandle
  /** In CSS px. */
  readonly width: number
}

/** The left pane: the applicant (masked), the matter, what the review found, and the clerk's next steps. */
export function ApplicantPane(props: PaneProps) {
  const { user } = useSession()
  const [act, setAct] = useState<Act | null>(null)
  const course = useAsk('procedure.get', { id: props.one.id }).data
  const isOpen = props.one.status === 'deciding' || props.one.status === 'supplementing'
  return (
    <Pane label="申请人和事项" width={props.width} narrow foot={<ClerkSteps {...props} course={course} onAct={setAct} />}>
      <Applicant {...props} />
      <Matter {...props} />
      <StatementSection {...props} />
      <Review {...props} />
      <FirstOpinion applicationId={props.one.id} isOpen={isOpen} />
      <PrivacySection matter={{ kind: 'application', id: props.one.id }} />
      {course && <CourseSection pack={props.pack} course={course} mayAct={hasRole(user, ['clerk', 'director'])} onAct={setAct} />}
      {isOpen && <DeliveriesSection subject={{ kind: 'application', id: props.one.id }} papers={props.papers} />}
      {course && act && (
        <CourseDialog
          act={act}
          pack={props.pack}
          one={props.one}
          course={course}
          papers={props.papers}
          onClose={() => setAct(null)}
        />
      )}
    </Pane>
  )
}

const sexWords = { male: '男', female: '女' } as const

function Applicant({ pack, one }: PaneProps) {
  const { person } = one
  const reveal = async (what: 'certificateNumber' | 'phone') => {
    const reply = await invoke('people.reveal', { id: person.id })
    return reply.ok ? reply.value[what] : null
  }
  const { user } = useSession()
  const mayReveal = hasRole(user, ['clerk', 'director', 'archivist'])
  const sexAndAge = [
    person.sex === null ? '' : sexWords[person.sex],
    person.age === null ? '' : `${person.age} 岁${person.birthDate === null ? '' : `（${person.birthDate}）`}`,
  ]
  return (
    <Section label="申请人">
      <SectionHead title="申请人" />
      <DescriptionList
        termWidth={68}
        items={[
          {
            term: '姓名',
            value: (
              <Link href={`/people/${person.id}`} className="plain-link strong">
                {person.name}
              </Link>
            ),
          },
          { term: '性别　年龄', value: sexAndAge.filter(Boolean).join('　') },
          {
            term: '证件号码',
            value:
              person.certificateMasked === null ? (
                <span className="muted">无证件</span>
              ) : (
                <MaskedId
                  masked={person.certificateMasked}
                  onReveal={mayReveal ? () => reveal('certificateNumber') : undefined}
                />
              ),
          },
          {
            term: '联系电话',
            value: person.phoneMasked !== null && (
              <MaskedId masked={person.phoneMasked} label="联系电话" onReveal={mayReveal ? () => reveal('phone') : undefined} />
            ),
          },
          { term: '现住址', value: person.address },
          { term: '人员类别', value: person.categories.map(code => labelOf(pack.codes.personCategories, code)).join('、') },
        ]}
      />
    </Section>
  )
}

function Matter({ pack, one }: PaneProps) {
  const { application } = one
  const words = matterWords(pack, application.matterType, application.stage)
  const scope = pack.codes.scopes.find(entry => entry.code === application.scope)
  return (
    <Section label="申请事项">
      <SectionHead title="申请事项" />
      <DescriptionList
        termWidth={68}
        items={[
          { term: '类型　阶段', value: `${words.type}　${words.stage}` },
          { term: '案由', value: application.cause },
          {
            term: '事项范围',
            value: scope ? (
              <PackClause pack={pack} clause={clauseOf(scope.basis)} quote={scope.label} confidence={scope.basis.confidence} />
            ) : (
              application.scope
            ),
          },
          {
            term: '申请形式',
            value: application.aidForms.map(code => labelOf(pack.codes.aidForms, code)).join('、'),
          },
          { term: '对方当事人', value: application.opponentName },
          { term: '办案机关', value: [application.agency, application.agencyNumber].filter(Boolean).join('　') },
        ]}
      />
      <p className="second soft keep-lines facts-text">{application.facts}</p>
    </Section>
  )
}

function Review({ one }: PaneProps) {
  const { user } = useSession()
  const { application, supplements, conflicts, consultationNumber } = one
  const copies = application.materials.reduce((sum, material) => sum + material.copies, 0)
  // A review that ended while material was missing awaits nothing any more.
  const open = one.status === 'supplementing' ? supplements.find(supplement => supplement.answeredOn === null) : undefined
  const answered = supplements.filter(supplement => supplement.answeredOn !== null).at(-1)
  return (
    <Section label="审查">
      <SectionHead title="审查" />
      <ul className="plain review-marks">
        <li>
          {open ? (
            <IconPlayerPause size={16} className="amber" aria-hidden />
          ) : (
            <IconCircleCheck size={16} className="green" aria-hidden />
          )}
          <span>{open ? '等补正，见办理经过' : `申请材料 ${application.materials.length} 种 ${copies} 份`}</span>
          <span className="note muted nowrap">
            {open
              ? open.dueOn !== null && `${monthDay(open.dueOn)} 前`
              : answered?.answeredOn && `${monthDay(answered.answeredOn)} 补齐`}
          </span>
        </li>
      </ul>
      <ConflictSection
        subject={{ kind: 'application', id: one.id }}
        findings={conflicts}
        mayAnswer={hasRole(user, ['clerk', 'director'])}
      />
      <MissingMaterials one={one} />
      {application.materials.length > 0 && (
        <p className="note soft">{application.materials.map(material => material.name).join('、')}</p>
      )}
      <p className="second soft">
        {one.registeredBy} {monthDay(dayOfInstant(one.registeredAt))} {timeOfInstant(one.registeredAt)} 登记
        {consultationNumber !== null && application.consultationId !== null && (
          <>
            {'　由来访 '}
            <Link href={`/consultations/${application.consultationId}`} className="text-link">
              {consultationNumber}
            </Link>
            {' 转来'}
          </>
        )}
      </p>
    </Section>
  )
}

/** What the clerk may do while the application is open: mend it, ask for what is missing, take it back. */
function ClerkSteps({
  one,
  papers,
  course,
  onAct,
}: PaneProps & { readonly course: ApplicationCourse | undefined; readonly onAct: (act: Act) => void }) {
  const [, go] = useLocation()
  const { user } = useSession()
  const mayAct = hasRole(user, ['clerk', 'director'])
  const isOpen = one.status === 'deciding' || one.status === 'supplementing'
  const isWaiting = one.status === 'supplementing'
  const mayAsk = one.status === 'deciding' && one.supplements.length === 0
  const mayObject =
    one.status === 'refused' && course !== undefined && !course.objections.some(each => each.answerResult !== 'corrected')
  const isDirector = hasRole(user, ['director'])
  const others: readonly (readonly [string, () => void])[] = [
    ...(isOpen && isDirector ? [['先行提供…', () => onAct({ kind: 'urgent' })] as const] : []),
    ...(course?.supplement?.mayBeDeemedWithdrawn ? [['视为撤回…', () => onAct({ kind: 'deem' })] as const] : []),
    ...(isOpen
      ? ([
          ['撤回申请…', () => onAct({ kind: 'withdraw' })],
          ['不属于本中心受理…', () => onAct({ kind: 'not-ours' })],
          ['移送其他中心…', () => onAct({ kind: 'hand-over' })],
        ] as const)
      : []),
    ['审查表', () => void papers.issue('review-sheet', { kind: 'application', id: one.id })],
    ['接收凭证', () => void papers.issue('materials-receipt', { kind: 'application', id: one.id })],
  ]
  const edit = () => go(`/applications/${one.id}/edit`)
  useKeys([
    { keys: 'E', label: '修改申请', run: edit, when: mayAct && isOpen },
    { keys: 'B', label: '补正通知', run: () => onAct({ kind: 'supplement' }), when: mayAct && mayAsk },
    { keys: 'R', label: '补正收齐', run: () => onAct({ kind: 'receive' }), when: mayAct && isWaiting },
    { keys: 'S', label: '审查意见', run: () => onAct({ kind: 'review' }), when: mayAct && one.status === 'deciding' },
    { keys: 'X', label: '协作函', run: () => onAct({ kind: 'cooperate' }), when: mayAct && isOpen },
    { keys: 'Y', label: '登记异议', run: () => onAct({ kind: 'object' }), when: mayAct && mayObject },
    { keys: 'W', label: '撤回申请', run: () => onAct({ kind: 'withdraw' }), when: mayAct && isOpen },
  ])
  return (
    <>
      {mayAct ? (
        <div className="clerk-steps">
          {isOpen && (
            <Button size="xs" variant="default" onClick={edit}>
              修改
            </Button>
          )}
          {one.status === 'deciding' && (
            <Button size="xs" variant="default" disabled={!mayAsk} onClick={() => onAct({ kind: 'supplement' })}>
              {mayAsk ? '补正通知' : '已告知补正'}
            </Button>
          )}
          {isWaiting && (
            <Button size="xs" variant="default" onClick={() => onAct({ kind: 'receive' })}>
              补正收齐
            </Button>
          )}
          {one.status === 'deciding' && (
            <Button size="xs" variant="default" onClick={() => onAct({ kind: 'review' })}>
              审查意见
            </Button>
          )}
          {isOpen && (
            <Button size="xs" variant="default" onClick={() => onAct({ kind: 'cooperate' })}>
              协作函
            </Button>
          )}
          {mayObject && (
            <Button size="xs" variant="default" onClick={() => onAct({ kind: 'object' })}>
              登记异议
            </Button>
          )}
          <Menu position="top-end" withinPortal>
            <Menu.Target>
              <Button size="xs" variant="default" rightSection={<IconChevronUp size={14} aria-hidden />}>
                其他
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(([label, run]) => (
                <Menu.Item key={label} onClick={run}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      ) : (
        <span className="note muted">由接待员或主任办理</span>
      )}
    </>
  )
}
