import { show } from '@mosaic/schemas/errors'
import { locales, type Locale } from '@mosaic/schemas/text'
import { badInput, checkId, checkKey } from '../../actions/inputs.ts'
import type { HandOver, TargetParams, WithoutTime } from '../../hand-over/contract.ts'
import { sendHandOver, type Sending, type Sent } from '../../hand-over/send.ts'
import { liveRelease } from '../asked.ts'
import { clusterOf } from '../cluster.ts'
import type { Staff } from '../contract.ts'
import { neverAsked, reasonIn, statusWords } from '../hand-over-words.ts'
import { asStaff, audited, auditedGlance } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'
import type { CustomerRefs } from './customers.ts'
import { addHandOverType, readerOf, type HandOverRef } from './hand-over-type.ts'

/** More than an agent sends in a day. */
const mostShown = 200
/** More who are stuck at once nobody looks over. */
const mostStuck = 100

/** Sending customers to a place of the app, and following them there. */
export function addHandOvers(builder: CareBuilder, { customer }: CustomerRefs): HandOverRef {
  const handOver = addHandOverType(builder)
  const sent = addSent(builder, handOver)
  const input = addInput(builder)

  builder.objectField(customer, 'handOvers', (t) =>
    t.field({
      type: [handOver],
      nullable: false,
      description: 'What he has been led to, newest first.',
      args: { limit: t.arg.int({ defaultValue: 20, description: `At most ${mostShown}.` }) },
      resolve: ({ brand, customerId }, { limit }, context) =>
        context.handOvers.ofCustomer(brand, customerId, Math.min(Math.max(limit ?? 20, 1), mostShown)),
    }),
  )
  builder.queryFields((t) => ({
    handOver: t.field({
      type: handOver,
      nullable: true,
      description: 'One hand-over of the brand’s.',
      args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
      resolve: async (_root, { id }, context) => {
        const staff = await asStaff(context)
        const found = await ofBrand(context, staff, id)
        // Who follows what he has sent himself stands in the register for sending it.
        if (!found || isOwn(found, staff)) return found
        return audited(context, 'handOver.seen', found.customerId, async () => found, { handOver: id })
      },
    }),
    myHandOvers: t.field({
      type: [handOver],
      nullable: false,
      description: 'Today’s of who asks, newest first.',
      resolve: async (_root, _args, context) => {
        const staff = await asStaff(context, 'agent')
        return context.handOvers.ofAgent(staff.brand, staff.id, mostShown)
      },
    }),
    stuckHandOvers: t.field({
      type: [handOver],
      nullable: false,
      description:
        'Customers of the brand’s who are stuck and want to talk about it now, newest first; also those whom somebody helps already.',
      resolve: (_root, _args, context) =>
        auditedGlance(context, 'handOver.stuck', ({ brand }) => context.handOvers.stuck(brand, mostStuck)),
    }),
  }))

  builder.mutationFields((t) => ({
    sendHandOver: t.field({
      type: sent,
      nullable: false,
      description: 'Leads a customer to a place of the app by SMS.',
      args: { input: t.arg({ type: input, required: true, description: 'Whom, where to, and in which language.' }) },
      resolve: async (_root, { input: wanted }, context) => {
        const staff = await asStaff(context, 'agent')
        checkInput(wanted)
        const details = { target: wanted.target, line: wanted.line, ...(wanted.consent === true && { consent: 'inThisTalk' }) }
        return audited(context, 'handOver.sent', wanted.customer, () => send(context, staff, wanted), details)
      },
    }),
    revokeHandOver: t.field({
      type: handOver,
      nullable: true,
      description:
        'Takes a link back: nobody opens it any more, and whoever has opened it goes no further. Null when there is no such hand-over.',
      args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
      resolve: async (_root, { id }, context) => {
        const staff = await asStaff(context, 'agent')
        const found = await ofBrand(context, staff, id)
        if (!found) return null
        return audited(context, 'handOver.revoked', found.customerId, () => revoke(context, staff, found), { handOver: id })
      },
    }),
    takeHandOver: t.field({
      type: handOver,
      nullable: true,
      description:
        'Takes a customer who is stuck, so that colleagues see who helps him: for a quarter of an hour, or until he goes on. Where somebody else was first, `takenBy` says who. Null when there is no such hand-over.',
      args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
      resolve: (_root, { id }, context) => turn(context, id, 'handOver.taken', ({ id: by, name }) => ({ type: 'taken', by, name })),
    }),
    giveBackHandOver: t.field({
      type: handOver,
      nullable: true,
      description: 'Leaves a customer whom who asks has taken to the colleagues again. Null when there is no such hand-over.',
      args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
      resolve: (_root, { id }, context) => turn(context, id, 'handOver.givenBack', ({ id: by }) => ({ type: 'givenBack', by })),
    }),
  }))
  return handOver
}

