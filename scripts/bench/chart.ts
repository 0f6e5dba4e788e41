/** One bar: its name, how long it is, and what is written at its end. */
export type Bar = { label: string; value: number; text: string; isOwn?: boolean }
/** Bars of one measure, under a heading of their own. */
export type BarGroup = { title: string; bars: readonly Bar[] }

const [width, labelWidth, textWidth] = [900, 335, 110]
const [lineHeight, barHeight, groupGap] = [26, 16, 30]
const top = 56

/**
 * Bars lying beneath one another, in groups that are each drawn to a scale of their own, as a picture of its own: readable on light and dark pages.
 * @param note a line below the title, such as the machine
 */
export function barChart(title: string, note: string, groups: readonly BarGroup[]): string {
  const heights = groups.map(({ bars }) => groupGap + bars.length * lineHeight + 12)
  const tops = heights.map((_, index) => top + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const height = top + heights.reduce((sum, each) => sum + each, 0)
  return svg(title, note, height, groups.map((group, index) => drawGroup(group, tops[index] ?? top)).join(''))
}

/** The frame of every chart: its size, its colours by day and by night, title and note. */
export function svg(title: string, note: string, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-size: 17px; font-weight: 600 } .group { font-weight: 600 } .note { fill: #59636e; font-size: 12px }
  .bar { fill: #8c959f } .own { fill: #0969da } .page { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .note { fill: #9198a1 } .bar { fill: #656c76 } .own { fill: #4493f8 } .page { fill: #0d1117 }
  }
</style>
<rect class="page" width="${width}" height="${height}" rx="8"/>
<text class="title" x="20" y="28">${escaped(title)}</text>
<text class="note" x="20" y="46">${escaped(note)}</text>
${content}</svg>
`
}

function drawGroup({ title, bars }: BarGroup, y: number): string {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE)
  const room = width - labelWidth - textWidth - 20
  const lines = bars.map(({ label, value, text, isOwn }, index) => {
    const at = y + groupGap + index * lineHeight
    const length = Math.max(1, (value / most) * room)
    return `<text x="${labelWidth - 8}" y="${at + 13}" text-anchor="end">${escaped(label)}</text>
<rect class="${isOwn ? 'own' : 'bar'}" x="${labelWidth}" y="${at}" width="${length.toFixed(1)}" height="${barHeight}" rx="2"/>
<text x="${(labelWidth + length + 6).toFixed(1)}" y="${at + 13}">${escaped(text)}</text>
`
  })
  return `<text class="group" x="20" y="${y + 18}">${escaped(title)}</text>
${lines.join('')}`
}

/** A text as it stands in a picture. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
