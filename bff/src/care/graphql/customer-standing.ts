import { asAgent, asked } from '../asked.ts'
import { alertsOf, type AlertSeen } from '../alerts.ts'
import { choicesFor, type Choice } from '../choices.ts'
import type { Entry } from '../contract.ts'
import { figuresOf, type Figure } from '../figures.ts'
import { appointments, openOrders, tickets } from '../under-way.ts'
import { ClientError } from '../../client-error.ts'
import type { CareBuilder } from './context.ts'
import type { CustomerRefs } from './customers.ts'

/** More of the past than anybody reads while somebody is on the phone. */
const mostHistory = 200

/**
 * How a customer's things stand: money, what is under way, alerts, the past. Lists that cannot be had are null, with the reason among the errors: one
 * system that is down never costs the rest of the page.
 */
export function addCustomerStanding(builder: CareBuilder, { customer }: CustomerRefs): void {
  const entry = addEntry(builder)
  const figure = addFigure(builder)
  const alert = builder.objectRef<AlertSeen>('AlertSeen').implement({
    description: 'An alert he sees, or has put away.',
    fields: (t) => ({
      contentId: t.exposeID('contentId', { nullable: false, description: 'The content.' }),
      title: t.exposeString('title', { nullable: false, description: 'What it says.' }),
      isShown: t.exposeBoolean('isShown', { nullable: false, description: 'Whether it stands on his home now.' }),
      dismissedAt: t.expose('dismissedAt', { type: 'DateTime', nullable: true, description: 'When he put it away last.' }),
    }),
  })
  const choice = builder.objectRef<Choice>('Choice').implement({
    description: 'One of his things that a target can be about.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What the parameter takes.' }),
      label: t.exposeString('label', { nullable: false, description: 'For the agent.' }),
      name: t.exposeString('name', { nullable: false, description: 'The parameter: `billId`, `productId`, `offeringId`; may grow.' }),
    }),
  })

  builder.objectFields(customer, (t) => ({
    figures: t.field({
      type: [figure],
      nullable: true,
      description: 'Credit, what is to be paid, what is left …, each with its age.',
      args: { line: t.arg.id({ description: 'One of his lines; without it the first.' }) },
      resolve: async (person, { line }, context) => figuresOf(context, await asked(context, person, line ?? undefined)),
    }),
    orders: t.field({
      type: [entry],
      nullable: true,
      description: 'What he has ordered and not got yet.',
      resolve: async (person, _args, context) => openOrders(context, await asked(context, person)),
    }),
    tickets: t.field({
      type: [entry],
      nullable: true,
      description: 'What he has reported.',
      resolve: async (person, _args, context) => tickets(context, await asked(context, person)),
    }),
    appointments: t.field({
      type: [entry],
      nullable: true,
      description: 'When somebody calls or comes to him.',
      resolve: async (person, _args, context) => appointments(context, await asked(context, person)),
    }),
    alerts: t.field({
      type: [alert],
      nullable: true,
      description: 'The alerts he sees, and those he has put away.',
      args: { line: t.arg.id({ description: 'One of his lines; without it the first.' }) },
      resolve: async (person, { line }, context) => alertsOf(asAgent(context), await asked(context, person, line ?? undefined)),
    }),
    history: t.field({
      type: [entry],
      nullable: true,
      description: 'What there has been between him and his operator, newest first. What cannot be had is an entry of kind `unavailable`.',
      args: { limit: t.arg.int({ defaultValue: 30, description: `From 1 to ${mostHistory}.` }) },
      resolve: async (person, { limit }, context) => {
        const { locale } = await asked(context, person)
        return context.history.of(person.brand, person.customerId, locale, checkedLimit(limit ?? 30))
      },
    }),
    choices: t.field({
      type: [choice],
      nullable: true,
      description: 'What a target’s parameter can be: his bills, his options. Empty: it needs none.',
      args: {
        target: t.arg.id({ required: true, description: 'One of `targets`.' }),
        line: t.arg.id({ description: 'One of his lines; without it the first.' }),
      },
      resolve: async (person, { target, line }, context) => choicesFor(context, await asked(context, person, line ?? undefined), target),
    }),
  }))
}

function addEntry(builder: CareBuilder) {
  return builder.objectRef<Entry>('Entry').implement({
    description: 'Something there was, or that is under way.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Unique in its list.' }),
      kind: t.exposeString('kind', {
        nullable: false,
        description: '`order`, `ticket`, `appointment`, `call`, `careContact`, `alertDismissed` …; may grow.',
      }),
      title: t.exposeString('title', { nullable: false, description: 'What it is, in the language of who asks.' }),
      text: t.exposeString('text', { nullable: true, description: 'More about it.' }),
      state: t.exposeString('state', { nullable: true, description: 'How it stands, in words.' }),
      at: t.field({ type: 'DateTime', nullable: true, description: 'When it was, or will be.', resolve: ({ at }) => at?.toISOString() }),
    }),
  })
}

function addFigure(builder: CareBuilder) {
  return builder.objectRef<Figure>('Figure').implement({
    description: 'One figure that changes while somebody is on the phone.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: '`credit`, `due`, `data` …; may grow.' }),
      label: t.exposeString('label', { nullable: false, description: 'What it is, in the language of who asks.' }),
      value: t.exposeString('value', { nullable: false, description: 'What it stands at, in words.' }),
      isStale: t.exposeBoolean('isStale', { nullable: false, description: 'Whether it is older than it should be.' }),
      fetchedAt: t.expose('fetchedAt', { type: 'DateTime', nullable: true, description: 'When the system said so; null when it did not.' }),
      state: t.exposeString('state', { nullable: false, description: '`READY`, `STALE`, `FAILED`; may grow.' }),
    }),
  })
}

function checkedLimit(limit: number): number {
  if (limit >= 1 && limit <= mostHistory) return limit
  const fault = { expected: `a number from 1 to ${mostHistory}`, got: `${limit}`, fix: 'Ask for less' }
  throw new ClientError('BAD_INPUT', 'The limit cannot be used', fault)
}