type Wanted = {
  customer: string
  line: string
  target: string
  locale: string
  contact?: string | null | undefined
  params?: readonly { name: string; value: string }[] | null | undefined
  replaces?: string | null | undefined
  consent?: boolean | null | undefined
  idempotencyKey: string
}

async function send(context: CareContext, staff: Staff, wanted: Wanted): Promise<Told> {
  const sending = await sendingOf(context, staff, wanted)
  const sent = await sendHandOver(context, sending)
  const old = wanted.replaces ? await ofBrand(context, staff, wanted.replaces) : undefined
  // After the new one: a customer is never left without either.
  if (sent.handOver && old && old.customerId === wanted.customer && old.id !== sent.handOver.id) await revoke(context, staff, old)
  const { locale } = await readerOf(context)
  return { status: sent.status, handOver: sent.handOver, message: messageOf(sent, sending)[locale] }
}

async function sendingOf(context: CareContext, staff: Staff, wanted: Wanted): Promise<Sending> {
  const release = liveRelease(context, staff.brand)
  const locale = release.brand.locales.find((one) => one === wanted.locale)
  if (!locale) throw badInput('locale', `one of ${release.brand.locales.join(', ')}`, show(wanted.locale))
  const target = release.care.targets.get(wanted.target)?.target
  if (!target) throw badInput('target', 'the id of a target of the live release', 'another')
  // Somebody else’s customer and nobody are the same answer.
  const person = await context.directory.person(staff.brand, wanted.customer)
  if (!person) throw badInput('customer', 'the id of a customer of this brand', 'another')
  const line = person.lines.find(({ id }) => id === wanted.line)
  if (!line) throw badInput('line', 'one of the customer’s own lines', 'another')
  const contact = wanted.contact ? await context.contacts.get(staff.brand, wanted.contact) : undefined
  if (wanted.contact && !contact) throw badInput('contact', 'the id of a contact', 'another')
  return {
    release,
    person,
    line,
    target,
    params: paramsOf(wanted),
    locale,
    sender: { kind: 'agent', id: staff.id, name: staff.name },
    contactId: contact?.id,
    cluster: await clusterOf(context, staff.brand, person, line.id),
    key: wanted.idempotencyKey,
    isAgreed: wanted.consent === true,
  }
}

async function revoke(context: CareContext, staff: Staff, { id }: HandOver): Promise<HandOver | null> {
  await context.handOvers.note(id, { type: 'revoked', by: staff.id })
  return (await context.handOvers.get(id)) ?? null
}

/** What an agent does about who is stuck; where it cannot come now, what is so stands in the answer. */
async function turn(context: CareContext, id: string, what: string, eventOf: (staff: Staff) => WithoutTime): Promise<HandOver | null> {
  const staff = await asStaff(context, 'agent')
  const found = await ofBrand(context, staff, id)
  if (!found) return null
  const act = async () => {
    await context.handOvers.note(id, eventOf(staff))
    return (await context.handOvers.get(id)) ?? null
  }
  return audited(context, what, found.customerId, act, { handOver: id })
}

