import { show } from '@mosaic/schemas/errors'
import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { badInput, checkId } from '../../actions/inputs.ts'
import type { WithoutTime } from '../../hand-over/contract.ts'
import { accept, noteFor, waitingFor } from '../../hand-over/for-customer.ts'
import { addressOf } from '../../hand-over/openings.ts'
import { careOf, type GraphqlContext } from '../context.ts'
import { addHandOverType, viewOf, type HandOverView } from './hand-over-type.ts'
import type { PlaceRef } from './place-type.ts'

/** What an agent has prepared, for its customer: to find it, to open its link, to say how it goes. */
export function addHandOvers(builder: WidgetBuilder<GraphqlContext>, place: PlaceRef): void {
  const handOver = addHandOverType(builder, place)
  const opened = addOpened(builder)
  const noteInput = addNoteInput(builder)

  builder.queryField('handOvers', (t) =>
    t.field({
      type: [handOver],
      nullable: false,
      description:
        'What somebody of the operator’s has prepared for the signed-in customer and is still good, newest first. Ask for it by itself: pages do not wait for it.',
      resolve: async (_root, _args, context) => {
        const session = await context.session()
        const found = await waitingFor(careOf(context), { session, now: context.moment })
        return found.flatMap((one) => viewOf(context, session, one) ?? [])
      },
    }),
  )
  builder.mutationFields((t) => ({
    openHandOver: t.field({
      type: opened,
      nullable: false,
      description:
        'Opens a link. Needs no session, tells nothing about anybody, and works once; TOO_MANY where too many have failed from one address.',
      args: {
        token: t.arg.string({ required: true, description: 'What stands behind `/a/` in the link.' }),
        opener: t.arg.string({
          description:
            'A secret of this device’s own, 22 to 86 characters of base64url with at least 128 random bits: whoever did not get the answer asks again with the same one within two minutes, and gets the same claim. Without it a lost answer uses the link up.',
        }),
      },
      resolve: async (_root, { token, opener }, context) => {
        // Never its value: it is a secret.
        if (opener !== undefined && opener !== null && !openerPattern.test(opener))
          throw badInput('opener', '22 to 86 characters of base64url', 'another')
        const { openings, proxies } = careOf(context)
        return openings.open(token, opener ?? undefined, addressOf(context.peer(), context.forwardedFor, proxies))
      },
    }),
    acceptHandOver: t.field({
      type: handOver,
      nullable: true,
      description:
        'Takes a hand-over for the signed-in customer: by the claim of the device that opened it, or by its id. Null for whatever cannot be taken, whatever the reason.',
      args: {
        id: t.arg.id({ description: 'As `handOvers` names it.' }),
        claim: t.arg.string({ description: 'As `openHandOver` gave it; it goes before the id.' }),
      },
      resolve: async (_root, { id, claim }, context) => {
        if (!id && !claim) throw badInput('claim', 'a claim or an id', 'neither')
        const session = await context.session()
        const taken = await accept(careOf(context), { session, now: context.moment }, { id: id ?? undefined, claim: claim ?? undefined })
        return taken && viewOf(context, session, taken)
      },
    }),
    noteHandOver: t.field({
      type: handOver,
      nullable: true,
      description: 'What the customer does with it: whoever helps him sees it. Null when there is no such hand-over.',
      args: { input: t.arg({ type: noteInput, required: true, description: 'Which one, and what.' }) },
      resolve: async (_root, { input }, context): Promise<HandOverView | undefined> => {
        checkId('id', input.id)
        const event = eventOf(input)
        const session = await context.session()
        const noted = await noteFor(careOf(context), { session, now: context.moment }, input.id, event)
        return noted && viewOf(context, session, noted)
      },
    }),
  }))
}

/** 128 bits and more. */
const openerPattern = /^[\w-]{22,86}$/

type Opened = { status: string; claim?: string; code?: string }

function addOpened(builder: WidgetBuilder<GraphqlContext>) {
  return builder.objectRef<Opened>('OpenedHandOver').implement({
    description: 'What came of opening a link.',
    fields: (t) => ({
      status: t.exposeString('status', {
        nullable: false,
        description: '`open`, or `gone` for every link that cannot be opened, whatever the reason; may grow.',
      }),
      claim: t.string({
        nullable: true,
        description: 'What this device takes the hand-over by. A secret: keep it in memory, put it into no address.',
        resolve: ({ claim }) => claim,
      }),
      code: t.string({ nullable: true, description: 'To be compared with the one that the agent reads out.', resolve: ({ code }) => code }),
    }),
  })
}

type Note = {
  id: string
  type: string
  step?: string | null | undefined
  wants?: string | null | undefined
  note?: string | null | undefined
}

const longestNote = 500

function addNoteInput(builder: WidgetBuilder<GraphqlContext>) {
  return builder.inputType('NoteHandOverInput', {
    description: 'How it goes with a hand-over.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Of a hand-over the customer has taken.' }),
      type: t.string({ required: true, description: '`reached`, `stuck` or `done`.' }),
      step: t.string({ description: 'reached: the page, widget or step, by its id.' }),
      wants: t.string({ description: 'stuck: `connect` to talk about it now, `callBack` to be called.' }),
      note: t.string({ description: `stuck: the customer’s own words, at most ${longestNote} characters.` }),
    }),
  })
}

function eventOf({ type, step, wants, note }: Note): WithoutTime {
  switch (type) {
    case 'done':
      return { type }
    case 'reached':
      checkId('step', step ?? '')
      return { type, step: step ?? '' }
    case 'stuck': {
      if (wants !== 'connect' && wants !== 'callBack') throw badInput('wants', 'connect or callBack', show(wants))
      if ((note?.length ?? 0) > longestNote) throw badInput('note', `at most ${longestNote} characters`, 'more')
      const words = note?.trim()
      return { type, wants, ...(words && { note: words }) }
    }
    default:
      throw badInput('type', 'reached, stuck or done', show(type))
  }
}
