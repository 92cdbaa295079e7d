import { Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import { BusyButton } from '../../ui/busy-button.tsx'
import { Pane, Panes, SidePane } from '../../ui/page.tsx'

const LINE_PX = 20

export type DraftTextProps = {
  readonly text: string
  readonly problems: OutputOf<'packs.getDraft'>['problems']
  readonly readOnly: boolean
  readonly onWrite: (text: string) => Promise<unknown>
}

/** 原文: the file as it stands, with every fault by its line; choosing a fault goes to it. */
export function DraftText({ text, problems, readOnly, onWrite }: DraftTextProps) {
  const [typed, setTyped] = useState(text)
  const [last, setLast] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  if (text !== last) {
    setLast(text)
    if (typed === last) setTyped(text)
  }
  const goTo = (line: number) => {
    const element = area.current
    if (!element) return
    const lines = typed.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    element.focus()
    element.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    element.scrollTop = Math.max(0, (line - 4) * LINE_PX)
  }
  return (
    <Panes>
      <Pane label="原文" fill>
        <div className="draft-text">
          <Textarea
            ref={area}
            aria-label="规则包原文"
            spellCheck={false}
            wrap="off"
            readOnly={readOnly}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            onBlur={() => typed !== text && void onWrite(typed)}
          />
          {!readOnly && (
            <div className="row section">
              <span className="note muted">离开输入框时保存，改错了可以撤销</span>
              <span className="push">
                <BusyButton disabled={typed === text} onClick={async () => void (await onWrite(typed))}>
                  保存并检查
                </BusyButton>
              </span>
            </div>
          )}
        </div>
      </Pane>
      <SidePane label="问题" width={340}>
        <div className="section">
          <b>{problems.length === 0 ? '没有问题，可以签发' : `${problems.length} 处问题`}</b>
        </div>
        <ul className="plain pack-list">
          {problems.map(problem => (
            <li key={`${problem.line}:${problem.column}:${problem.message}`}>
              <button type="button" className="bare" onClick={() => goTo(problem.line)}>
                <b className="strong">
                  第 {problem.line} 行第 {problem.column} 列
                </b>
                <span className="second">{problem.message}</span>
                <span className="note muted">{problem.path}</span>
              </button>
            </li>
          ))}
        </ul>
      </SidePane>
    </Panes>
  )
}
