import type { Appointment, MethodResult, Order, ReadMethodName, Ticket } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { ClientError } from '../client-error.ts'
import { myAnswer, type MyDependencies } from '../me/my-answer.ts'
import type { Asked } from './asked.ts'
import type { Entry } from './contract.ts'
import { joined } from './joined.ts'

/** What he has ordered and not got yet, newest first. Rejects with what `myAnswer` throws, and BACKEND_UNAVAILABLE. */
export function openOrders(dependencies: MyDependencies, asked: Asked): Promise<Entry[]> {
  return entries(dependencies, asked, 'orders', (orders) =>
    orders
      .filter(({ state }) => !ended.has(state))
      .map(({ id, kind, name, state, placedOn, steps }) => ({
        id,
        kind: 'order',
        title: name ?? orderNames[kind][asked.locale],
        text: steps.find((step) => step.state === 'current')?.name,
        state: orderStates[state][asked.locale],
        at: new Date(placedOn),
      })),
  )
}

/** What he has reported. Rejects as `openOrders` does. */
export function tickets(dependencies: MyDependencies, asked: Asked): Promise<Entry[]> {
  return entries(dependencies, asked, 'tickets', (found) =>
    found.map(({ id, title, status, openedOn }) => ({
      id,
      kind: 'ticket',
      title,
      text: id,
      state: ticketStates[status][asked.locale],
      at: new Date(openedOn),
    })),
  )
}

/** When somebody calls or comes to him, soonest first. Rejects as `openOrders` does. */
export function appointments(dependencies: MyDependencies, asked: Asked): Promise<Entry[]> {
  const now = asked.request.now.toISOString()
  return entries(dependencies, asked, 'appointments', (found) =>
    found
      .filter(({ status, startsAt, endsAt }) => (status === 'requested' || status === 'confirmed') && (endsAt ?? startsAt) >= now)
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
      .map(({ id, what, status, startsAt, topic, place }) => ({
        id,
        kind: 'appointment',
        title: appointmentNames[what][asked.locale],
        text: joined([topic, place]),
        state: appointmentStates[status][asked.locale],
        at: new Date(startsAt),
      })),
  )
}

async function entries<Name extends ReadMethodName>(
  dependencies: MyDependencies,
  { request }: Asked,
  method: Name,
  read: (result: MethodResult<Name>) => Entry[],
): Promise<Entry[]> {
  const { value } = await myAnswer(dependencies, request, method, read)
  if (value) return value
  // An empty list would say that there is nothing.
  const fault = { expected: `a system that tells the ${method}`, got: 'none that answers', fix: 'Try again in a moment' }
  throw new ClientError('BACKEND_UNAVAILABLE', 'The systems do not answer', fault)
}

const ended = new Set<Order['state']>(['completed', 'failed', 'cancelled'])

const orderNames: Record<Order['kind'], TwoLanguages> = {
  option: { it: 'Opzione', en: 'Option' },
  offer: { it: 'Offerta', en: 'Offer' },
  device: { it: 'Dispositivo', en: 'Device' },
  sim: { it: 'SIM', en: 'SIM' },
  portIn: { it: 'Passaggio del numero', en: 'Number transfer' },
  other: { it: 'Ordine', en: 'Order' },
}

const orderStates: Record<Order['state'], TwoLanguages> = {
  acknowledged: { it: 'ricevuto', en: 'received' },
  inProgress: { it: 'in lavorazione', en: 'in progress' },
  held: { it: 'fermo', en: 'on hold' },
  pending: { it: 'in attesa', en: 'pending' },
  partial: { it: 'completato in parte', en: 'partly done' },
  completed: { it: 'completato', en: 'completed' },
  failed: { it: 'non riuscito', en: 'failed' },
  cancelled: { it: 'annullato', en: 'cancelled' },
}

const ticketStates: Record<Ticket['status'], TwoLanguages> = {
  open: { it: 'in lavorazione', en: 'in progress' },
  waiting: { it: 'aspetta il cliente', en: 'waits for the customer' },
  solved: { it: 'risolta', en: 'solved' },
}

const appointmentNames: Record<Appointment['what'], TwoLanguages> = {
  callback: { it: 'Richiamata', en: 'Call-back' },
  technician: { it: 'Visita del tecnico', en: 'Technician’s visit' },
  store: { it: 'In negozio', en: 'At a shop' },
  other: { it: 'Appuntamento', en: 'Appointment' },
}

const appointmentStates: Record<Appointment['status'], TwoLanguages> = {
  requested: { it: 'richiesto', en: 'requested' },
  confirmed: { it: 'confermato', en: 'confirmed' },
  cancelled: { it: 'annullato', en: 'cancelled' },
  completed: { it: 'concluso', en: 'over' },
}
