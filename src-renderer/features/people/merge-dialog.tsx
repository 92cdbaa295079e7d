import { Button, Modal, Radio, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { MergeField } from '../../../src-main/contract/people.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { labelOf, usePack } from '../../api/use-pack.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { Person } from './person-values.ts'

type Preview = OutputOf<'people.mergePreview'>
type Side = 'survivor' | 'merged'

/** 合并: first who the other entry is, then both side by side with a choice for each unlike field. This page's entry stays. */
export function MergeDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [mergedId, setMergedId] = useState<string | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      title={mergedId === null ? `哪一条和 ${person.name} 是同一人` : '合并两条登记'}
      size={860}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      {mergedId === null ? (
        <Choose person={person} onChoose={setMergedId} />
      ) : (
        <SideBySide survivorId={person.id} mergedId={mergedId} onClose={onClose} onBack={() => setMergedId(null)} />
      )}
    </Modal>
  )
}

function Choose({ person, onChoose }: { readonly person: Person; readonly onChoose: (id: string) => void }) {
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words, 150)
  const alike = useAsk('people.match', { name: person.name, certificateNumber: '', phone: '' }, { enabled: settled === '' })
  const found = useAsk('people.list', { words: settled, kind: person.kind, limit: 12 }, { enabled: settled !== '', keep: true })
  const rows =
    settled === ''
      ? (alike.data ?? []).map(one => ({ ...one, why: one.explanations.join('；') }))
      : (found.data?.rows ?? []).map(one => ({ ...one, why: '' }))
  const others = rows.filter(one => one.id !== person.id && one.kind === person.kind)
  return (
    <>
      <TextInput
        aria-label="查找另一条登记"
        placeholder="姓名、拼音首字母、证件尾号；空着时列出相近的人"
        data-autofocus
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      {others.length === 0 ? (
        <p className="second muted">没有相近的登记。可以输入姓名查找。</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">证件号码</th>
              <th scope="col">来访、申请、案件</th>
              <th scope="col">相近处</th>
              <th scope="col" aria-label="选择" />
            </tr>
          </thead>
          <tbody>
            {others.map(one => (
              <tr key={one.id}>
                <td>
                  {one.name}　<span className="muted">{one.birthDate}</span>
                </td>
                <td>{one.certificateMasked ?? <span className="muted">没有</span>}</td>
                <td>{`${one.consultations}、${one.applications}、${one.cases}`}</td>
                <td className="soft">{one.why}</td>
                <td>
                  <Button size="xs" variant="default" onClick={() => onChoose(one.id)} aria-label={`选 ${one.name}，对照`}>
                    对照
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

type SideProps = {
  readonly survivorId: string
  readonly mergedId: string
  readonly onClose: () => void
  readonly onBack: () => void
}

function SideBySide(props: SideProps) {
  const preview = useAsk('people.mergePreview', { survivorId: props.survivorId, mergedId: props.mergedId })
  return <AskState ask={preview}>{found => <Choices key={props.mergedId} preview={found} {...props} />}</AskState>
}

function Choices({ preview, onClose, onBack }: SideProps & { readonly preview: Preview }) {
  const pack = usePack()
  const { survivor, merged, fields, reasonAsked } = preview
  const [keep, setKeep] = useState<Partial<Record<MergeField, Side>>>({})
  const [reason, setReason] = useState('')
  const merge = useDo('people.merge')
  const chosen = (field: Preview['fields'][number]): Side =>
    keep[field.field] ?? (field.survivor === null ? 'merged' : 'survivor')
  const isBlocked = reasonAsked !== null && reason.trim() === ''
  const save = async () => {
    if (isBlocked) return
    const reply = await merge.run({
      survivorId: survivor.id,
      survivorVersion: survivor.version,
      mergedId: merged.id,
      mergedVersion: merged.version,
      keep,
      reason,
    })
    if (!reply.ok) return
    announceDone(`${merged.name} 已并入 ${survivor.name}，移来 ${reply.value.movedRows} 项，可以撤销`)
    onClose()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '合并', run: () => void save(), inDialog: true, when: !isBlocked && !merge.isBusy }])
  const files = (one: Preview['survivor']) => `来访 ${one.consultations}　申请 ${one.applications}　案件 ${one.cases}`
  return (
    <>
      <ErrorBanner error={merge.error} />
      {reasonAsked !== null && (
        <Banner tone="warn" title={reasonAsked}>
          多半不是同一人。确是同一人的，写明理由再合并。
        </Banner>
      )}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">保留的登记</th>
            <th scope="col">并入的登记</th>
          </tr>
        </thead>
        <tbody>
          {fields
            .filter(field => field.survivor !== null || field.merged !== null)
            .map(field => (
              <tr key={field.field}>
                <th scope="row">{field.label}</th>
                {(['survivor', 'merged'] as const).map(side => (
                  <td key={side}>
                    {field.isSame ? (
                      field[side]
                    ) : (
                      <Radio
                        name={field.field}
                        label={field[side] ?? '（空）'}
                        aria-label={`${field.label}用${side === 'survivor' ? '保留的' : '并入的'}：${field[side] ?? '空'}`}
                        checked={chosen(field) === side}
                        onChange={() => setKeep(all => ({ ...all, [field.field]: side }))}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          {preview.categories.length > 0 && (
            <tr>
              <th scope="row">人员类别</th>
              <td colSpan={2}>
                {preview.categories.map(code => labelOf(pack?.codes.personCategories, code)).join('、')}
                <span className="note muted">　两边合在一起</span>
              </td>
            </tr>
          )}
          <tr>
            <th scope="row">历次办理</th>
            <td>{files(survivor)}</td>
            <td>{files(merged)}</td>
          </tr>
        </tbody>
      </table>
      <Field label="合并理由" required={reasonAsked !== null} hint="谁、何时、移了哪些都会记下，可以撤销">
        <Textarea autosize minRows={1} maxLength={300} value={reason} onChange={event => setReason(event.currentTarget.value)} />
      </Field>
      <div className="row">
        <span className="push row">
          <Button variant="default" onClick={onBack}>
            另选
          </Button>
          <BusyButton keys="Ctrl+Enter" busy={merge.isBusy} disabled={isBlocked} refusesEnter onClick={save}>
            {`把 ${merged.name} 并入 ${survivor.name}`}
          </BusyButton>
        </span>
      </div>
    </>
  )
}
