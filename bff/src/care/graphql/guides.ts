import { badInput, checkId, checkKey } from '../../actions/inputs.ts'
import type { Helper } from '../../guides/contract.ts'
import { asked, type Customer } from '../asked.ts'
import { fittingGuides, latelyWalked, reportFor, seenNow, startGuide, stepFor, walkOf, type Walked, type Walking } from '../guides.ts'
import type { Staff } from '../contract.ts'
import { asStaff, audited, auditedGlance } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'
import { addGuideTypes, runView } from './guide-type.ts'
import { readerOf } from './hand-over-type.ts'
import type { TargetChoiceRef } from './targets.ts'

const longestText = 200

type Reported = { status: string; message: string; run: ReturnType<typeof runView> }

/** Guides that an agent walks together with a customer: at the same step, and what one has answered the other is not asked. */
export function addGuides(builder: CareBuilder, target: TargetChoiceRef): void {
  const { run, choice } = addGuideTypes(builder, target)
  const opened = builder.objectRef<Reported>('OpenedTicket').implement({
    description: 'What came of reporting what a guide has not solved.',
    fields: (t) => ({
      status: t.exposeString('status', { nullable: false, description: '`completed`, `pending` or `failed`; may grow.' }),
      message: t.exposeString('message', { nullable: false, description: 'The same in words.' }),
      run: t.field({ type: run, nullable: false, description: 'The walk, with its ticket.', resolve: (it) => it.run }),
    }),
  })
  const id = { required: true, description: 'The walk.' } as const

  builder.queryFields((t) => ({
    guides: t.field({
      type: [choice],
      nullable: false,
      description: 'Guides by what a customer says, best first; those that are about him before all others.',
      args: {
        text: t.arg.string({ description: 'What he says: "internet lento".' }),
        customer: t.arg.id({ description: 'For whom.' }),
        line: t.arg.id({ description: 'For which of his lines; without it his first.' }),
      },
      resolve: async (_root, { text, customer, line }, context) => {
        await asStaff(context)
        const said = text ?? ''
        if (said.length > longestText) throw badInput('text', `at most ${longestText} characters`, String(said.length))
        const guides = (await readerOf(context)).release?.care.guides ?? new Map()
        if (customer === undefined || customer === null) return fittingGuides(context, guides, said, undefined)
        checkId('customer', customer)
        return auditedGlance(
          context,
          'guide.list',
          async ({ brand }) => {
            const { request } = await asked(context, await customerOf(context, brand, customer), line ?? undefined)
            return fittingGuides(context, guides, said, request)
          },
          customer,
        )
      },
    }),
    guideRuns: t.field({
      type: [run],
      nullable: false,
      description: 'What a customer has walked lately, by himself or with somebody, newest first; at most 4.',
      args: { customer: t.arg.id({ required: true, description: 'Whose.' }) },
      resolve: async (_root, { customer }, context) => {
        await asStaff(context)
        checkId('customer', customer)
        return auditedGlance(
          context,
          'guide.seen',
          async ({ brand }) => (await latelyWalked(context, await customerOf(context, brand, customer))).map(runView),
          customer,
        )
      },
    }),
    guideRun: t.field({
      type: run,
      nullable: true,
      description: 'One walk; null: there is none of this id.',
      args: { id: t.arg.id(id) },
      resolve: async (_root, { id: wanted }, context) => {
        const { brand } = await asStaff(context)
        const found = await walkOf(context, brand, wanted)
        if (!found) return null
        return auditedGlance(context, 'guide.seen', async () => viewOf(await seenNow(context, found)), found.customer.customerId)
      },
    }),
  }))
  builder.mutationFields((t) => ({
    startGuide: t.field({
      type: run,
      nullable: false,
      description: 'Begins a guide with a customer, or takes part in the one he is in already.',
      args: {
        customer: t.arg.id({ required: true, description: 'With whom.' }),
        line: t.arg.id({ description: 'About which of his lines; without it his first.' }),
        guide: t.arg.id({ required: true, description: 'Which guide.' }),
      },
      resolve: async (_root, { customer, line, guide }, context) => {
        const staff = await asStaff(context, 'agent')
        checkId('customer', customer)
        checkId('guide', guide)
        const known = await customerOf(context, staff.brand, customer)
        const begin = async () => runView(await startGuide(context, known, { guide, line: line ?? undefined }, helperOf(staff)))
        return audited(context, 'guide.started', known.customerId, begin, { guide })
      },
    }),
    answerGuide: t.field({
      type: run,
      nullable: true,
      description:
        'Answers for the customer; null: there is no such walk. Of two who answer at once the second is told where the first has led.',
      args: {
        run: t.arg.id(id),
        step: t.arg.id({ required: true, description: 'The question that is answered.' }),
        answer: t.arg.id({ required: true, description: 'One of its answers.' }),
      },
      resolve: (_root, { run: walk, step, answer }, context) => take(context, 'guide.answered', walk, { step, answer }),
    }),
    backInGuide: t.field({
      type: run,
      nullable: true,
      description:
        'Goes back to a question that has been answered: it and what came after it are asked again. Null: there is no such walk.',
      args: { run: t.arg.id(id), step: t.arg.id({ required: true, description: 'The question.' }) },
      resolve: (_root, { run: walk, step }, context) => take(context, 'guide.back', walk, { step }),
    }),
    openTicket: t.field({
      type: opened,
      nullable: true,
      description:
        'Opens a report for the customer, with all that was found out and said in a walk; at most one for each. Null: there is no such walk.',
      args: { run: t.arg.id(id), idempotencyKey: t.arg.string({ required: true, description: 'One per tap.' }) },
      resolve: async (_root, { run: walk, idempotencyKey }, context) => {
        const staff = await asStaff(context, 'agent')
        checkKey(idempotencyKey)
        const found = await walkOf(context, staff.brand, walk)
        if (!found) return null
        return audited(context, 'guide.reported', found.customer.customerId, () => report(context, found, idempotencyKey), { run: walk })
      },
    }),
  }))
}

async function take(context: CareContext, what: string, id: string, { step, answer }: { step: string; answer?: string }) {
  const staff = await asStaff(context, 'agent')
  checkId('step', step)
  if (answer !== undefined) checkId('answer', answer)
  const found = await walkOf(context, staff.brand, id)
  if (!found) return null
  const taken = answer === undefined ? { backTo: step } : { step, answer }
  const details = { run: id, step, ...(answer !== undefined && { answer }) }
  const run = async () => viewOf(await stepFor(context, found, taken, helperOf(staff)))
  return audited(context, what, found.customer.customerId, run, details)
}

async function report(context: CareContext, found: Walked, idempotencyKey: string): Promise<Reported | undefined> {
  const { status, message, walk } = await reportFor(context, found, idempotencyKey)
  return walk && { status, message, run: runView(walk) }
}

function viewOf(walk: Walking | undefined) {
  return walk && runView(walk)
}

/** Somebody else’s customer and nobody are the same answer. @throws {ClientError} BAD_INPUT, BACKEND_UNAVAILABLE */
async function customerOf({ directory }: CareContext, brand: string, id: string): Promise<Customer> {
  const person = await directory.person(brand, id)
  if (!person) throw badInput('customer', 'the code of a customer', 'another')
  return { ...person, brand }
}

function helperOf({ id, name }: Staff): Helper {
  return { id, name }
}
