/** What became of the links of one target, day, agent or cluster. */
export type ReportRow = { key: string; label: string } & Counts
export type Counts = { sent: number; delivered: number; opened: number; completed: number; stuck: number; avoided: number }

export const counted = ['sent', 'delivered', 'opened', 'completed', 'stuck', 'avoided'] as const satisfies readonly (keyof Counts)[]

/** All rows together. Pure. */
export function totalOf(rows: readonly Counts[]): Counts {
  const total = { sent: 0, delivered: 0, opened: 0, completed: 0, stuck: 0, avoided: 0 }
  for (const row of rows) for (const name of counted) total[name] += row[name]
  return total
}

/** A row for each of the days, also those on which nothing was sent; at most as many as the server adds up. Pure. */
export function withEmptyDays(rows: readonly ReportRow[], from: string, to: string): ReportRow[] {
  const known = new Map(rows.map((row) => [row.key, row]))
  const days: ReportRow[] = []
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length < mostDays; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    days.push(known.get(day) ?? { key: day, label: day, ...totalOf([]) })
  }
  return days
}

/** More days the server does not add up. */
export const mostDays = 90
const dayMs = 86_400_000

/** A share in whole per cent; undefined of nothing. Pure. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 100)
}

/**
 * The rows as a file for spreadsheets (RFC 4180): a text that one would take for a formula is led by an apostrophe. Pure.
 *
 * @param heads the names of the columns, the label's first
 */
export function csvOf(rows: readonly ReportRow[], heads: readonly string[]): string {
  const lines = rows.map((row) => [row.label, ...counted.map((name) => String(row[name]))])
  // With a mark of its encoding, or Excel reads accents wrongly.
  return `\uFEFF${[heads, ...lines].map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
