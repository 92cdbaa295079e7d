import { ActDialog } from '../../api/act-dialog.tsx'
import { invoke } from '../../api/client.ts'
import type { ActProps } from './course-dialogs.tsx'

const LETTER_ANSWERS = [
  { code: 'answered', label: '已书面答复' },
  { code: 'refused', label: '书面说明不能协作' },
  { code: 'recalled', label: '本中心收回' },
] as const

/** 协作函: what another center is asked to check. */
export function CooperateDialog({ one, papers, onClose }: ActProps) {
  return (
    <ActDialog
      title={`协作函　${one.person.name}`}
      action="发协作函"
      done="已发协作函，期限从次日起停计"
      onClose={onClose}
      fields={[
        { kind: 'line', name: 'toCenter', label: '收函中心', required: true, longest: 60 },
        { kind: 'line', name: 'toContact', label: '联系人', longest: 60, hint: '姓名和电话' },
        { kind: 'area', name: 'facts', label: '有关情况', required: true, longest: 2000 },
        { kind: 'lines', name: 'items', label: '核实事项', required: true, longest: 2000, hint: '一行一项' },
        { kind: 'day', name: 'sentOn', label: '发函日期', required: true, earliest: one.application.receivedOn },
        { kind: 'day', name: 'dueOn', label: '答复期限', later: true, hint: '空着按规则包的日数' },
      ]}
      run={values =>
        invoke('cooperation.send', {
          applicationId: one.id,
          sentOn: values.text('sentOn'),
          toCenter: values.text('toCenter'),
          toContact: values.orNull('toContact'),
          facts: values.text('facts'),
          items: values.list('items'),
          dueOn: values.orNull('dueOn'),
          version: one.version,
        })
      }
      onDone={value => papers.issue('cooperation-letter', { kind: 'cooperation', id: value.id })}
    />
  )
}

/** 协作答复: what came of a letter. */
export function AnswerLetterDialog({ one, course, onClose, id }: ActProps & { readonly id: string }) {
  const letter = course.cooperations.find(each => each.id === id)
  return (
    <ActDialog
      title={`协作答复　${letter?.number ?? ''}`}
      action="记下答复"
      done="已记协作答复"
      onClose={onClose}
      words={letter && `${letter.sentOn} 发${letter.toCenter}：${letter.items.join('；')}`}
      fields={[
        { kind: 'choice', name: 'kind', label: '答复情况', required: true, options: LETTER_ANSWERS },
        { kind: 'area', name: 'answer', label: '答复内容', required: true, longest: 2000 },
        { kind: 'day', name: 'answeredOn', label: '收到日期', required: true, earliest: letter?.sentOn },
      ]}
      run={values =>
        invoke('cooperation.answer', {
          id,
          answeredOn: values.text('answeredOn'),
          kind: LETTER_ANSWERS.find(each => each.code === values.text('kind'))?.code ?? 'answered',
          answer: values.text('answer'),
          version: one.version,
        })
      }
    />
  )
}
