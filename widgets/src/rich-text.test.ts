import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hrefsIn, plainTextOf, readRichText } from './rich-text.ts'

const plain = { isBold: false, isItalic: false }

test('headings, paragraphs and bullets become blocks of their own', () => {
  const blocks = readRichText('## Prima\nUna riga\nche va a capo\n\nUn’altra\n- uno\n- due\n\n- tre')
  expect(blocks.map(({ type, runs, items }) => [type, plainTextOf({ runs, items })])).toEqual([
    ['heading', 'Prima'],
    ['paragraph', 'Una riga che va a capo'],
    ['paragraph', 'Un’altra'],
    ['bullets', 'uno; due'],
    ['bullets', 'tre'],
  ])
})

test('bold, italic and links, also inside each other', () => {
  expect(readRichText('Apri **subito** le [_tue_ linee](/surface/lines).')).toEqual([
    {
      type: 'paragraph',
      items: [],
      runs: [
        { text: 'Apri ', ...plain },
        { text: 'subito', isBold: true, isItalic: false },
        { text: ' le ', ...plain },
        { text: 'tue', isBold: false, isItalic: true, href: '/surface/lines' },
        { text: ' linee', ...plain, href: '/surface/lines' },
        { text: '.', ...plain },
      ],
    },
  ])
})

test.each(['2 ** 3', 'snake_case_name', '[senza link]', '[aperto](', '##senza spazio', '-5 gradi', '# un altro livello'])(
  'what is no mark stays as it was written: %s',
  (text) => {
    expect(readRichText(text)).toEqual([{ type: 'paragraph', items: [], runs: [{ text, ...plain }] }])
  },
)

test('nothing but marks and spaces is nothing', () => {
  expect(readRichText('\n  \n')).toEqual([])
  expect(readRichText('## ')).toEqual([{ type: 'paragraph', items: [], runs: [{ text: '##', ...plain }] }])
})

test('knows where all its links lead', () => {
  expect(hrefsIn('## [a](/)\n- **[b](https://b.example)**\n\nc [d](javascript:d)')).toEqual(['/', 'https://b.example', 'javascript:d'])
})

test('never fails, never makes words up, and has no empty part', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c*_[\]()#\n -]{0,80}$/), (text) => {
      for (const { runs, items } of readRichText(text)) {
        expect(runs.length + items.length).toBeGreaterThan(0)
        for (const part of [...runs, ...items.flatMap((item) => item.runs)]) {
          expect(part.text).not.toBe('')
          // A line break inside a paragraph becomes a space, which the text need not have.
          if (part.text !== ' ') expect(text).toContain(part.text)
        }
      }
    }),
  )
})

test('a long text of nothing but open marks is read in no time', () => {
  const started = performance.now()
  for (const mark of ['[', '_', '**a', '[a](', '_a']) readRichText(mark.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})
