import { Button } from '@mantine/core'
import { IconEye, IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { ErrorBanner } from '../../api/ask-state.tsx'
import { usePaperDialog } from '../../api/use-paper-dialog.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { dayOfInstant, timeOfInstant } from '../../ui/day-text.ts'
import { Pane, Panes, Section, SectionHead } from '../../ui/page.tsx'
import type { CaseDetail } from './case-words.ts'
import { FormViewer } from './form-viewer.tsx'
import { type FormToIssue, usePaperActions, type usePapers } from './use-papers.ts'

/** 文书: what was issued, with reprint and export, and what may be issued now. */
export function CasePapersTab({ one, papers }: { readonly one: CaseDetail; readonly papers: ReturnType<typeof usePapers> }) {
  const [form, setForm] = useState<FormToIssue | null>(null)
  const viewer = usePaperDialog()
  const actions = usePaperActions()
  return (
    <Panes>
      <Pane label="文书">
        <ErrorBanner error={actions.error ?? viewer.error ?? papers.error} />
        <Section>
          <SectionHead title="已出具" count={papers.issued.length} />
        </Section>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">文书</th>
              <th scope="col">文号</th>
              <th scope="col">出具</th>
              <th scope="col" className="cell-right">
                打印
              </th>
              <th scope="col">
                <span className="muted">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {papers.issued.map(paper => (
              <tr key={paper.id}>
                <td>{paper.title}</td>
                <td>{paper.number ?? <span className="muted">不编号</span>}</td>
                <td className="second muted nowrap">
                  {dayOfInstant(paper.issuedAt)} {timeOfInstant(paper.issuedAt)}　{paper.issuedBy}
                </td>
                <td className="cell-right">{paper.timesPrinted} 次</td>
                <td>
                  <span className="row">
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconEye size={15} aria-hidden />}
                      aria-label={`查看${paper.title}`}
                      onClick={() => void viewer.show(paper.id)}
                    >
                      查看
                    </Button>
                    <BusyButton
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconPrinter size={15} aria-hidden />}
                      aria-label={`补打${paper.title}`}
                      onClick={() => actions.print(paper.id)}
                    >
                      补打
                    </BusyButton>
                    <BusyButton
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconFileTypeDocx size={15} aria-hidden />}
                      aria-label={`导出${paper.title}为 DOCX`}
                      onClick={() => actions.save(paper, 'docx')}
                    >
                      DOCX
                    </BusyButton>
                    <BusyButton
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconFileTypePdf size={15} aria-hidden />}
                      aria-label={`导出${paper.title}为 PDF`}
                      onClick={() => actions.save(paper, 'pdf')}
                    >
                      PDF
                    </BusyButton>
                  </span>
                </td>
              </tr>
            ))}
            {papers.issued.length === 0 && (
              <tr>
                <td colSpan={5} className="muted">
                  还没有出具文书。
                </td>
              </tr>
            )}
          </tbody>
        </table>
        {papers.toIssue.length > 0 && (
          <>
            <Section>
              <SectionHead title="可以出具" count={papers.toIssue.length} note="先看预览，打印时正式出具" />
            </Section>
            <table className="plain-table">
              <tbody>
                {papers.toIssue.map(open => (
                  <tr key={open.form}>
                    <td>{open.title}</td>
                    <td className="cell-right">
                      <Button size="compact-sm" variant="default" onClick={() => setForm(open)}>
                        预览并出具
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Pane>
      {form && <FormViewer form={form} caseNumber={one.number} onClose={() => setForm(null)} />}
      {viewer.dialog}
    </Panes>
  )
}
