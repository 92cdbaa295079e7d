import { Button, NumberInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { fieldErrors, staleBy } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field, focusFirstError } from '../../ui/field.tsx'
import { renamedProblems } from '../../ui/form-problems.ts'
import { KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, Pane, Panes, Section, SectionHead } from '../../ui/page.tsx'
import { ProblemButton } from '../../ui/problem-button.tsx'
import { StaleDialog } from '../../ui/stale-dialog.tsx'
import { useFormValues } from '../../ui/use-form-values.ts'
import { type Opened, useStaleSave } from '../../ui/use-stale-save.ts'
import {
  CENTER_LABELS,
  type CenterFacts,
  type CenterValues,
  centerField,
  centerLabel,
  centerProblems,
  centerStaleFields,
  centerUpdate,
  centerValues,
} from './center-values.ts'
import { TAB_HINTS } from './forbidden.tsx'
import { NumberPreview } from './number-preview.tsx'
import { PracticeSection } from './practice-section.tsx'
import { QueueSwitch } from './queue-switch.tsx'
import { RegionField } from './region-field.tsx'

const LABEL_WIDTH = 84

/** 本中心: the particulars that stand on every paper, and when the screen locks. */
export function CenterTab() {
  const { user } = useSession()
  const facts = useAsk('center.get', {})
  const mayEdit = hasRole(user, ['director', 'administrator'])
  return <AskState ask={facts}>{now => (mayEdit ? <Form facts={now} /> : <Reading facts={now} />)}</AskState>
}

function Reading({ facts }: { readonly facts: CenterFacts }) {
  const values = centerValues(facts)
  return (
    <>
      <Panes>
        <Pane label="本中心">
          <Section>
            <DescriptionList
              termWidth={LABEL_WIDTH}
              items={[
                ...(['fullName', 'shortName'] as const).map(key => ({ term: CENTER_LABELS[key], value: values[key] })),
                { term: CENTER_LABELS.regionCode, value: `${facts.regionName}　${facts.regionCode}` },
                ...(['fondsName', 'fondsCode', 'bureauName', 'address', 'phone'] as const).map(key => ({
                  term: CENTER_LABELS[key],
                  value: values[key],
                })),
                { term: CENTER_LABELS.idleMinutes, value: `${facts.idleMinutes} 分钟不动` },
              ]}
            />
          </Section>
        </Pane>
        <NumberPreview values={values} />
      </Panes>
      <ActionBar>
        <KeyHints hints={TAB_HINTS} />
        <span className="push row second muted">由主任、管理员修改</span>
      </ActionBar>
    </>
  )
}

