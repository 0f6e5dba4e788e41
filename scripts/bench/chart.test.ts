import { expect, test } from 'vitest'
import { barChart } from './chart.ts'

const groups = [
  { title: 'First', bars: [{ label: 'whole', value: 10, text: '10' }, { label: 'half & <more>', value: 5, text: '5', isOwn: true }] }, // prettier-ignore
  { title: 'Second', bars: [{ label: 'nothing', value: 0, text: '0' }] },
]
const chart = barChart('A "title"', 'note', groups)

test('bars are as long as their values, each group to its own scale; our own stands out', () => {
  const bars = [...chart.matchAll(/class="(bar|own)" x="\d+" y="\d+" width="([\d.]+)"/g)].map(([, kind, length]) => [kind, Number(length)])
  const whole = Number(bars[0]?.[1])
  expect(whole).toBeGreaterThan(100)
  expect(bars).toEqual([['bar', whole], ['own', whole / 2], ['bar', 1]]) // prettier-ignore
})

test('what is written stands in it as text', () => {
  expect(chart).toContain('half &amp; &lt;more&gt;')
  expect(chart).toContain('aria-label="A &quot;title&quot;"')
})
