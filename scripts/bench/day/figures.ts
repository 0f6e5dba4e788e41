/** What a BFF has counted: its samples by their names with the labels, as /metrics writes them. */
export type Figures = ReadonlyMap<string, number>

/** The samples of a text for Prometheus. */
export function parseFigures(text: string): Figures {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}

/** How much a counter grew, summed by one of its labels. */
export function growth(before: Figures, after: Figures, name: string, label: string): Map<string, number> {
  const grown = new Map<string, number>()
  for (const [sample, value] of after) {
    if (!sample.startsWith(`${name}{`)) continue
    const by = new RegExp(`[{,]${label}="([^"]*)"`).exec(sample)?.[1]
    if (by === undefined) continue
    grown.set(by, (grown.get(by) ?? 0) + value - (before.get(sample) ?? 0))
  }
  return grown
}
