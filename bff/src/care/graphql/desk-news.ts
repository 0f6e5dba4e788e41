import { ClientError } from '../../client-error.ts'
import type { DeskNews, Staff } from '../contract.ts'
import { asStaff } from './as-staff.ts'
import type { CareBuilder } from './context.ts'

/** How often it is made sure that who listens still may, in milliseconds. */
const sureMs = 15_000

/** `subscription { desk }`: what has changed, as ids; who hears it asks for the rest with his own rights. */
export function addDeskNews(builder: CareBuilder): void {
  const news = builder.objectRef<DeskNews>('DeskNews').implement({
    description: 'Something has changed. Ask for it.',
    fields: (t) => ({
      type: t.exposeString('type', {
        nullable: false,
        description:
          '`handOver`, `stuck`, `contact`, `callBack`, `guide`, or `reload`: too much at once, ask for everything on screen. May grow.',
      }),
      id: t.id({ nullable: true, description: 'Of what has changed.', resolve: (it) => ('id' in it ? it.id : null) }),
      customerId: t.id({
        nullable: true,
        description: 'The customer whose it is.',
        resolve: (it) => ('customerId' in it ? it.customerId : null),
      }),
      agentId: t.id({
        nullable: true,
        description: 'The agent whose it is; null: nobody’s yet.',
        resolve: (it) => ('agentId' in it ? (it.agentId ?? null) : null),
      }),
    }),
  })
  builder.subscriptionType({
    description: 'What the desk is told at once.',
    fields: (t) => ({
      desk: t.field({
        type: news,
        nullable: false,
        description:
          'News of the agent’s brand. Ends with his token, and when the server closes: listen again then, and ask for everything anew.',
        subscribe: async (_root, _args, context) => {
          const { brand } = await asStaff(context)
          return whileStaff(context.feed.hear(brand), () => asStaff({ staff: context.stillStaff }), sureMs)
        },
        resolve: (it) => it,
      }),
    }),
  })
}

/**
 * News for as long as who hears them may: made sure before each, and from time to time. Not a generator: one that waits for news could not be ended.
 * @param still rejects with a ClientError when he may no more; that it cannot be told just now ends nothing
 * @param everyMs milliseconds
 */
export function whileStaff(
  news: AsyncIterableIterator<DeskNews>,
  still: () => Promise<Staff>,
  everyMs: number,
): AsyncIterableIterator<DeskNews> {
  const timer = setInterval(() => void check(), everyMs)
  timer.unref()

  const guarded: AsyncIterableIterator<DeskNews> = {
    async next() {
      const result = await news.next()
      if (!result.done && (await isStill())) return result
      return end()
    },
    return: end,
    [Symbol.asyncIterator]: () => guarded,
  }
  return guarded

  async function end(): Promise<IteratorReturnResult<undefined>> {
    clearInterval(timer)
    await news.return?.()
    return { done: true, value: undefined }
  }

  async function check(): Promise<void> {
    if (!(await isStill())) await end()
  }

  async function isStill(): Promise<boolean> {
    try {
      await still()
      return true
    } catch (error) {
      return error instanceof ClientError && error.code === 'IDENTITY_UNAVAILABLE'
    }
  }
}
