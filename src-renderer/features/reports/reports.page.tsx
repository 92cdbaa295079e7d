import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPackageExport, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { AskState, ErrorBanner } from '../../api/ask-state.tsx'
import { invoke } from '../../api/client.ts'
import { hasRole, useSession } from '../../api/session.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useDo } from '../../api/use-do.ts'
import { Banner } from '../../ui/banner.tsx'
import { BusyButton } from '../../ui/busy-button.tsx'
import { announceDone } from '../../ui/done-line.tsx'
import { KeyCaps, KeyHints } from '../../ui/key-bar.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionBar, PageHead, Pane, Panes, Sheet } from '../../ui/page.tsx'
import { PaperDialog } from '../../ui/paper.tsx'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { figureText, neighbourPeriod, type Period, pathOf, placeOf, type Report, samePlaceAs } from './report-place.ts'
import { RowsPane } from './rows-pane.tsx'
import './reports.css'

/** 报表: a month, quarter or year; every figure opens the rows behind it; one parcel to send. */
export function ReportsPage() {
  const { today } = useSession()
  const [, go] = useLocation()
  const place = placeOf(useSearch(), today)
  const report = useAsk('reports.compute', { period: place.period }, { keep: true })
  const open = (row: string | null) => go(pathOf({ ...place, row }), { replace: true })
  const turnTo = (period: Period) => go(pathOf({ period, row: place.row }), { replace: true })
  const isNewest =
    pathOf({ period: neighbourPeriod(place.period, 1), row: null }) !== pathOf(placeOf('', today)) &&
    periodStart(neighbourPeriod(place.period, 1)) > today
  useKeys([
    { keys: 'Alt+ArrowLeft', label: '上一期', run: () => turnTo(neighbourPeriod(place.period, -1)) },
    { keys: 'Alt+ArrowRight', label: '下一期', run: () => turnTo(neighbourPeriod(place.period, 1)), when: !isNewest },
    { keys: 'Escape', label: '收起来源', run: () => open(null), when: place.row !== null },
  ])
  return (
    <Sheet>
      <PageHead
        title="统计报表"
        sub={report.data ? `${report.data.period.label}　${report.data.period.from} 至 ${report.data.period.to}` : undefined}
        actions={
          <div className="row">
            <SegmentedControl
              aria-label="统计期"
              value={place.period.kind}
              onChange={kind => {
                const next = samePlaceAs(place.period, kind as Period['kind'])
                // The last month of this year may lie ahead: then the one we are in.
                turnTo(periodStart(next) > today ? placeOf(`kind=${kind}`, today).period : next)
              }}
              data={[
                { value: 'month', label: '月报' },
                { value: 'quarter', label: '季报' },
                { value: 'year', label: '年报' },
              ]}
            />
            <ActionIcon variant="default" aria-label="上一期" onClick={() => turnTo(neighbourPeriod(place.period, -1))}>
              <IconChevronLeft size={18} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label="下一期"
              disabled={isNewest}
              onClick={() => turnTo(neighbourPeriod(place.period, 1))}
            >
              <IconChevronRight size={18} />
            </ActionIcon>
          </div>
        }
      />
      <Panes>
        <Pane label="报表">
          <AskState ask={report}>{data => <ReportTable report={data} picked={place.row} onPick={open} />}</AskState>
        </Pane>
        <RowsPane period={place.period} row={place.row} />
      </Panes>
      <ReportActions period={place.period} report={report.data} />
    </Sheet>
  )
}

function periodStart(period: Period): string {
  const month = period.kind === 'month' ? period.index : period.kind === 'quarter' ? period.index * 3 - 2 : 1
  return `${period.year}-${String(month).padStart(2, '0')}-01`
}

function ReportTable({
  report,
  picked,
  onPick,
}: {
  readonly report: Report
  readonly picked: string | null
  readonly onPick: (row: string) => void
}) {
  const broken = report.checks.filter(check => !check.holds)
  return (
    <div className="section">
      {broken.map(check => (
        <Banner key={check.id} tone="warn" title="勾稽不符">
          {check.label}：{check.left} ≠ {check.right}
        </Banner>
      ))}
      <div className="report-columns">
        {report.sections.map(section => (
          <table key={section.id} className="plain-table report-section" aria-label={section.title}>
            <thead>
              <tr>
                <th scope="col">{section.title}</th>
                <th scope="col" className="cell-right">
                  数量
                </th>
                <th scope="col">单位</th>
              </tr>
            </thead>
            <tbody>
              {section.rows.map(row => (
                <tr key={row.row} data-picked={row.row === picked || undefined}>
                  <td className={row.depth === 0 ? 'strong' : undefined} style={{ paddingLeft: 12 + row.depth * 18 }}>
                    {row.label}
                  </td>
                  <td className="cell-right">
                    {row.rows > 0 ? (
                      <button
                        type="button"
                        className="text-link figure-link"
                        aria-label={`${row.label} ${figureText(row)} ${row.unit}，看每一条来源`}
                        onClick={() => onPick(row.row)}
                      >
                        {figureText(row)}
                      </button>
                    ) : (
                      <span className="muted">{figureText(row)}</span>
                    )}
                  </td>
                  <td className="note muted">{row.unit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="note muted">
        {report.notes.join('')}　规则包 {report.packVersion}　依据 {report.clause}
      </p>
    </div>
  )
}

function ReportActions({ period, report }: { readonly period: Period; readonly report: Report | undefined }) {
  const { user } = useSession()
  const [sheet, setSheet] = useState<string | null>(null)
  const parcel = useDo('reports.export')
  const maySend = hasRole(user, ['director', 'clerk'])
  const showSheet = async () => {
    const reply = await invoke('reports.sheet', { period })
    if (reply.ok) setSheet(reply.value.html)
  }
  const send = async () => {
    const picked = await invoke('shell.pickFolder', { purpose: 'parcel' })
    if (!picked.ok || picked.value === null) return
    const { handle } = picked.value
    const reply = await parcel.run({ period, handle })
    if (reply.ok) announceDone(`已写入 ${reply.value.name}`)
  }
  useKeys([
    { keys: 'Ctrl+P', label: '打印报表', run: () => void showSheet(), when: report !== undefined },
    { keys: 'Ctrl+Enter', label: '导出报送包', run: () => void send(), when: report !== undefined && maySend && !parcel.isBusy },
  ])
  return (
    <>
      <ActionBar>
        <KeyHints
          hints={[
            { keys: ['Tab'], label: '下一个数字' },
            { keys: ['Enter'], label: '看来源' },
            { keys: ['Alt', 'ArrowLeft'], label: '上一期' },
          ]}
        />
        <span className="push row">
          <ErrorBanner error={parcel.error} />
          {parcel.progress && (
            <ProgressLine
              label={parcel.progress.label}
              done={parcel.progress.done}
              total={parcel.progress.total}
              onCancel={parcel.cancel}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} />}
            rightSection={<KeyCaps keys="Ctrl+P" />}
            disabled={!report}
            onClick={() => void showSheet()}
          >
            打印报表
          </Button>
          <BusyButton
            leftSection={<IconPackageExport size={16} />}
            keys="Ctrl+Enter"
            busy={parcel.isBusy}
            disabled={!report || !maySend}
            onClick={send}
          >
            导出报送包
          </BusyButton>
        </span>
      </ActionBar>
      {sheet !== null && report && (
        <PaperDialog
          opened
          onClose={() => setSheet(null)}
          title={`${report.title}　${report.period.label}`}
          html={sheet}
          onPrint={() => void invoke('shell.printPaper', { html: sheet, landscape: false })}
        />
      )}
    </>
  )
}
