import { expect, test } from 'vitest'
import { lineChart } from './line-chart.ts'

test('draws every point of every line inside its panel', () => {
  const chart = lineChart('A <day>', 'on a machine', 60, [
    { title: 'Latency', unit: 'ms', lines: [{ label: 'p50', values: [1, 2, 3] }, { label: 'p99', values: [10, 49, 0] }] }, // prettier-ignore
    { title: 'Nothing yet', unit: '%', lines: [{ label: 'BFF', values: [0, 0, 0] }] },
  ])
  expect(chart).toContain('A &lt;day&gt;')
  const lines = [...chart.matchAll(/points="([^"]*)"/g)].map(([, points = '']) =>
    points.split(' ').map((point) => point.split(',').map(Number)),
  )
  expect(lines.map((points) => points.length)).toEqual([3, 3, 3])
  for (const [x = 0, y = 0] of lines.flat()) {
    expect(x >= 70 && x <= 690).toBe(true)
    expect(y >= 70 && y <= 500).toBe(true)
  }
  // The highest value of a panel is the highest on it: y grows downwards.
  const [, p99 = []] = lines
  expect(p99[1]?.[1]).toBeLessThan(p99[0]?.[1] ?? 0)
})
