import { Button } from '@mantine/core'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { hasRole, useSession } from '../../api/session.ts'
import { useDo } from '../../api/use-do.ts'
import type { PaperDialogHandle } from '../../api/use-paper-dialog.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import type { ApplicationDetail } from './application-words.ts'

/** What else is printed of the check (说明表, 援助证明), and putting a granted application down for a re-check (列入核实). */
export function HardshipPapers({ one, papers }: { readonly one: ApplicationDetail; readonly papers: PaperDialogHandle }) {
  const { user } = useSession()
  const add = useDo('rechecks.add')
  const subject = { kind: 'application', id: one.id } as const
  const isGranted = one.status === 'granted'
  const recheck = async () => {
    const answer = await askConfirm({
      title: '列入抽查核实',
      text: `${one.person.name}　${one.number}`,
      action: '列入核实',
      reason: { label: '核实的原因', required: true },
    })
    if (!answer) return
    const reply = await add.run({ applicationId: one.id, reason: answer.reason ?? '' })
    if (reply.ok) announceDone('已列入抽查核实')
  }
  return (
    <>
      <ErrorBanner error={add.error} />
      <div className="row">
        {one.hardship.outcome !== 'not-applicable' && (
          <Button size="xs" variant="default" onClick={() => void papers.issue('hardship-statement', subject)}>
            打印说明表
          </Button>
        )}
        {isGranted && (
          <Button size="xs" variant="default" onClick={() => void papers.issue('aid-certificate', subject)}>
            援助证明（交法院缓减免）
          </Button>
        )}
        {isGranted && hasRole(user, ['clerk', 'director']) && (
          <Button size="xs" variant="default" loading={add.isBusy} onClick={() => void recheck()}>
            列入核实
          </Button>
        )}
      </div>
    </>
  )
}
