import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type Reading, reading as readingSchema } from '../../../src-main/contract/application-parties.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { optionsOf } from '../../api/use-pack.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import type { DeclarationPage } from './declaration-text.ts'

type DeskProps = {
  readonly pack: RulePack
  readonly pages: readonly DeclarationPage[]
  /** Who sits at the desk; stands as the reader until another is named. */
  readonly reader: string
  readonly today: string
  readonly onRecord: (reading: Reading) => void
  readonly onClose: () => void
}

/**
 * 申报台: what the applicant states, in large print and nothing else on the screen, page by page with → and ←; the last page is the record
 * of the reading (宣读记录). Esc leaves without a record.
 */
export function DeclarationDesk({ pack, pages, reader, today, onRecord, onClose }: DeskProps) {
  const [at, setAt] = useState(0)
  const text = useRef<HTMLDivElement>(null)
  const isRecord = at === pages.length
  const page = pages[at]
  const next = () => setAt(now => Math.min(pages.length, now + 1))
  const back = () => setAt(now => Math.max(0, now - 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is read from its beginning
  useEffect(() => text.current?.focus(), [at])
  useKeys([
    { keys: 'ArrowRight', label: '下一页', run: next, inDialog: true, when: !isRecord },
    { keys: 'PageDown', label: '下一页', run: next, inDialog: true, when: !isRecord },
    { keys: 'PageUp', label: '上一页', run: back, inDialog: true, when: at > 0 },
    { keys: 'ArrowLeft', label: '上一页', run: back, inDialog: true, when: at > 0 && !isRecord },
  ])
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': '申报台' } }}
    >
      <div className="declaration-desk">
        {page ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long statements are scrolled with the keyboard
          <div className="declaration-text" ref={text} tabIndex={0} aria-live="polite">
            <h1>{page.title}</h1>
            {page.lines.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : (
          <RecordPage pack={pack} reader={reader} today={today} onRecord={onRecord} />
        )}
        <footer className="declaration-foot">
          <span className="declaration-place">{`第 ${at + 1} 页，共 ${pages.length + 1} 页`}</span>
          <span className="push row">
            <Button variant="subtle" size="lg" onClick={onClose}>
              退出 Esc
            </Button>
            <Button variant="default" size="lg" disabled={at === 0} onClick={back}>
              {isRecord ? '上一页 PageUp' : '上一页 ←'}
            </Button>
            {!isRecord && (
              <Button size="lg" onClick={next}>
                {at === pages.length - 1 ? '宣读记录 →' : '下一页 →'}
              </Button>
            )}
          </span>
        </footer>
      </div>
    </Modal>
  )
}

/** Who read it, when, in what manner and language, and that the applicant found it right: no answer is given beforehand. */
function RecordPage({ pack, reader, today, onRecord }: Pick<DeskProps, 'pack' | 'reader' | 'today' | 'onRecord'>) {
  const [values, setValues] = useState({ reader, manner: '', language: '', confirmed: false })
  const [isTried, setTried] = useState(false)
  const problems = {
    reader: values.reader.trim() === '' ? '请填写宣读人；本人阅读的，写申请人' : undefined,
    manner: values.manner === '' ? '请选择怎样宣读' : undefined,
    confirmed: values.confirmed ? undefined : '申请人确认无误后才能记录',
  }
  const record = () => {
    setTried(true)
    const parsed = readingSchema.safeParse({ ...values, readOn: today, readAt: timeNow() })
    if (parsed.success && values.manner !== '') onRecord(parsed.data)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: '记录', run: record, inDialog: true }])
  const shown: Partial<typeof problems> = isTried ? problems : {}
  return (
    <div className="declaration-text declaration-record">
      <h1>宣读记录</h1>
      <Field required label="宣读人" name="reader" labelWidth={160}>
        <TextInput
          size="xl"
          value={values.reader}
          onChange={event => setValues({ ...values, reader: event.currentTarget.value })}
          error={shown.reader}
          maxLength={60}
        />
      </Field>
      <Field required label="方式" error={shown.manner} name="manner" labelWidth={160}>
        <Select
          size="xl"
          data={optionsOf(pack.application.readingManners)}
          value={values.manner === '' ? null : values.manner}
          onChange={manner => setValues({ ...values, manner: manner ?? '' })}
          allowDeselect={false}
          autoFocus
        />
      </Field>
      <Field label="语言、方言" hint="方言、民族语言的名称" name="language" labelWidth={160}>
        <TextInput
          size="xl"
          value={values.language}
          onChange={event => setValues({ ...values, language: event.currentTarget.value })}
          maxLength={40}
        />
      </Field>
      <Checkbox
        size="xl"
        className="declaration-confirm"
        label="以上内容已经听清、看清，确认无误"
        checked={values.confirmed}
        onChange={event => setValues({ ...values, confirmed: event.currentTarget.checked })}
        error={shown.confirmed}
      />
      <div className="row">
        <BusyButton size="lg" keys="Ctrl+Enter" onClick={record}>
          记录
        </BusyButton>
      </div>
    </div>
  )
}

/** The time of day in Asia/Shanghai, `HH:MM`, by this machine's clock. */
function timeNow(): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date())
}
