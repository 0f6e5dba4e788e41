import { expect, test } from 'vitest'
import type { Entry } from '../types.ts'
import { entryOfCallBack, entryOfLink, kindsOf, merged, ofKind } from './history.ts'

const entry = (id: string, kind: string, at: string | null): Entry => ({ id, kind, title: id, text: null, state: null, at })
const missing = entry('contacts', 'unavailable', null)
const call = entry('call', 'call', '2026-11-26T08:00:00Z')
const older = entry('older', 'call', '2026-11-20T08:00:00Z')
const link = entryOfLink(
  { id: 'h', code: 'K7XM', state: 'done', target: 'Spiegazione della fattura', agent: 'Anna', issuedAt: '2026-11-25T08:00:00Z' },
  { done: 'Fatto' },
)

test('newest first, and before all what could not be read', () => {
  expect(merged([call, older, missing], [link]).map(({ id }) => id)).toEqual(['contacts', 'call', 'h', 'older'])
})

test('a link says where it led, by whom, and what became of it; a state this build has no word for as it came', () => {
  expect(link).toMatchObject({ kind: 'handOver', title: 'Spiegazione della fattura', text: 'Anna · K7XM', state: 'Fatto' })
  expect(entryOfLink({ id: 'h', code: 'x', state: 'melted', target: 't', agent: 'a', issuedAt: '' }, {}).state).toBe('melted')
})

test('a call-back says what it is about, or that it is one', () => {
  const asked = { id: 'b', topic: 'Fattura', startsAt: '2026-11-27T09:00:00Z', state: 'waiting' }
  expect(entryOfCallBack(asked, { waiting: 'da richiamare' }, 'Richiamata')).toMatchObject({
    title: 'Fattura',
    state: 'da richiamare',
    at: asked.startsAt,
  })
  expect(entryOfCallBack({ ...asked, topic: '' }, {}, 'Richiamata')).toMatchObject({ title: 'Richiamata', state: 'waiting' })
})

test('one kind at a time; what could not be read is said all the same, and is no kind', () => {
  const entries = merged([call, older, missing], [link])
  expect(kindsOf(entries)).toEqual(['call', 'handOver'])
  expect(ofKind(entries, 'handOver').map(({ id }) => id)).toEqual(['contacts', 'h'])
  expect(ofKind(entries, 'all')).toEqual(entries)
})
