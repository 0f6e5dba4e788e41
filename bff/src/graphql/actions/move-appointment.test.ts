import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slotCapacity, slotsFrom, takenByOthers, type SlotCategory } from '../../../simulator/population/appointments-of.ts'
import { startOfDay } from '../../../simulator/population/dates.ts'
import type { Simulator } from '../../../simulator/start.ts'
import { moveAppointment } from '../../actions/move-appointment.ts'
import { slotIdOf } from '../../bss/methods/callback-slots/slot-id.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { listOf } from './testing/simulated.ts'

const seed = 1
/** Who has which appointment: a visit, a call-back, one in a shop, one that was cancelled. */
const categories: Readonly<Record<string, SlotCategory>> = { 'C-0011': 'technicianVisit', 'C-0005': 'callback' }
const appointmentOf = (customer: string) => `AP-${customer.slice(2)}-1`

/** A time of the next days with as many free places. */
function freeTime(customer: string, places: number) {
  const slot = slotsFrom(startOfDay(new Date()), categories[customer] ?? 'callback').findLast(
    (one) => one.startsAt.getTime() > Date.now() + 3_600_000 && takenByOthers(seed, one) + places === slotCapacity,
  )
  if (!slot) throw new Error(`There is no time with ${places} free places in the next days`)
  return slot
}
const idOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  slotIdOf({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })

async function isMoved(system: System, customer: string): Promise<number> {
  const time = freeTime(customer, slotCapacity).startsAt.toISOString()
  const all = await listOf(system, 'appointment', `relatedParty.id=${customer}`)
  return all.filter(({ status, validFor }) => status === 'confirmed' && (validFor as { startDateTime: string }).startDateTime === time)
    .length
}

describeAction({
  operation: 'moveAppointment',
  does: moveAppointment,
  write: 'moveAppointment',
  customer: 'C-0011',
  stranger: 'C-0005',
  strangerIsTold: 'BAD_INPUT',
  inputOf: (_simulator: Simulator, customer: string) => ({
    appointmentId: appointmentOf(customer),
    slotId: idOf(freeTime(customer, slotCapacity)),
  }),
  done: isMoved,
  needs: 'appointments',
  answered: [
    ['C-0011', { slotId: idOf({ startsAt: new Date('2026-01-02T10:00:00Z'), endsAt: new Date('2026-01-02T11:00:00Z') }) }, /già passato/],
    ['C-0002', { appointmentId: appointmentOf('C-0002') }, /chiamaci/],
    ['C-0015', { appointmentId: appointmentOf('C-0015') }, /chiamaci/],
  ],
  refused: [
    [{ appointmentId: 'an appointment' }, 'appointmentId'],
    [{ slotId: 'tomorrow' }, 'slotId'],
  ],
})

describe('a time with one place left', () => {
  let system: System
  beforeEach(async () => {
    system = await startSystem()
  })
  afterEach(() => system.close())

  const document = 'mutation ($input: MoveAppointmentInput!) { moveAppointment(input: $input) { status message { value } } }'
  type Result = { status: string; message: { value: string } }
  const ask = async (customer: string, appointmentId: string, slotId: string, idempotencyKey: string) => {
    const { body } = await system.ask(customer, document, { input: { appointmentId, slotId, idempotencyKey } }, { 'accept-language': 'it' })
    return (body.data as unknown as { moveAppointment: Result }).moveAppointment
  }
  const book = 'mutation ($input: BookCallbackInput!) { bookCallback(input: $input) { status } }'

  test('is had by one of those who want it at once, and the others keep what they have', async () => {
    const wanted = freeTime('C-0005', 1)
    const [other] = slotsFrom(startOfDay(new Date())).filter(
      (one) => one.startsAt.getTime() > Date.now() && one.id !== wanted.id && takenByOthers(seed, one) === 0,
    )
    const customers = ['C-0008', 'C-0009', 'C-0014']
    for (const customer of customers) {
      await system.ask(customer, book, { input: { slotId: idOf(other ?? wanted), idempotencyKey: `book-${customer}` } })
    }
    const own = await Promise.all(
      customers.map(async (customer) =>
        (await listOf(system, 'appointment', `relatedParty.id=${customer}`)).find(({ id }) => String(id).startsWith('AP-B')),
      ),
    )
    const results = await Promise.all(
      customers.map((customer, index) => ask(customer, String(own[index]?.['id']), idOf(wanted), `move-${customer}`)),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['completed', 'failed', 'failed'])
    expect(results.find(({ status }) => status === 'failed')?.message.value).toMatch(/resta com’era/)
    const after = (await listOf(system, 'appointment', 'category=callback')).filter(({ id }) => String(id).startsWith('AP-B'))
    const times = after.map(({ validFor }) => (validFor as { startDateTime: string }).startDateTime)
    expect(times.filter((time) => time === wanted.startsAt.toISOString())).toHaveLength(1)
    expect(times.filter((time) => time === other?.startsAt.toISOString())).toHaveLength(2)

    // The place that was left is free again: whoever failed may have it, and nobody holds two.
    const winner = customers[results.findIndex(({ status }) => status === 'completed')] ?? ''
    const back = await ask(winner, String(own[customers.indexOf(winner)]?.['id']), idOf(other ?? wanted), 'move-back-again')
    expect(back.status).toBe('completed')
    const loser = customers.find((customer) => customer !== winner) ?? ''
    expect((await ask(loser, String(own[customers.indexOf(loser)]?.['id']), idOf(wanted), 'move-once-more')).status).toBe('completed')
  })
})
