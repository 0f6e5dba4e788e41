import { expect, test } from 'vitest'
import { describeShelves } from '../store/testing/suite.ts'
import type { GuideRuns } from './contract.ts'
import { createGuideRuns } from './guide-runs.ts'

const wanted = { brand: 'aurora', guideId: 'wifi', from: undefined, customerId: 'C-0014', lineId: 'L-0014-1' } as const
const by = 'customer'
const customer = { by } as const
const anna = { id: 'S-anna', name: 'Anna Agente' }
const agent = { by: 'agent', helper: anna } as const

/** Answers as somebody does who has just looked. */
async function answer(runs: GuideRuns, id: string, step: string, said: string, party: typeof customer | typeof agent = customer) {
  return runs.answer(id, { step, answer: said, ...party }, (await runs.get(id))?.moves ?? 0)
}

describeShelves((open) => {
  const start = () => {
    const clock = { now: Date.parse('2026-03-05T22:58:00Z') }
    const told: string[] = []
    return { runs: createGuideRuns({ shelf: open(), now: () => clock.now, told: ({ id }) => told.push(id) }), clock, told }
  }

  test('answers stay in order, with who gave them', async () => {
    const { runs, clock } = start()
    const { id } = await runs.start(wanted, customer)
    clock.now += 1_000
    await answer(runs, id, 'lights', 'red')
    await answer(runs, id, 'cable', 'no', agent)
    expect(await runs.get(id)).toEqual({
      run: { ...wanted, startedBy: by, id },
      answers: [
        { step: 'lights', answer: 'red', by },
        { step: 'cable', answer: 'no', ...agent },
      ],
      moves: 2,
      helped: { helper: anna, at: new Date(clock.now) },
      before: new Map([['lights', 'red'], ['cable', 'no']]), // prettier-ignore
      at: new Date(clock.now),
    })
  })

  test('of a hundred who answer the same step at once one counts, and whoever has said something else is told', async () => {
    const { runs } = start()
    const { id } = await runs.start(wanted, customer)
    const saying = Array.from({ length: 100 }, (_, n) => ({ answer: n % 2 === 0 ? 'red' : 'green', party: n % 3 === 0 ? agent : customer }))
    const heard = await Promise.all(saying.map(({ answer: said, party }) => runs.answer(id, { step: 'lights', answer: said, ...party }, 0)))
    const answers = (await runs.get(id))?.answers ?? []
    expect(answers).toHaveLength(1)
    expect(heard).toEqual(saying.map(({ answer: said }) => said === answers[0]?.answer))
  })

  test('what was answered to a walk that has gone back meanwhile does not count; the same question asked again does', async () => {
    const { runs } = start()
    const { id } = await runs.start(wanted, customer)
    await answer(runs, id, 'one', 'yes')
    const seen = (await runs.get(id))?.moves ?? 0
    await runs.backTo(id, 'one', agent)
    expect(await runs.answer(id, { step: 'two', answer: 'yes', by }, seen)).toBe(false)
    expect((await runs.get(id))?.answers).toEqual([])
    // A guide may lead to a question twice.
    await answer(runs, id, 'one', 'no')
    await answer(runs, id, 'one', 'yes')
    expect((await runs.get(id))?.answers.map((answered) => answered.answer)).toEqual(['no', 'yes'])
  })

  test('who takes part is known, and takes nothing away from what is being answered; everything is told', async () => {
    const { runs, clock, told } = start()
    const { id } = await runs.start(wanted, customer)
    expect((await runs.get(id))?.helped).toBeUndefined()
    const begun = new Date(clock.now)
    await runs.join(id, anna)
    expect(await runs.answer(id, { step: 'one', answer: 'yes', by }, 0)).toBe(true)
    clock.now += 60_000
    // Drawn anew a minute later: he takes part still.
    await runs.join(id, anna)
    expect((await runs.get(id))?.helped).toEqual({ helper: anna, at: begun })
    await runs.join(id, { id: 'S-bruno', name: 'Bruno' })
    expect((await runs.get(id))?.helped).toEqual({ helper: { id: 'S-bruno', name: 'Bruno' }, at: new Date(clock.now) })
    expect(told).toEqual([id, id, id, id])
    const own = await runs.start(wanted, agent)
    expect(await runs.get(own.id)).toMatchObject({ run: { startedBy: 'agent' }, helped: { helper: anna }, moves: 0 })
  })

  test('going back drops what came after, and what was said is still known', async () => {
    const { runs } = start()
    const { id } = await runs.start(wanted, customer)
    for (const step of ['one', 'two', 'three']) await answer(runs, id, step, 'yes')
    expect(await runs.backTo(id, 'two', customer)).toBe(true)
    // It has been gone back from already, and one that was never answered.
    expect([await runs.backTo(id, 'three', customer), await runs.backTo(id, 'never', customer)]).toEqual([false, false])
    const stands = await runs.get(id)
    expect(stands?.answers.map(({ step }) => step)).toEqual(['one'])
    expect([...(stands?.before ?? [])]).toEqual([['one', 'yes'], ['two', 'yes'], ['three', 'yes']]) // prettier-ignore
    await answer(runs, id, 'two', 'no')
    expect((await runs.get(id))?.before.get('two')).toBe('no')
  })

  test('of a customer, newest first; one that is not there can be nothing done with', async () => {
    const { runs, clock } = start()
    const first = await runs.start(wanted, customer)
    clock.now += 1_000
    const second = await runs.start(wanted, customer)
    await runs.start({ ...wanted, customerId: 'C-0001' }, customer)
    expect((await runs.ofCustomer('aurora', 'C-0014', 10)).map(({ run }) => run.id)).toEqual([second.id, first.id])
    expect(await runs.ofCustomer('nimbus', 'C-0014', 10)).toEqual([])
    expect(await runs.get('nothing')).toBeUndefined()
    expect(await answer(runs, 'nothing', 'one', 'yes')).toBe(false)
  })

  test('nobody fills the store: a walk has an end, and a day as well', async () => {
    const { runs, clock } = start()
    const { id } = await runs.start(wanted, customer)
    for (let round = 0; round < 60; round++) {
      await runs.answer(id, { step: 'one', answer: 'yes', by }, round * 2)
      await runs.backTo(id, 'one', customer)
    }
    await expect(answer(runs, id, 'one', 'yes')).rejects.toMatchObject({ code: 'TOO_MANY' })
    for (let more = 1; more < 60; more++) await runs.start(wanted, customer)
    await expect(runs.start(wanted, customer)).rejects.toMatchObject({ code: 'TOO_MANY' })
    clock.now += 86_400_000
    await runs.start(wanted, customer)
  })
})