function Form({ facts }: { readonly facts: CenterFacts }) {
  const [opened, setOpened] = useState<Opened<CenterValues>>({ values: centerValues(facts), version: facts.version })
  const form = useFormValues(opened.values, centerProblems)
  const { values } = form
  const update = useDo('center.update')
  const stale = useStaleSave(centerStaleFields)
  const isChanged = JSON.stringify(values) !== JSON.stringify(opened.values)

  // While nothing is typed here, what others save is shown at once.
  const isNewer = facts.version > opened.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the stored record, not what is typed
  useEffect(() => {
    if (!isNewer || isChanged) return
    settle({ values: centerValues(facts), version: facts.version })
  }, [isNewer])

  const settle = (to: Opened<CenterValues>) => {
    setOpened(to)
    form.replace(to.values)
  }
  const write = async (mine: CenterValues, version: number) => {
    if (!form.tryAll(mine)) return void requestAnimationFrame(() => focusFirstError())
    const reply = await update.run(centerUpdate(mine, version))
    if (reply.ok) {
      settle({ values: mine, version: reply.value.version })
      stale.close()
      announceDone('已保存')
      return
    }
    if (reply.error.code === 'STALE') {
      const now = await invoke('center.get', {})
      if (now.ok) stale.hold(opened.values, mine, { values: centerValues(now.value), version: now.value.version })
      return
    }
    form.refuse(renamedProblems(fieldErrors(reply.error), centerField))
    requestAnimationFrame(() => focusFirstError())
  }
  const save = () => write(values, opened.version)
  const revert = () => settle(opened)
  useKeys([{ keys: 'Ctrl+S', label: '保存', run: () => void save(), when: isChanged }])
  const text = (name: Exclude<keyof CenterValues, 'idleMinutes' | 'regionCode'>) => ({
    value: values[name],
    error: form.problemOf(name),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      form.set({ [name]: name === 'fondsCode' ? event.currentTarget.value.toUpperCase() : event.currentTarget.value }),
    onBlur: () => form.touch(name),
  })
  const problems = Object.keys(form.problems).length
  const isOther = update.error !== null && update.error.code !== 'STALE' && update.error.code !== 'VALIDATION'
  return (
    <>
      {isOther && <ErrorBanner error={update.error} />}
      <Panes>
        <Pane label="本中心">
          <div className="settings-form">
            <div className="settings-columns">
              <div>
                <SectionHead title="中心" />
                <Field label={CENTER_LABELS.fullName} required labelWidth={LABEL_WIDTH} hint="与印章一致" name="fullName">
                  <TextInput {...text('fullName')} maxLength={60} />
                </Field>
                <Field
                  label={CENTER_LABELS.shortName}
                  required
                  labelWidth={LABEL_WIDTH}
                  hint="用在以后的编号里；已取的编号不变"
                  name="shortName"
                >
                  <TextInput {...text('shortName')} maxLength={6} w={142} />
                </Field>
                <RegionField
                  code={values.regionCode}
                  onChange={regionCode => form.set({ regionCode })}
                  error={form.problemOf('regionCode')}
                  labelWidth={LABEL_WIDTH}
                />
                <Field label={CENTER_LABELS.bureauName} labelWidth={LABEL_WIDTH} name="bureauName">
                  <TextInput {...text('bureauName')} maxLength={60} />
                </Field>
                <Field label={CENTER_LABELS.address} labelWidth={LABEL_WIDTH} hint="印在告知书上" name="address">
                  <TextInput {...text('address')} maxLength={120} />
                </Field>
                <Field label={CENTER_LABELS.phone} labelWidth={LABEL_WIDTH} hint="印在告知书上" name="phone">
                  <TextInput {...text('phone')} maxLength={40} w={220} />
                </Field>
              </div>
              <div>
                <SectionHead title="档案" />
                <Field
                  label={CENTER_LABELS.fondsName}
                  required
                  labelWidth={LABEL_WIDTH}
                  hint="一般是司法局的全宗，向同级档案馆核对"
                  name="fondsName"
                >
                  <TextInput {...text('fondsName')} maxLength={60} />
                </Field>
                <Field
                  label={CENTER_LABELS.fondsCode}
                  required
                  labelWidth={LABEL_WIDTH}
                  hint="1 个大写字母加 3 位数字，由档案馆给定"
                  name="fondsCode"
                >
                  <TextInput {...text('fondsCode')} maxLength={4} w={142} />
                </Field>
                <SectionHead title="安全" />
                <Field
                  label={CENTER_LABELS.idleMinutes}
                  required
                  labelWidth={LABEL_WIDTH}
                  hint="这么久没有操作就锁屏，正在写的内容会留着"
                  name="idleMinutes"
                >
                  <NumberInput
                    value={values.idleMinutes ?? ''}
                    onChange={value => form.set({ idleMinutes: typeof value === 'number' ? value : null })}
                    onBlur={() => form.touch('idleMinutes')}
                    error={form.problemOf('idleMinutes')}
                    suffix=" 分钟"
                    allowNegative={false}
                    allowDecimal={false}
                    hideControls
                    w={142}
                  />
                </Field>
                <SectionHead title="前台" />
                <QueueSwitch labelWidth={LABEL_WIDTH} />
                <PracticeSection labelWidth={LABEL_WIDTH} />
              </div>
            </div>
          </div>
        </Pane>
        <NumberPreview values={values} isLive />
      </Panes>
      <ActionBar>
        <KeyHints hints={[{ keys: ['Ctrl+S'], label: '保存', keep: true }, ...TAB_HINTS]} />
        <span className="push row">
          {problems > 0 && <ProblemButton problems={form.problems} labelOf={centerLabel} />}
          {!isChanged && <span className="second muted">没有改动</span>}
          <Button variant="default" disabled={!isChanged} onClick={revert}>
            放弃修改
          </Button>
          <BusyButton keys="Ctrl+S" busy={update.isBusy} disabled={!isChanged} onClick={save}>
            保存
          </BusyButton>
        </span>
      </ActionBar>
      {stale.rows && (
        <StaleDialog
          what="中心资料"
          {...staleBy(update.error)}
          rows={stale.rows}
          onClose={stale.close}
          onDiscard={() => {
            if (stale.theirs) settle(stale.theirs)
            stale.close()
          }}
          onSave={choice => {
            const merged = stale.merged(choice)
            if (!merged) return
            form.replace(merged.values)
            return write(merged.values, merged.version)
          }}
        />
      )}
    </>
  )
}
