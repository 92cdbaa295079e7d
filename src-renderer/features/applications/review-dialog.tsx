import { ActDialog } from '../../api/act-dialog.tsx'
import { invoke } from '../../api/client.ts'
import type { ActProps } from './course-dialogs.tsx'

/** 审查意见 (form 8): what the clerk proposes and why. */
export function ReviewDialog({ pack, one, onClose }: ActProps) {
  return (
    <ActDialog
      title={`审查意见　${one.person.name}`}
      action="提出意见"
      done="已提出审查意见，等主任决定"
      onClose={onClose}
      initial={{ aidForms: one.application.aidForms }}
      fields={values => [
        {
          kind: 'choice',
          name: 'proposal',
          label: '建议',
          required: true,
          options: [
            { code: 'grant', label: '建议给予' },
            { code: 'refuse', label: '建议不予' },
          ],
        },
        ...(values.text('proposal') === 'grant'
          ? [{ kind: 'ticks', name: 'aidForms', label: '援助形式', required: true, options: pack.codes.aidForms } as const]
          : []),
        ...(values.text('proposal') === 'refuse'
          ? [{ kind: 'ticks', name: 'reasons', label: '不予理由', required: true, options: pack.codes.refusalReasons } as const]
          : []),
        { kind: 'area', name: 'opinion', label: '审查意见', required: true, longest: 1000 },
        { kind: 'day', name: 'reviewedOn', label: '审查日期', required: true, earliest: one.application.receivedOn },
      ]}
      run={values => {
        const proposal = values.text('proposal') === 'refuse' ? 'refuse' : 'grant'
        return invoke('reviews.give', {
          applicationId: one.id,
          reviewedOn: values.text('reviewedOn'),
          proposal,
          aidForms: proposal === 'grant' ? values.list('aidForms') : [],
          reasons: proposal === 'refuse' ? values.list('reasons') : [],
          opinion: values.text('opinion'),
          version: one.version,
        })
      }}
    />
  )
}
