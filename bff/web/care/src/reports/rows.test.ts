import { expect, it, test } from 'vitest'
import { csvOf, shareOf, totalOf, withEmptyDays, type ReportRow } from './rows.ts'

const row = (label: string, sent: number): ReportRow => ({
  key: label,
  label,
  sent,
  delivered: 1,
  opened: 2,
  completed: 3,
  stuck: 0,
  avoided: 1,
})

test('rows add up', () => {
  expect(totalOf([row('a', 4), row('b', 5)])).toEqual({ sent: 9, delivered: 2, opened: 4, completed: 6, stuck: 0, avoided: 2 })
  expect(totalOf([])).toEqual({ sent: 0, delivered: 0, opened: 0, completed: 0, stuck: 0, avoided: 0 })
})

test('a day without links is a day, too; also where the clocks change', () => {
  const rows = withEmptyDays([{ ...row('2026-10-25', 4), key: '2026-10-25' }], '2026-10-24', '2026-10-26')
  expect(rows.map(({ key, label, sent, avoided }) => [key, label, sent, avoided])).toEqual([
    ['2026-10-24', '2026-10-24', 0, 0],
    ['2026-10-25', '2026-10-25', 4, 1],
    ['2026-10-26', '2026-10-26', 0, 0],
  ])
})

test('there is no share of nothing', () => {
  expect([shareOf(1, 3), shareOf(0, 5), shareOf(0, 0)]).toEqual([33, 0, undefined])
})

test('a file has one line a row, with its heads', () => {
  expect(csvOf([row('Fattura', 4)], ['Destinazione', 'Inviati'])).toBe('\uFEFFDestinazione,Inviati\r\nFattura,4,1,2,3,0,1\r\n')
})

it.each([
  ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
  ['+39', `'+39`],
  ['-1', `'-1`],
  ['@sum', `'@sum`],
  ['\tx', `'\tx`],
  ['a, b', '"a, b"'],
  ['a\r\nb', '"a\r\nb"'],
  ['«Fattura» alta', '«Fattura» alta'],
])('%j is no formula and breaks no line', (label, cell) => {
  expect(csvOf([row(label, 0)], ['x']).slice('\uFEFFx\r\n'.length)).toBe(`${cell},0,1,2,3,0,1\r\n`)
})
