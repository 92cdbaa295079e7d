import { Radio, TextInput } from '@mantine/core'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { FormValues } from '../../ui/use-form-values.ts'
import type { ApplicationValues } from './application-values.ts'
import { YesNo } from './yes-no.tsx'

/** 核查方式: the applicant's undertaking, or a query of others' data (法律援助法 41). None is chosen beforehand. */
export function ProofPart({ form }: { readonly form: FormValues<ApplicationValues> }) {
  const { values, set, problemOf, note } = form
  const way = values.proofWay
  return (
    <>
      <Field group label="核查方式" labelWidth={92} error={problemOf('proofWay')} name="proofWay">
        <Radio.Group
          aria-label="核查方式"
          value={way?.way ?? ''}
          onChange={next =>
            set({
              proofWay:
                next === 'declaration'
                  ? { way: 'declaration', isSigned: null, signedOn: null }
                  : { way: 'query', queriedOn: null, sources: null, agrees: null },
            })
          }
        >
          <div className="check-row">
            <Radio value="declaration" label="个人诚信承诺" />
            <Radio value="query" label="信息核查（查询有关部门数据）" />
          </div>
        </Radio.Group>
      </Field>
      {way?.way === 'declaration' && (
        <Field group label="承诺" labelWidth={92}>
          <div className="row">
            <Radio.Group
              aria-label="个人诚信承诺"
              value={way.isSigned === null ? '' : way.isSigned ? 'yes' : 'no'}
              onChange={value => set({ proofWay: { ...way, isSigned: value === 'yes' } })}
            >
              <div className="check-row">
                <Radio value="yes" label="申请人已签" />
                <Radio value="no" label="没有签" />
              </div>
            </Radio.Group>
            {way.isSigned && (
              <DateField
                w={132}
                aria-label="签承诺的日期"
                value={way.signedOn}
                onChange={signedOn => set({ proofWay: { ...way, signedOn } })}
                onProblem={problem => note('proofWay.signedOn', problem)}
              />
            )}
          </div>
        </Field>
      )}
      {way?.way === 'query' && (
        <>
          <Field label="查询" labelWidth={92} hint="写向谁查、查什么：民政低保、不动产登记、车辆、社保等">
            <TextInput
              aria-label="查询单位和内容"
              value={way.sources ?? ''}
              maxLength={200}
              onChange={event => {
                const sources = event.currentTarget.value
                set({ proofWay: { ...way, sources: sources === '' ? null : sources } })
              }}
            />
          </Field>
          <Field group label="结果" labelWidth={92}>
            <div className="row">
              <DateField
                w={132}
                aria-label="查询日期"
                value={way.queriedOn}
                onChange={queriedOn => set({ proofWay: { ...way, queriedOn } })}
                onProblem={problem => note('proofWay.queriedOn', problem)}
              />
              <YesNo
                label="查询结果与申报"
                words={['与申报一致', '不一致']}
                value={way.agrees}
                onChange={agrees => set({ proofWay: { ...way, agrees } })}
              />
            </div>
          </Field>
        </>
      )}
    </>
  )
}
