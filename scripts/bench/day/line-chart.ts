import { escaped, svg } from '../chart.ts'

/** One measure over time. Points are evenly spread over the whole time. */
export type Line = { label: string; values: readonly number[] }
/** Lines to one scale, under a heading of their own. */
export type LineGroup = { title: string; unit: string; lines: readonly Line[] }

const [left, right] = [70, 690]
/** No scale ends lower: nothing at all is a line at the bottom. */
const smallest = 0.001
const [panelHeight, panelGap, top] = [170, 58, 70]

/** Lines over time, each group in a panel of its own, in the frame of all charts. @param seconds how long the time is */
export function lineChart(title: string, note: string, seconds: number, groups: readonly LineGroup[]): string {
  const height = top + groups.length * (panelHeight + panelGap) + 10
  const panels = groups.map((group, index) => drawPanel(group, top + index * (panelHeight + panelGap), seconds))
  return svg(title, note, height, `${style}\n${panels.join('')}`)
}

const colors = ['#0969da', '#bc4c00', '#1a7f37', '#8250df', '#57606a']
const nightColors = ['#4493f8', '#f0883e', '#3fb950', '#ab7df8', '#9198a1']
const rules = (list: readonly string[]) =>
  list.map((color, index) => `.line-${index} { stroke: ${color} } .name-${index} { fill: ${color} }`).join(' ')
const style = `<style>
  .line { fill: none; stroke-width: 1.6 } .axis { stroke: #8c959f; stroke-width: 0.5 } ${rules(colors)}
  @media (prefers-color-scheme: dark) { ${rules(nightColors)} }
</style>`

function drawPanel({ title, unit, lines }: LineGroup, y: number, seconds: number): string {
  const most = roundUp(Math.max(...lines.flatMap(({ values }) => values.filter(Number.isFinite)), smallest))
  const [upper, lower] = [y + 24, y + panelHeight]
  const at = (value: number) => lower - (value / most) * (lower - upper)
  const grid = [0, 0.5, 1].map(
    (share) => `<line class="axis" x1="${left}" x2="${right}" y1="${at(share * most)}" y2="${at(share * most)}"/>
<text class="note" x="${left - 8}" y="${at(share * most) + 4}" text-anchor="end">${share * most} ${unit}</text>
`,
  )
  const drawn = lines.map(({ label, values }, index) => {
    const step = (right - left) / Math.max(1, values.length - 1)
    const points = values.map((value, point) => `${(left + point * step).toFixed(1)},${at(value).toFixed(1)}`).join(' ')
    return `<polyline class="line line-${index}" points="${points}"/>
<text class="name-${index}" x="${right + 12}" y="${upper + 10 + index * 20}">${escaped(label)}</text>
`
  })
  return `<text class="group" x="20" y="${y + 8}">${escaped(title)}</text>
${grid.join('')}${drawn.join('')}<text class="note" x="${left}" y="${lower + 18}">0 s</text>
<text class="note" x="${right}" y="${lower + 18}" text-anchor="end">${seconds} s</text>
`
}

/** The next 1, 2 or 5 with zeros. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power
}
