import { expect, test } from 'vitest'
import { describeShelves } from '../store/testing/suite.ts'
import { createGuideRuns } from './guide-runs.ts'

const wanted = {
  brand: 'aurora',
  guideId: 'wifi',
  from: undefined,
  customerId: 'C-0014',
  lineId: 'L-0014-1',
  startedBy: 'customer',
} as const
const by = 'customer'

describeShelves((open) => {
  const start = () => {
    const clock = { now: Date.parse('2026-03-05T22:58:00Z') }
    return { runs: createGuideRuns({ shelf: open(), now: () => clock.now }), clock }
  }

  test('answers stay in order, with who gave them', async () => {
    const { runs, clock } = start()
    const { id } = await runs.start(wanted)
    clock.now += 1_000
    await runs.answer(id, { step: 'lights', answer: 'red', by })
    await runs.answer(id, { step: 'cable', answer: 'no', by: 'agent' })
    expect(await runs.get(id)).toEqual({
      run: { ...wanted, id },
      answers: [
        { step: 'lights', answer: 'red', by },
        { step: 'cable', answer: 'no', by: 'agent' },
      ],
      before: new Map([['lights', 'red'], ['cable', 'no']]), // prettier-ignore
      at: new Date(clock.now),
    })
  })

  test('of two who answer the same step in two ways, one is told so; the same answer twice is one', async () => {
    const { runs } = start()
    const { id } = await runs.start(wanted)
    const both = await Promise.all(['red', 'green'].map((answer) => runs.answer(id, { step: 'lights', answer, by })))
    expect(both.filter(Boolean)).toHaveLength(1)
    const answer = (await runs.get(id))?.answers[0]?.answer ?? ''
    expect(await runs.answer(id, { step: 'lights', answer, by: 'agent' })).toBe(true)
    expect((await runs.get(id))?.answers).toEqual([{ step: 'lights', answer, by }])
  })

  test('going back drops what came after, and what was said is still known', async () => {
    const { runs } = start()
    const { id } = await runs.start(wanted)
    for (const step of ['one', 'two', 'three']) await runs.answer(id, { step, answer: 'yes', by })
    expect(await runs.backTo(id, 'two', by)).toBe(true)
    // It has been gone back from already, and one that was never answered.
    expect([await runs.backTo(id, 'three', by), await runs.backTo(id, 'never', by)]).toEqual([false, false])
    const stands = await runs.get(id)
    expect(stands?.answers.map(({ step }) => step)).toEqual(['one'])
    expect([...(stands?.before ?? [])]).toEqual([['one', 'yes'], ['two', 'yes'], ['three', 'yes']]) // prettier-ignore
    await runs.answer(id, { step: 'two', answer: 'no', by })
    expect((await runs.get(id))?.before.get('two')).toBe('no')
  })

  test('of a customer, newest first; one that is not there can be nothing done with', async () => {
    const { runs, clock } = start()
    const first = await runs.start(wanted)
    clock.now += 1_000
    const second = await runs.start(wanted)
    await runs.start({ ...wanted, customerId: 'C-0001' })
    expect((await runs.ofCustomer('aurora', 'C-0014', 10)).map(({ run }) => run.id)).toEqual([second.id, first.id])
    expect(await runs.ofCustomer('nimbus', 'C-0014', 10)).toEqual([])
    expect(await runs.get('nothing')).toBeUndefined()
    expect(await runs.answer('nothing', { step: 'one', answer: 'yes', by })).toBe(false)
  })

  test('nobody fills the store: a walk has an end, and a day as well', async () => {
    const { runs, clock } = start()
    const { id } = await runs.start(wanted)
    for (let round = 0; round < 60; round++) {
      await runs.answer(id, { step: 'one', answer: 'yes', by })
      await runs.backTo(id, 'one', by)
    }
    await expect(runs.answer(id, { step: 'one', answer: 'yes', by })).rejects.toMatchObject({ code: 'TOO_MANY' })
    for (let more = 1; more < 60; more++) await runs.start(wanted)
    await expect(runs.start(wanted)).rejects.toMatchObject({ code: 'TOO_MANY' })
    clock.now += 86_400_000
    await runs.start(wanted)
  })
})
