import { plusDays } from './dates.ts'
import { offerings, type OfferingId } from './plans.ts'
import type { SimCustomer } from './types.ts'

/** TMF622's states, but for those of a cancellation under way, which this operator does not have. */
export type OrderState = 'acknowledged' | 'inProgress' | 'held' | 'pending' | 'completed' | 'failed' | 'cancelled'
export type OrderCategory = 'option' | 'offer' | 'portIn' | 'device' | 'sim'

/** One step of an order, or the thing that is ordered where there is only one. */
export type SimOrderItem = {
  action: 'add' | 'modify' | 'delete'
  state: OrderState
  name: string
  offeringId?: string
  productId?: string
  /** What the SIM is to be, when it is what is changed. */
  simForm?: 'sim' | 'esim'
}

/** Something a customer has ordered, as it stands now. */
export type SimOrder = {
  id: string
  customerId: string
  lineId?: string
  category: OrderCategory
  state: OrderState
  placedOn: Date
  expectedOn?: Date
  completedOn?: Date
  /** What the orderer calls it: the same again is the same order. */
  externalId?: string
  items: readonly SimOrderItem[]
}

/** The orders of a customer that were placed elsewhere, newest first: those of the personas, and of a fleet one for every fourth line. */
export function ordersOf(customer: SimCustomer, today: Date): SimOrder[] {
  const drafts = known[customer.id] ?? (customer.lines.length > 20 ? fleetOrders(customer) : [])
  return drafts
    .map(({ placedDays, expectedDays, completedDays, ...draft }, index) => ({
      ...draft,
      id: `PO-${customer.id.slice(2)}-${index + 1}`,
      customerId: customer.id,
      placedOn: plusDays(today, -placedDays, 10),
      ...(expectedDays !== undefined && { expectedOn: plusDays(today, expectedDays, 16) }),
      ...(completedDays !== undefined && { completedOn: plusDays(today, -completedDays, 12) }),
    }))
    .sort((a, b) => b.placedOn.getTime() - a.placedOn.getTime())
}

type Draft = Pick<SimOrder, 'lineId' | 'category' | 'state' | 'items'> & {
  placedDays: number
  expectedDays?: number
  completedDays?: number
}

function fleetOrders({ lines }: SimCustomer): Draft[] {
  return lines
    .filter((_, index) => index % 4 === 0)
    .map((line, index) => ({
      lineId: line.id,
      category: 'sim',
      state: index === 0 ? 'inProgress' : 'completed',
      placedDays: 1 + index * 9,
      ...(index === 0 ? { expectedDays: 2 } : { completedDays: index * 9 - 2 }),
      items: [item('add', index === 0 ? 'inProgress' : 'completed', 'Nuova SIM')],
    }))
}

/** The steps of a number that moves here from another operator; the first `done` are behind it. */
function portIn(done: number): SimOrderItem[] {
  const steps = [
    'Richiesta ricevuta',
    'Nuova SIM consegnata e attiva',
    'Conferma del tuo vecchio operatore',
    'Passaggio del numero sulla nuova SIM',
  ]
  return steps.map((name, index) => item('add', index < done ? 'completed' : index === done ? 'inProgress' : 'acknowledged', name))
}

function ordered(action: SimOrderItem['action'], state: OrderState, offeringId: OfferingId): SimOrderItem {
  const name = offerings.find(({ id }) => id === offeringId)?.name ?? offeringId
  return { ...item(action, state, name), offeringId }
}

function item(action: SimOrderItem['action'], state: OrderState, name: string): SimOrderItem {
  return { action, state, name }
}

const known: Readonly<Record<string, readonly Draft[]>> = {
  'C-0002': [
    {
      lineId: 'L-0002-1',
      category: 'sim',
      state: 'inProgress',
      placedDays: 2,
      expectedDays: 1,
      items: [item('modify', 'completed', 'SIM preparata'), item('modify', 'inProgress', 'SIM in viaggio verso il negozio')],
    },
  ],
  'C-0003': [{ lineId: 'L-0003-1', category: 'portIn', state: 'inProgress', placedDays: 4, expectedDays: 2, items: portIn(2) }],
  'C-0004': [{ lineId: 'L-0004-1', category: 'portIn', state: 'completed', placedDays: 13, completedDays: 9, items: portIn(4) }],
  'C-0012': [
    {
      lineId: 'L-0012-1',
      category: 'option',
      state: 'inProgress',
      placedDays: 0,
      expectedDays: 0,
      items: [ordered('add', 'inProgress', 'OPT-GIGA-20')],
    },
  ],
  'C-0013': [
    {
      lineId: 'L-0013-1',
      category: 'option',
      state: 'completed',
      placedDays: 9,
      completedDays: 9,
      items: [{ ...ordered('delete', 'completed', 'OPT-EUROPA'), productId: 'L-0013-1-X1' }],
    },
  ],
  'C-0021': [
    {
      lineId: 'L-0021-1',
      category: 'device',
      state: 'held',
      placedDays: 3,
      items: [item('add', 'held', 'Telefono da tavolo con tasti grandi, base di ricarica e cuffie compatibili con apparecchi acustici')],
    },
  ],
}
