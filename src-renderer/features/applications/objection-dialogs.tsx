import { ActDialog } from '../../api/act-dialog.tsx'
import { invoke } from '../../api/client.ts'
import type { ActProps } from './course-dialogs.tsx'

/** 登记异议: to the refusal that stands; a late one says why it is taken. */
export function ObjectDialog({ one, course, papers, onClose }: ActProps) {
  const lastDay = course.objectionLastDay
  const standing = course.decisions.find(decision => decision.setAsideOn === null)
  return (
    <ActDialog
      title={`异议　${one.person.name}`}
      action="登记异议"
      done="已登记异议，等司法局审查"
      onClose={onClose}
      words={`对 ${standing?.number ?? ''} 提出。${lastDay === null ? '没有规定提出期限。' : `提出期限到 ${lastDay}。`}`}
      fields={values => [
        { kind: 'day', name: 'filedOn', label: '提出日期', required: true, earliest: standing?.decidedOn },
        { kind: 'area', name: 'reasons', label: '异议理由', required: true, longest: 2000 },
        ...(lastDay !== null && values.text('filedOn') > lastDay
          ? [{ kind: 'area', name: 'lateReason', label: '逾期情况', required: true, longest: 300 } as const]
          : []),
        {
          kind: 'day',
          name: 'bureauReceivedOn',
          label: '司法局收到',
          required: true,
          earliest: standing?.decidedOn,
          hint: '审查期限从这一天起算',
        },
      ]}
      run={values =>
        invoke('objections.file', {
          applicationId: one.id,
          filedOn: values.text('filedOn'),
          bureauReceivedOn: values.text('bureauReceivedOn'),
          reasons: values.text('reasons'),
          lateReason: values.orNull('lateReason'),
          version: one.version,
        })
      }
      onDone={value => papers.issue('objection-receipt', { kind: 'objection', id: value.id })}
    />
  )
}

/** 司法局审查决定: upheld, or to be corrected. */
export function AnswerObjectionDialog({ one, course, onClose, id }: ActProps & { readonly id: string }) {
  const objection = course.objections.find(each => each.id === id)
  return (
    <ActDialog
      title={`司法局审查决定　${objection?.number ?? ''}`}
      action="记下决定"
      done="已记司法局决定"
      onClose={onClose}
      fields={[
        {
          kind: 'choice',
          name: 'result',
          label: '审查结果',
          required: true,
          options: [
            { code: 'upheld', label: '维持' },
            { code: 'corrected', label: '责令改正' },
          ],
          hint: '责令改正的，重新决定，原决定保留',
        },
        { kind: 'line', name: 'answerNumber', label: '文号', required: true, longest: 60, hint: '异议审查决定书' },
        { kind: 'area', name: 'note', label: '决定要点', longest: 1000 },
        { kind: 'day', name: 'answeredOn', label: '决定日期', required: true, earliest: objection?.bureauReceivedOn },
      ]}
      run={values =>
        invoke('objections.answer', {
          id,
          answeredOn: values.text('answeredOn'),
          result: values.text('result') === 'corrected' ? 'corrected' : 'upheld',
          answerNumber: values.text('answerNumber'),
          note: values.orNull('note'),
          version: one.version,
        })
      }
    />
  )
}
