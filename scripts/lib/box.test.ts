import { expect, test } from 'vitest'
import { box, table } from './box.ts'

test('columns are as wide as their widest cell, whatever its colours', () => {
  const rows = [
    ['name', '1'],
    ['\u001B[31mlonger name\u001B[0m', '1000'],
  ]
  expect(table(rows, [1])).toEqual(['name            1', '\u001B[31mlonger name\u001B[0m  1000'])
})

test('all lines of a box end at its edge', () => {
  expect(box(['a', '\u001B[1mwide one\u001B[0m']).split('\n')).toEqual([
    '  ╭────────────╮',
    '  │  a         │',
    '  │  \u001B[1mwide one\u001B[0m  │',
    '  ╰────────────╯',
  ])
})
