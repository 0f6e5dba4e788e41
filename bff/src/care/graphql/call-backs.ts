import { show } from '@mosaic/schemas/errors'
import { badInput, checkId, checkKey } from '../../actions/inputs.ts'
import { mostDays } from '../../call-backs/call-backs.ts'
import type { CallBack } from '../../call-backs/contract.ts'
import { contextOf } from '../../call-backs/request.ts'
import { createSaidInRun } from '../../guides/for-customer.ts'
import type { Staff } from '../contract.ts'
import { namesOf } from '../names.ts'
import { sessionOfPerson } from '../person-session.ts'
import { asStaff, audited, auditedGlance } from './as-staff.ts'
import { addCallBackTimeType, addCallBackType, type NamedCallBack } from './call-back-type.ts'
import type { CareBuilder, CareContext } from './context.ts'
import type { CustomerRefs } from './customers.ts'
import type { HandOverRef } from './hand-over-type.ts'

const dayMs = 86_400_000
const longestTopic = 600
/** Names are looked up for what stands on a screen: whoever waits below it comes up soon. */
const mostNamed = 40
const endings = ['done', 'unreached', 'cancelled'] as const

/** Whom to call back: the queue, taking one, what came of it, and booking for somebody. */
export function addCallBacks(builder: CareBuilder, { customer }: CustomerRefs, handOver: HandOverRef): void {
  const callBack = addCallBackType(builder, handOver)
  const time = addCallBackTimeType(builder)
  const booked = builder.objectRef<{ status: string; callBack: NamedCallBack | undefined }>('BookedCallBack').implement({
    description: 'What came of booking a call-back.',
    fields: (t) => ({
      status: t.exposeString('status', {
        nullable: false,
        description: '`booked`, `full` (somebody was first), `closed` (not at this time); may grow.',
      }),
      callBack: t.field({ type: callBack, nullable: true, description: 'It, when it is booked.', resolve: (it) => it.callBack }),
    }),
  })
  const input = builder.inputType('BookCallBackInput', {
    description: 'Whom to call, and when.',
    fields: (t) => ({
      customer: t.id({ required: true, description: 'His code.' }),
      line: t.id({ description: 'The line to call; without it the first on which one can talk.' }),
      startsAt: t.field({ type: 'DateTime', required: true, description: 'As `callBackTimes` names it.' }),
      topic: t.string({ required: true, description: `What it is about, at most ${longestTopic} characters.` }),
      run: t.id({ description: 'The guide he has walked: who calls knows what was said in it.' }),
      idempotencyKey: t.string({ required: true, description: 'One per intent: the same key never books twice.' }),
    }),
  })

  builder.queryFields((t) => ({
    callBacks: t.field({
      type: [callBack],
      nullable: false,
      description: 'Who is to be called, soonest first: what is late, due, or has been taken. At most 500.',
      args: { until: t.arg({ type: 'DateTime', description: 'Up to when; without it for a day.' }) },
      resolve: (_root, { until }, context) =>
        auditedGlance(context, 'callBack.list', async ({ brand }) => {
          const end = until ? new Date(until) : new Date(context.moment.getTime() + dayMs)
          return namedAll(context, brand, await context.callBacks.queue(brand, end))
        }),
    }),
    callBackTimes: t.field({
      type: [time],
      nullable: false,
      description: 'When somebody can call, today and in the days to come, full ones too: how busy it will be.',
      resolve: async (_root, _args, context) => {
        const { brand } = await asStaff(context)
        return context.callBacks.slots(brand, mostDays)
      },
    }),
  }))
  builder.mutationFields((t) => ({
    takeCallBack: t.field({
      type: callBack,
      nullable: true,
      description: 'Takes one, so that nobody else calls too; null: somebody else was first, or there is none.',
      args: { id: t.arg.id({ required: true, description: 'Which.' }) },
      resolve: async (_root, { id }, context) => {
        const staff = await asStaff(context, 'agent')
        const found = await ofBrand(context, staff, id)
        if (!found) return null
        return audited(context, 'callBack.taken', found.customerId, async () => {
          const isHis = await context.callBacks.take(id, staff.id)
          return isHis ? asItIs(context, id) : null
        })
      },
    }),
    closeCallBack: t.field({
      type: callBack,
      nullable: true,
      description: 'What came of one that who asks has taken; null: it is not his, or there is none.',
      args: {
        id: t.arg.id({ required: true, description: 'Which.' }),
        state: t.arg.string({
          required: true,
          description: `${endings.join(', ')}; whoever was not reached is tried again, three times in all.`,
        }),
      },
      resolve: async (_root, { id, state }, context) => {
        const staff = await asStaff(context, 'agent')
        const ending = endings.find((known) => known === state)
        if (!ending) throw badInput('state', `one of ${endings.join(', ')}`, show(state))
        const found = await ofBrand(context, staff, id)
        if (!found) return null
        return audited(
          context,
          'callBack.closed',
          found.customerId,
          async () => ((await context.callBacks.close(id, ending, staff.id)) ? asItIs(context, id) : null),
          { state: ending },
        )
      },
    }),
    bookCallBack: t.field({
      type: booked,
      nullable: false,
      description: 'Books a call for a customer.',
      args: { input: t.arg({ type: input, required: true, description: 'Whom, when, and about what.' }) },
      resolve: async (_root, { input: wanted }, context) => {
        const staff = await asStaff(context, 'agent')
        checkWanted(wanted)
        return audited(context, 'callBack.booked', wanted.customer, () => book(context, staff, wanted), { startsAt: wanted.startsAt })
      },
    }),
  }))
  builder.objectField(customer, 'callBacks', (t) =>
    t.field({
      type: [callBack],
      nullable: true,
      description: 'His call-backs, newest first: what is to come, and what came of the last ones. Null while it cannot be asked for.',
      resolve: async ({ brand, customerId, name }, _args, context) =>
        (await context.callBacks.ofCustomer(brand, customerId)).map((one) => ({ ...one, name })),
    }),
  )
}

