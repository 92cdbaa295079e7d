import { Checkbox, Select, TextInput } from '@mantine/core'
import { CUSTODY_LIMIT, handOverOf, hoursAndMinutes } from '../../../src-main/domain/custody.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { inputsOf } from '../../ui/form-inputs.ts'
import { SectionHead } from '../../ui/page.tsx'
import type { ApplicationValues } from './application-values.ts'
import type { PartiesPageProps } from './parties-page.tsx'
import { tidyTime } from './party-values.ts'
import { YesNo } from './yes-no.tsx'

/** 在押: where the applicant is held, who passed the application on and when, and where the decision goes. */
export function CustodyPart({ form, pack, today }: Omit<PartiesPageProps, 'onRead'>) {
  const { values, set, problemOf } = form
  const input = inputsOf(form)
  return (
    <section className="section" aria-label="在押">
      <SectionHead title="在押" />
      <div className="form-gap" />
      <Checkbox
        label="申请人被羁押、服刑或者强制隔离戒毒"
        checked={values.isDetained}
        onChange={event => set({ isDetained: event.currentTarget.checked })}
      />
      {values.isDetained && (
        <div className="form-inset">
          <Field required label="羁押场所" name="custodyPlace">
            <TextInput {...input.text('custodyPlace')} maxLength={100} />
          </Field>
          <Field group required label="经人转交" error={problemOf('isForwarded')} name="isForwarded">
            <YesNo label="申请是否经人转交" value={values.isForwarded} onChange={isForwarded => set({ isForwarded })} />
          </Field>
          {values.isForwarded === true && (
            <>
              <Field group required label="转交人" error={problemOf('forwardBy')} name="forwardBy">
                <Select
                  aria-label="转交人"
                  data={optionsOf(pack.application.forwarders)}
                  {...input.choice('forwardBy')}
                  allowDeselect={false}
                  w={210}
                />
                <TextInput
                  aria-label="转交单位或者值班律师姓名"
                  placeholder="单位、姓名"
                  {...input.text('forwardName')}
                  maxLength={100}
                  style={{ flex: 1 }}
                />
              </Field>
              <Field
                group
                required
                label="申请交出"
                hint="被羁押人把申请交给转交人的时间"
                error={problemOf('handedOn') ?? problemOf('handedAt')}
                name="handedOn"
              >
                <DateField
                  aria-label="交给转交人的日期"
                  {...input.day('handedOn')}
                  latest={values.receivedOn ?? today}
                  today={today}
                />
                <TimeInput label="交给转交人的时间" value={values.handedAt} onChange={handedAt => set({ handedAt })} />
              </Field>
              <Field
                group
                required
                label="本中心收到"
                fact={<HandOverFact values={values} pack={pack} />}
                error={problemOf('custodyReceivedAt')}
                name="custodyReceivedAt"
              >
                <span className="field-text">{values.receivedOn ?? '先填收到日期'}</span>
                <TimeInput
                  label="本中心收到的时间"
                  value={values.custodyReceivedAt}
                  onChange={custodyReceivedAt => set({ custodyReceivedAt })}
                />
              </Field>
            </>
          )}
          <Field
            group
            required
            label="决定书"
            hint="是否同时送羁押场所"
            error={problemOf('decisionToCustody')}
            name="decisionToCustody"
          >
            <YesNo
              label="决定书同时送羁押场所"
              value={values.decisionToCustody}
              onChange={decisionToCustody => set({ decisionToCustody })}
            />
          </Field>
        </div>
      )}
    </section>
  )
}

/** A time of day, typed as 0930 or 9:30. */
function TimeInput(props: { readonly label: string; readonly value: string; readonly onChange: (time: string) => void }) {
  return (
    <TextInput
      aria-label={props.label}
      placeholder="时:分"
      value={props.value}
      onChange={event => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onChange(tidyTime(props.value))}
      maxLength={5}
      w={86}
    />
  )
}

/** 用时 23 小时 10 分，按时 or 超过 24 小时, with the clause. */
function HandOverFact({ values, pack }: { readonly values: ApplicationValues; readonly pack: RulePack }) {
  const limit = pack.time.hourLimits.find(one => one.id === CUSTODY_LIMIT)
  const times = [values.handedAt, values.custodyReceivedAt]
  if (!limit || values.handedOn === null || values.receivedOn === null || times.some(time => !/^\d{2}:\d{2}$/.test(time)))
    return null
  const result = handOverOf(
    { day: values.handedOn, time: values.handedAt },
    { day: values.receivedOn, time: values.custodyReceivedAt },
    limit,
  )
  if (result.minutes < 0) return <span className="red">收到的时间早于交出的时间</span>
  const used = `用时 ${hoursAndMinutes(result.minutes)}`
  return result.isLate ? (
    <span className="red">
      {`${used}，超过 ${result.limitHours} 小时${result.lateMinutes === 0 ? '' : `，迟 ${hoursAndMinutes(result.lateMinutes)}`}　${result.clause}`}
    </span>
  ) : (
    <span className="green">{`${used}，未超过 ${result.limitHours} 小时　${result.clause}`}</span>
  )
}
