import { useQuery } from '@tanstack/react-query'
import { useState, type CSSProperties } from 'react'
import { useNow } from '../../../home/src/device.ts'
import { Choice } from '../../../home/src/ui/choice.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { dayBefore, isDay } from '../ui/days.ts'
import { dayText } from '../ui/format.ts'
import { FailedLine, Loading } from '../ui/states.tsx'
import { TableRoom } from '../ui/table-room.tsx'
import { LoadPanel } from './load-panel.tsx'
import { messages, type Grouping } from './messages.ts'
import { reportsDocument } from './reports.graphql.ts'
import { counted, csvOf, mostDays, shareOf, totalOf, withEmptyDays, type ReportRow } from './rows.ts'

const groupings = ['target', 'day', 'agent', 'cluster'] as const satisfies readonly Grouping[]

/** What became of the links of some days, for supervisors: figures, bars, and a file to take along. */
export function ReportsPage() {
  const { ask, locale } = useDesk()
  const texts = useTexts(messages)
  const [from, setFrom] = useState(() => dayBefore(new Date(), 6))
  const [to, setTo] = useState(() => dayBefore(new Date(), 0))
  const [by, setBy] = useState<Grouping>('target')
  const today = dayBefore(useNow(), 0)
  const wrong = wrongOf(from, to)
  const reports = useQuery({
    queryKey: ['care', 'reports', from, to, by, locale],
    queryFn: async ({ signal }) => {
      const { reports: rows } = await ask<{ reports: readonly ReportRow[] }>(reportsDocument, { from, to, by }, signal)
      if (by !== 'day' || rows.length === 0) return { by, rows }
      // A day is written as people write it.
      return { by, rows: withEmptyDays(rows, from, to).map((row) => ({ ...row, label: dayText(`${row.key}T12:00:00`, locale) })) }
    },
    enabled: wrong === undefined,
    placeholderData: (before) => before,
  })
  // Until the next is there, what is on the screen may be of another choice.
  const { rows, by: shownBy } = reports.data ?? { rows: undefined, by }
  return (
    <div className="desk-page">
      <h1>{texts.title}</h1>
      <p className="desk-muted">{texts.lead}</p>
      <div className="desk-filters">
        <label className="desk-field">
          {texts.from}
          <input
            type="date"
            required
            value={from}
            max={to}
            aria-invalid={wrong !== undefined || undefined}
            onChange={({ target }) => setFrom(target.value)}
          />
        </label>
        <label className="desk-field">
          {texts.to}
          <input type="date" required value={to} max={today} onChange={({ target }) => setTo(target.value)} />
        </label>
        <Choice legend={texts.by} value={by} options={groupings.map((value) => ({ value, label: texts.bys[value] }))} onChange={setBy} />
      </div>
      <p className="desk-wrong" role="status">
        {wrong === 'order' && texts.wrongOrder}
        {wrong === 'long' && texts.tooLong(mostDays)}
      </p>
      {reports.isError && (
        <FailedLine locale={locale} retry={() => void reports.refetch()}>
          {texts.failed}
        </FailedLine>
      )}
      {reports.isLoading && <Loading locale={locale} lines={5} />}
      {rows?.length === 0 && <p>{texts.none}</p>}
      {rows && rows.length > 0 && (
        <>
          <Totals rows={rows} />
          <Table rows={rows} by={shownBy} isChanging={reports.isPlaceholderData} />
          <button
            type="button"
            className="action action-soft reports-download"
            onClick={() => save(texts.file(from, to), csvOf(rows, headsOf()))}
          >
            {texts.download}
          </button>
        </>
      )}
      <p className="desk-muted">{texts.avoidedMeans}</p>
      <LoadPanel />
    </div>
  )

  function headsOf(): string[] {
    return [texts.bys[shownBy], ...counted.map((name) => texts.counts[name])]
  }
}

function Totals({ rows }: { rows: readonly ReportRow[] }) {
  const texts = useTexts(messages)
  const total = totalOf(rows)
  return (
    <dl className="reports-totals">
      {counted.map((name) => {
        const share = name === 'sent' ? undefined : shareOf(total[name], total.sent)
        return (
          <div key={name} className="desk-panel">
            <dt>{texts.counts[name]}</dt>
            <dd>
              <span className="reports-figure">{total[name]}</span>
              {share !== undefined && <span className="desk-muted">{texts.ofSent(share)}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Table({ rows, by, isChanging }: { rows: readonly ReportRow[]; by: Grouping; isChanging: boolean }) {
  const texts = useTexts(messages)
  const most = Math.max(1, ...rows.map(({ sent }) => sent))
  const total = totalOf(rows)
  const share = shareOf(total.completed, total.sent)
  return (
    <TableRoom label={texts.title}>
      <table className="desk-table reports-table" aria-busy={isChanging || undefined}>
        <thead>
          <tr>
            <th scope="col">{texts.bys[by]}</th>
            {counted.map((name) => (
              <th key={name} scope="col" className="desk-number">
                {texts.counts[name]}
              </th>
            ))}
            <th scope="col">{texts.chart}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {counted.map((name) => (
                <td key={name} className="desk-number">
                  {row[name]}
                </td>
              ))}
              <td>
                {/* The figures stand beside it. */}
                <span
                  className="reports-bar"
                  aria-hidden="true"
                  style={{ '--sent': row.sent / most, '--completed': row.completed / most } as CSSProperties}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            {counted.map((name) => (
              <td key={name} className="desk-number">
                {total[name]}
              </td>
            ))}
            <td>{share !== undefined && texts.ofSent(share)}</td>
          </tr>
        </tfoot>
      </table>
    </TableRoom>
  )
}

function wrongOf(from: string, to: string): 'typing' | 'order' | 'long' | undefined {
  if (!isDay(from) || !isDay(to)) return 'typing'
  if (from > to) return 'order'
  return Date.parse(to) - Date.parse(from) >= mostDays * 86_400_000 ? 'long' : undefined
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
