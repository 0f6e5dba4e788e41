import { slotCapacity, slotsFrom, takenByOthers, type SlotCategory } from '../../../simulator/population/appointments-of.ts'
import { startOfDay } from '../../../simulator/population/dates.ts'
import type { Simulator } from '../../../simulator/start.ts'
import { slotIdOf } from '../../bss/methods/callback-slots/slot-id.ts'

/** What one customer taps: the input of a mutation without its key. */
export type Tap = { customer: string; input: Record<string, unknown> }

/** The notice that `dismissAlert` closes: it must stand on the page. */
export const notice = 'notice'
/** The question that `answerSurvey` answers: it must stand there too. */
export const question = 'question'

/** One tap for each mutation that shipped apps can send, by its name. */
export function tapsOf({ customers }: Simulator): Readonly<Record<string, Tap>> {
  const bill = customers.find(({ id }) => id === 'C-0008')?.account?.bills[0]
  return {
    topUp: { customer: 'C-0014', input: { lineId: 'L-0014-1', amount: 500 } },
    transferCredit: { customer: 'C-0029', input: { lineId: 'L-0029-1', receiverLineId: 'L-0029-2', amount: 500, fee: 50 } },
    setAutoTopUp: { customer: 'C-0010', input: { lineId: 'L-0010-1', isOn: true, amount: 1_500, period: 'monthly' } },
    activateOption: { customer: 'C-0014', input: { lineId: 'L-0014-1', offeringId: 'OPT-GIGA-20', price: 499 } },
    deactivateOption: { customer: 'C-0013', input: { lineId: 'L-0013-1', productId: 'L-0013-1-O1' } },
    buyOffer: { customer: 'C-0014', input: { lineId: 'L-0014-1', offeringId: 'OPT-GIGA-20', price: 499 } },
    payBill: { customer: 'C-0008', input: { billId: bill?.id, amount: bill?.remainingCents, paymentMethodId: 'PM-0008-2' } },
    bookCallback: { customer: 'C-0014', input: { lineId: 'L-0014-1', topic: 'Fattura', slotId: freeHour() } },
    dismissAlert: { customer: 'C-0014', input: { contentId: notice } },
    answerSurvey: { customer: 'C-0014', input: { contentId: question, answer: 1, comment: 'Tutto chiaro' } },
    replaceSim: { customer: 'C-0014', input: { lineId: 'L-0014-1', form: 'sim', reason: 'lost', price: 1_000 } },
    moveAppointment: { customer: 'C-0011', input: { appointmentId: 'AP-0011-1', slotId: freeHour('technicianVisit') } },
  }
}

/** What one customer asks besides pages: the variables of a question, by its name. */
export const questions: Readonly<Record<string, Tap>> = { simSecrets: { customer: 'C-0014', input: { lineId: 'L-0014-1' } } }

/** An hour of the next days that the simulator still has a place in: the last, as an appointment to be moved may stand in the first. */
function freeHour(category: SlotCategory = 'callback'): string | undefined {
  const soon = Date.now() + 3_600_000
  const free = slotsFrom(startOfDay(new Date()), category).findLast(
    (slot) => slot.startsAt.getTime() > soon && takenByOthers(1, slot) < slotCapacity,
  )
  return free && slotIdOf({ startsAt: free.startsAt.toISOString(), endsAt: free.endsAt.toISOString() })
}
