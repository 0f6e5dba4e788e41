import { expect, test } from 'vitest'
import { describeShelves } from '../store/testing/suite.ts'
import { createGuideRuns } from './guide-runs.ts'

const by = { by: 'customer' } as const
const wanted = { brand: 'aurora', guideId: 'wifi', from: undefined, customerId: 'C-0014', lineId: 'L-0014-1' }
const report = (description: string) => ({ title: 'Wi-Fi', description, checks: [{ trigger: 'outage', isTrue: null }] })

describeShelves((open) => {
  const now = Date.parse('2026-03-05T10:00:00Z')
  const start = () => createGuideRuns({ shelf: open(), now: () => now })

  test('of two processes that report the same walk the first says what is sent, and from then on nothing moves', async () => {
    const [one, other] = [start(), start()]
    const { id } = await one.start(wanted, by)
    await one.answer(id, { step: 'lights', answer: 'red', ...by }, 0)
    const both = await Promise.all([one.report(id, report('one'), 1), other.report(id, report('other'), 1)])
    expect(both[0]).toEqual(both[1])
    expect(both[0]).toMatchObject({ checks: [{ trigger: 'outage', isTrue: null }], at: new Date(now), ticketId: undefined })
    expect(await other.answer(id, { step: 'cable', answer: 'no', ...by }, 1)).toBe(false)
    expect(await other.backTo(id, 'lights', by)).toBe(false)
    expect((await one.get(id))?.answers.map(({ step }) => step)).toEqual(['lights'])

    await one.opened(id, 'TT-1')
    // The same again, from whoever was late.
    await other.opened(id, 'TT-2')
    expect((await one.get(id))?.report).toEqual({ ...both[0], ticketId: 'TT-1' })
    expect(await one.report(id, report('again'), 1)).toMatchObject({ ticketId: 'TT-1' })
  })

  test('what has moved on meanwhile is not reported, and what is not there neither', async () => {
    const runs = start()
    const { id } = await runs.start(wanted, by)
    await runs.answer(id, { step: 'lights', answer: 'red', ...by }, 0)
    await runs.backTo(id, 'lights', by)
    expect(await runs.report(id, report('late'), 1)).toBeUndefined()
    expect((await runs.get(id))?.report).toBeUndefined()
    expect(await runs.report('nothing', report('nowhere'), 0)).toBeUndefined()
    await runs.opened(id, 'TT-1')
    expect((await runs.get(id))?.report).toBeUndefined()
  })

  test('nobody is buried in tickets: a day has an end', async () => {
    const runs = start()
    const ids = await Promise.all(Array.from({ length: 11 }, async () => (await runs.start(wanted, by)).id))
    for (const id of ids.slice(1)) await runs.report(id, report('one of many'), 0)
    await expect(runs.report(ids[0] ?? '', report('one too many'), 0)).rejects.toMatchObject({ code: 'TOO_MANY' })
    // What has been reported already is still known.
    expect(await runs.report(ids[1] ?? '', report('again'), 0)).toMatchObject({ description: 'one of many' })
  })
})
