import { expect, test } from 'vitest'
import { lookAgainIn, moveBetween } from './follow.ts'
import type { GuideMark } from './guide.ts'

const mark = (step: string, value = 'Sì', kind = 'answer'): GuideMark => ({
  step,
  kind,
  title: { value: step, lang: 'it' },
  found: { value, lang: 'it' },
})

const here = { isHelped: false, hasFailed: false, unchangedMs: 1_000 }
test.each<[string, { helper?: string } | null | undefined, Partial<typeof here>, number | false]>([
  ['with somebody who walks along', { helper: 'Anna' }, {}, 2_000],
  ['where an agent has led him', {}, { isHelped: true }, 2_000],
  ['alone', {}, {}, 5_000],
  ['with a server that does not answer', { helper: 'Anna' }, { hasFailed: true }, 5_000],
  ['forgotten', { helper: 'Anna' }, { isHelped: true, unchangedMs: 600_001 }, false],
  ['not there yet', undefined, { isHelped: true }, false],
  ['no such guide', null, { isHelped: true }, false],
])('looked at again: %s', (_name, walk, state, ms) => expect(lookAgainIn(walk, { ...here, ...state })).toBe(ms))

test.each([
  ['nothing', [mark('lights')], [mark('lights')], undefined],
  ['only something looked up', [mark('lights')], [mark('lights'), mark('sim', 'No', 'check')], undefined],
  ['an answer', [], [mark('lights', 'Rosse')], { type: 'answered', mark: mark('lights', 'Rosse') }],
  ['two answers', [], [mark('lights'), mark('cable', 'No')], { type: 'answered', mark: mark('cable', 'No') }],
  ['a way back', [mark('lights'), mark('cable')], [mark('lights')], { type: 'back' }],
  ['a way back to the first', [mark('lights')], [], { type: 'back' }],
  ['back, and another answer', [mark('lights')], [mark('lights', 'No')], { type: 'answered', mark: mark('lights', 'No') }],
])('%s between two looks', (_name, before, after, move) => expect(moveBetween({ trail: before }, { trail: after })).toEqual(move))
