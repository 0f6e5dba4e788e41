import { expect, test } from 'vitest'
import { openSqliteShelf } from '../store/sqlite.ts'
import { createStore } from '../store/create-store.ts'
import { describeShelves } from '../store/testing/suite.ts'
import { createAudit } from './audit.ts'

const dayOf = (_brand: string, at: Date) => at.toISOString().slice(0, 10)
const noon = Date.parse('2026-03-05T12:00:00Z')
const details = { line: 'L-1' }

describeShelves((open) => {
  test('what was written is found by day, by who did it, by whom it is about, and by both; newest first', async () => {
    let now = noon
    const audit = createAudit({ shelf: open(), dayOf, now: () => now })
    for (const [brand, who, what, about] of [
      ['aurora', 'S-1', 'customer.opened', 'C-1'],
      ['aurora', 'S-2', 'customer.opened', 'C-1'],
      ['aurora', 'S-1', 'reports.seen', undefined],
      ['boreal', 'S-1', 'customer.opened', 'C-1'],
      // An id that looks like two.
      ['aurora', 'S-1/C-1', 'customer.opened', 'C-1:2026-03-05'],
    ] as const) {
      await audit.write({ brand, who, what, about, details })
      now += 1_000
    }
    now += 86_400_000
    await audit.write({ brand: 'aurora', who: 'S-1', what: 'customer.opened', about: 'C-1', details })

    const find = async (wanted: { who?: string; about?: string }, limit = 10) =>
      (await audit.find('aurora', { ...wanted, day: '2026-03-05', limit })).map(({ at, who, what }) => [at.getTime() - noon, who, what])
    const [opened1, opened2, seen, odd] = [
      [0, 'S-1', 'customer.opened'],
      [1_000, 'S-2', 'customer.opened'],
      [2_000, 'S-1', 'reports.seen'],
      [4_000, 'S-1/C-1', 'customer.opened'],
    ]
    expect(await find({})).toEqual([odd, seen, opened2, opened1])
    expect(await find({}, 2)).toEqual([odd, seen])
    expect(await find({ who: 'S-1' })).toEqual([seen, opened1])
    expect(await find({ about: 'C-1' })).toEqual([opened2, opened1])
    expect(await find({ who: 'S-1', about: 'C-1' })).toEqual([opened1])
    expect(await find({ who: 'S-3' })).toEqual([])
    expect(await audit.find('aurora', { day: '2026-03-05', about: 'C-1', limit: 1 })).toEqual([
      { at: new Date(noon + 1_000), brand: 'aurora', who: 'S-2', what: 'customer.opened', about: 'C-1', details },
    ])
  })

  test('a hundred at one moment are a hundred entries', async () => {
    const audit = createAudit({ shelf: open(), dayOf, now: () => noon })
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => audit.write({ brand: 'aurora', who: `S-${n}`, what: 'searched', about: undefined, details })),
    )
    const found = await audit.find('aurora', { day: '2026-03-05', limit: 1_000 })
    expect(new Set(found.map(({ who }) => who)).size).toBe(100)
  })

  test('what a screen asks for again and again stands there once in its time, also when two processes are asked', async () => {
    let now = noon + 20_000
    const audits = [createAudit({ shelf: open(), dayOf, now: () => now }), createAudit({ shelf: open(), dayOf, now: () => now })]
    const list = { brand: 'aurora', who: 'S-1', what: 'callBack.list', about: undefined, details: {} }
    const look = () => Promise.all([...audits, ...audits].map((audit) => audit.write(list, 60_000)))
    await look()
    now += 39_999
    await look()
    await audits[0]?.write({ ...list, who: 'S-2' }, 60_000)
    now += 1
    await look()
    const found = (await audits[1]?.find('aurora', { day: '2026-03-05', limit: 10 })) ?? []
    expect(found.map(({ at, who }) => [at.getTime() - noon, who]).toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
      [60_000, 'S-1'],
      [20_000, 'S-1'],
      [59_999, 'S-2'],
    ])
  })

  test('whatever an agent asks about, it stands in the register: an absurd id is cut, not left out', async () => {
    const audit = createAudit({ shelf: open(), dayOf, now: () => noon })
    const absurd = `C\u0000-\uD800${'😀'.repeat(5_000)}`
    await audit.write({ brand: 'aurora', who: 'S-1', what: 'customer.opened', about: absurd, details: { id: absurd } })
    const [entry] = await audit.find('aurora', { day: '2026-03-05', about: absurd, limit: 1 })
    expect(entry?.about).toBe(`C-\uFFFD${'😀'.repeat(117)}`)
  })
})

test('an entry that cannot be kept is told: what it is about is not done', async () => {
  const closed = createStore({ kind: 'sqlite', file: ':memory:' })
  await closed.close()
  const audit = createAudit({ shelf: closed, dayOf, now: () => noon })
  const entry = { brand: 'aurora', who: 'S-1', what: 'customer.opened', about: 'C-1', details }
  await expect(audit.write(entry)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })

  // Nor is one lost that meets another of its id.
  const shelf = openSqliteShelf(':memory:')
  let isFirst = true
  const crowded = createAudit({
    shelf: { ...shelf, add: (kind, record) => (isFirst ? ((isFirst = false), Promise.resolve(false)) : shelf.add(kind, record)) },
    dayOf,
    now: () => noon,
  })
  await crowded.write(entry)
  expect(await crowded.find('aurora', { day: '2026-03-05', limit: 5 })).toEqual([{ at: new Date(noon), ...entry }])
})
