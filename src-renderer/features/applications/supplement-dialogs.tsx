import type { OutputOf } from '../../../src-main/contract/index.ts'
import { missingMaterials } from '../../../src-main/domain/materials.ts'
import { ActDialog } from '../../api/act-dialog.tsx'
import { invoke } from '../../api/client.ts'
import { applicationValues } from './application-values.ts'
import type { ActProps } from './course-dialogs.tsx'
import { materialFactsOf, suggestedMaterials } from './materials-list.ts'

/** 补正通知: everything that is missing, told once; the clock stands still from the next day. */
export function SupplementDialog({ pack, one, papers, onClose }: ActProps) {
  const { hardship, materials } = one.application
  const facts = materialFactsOf(pack, applicationValues(pack, one.application))
  const lacking = missingMaterials(pack.application.materials, facts, materials).map(({ rule }) => rule.label)
  const suggested = suggestedMaterials(pack, hardship.route, hardship.route === 'check' ? '' : hardship.ground)
  const listed = [...lacking, ...suggested.filter(name => !lacking.includes(name))]
  return (
    <ActDialog
      title={`补正通知　${one.person.name}`}
      action="发补正通知"
      done="已发补正通知，期限从次日起停计"
      onClose={onClose}
      // What the checklist misses is ticked at first: the notice is sent once and should list it all.
      initial={{ missing: lacking }}
      fields={values => [
        {
          kind: 'ticks',
          name: 'missing',
          label: '缺少什么',
          required: values.list('other').length === 0,
          options: listed.map(name => ({
            code: name,
            label: materials.some(material => material.name === name) ? `${name}（已收到）` : name,
          })),
          hint: '一次写全；清单里缺的已勾上',
        },
        { kind: 'lines', name: 'other', label: '其他', longest: 300, hint: '一行一项' },
        { kind: 'day', name: 'askedOn', label: '通知日期', required: true, earliest: one.application.receivedOn },
        {
          kind: 'day',
          name: 'dueOn',
          label: '补正截止',
          later: true,
          earliest: values.orNull('askedOn') ?? undefined,
          hint: '过期不补的，视为撤回申请；空着的，不写截止日期',
        },
      ]}
      run={values =>
        invoke('applications.askSupplement', {
          id: one.id,
          askedOn: values.text('askedOn'),
          missing: [...values.list('missing'), ...values.list('other')],
          dueOn: values.orNull('dueOn'),
          version: one.version,
        })
      }
      onDone={() => papers.issue('supplement-notice', { kind: 'application', id: one.id })}
    />
  )
}

/** 补正收到: what came and when, whole or in part; the clock goes on from the day after the last of it. */
export function ReceiveDialog({ one, course, onClose }: ActProps) {
  const notice = course.supplement
  const outstanding = notice?.outstanding ?? []
  return (
    <ActDialog
      title={`补正收到　${one.person.name}`}
      action="补正收到"
      done={({ isComplete }: OutputOf<'applications.receiveSupplement'>) =>
        isComplete ? '补正收齐，恢复计时' : '已记收到的部分，继续等补正'
      }
      onClose={onClose}
      words={notice && `${notice.number}　${notice.askedOn} 通知补正`}
      initial={{ received: outstanding }}
      fields={values => {
        const isPart = values.list('received').length < outstanding.length
        return [
          {
            kind: 'ticks',
            name: 'received',
            label: '收到什么',
            options: outstanding.map(name => ({ code: name, label: name })),
            hint: '没有收到的去掉勾，继续等',
          },
          ...(isPart
            ? ([
                {
                  kind: 'ticks',
                  name: 'isEnough',
                  label: '其余',
                  options: [{ code: 'enough', label: '不再等，收到的已经够了' }],
                },
                { kind: 'line', name: 'note', label: '说明', required: values.list('isEnough').length > 0, longest: 300 },
              ] as const)
            : []),
          {
            kind: 'day',
            name: 'answeredOn',
            label: '收到日期',
            required: true,
            earliest: notice?.askedOn,
            hint: '收齐的，从次日起恢复计时',
          },
        ]
      }}
      run={values =>
        invoke('applications.receiveSupplement', {
          id: one.id,
          answeredOn: values.text('answeredOn'),
          received: values.list('received'),
          isEnough: values.list('isEnough').length > 0,
          note: values.orNull('note'),
          version: one.version,
        })
      }
    />
  )
}