/** Another brand’s and none are the same. */
async function ofBrand(context: CareContext, staff: Staff, id: string): Promise<HandOver | undefined> {
  const found = await context.handOvers.get(id)
  return found?.brand === staff.brand ? found : undefined
}

function isOwn({ sender }: HandOver, staff: Staff): boolean {
  return sender.kind === 'agent' && sender.id === staff.id
}

const paramNames = ['billId', 'productId', 'offeringId', 'guideRunId'] as const satisfies readonly (keyof TargetParams)[]

function checkInput({ customer, line, target, contact, replaces, params, idempotencyKey }: Wanted): void {
  checkKey(idempotencyKey)
  for (const [name, id] of Object.entries({ customer, line, target, contact, replaces })) if (id) checkId(name, id)
  if ((params?.length ?? 0) > paramNames.length) throw badInput('params', `at most ${paramNames.length}`, show(params?.length))
  for (const { name, value } of params ?? []) {
    if (!paramNames.some((known) => known === name)) throw badInput('params', `names among ${paramNames.join(', ')}`, 'another')
    checkId(`params.${name}`, value)
  }
}

function paramsOf({ params }: Wanted): TargetParams {
  return Object.fromEntries((params ?? []).map(({ name, value }) => [name, value]))
}

function messageOf({ status, reason }: Sent, { person }: Sending): Record<Locale, string> {
  if (status === 'noConsent' && person.mayBeTexted === undefined) return neverAsked
  const words = statusWords[status]
  if (status !== 'refused' || reason === undefined) return words
  return { it: `${words.it} ${reasonIn(reason).it}`, en: `${words.en} ${reasonIn(reason).en}` }
}

type Told = { status: string; message: string; handOver: HandOver | undefined }

function addSent(builder: CareBuilder, handOver: HandOverRef) {
  return builder.objectRef<Told>('SentHandOver').implement({
    description: 'What came of sending.',
    fields: (t) => ({
      status: t.exposeString('status', {
        nullable: false,
        description:
          '`sent`, `pending` (nobody knows whether it has left), `refused`, `noSms` (it waits in the app), `noConsent`, `tooMany`; may grow.',
      }),
      message: t.exposeString('message', { nullable: false, description: 'The same in words, in the language of who asks.' }),
      handOver: t.field({
        type: handOver,
        nullable: true,
        description: 'The hand-over; null when none was made.',
        resolve: ({ handOver: made }) => made,
      }),
    }),
  })
}

function addInput(builder: CareBuilder) {
  const param = builder.inputType('ParamInput', {
    description: 'Something of the customer’s own that a target is filled in with.',
    fields: (t) => ({
      name: t.string({ required: true, description: '`billId`, `productId`, `offeringId` or `guideRunId`.' }),
      value: t.string({ required: true, description: 'Its id.' }),
    }),
  })
  return builder.inputType('SendHandOverInput', {
    description: 'Whom to lead where.',
    fields: (t) => ({
      customer: t.id({ required: true, description: 'A customer of the brand’s.' }),
      line: t.id({ required: true, description: 'One of his lines: the SMS goes to it, and what opens is about it.' }),
      target: t.id({ required: true, description: 'A target of the live release.' }),
      locale: t.string({ required: true, description: `The language of the SMS: ${locales.join(', ')}, as far as the brand speaks it.` }),
      contact: t.id({ description: 'The talk it belongs to.' }),
      params: t.field({ type: [param], description: 'What the target is filled in with.' }),
      replaces: t.id({ description: 'A hand-over of the same customer’s that this one stands in for: it is taken back.' }),
      consent: t.boolean({ description: 'He has agreed to this SMS in this talk: counts where he was never asked before.' }),
      idempotencyKey: t.string({ required: true, description: 'One per intent: the same key never sends twice.' }),
    }),
  })
}
