import { createGuideRuns } from '../../guides/guide-runs.ts'
import { openTicket, type OpenTicketInput } from '../../guides/open-ticket.ts'
import { careBody } from '../../hand-over/testing/care-body.ts'
import { createStore } from '../../store/create-store.ts'
import type { System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { listOf } from './testing/simulated.ts'

const [customer, stranger] = ['C-0014', 'C-0009']
const answering = 'mutation ($input: AnswerGuideInput!) { answerGuide(input: $input) { run step { outcome } } }'
const answer = { step: 'lights', answer: 'none' }
const runs = new Map<string, string>()

/** Both have come to the end at which a ticket is opened. */
async function walk(system: System): Promise<void> {
  for (const who of [customer, stranger]) {
    const { body } = await system.ask(who, answering, { input: { guide: 'wifi', ...answer } })
    const { run } = (body.data as unknown as { answerGuide: { run: string } }).answerGuide
    runs.set(who, run)
  }
}

describeAction<OpenTicketInput>({
  operation: 'openTicket',
  // With a walk of its own, in a store of its own.
  async does(dependencies, request, input) {
    const shelf = createStore({ kind: 'sqlite', file: ':memory:' })
    const guideRuns = createGuideRuns({ shelf, now: Date.now })
    const by = { by: 'customer' } as const
    const wanted = { brand: 'aurora', guideId: 'wifi', from: undefined, customerId: customer, lineId: undefined }
    const { id } = await guideRuns.start(wanted, by)
    await guideRuns.answer(id, { ...answer, ...by }, 0)
    const receipt = await openTicket({ ...dependencies, guideRuns, factsDeadlineMs: 1_000 }, request, { ...input, run: id })
    await shelf.close()
    return receipt
  },
  write: 'openTicket',
  body: careBody(),
  customer,
  stranger,
  strangerIsTold: 'BAD_INPUT',
  ready: walk,
  inputOf: (_simulator, who) => ({ run: runs.get(who) ?? '' }),
  done: async (system, who) => (await listOf(system, 'troubleTicket', `relatedParty.id=${who}`)).length,
  isAsynchronous: false,
  refused: [
    [{ run: 'a walk' }, 'run'],
    [{ run: '0'.repeat(32) }, 'run'],
  ],
})
