import { Button, FileInput, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { fieldErrors } from '../../api/error-text.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { askConfirm } from '../../ui/confirm.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { Field } from '../../ui/field.tsx'
import { KeyHints } from '../../ui/key-bar.tsx'
import { ActionBar, Pane, Panes, Section, SectionHead } from '../../ui/page.tsx'
import { TAB_HINTS } from './forbidden.tsx'

/** 印章图: the image that the director may overprint on papers; off until turned on. */
export function SealTab() {
  const seal = useAsk('seal.get', {})
  return <AskState ask={seal}>{one => <Seal key={one.version} one={one} />}</AskState>
}

function Seal({ one }: { readonly one: OutputOf<'seal.get'> }) {
  const { user } = useSession()
  const isDirector = hasRole(user, ['director'])
  const [file, setFile] = useState<{ readonly name: string; readonly base64: string } | null>(null)
  const [widthMm, setWidthMm] = useState<number | string>(one.widthMm)
  const upload = useDo('seal.upload')
  const use = useDo('seal.setUse')
  const remove = useDo('seal.remove')
  const refused = upload.error ? fieldErrors(upload.error) : {}
  const read = async (picked: File | null) => {
    if (!picked) return setFile(null)
    const bytes = new Uint8Array(await picked.arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    setFile({ name: picked.name, base64: btoa(text) })
  }
  const save = async () => {
    if (file === null) return
    const reply = await upload.run({ file, widthMm: Number(widthMm), version: one.version })
    if (reply.ok) announceDone('已上传印章图，尚未启用')
  }
  const turn = async () => {
    const answer = await askConfirm({
      title: one.isOn ? '停用印章图' : '启用印章图',
      text: one.isOn ? '已经出具的文书不变。' : '启用后，主任签发决定、出具文书时可以选择套印。每次使用都记入操作日志。',
      action: one.isOn ? '停用' : '启用',
      reason: { label: '理由', required: true },
    })
    if (answer === null) return
    const reply = await use.run({ isOn: !one.isOn, reason: answer.reason, version: one.version })
    if (reply.ok) announceDone(one.isOn ? '已停用印章图' : '已启用印章图')
  }
  const drop = async () => {
    const answer = await askConfirm({
      title: '撤下印章图',
      text: '已经出具的文书不变。',
      action: '撤下',
      destroys: true,
      reason: { label: '理由', required: true },
    })
    if (answer === null) return
    const reply = await remove.run({ reason: answer.reason, version: one.version })
    if (reply.ok) announceDone('已撤下印章图')
  }
  return (
    <>
      <Panes>
        <Pane label="印章图">
          <Section>
            <SectionHead title="印章图" note={one.dataUri === null ? '没有上传' : one.isOn ? '已启用' : '未启用'} />
            <Banner tone="info">印章图只用于打印时套印，不是电子签章；没有启用的，打印后盖章。导出的 DOCX 不带印章图。</Banner>
            <ErrorBanner error={upload.error?.code === 'VALIDATION' ? null : (upload.error ?? use.error ?? remove.error)} />
            {one.dataUri !== null && (
              <img
                src={one.dataUri}
                alt="印章图"
                style={{ width: `${one.widthMm}mm`, height: `${one.heightMm}mm`, margin: '12px 0' }}
              />
            )}
            <DescriptionList
              items={[
                ...(one.dataUri === null ? [] : [{ term: '大小', value: `${one.widthMm} × ${one.heightMm} 毫米` }]),
                { term: '可以套印', value: one.forms.map(form => form.title).join('、') },
                { term: '已套印', value: `${one.timesUsed} 份文书` },
                ...(one.changedBy === null ? [] : [{ term: '最后改动', value: one.changedBy }]),
              ]}
            />
            {isDirector ? (
              <>
                <Field label="图片" hint="PNG，底色透明，最大 1 MB" error={refused.file} group>
                  <FileInput
                    accept="image/png"
                    aria-label="印章图片　选择图片…"
                    placeholder="选择图片…"
                    styles={{ placeholder: { color: 'var(--placeholder)' } }}
                    w={320}
                    onChange={picked => void read(picked)}
                  />
                </Field>
                <Field label="宽度" hint="毫米，按实物印章" error={refused.widthMm}>
                  <NumberInput value={widthMm} onChange={setWidthMm} min={10} max={80} step={1} decimalScale={1} w={140} />
                </Field>
                <div className="row">
                  <BusyButton disabled={file === null} onClick={save}>
                    上传
                  </BusyButton>
                  <Button variant="default" disabled={one.dataUri === null} onClick={() => void turn()}>
                    {one.isOn ? '停用…' : '启用…'}
                  </Button>
                  <Button variant="default" disabled={one.dataUri === null} onClick={() => void drop()}>
                    撤下…
                  </Button>
                </div>
              </>
            ) : (
              <p className="note muted">由主任上传和启用</p>
            )}
          </Section>
        </Pane>
      </Panes>
      <ActionBar>
        <KeyHints hints={TAB_HINTS} />
      </ActionBar>
    </>
  )
}
