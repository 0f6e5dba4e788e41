import { show } from '@mosaic/schemas/errors'
import { pickText } from '@mosaic/schemas/text'
import { ClientError } from '../../client-error.ts'
import { preferredLocale } from '../../home/locale.ts'
import type { Contact, Person } from '../contract.ts'
import { asStaff, audited, auditedGlance } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'
import type { CustomerRefs } from './customers.ts'

const channels = ['call', 'callBack', 'other'] as const
const longestReason = 120
const longestText = 2_000

/** Calls and other talks: what rings, what is open, and what they were about. */
export function addContacts(builder: CareBuilder, { customer }: CustomerRefs): void {
  const contact = builder.objectRef<Contact>('Contact').implement({
    description: 'A call, or another talk with a customer.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What `contact` takes.' }),
      channel: t.exposeString('channel', { nullable: false, description: '`call`, `callBack`, `other`; may grow.' }),
      callId: t.exposeString('callId', { nullable: true, description: 'The call of the telephone system.' }),
      customerId: t.exposeID('customerId', { nullable: true, description: 'With whom; null: not known yet.' }),
      customer: t.field({
        type: customer,
        nullable: true,
        description: 'With whom; null: not known yet.',
        resolve: async ({ brand, customerId }, _args, context) => {
          const person = customerId === undefined ? undefined : await context.directory.person(brand, customerId)
          return person && { ...person, brand }
        },
      }),
      msisdn: t.exposeString('msisdn', { nullable: true, description: 'The number that calls; null when it is withheld.' }),
      agentId: t.exposeID('agentId', { nullable: true, description: 'Whose it is; null: nobody’s yet.' }),
      state: t.exposeString('state', { nullable: false, description: '`ringing`, `open`, `closed`; may grow.' }),
      reason: t.string({
        nullable: true,
        description: 'What it was about, in words; null: not said yet.',
        resolve: async ({ brand, reason }, _args, context) => reason && inWords(context, brand, reason),
      }),
      text: t.exposeString('text', { nullable: true, description: 'What the agent wrote down.' }),
      startedAt: t.field({ type: 'DateTime', nullable: false, description: 'Since when.', resolve: (it) => it.startedAt.toISOString() }),
      endedAt: t.field({ type: 'DateTime', nullable: true, description: 'Until when.', resolve: (it) => it.endedAt?.toISOString() }),
    }),
  })
  const openInput = builder.inputType('OpenContactInput', {
    description: 'A talk that no telephone system tells of.',
    fields: (t) => ({
      customer: t.id({ required: true, description: 'With whom.' }),
      channel: t.string({ required: true, description: `One of ${channels.join(', ')}.` }),
    }),
  })
  const noteInput = builder.inputType('NoteContactInput', {
    description: 'What is known of a talk; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which talk.' }),
      customer: t.id({ description: 'With whom it is.' }),
      reason: t.string({ description: `What it is about: a target’s id, or a word of at most ${longestReason} characters.` }),
      text: t.string({ description: `More about it, at most ${longestText} characters.` }),
      isClosed: t.boolean({ description: 'That it is over: then it goes into the operator’s own register of contacts.' }),
    }),
  })

  builder.queryFields((t) => ({
    contact: t.field({
      type: contact,
      nullable: true,
      description: 'One talk; null: there is none of this id.',
      args: { id: t.arg.id({ required: true, description: 'Its own id, or the call’s.' }) },
      resolve: async (_root, { id }, context) => {
        const { brand } = await asStaff(context)
        const found = await context.contacts.get(brand, id)
        return audited(context, 'contact.opened', found?.customerId, async () => found, found ? { contact: found.id } : {})
      },
    }),
    openContacts: t.field({
      type: [contact],
      nullable: false,
      description: 'What rings for who asks or for anybody, what he is talking about, and what has ended without a word what it was about.',
      resolve: (_root, _args, context) => auditedGlance(context, 'contact.list', ({ brand, id }) => context.contacts.openOf(brand, id)),
    }),
  }))
  builder.mutationFields((t) => ({
    openContact: t.field({
      type: contact,
      nullable: false,
      description: 'Begins a talk that no telephone system tells of.',
      args: { input: t.arg({ type: openInput, required: true, description: 'With whom, and how.' }) },
      resolve: async (_root, { input }, context) => {
        const staff = await asStaff(context, 'agent')
        const channel = channels.find((known) => known === input.channel)
        if (!channel) throw badInput('channel', `one of ${channels.join(', ')}`, show(input.channel))
        const { customerId } = await known(context, staff.brand, input.customer)
        return audited(context, 'contact.begun', customerId, () => context.contacts.open(staff.brand, channel, staff.id, customerId))
      },
    }),
    noteContact: t.field({
      type: contact,
      nullable: true,
      description: 'Notes what is known of a talk; null: there is none of this id.',
      args: { input: t.arg({ type: noteInput, required: true, description: 'Which, and what.' }) },
      resolve: async (_root, { input }, context) => {
        const staff = await asStaff(context, 'agent')
        checkNote(input)
        const found = await context.contacts.get(staff.brand, input.id)
        if (!found) return null
        const customerId = input.customer ?? found.customerId
        const person = customerId === undefined ? undefined : await known(context, staff.brand, customerId)
        return audited(context, 'contact.noted', customerId, () => note(context, found, person, input), { contact: found.id })
      },
    }),
  }))
}

/** The title of the target it was about, in the language of who asks; else the agent's own words. */
async function inWords(context: CareContext, brand: string, reason: string): Promise<string> {
  const release = context.engine.get(brand)
  const target = release?.care.targets.get(reason)?.target
  if (!release || !target) return reason
  const locale = preferredLocale(context.languages, (await context.staff()).locale, release.brand)
  return pickText(target.title, locale, release.brand.defaultLocale)?.value ?? reason
}

type Note = {
  id: string
  customer?: string | null | undefined
  reason?: string | null | undefined
  text?: string | null | undefined
  isClosed?: boolean | null | undefined
}

async function note(context: CareContext, before: Contact, person: Person | undefined, input: Note): Promise<Contact> {
  const { contacts } = context
  const { brand, id } = before
  let contact = before
  if (person) contact = (await contacts.note(brand, id, { type: 'picked', customerId: person.customerId })) ?? contact
  const reason = input.reason ?? contact.reason
  const text = input.text ?? contact.text
  if (reason !== undefined) contact = (await contacts.note(brand, id, { type: 'noted', reason, text })) ?? contact
  if (!input.isClosed) return contact
  contact = (await contacts.note(brand, id, { type: 'closed' })) ?? contact
  await context.talks.write(contact)
  return contact
}

async function known(context: CareContext, brand: string, customerId: string): Promise<Person> {
  const person = await context.directory.person(brand, customerId)
  if (!person) throw badInput('customer', 'the code of a customer', show(customerId))
  return person
}

function checkNote({ reason, text }: Note): void {
  if (reason !== undefined && reason !== null && (reason.trim() === '' || reason.length > longestReason))
    throw badInput('reason', `1 to ${longestReason} characters`, `${reason.length}`)
  if (text && text.length > longestText) throw badInput('text', `at most ${longestText} characters`, `${text.length}`)
  if (text && (reason === undefined || reason === null)) throw badInput('reason', 'what the text is about', 'nothing')
}

function badInput(field: string, expected: string, got: string): ClientError {
  return new ClientError('BAD_INPUT', `The field ${field} cannot be used`, { expected, got, fix: 'Correct it and send it again' })
}