type Wanted = {
  customer: string
  line?: string | null | undefined
  startsAt: string
  topic: string
  run?: string | null | undefined
  idempotencyKey: string
}

function checkWanted({ customer, line, topic, run, idempotencyKey }: Wanted): void {
  checkKey(idempotencyKey)
  checkId('customer', customer)
  if (line) checkId('line', line)
  if (run) checkId('run', run)
  if (topic.trim() === '' || topic.length > longestTopic) throw badInput('topic', `1 to ${longestTopic} characters`, `${topic.length}`)
}

async function book(context: CareContext, { brand }: Staff, { customer, line, startsAt, topic, run, idempotencyKey }: Wanted) {
  const person = await context.directory.person(brand, customer)
  if (!person) throw badInput('customer', 'the code of a customer', 'another')
  const lines = line ? person.lines.filter(({ id }) => id === line) : person.lines
  const called = lines.find(({ kind }) => kind === 'voice') ?? lines[0]
  if (!called) throw badInput('line', 'one of the customer’s own lines', 'another')
  const session = sessionOfPerson(person, brand)
  const said = run ? await createSaidInRun(context, context.now)(session, run) : undefined
  if (run && !said) throw badInput('run', 'one of the customer’s own walks through a guide', 'another')
  const at = new Date(startsAt)
  const result = await context.callBacks.book(idempotencyKey, {
    brand,
    customerId: person.customerId,
    lineId: called.id,
    msisdn: called.msisdn,
    topic: topic.trim(),
    context: contextOf(undefined, said),
    startsAt: at,
    endsAt: at,
  })
  return { status: result.status, callBack: result.status === 'booked' ? { ...result.callBack, name: person.name } : undefined }
}

/** Another brand’s and none are the same. */
async function ofBrand({ callBacks }: CareContext, { brand }: Staff, id: string): Promise<CallBack | undefined> {
  const found = await callBacks.get(id)
  return found?.brand === brand ? found : undefined
}

async function asItIs(context: CareContext, id: string): Promise<NamedCallBack | null> {
  const found = await context.callBacks.get(id)
  return found ? ((await namedAll(context, found.brand, [found]))[0] ?? null) : null
}

/** The first ones by name; the others, and who cannot be looked up, by their numbers. */
async function namedAll({ directory }: CareContext, brand: string, callBacks: readonly CallBack[]): Promise<NamedCallBack[]> {
  const nameOf = namesOf(directory)
  return Promise.all(
    callBacks.map(async (callBack, n) => ({ ...callBack, name: n < mostNamed ? await nameOf(brand, callBack.customerId) : '' })),
  )
}
