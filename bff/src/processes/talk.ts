/** The other end of a channel between two processes: `process` itself, or a worker of `node:cluster`. */
type Peer = {
  send?: ((message: object, done: (error: Error | null) => void) => unknown) | undefined
  on(event: 'message', listener: (message: unknown) => void): unknown
}

/** Questions with answers, and news that need none, over one channel. */
export type Talk<Asks, Tells> = {
  /** Resolves with the answer; with `undefined` when none comes within `timeoutMs`. */
  ask<About extends keyof Asks & string>(about: About, timeoutMs: number): Promise<Asks[About] | undefined>
  /** Resolves when it is on its way, or when there is nobody to take it. */
  tell(news: Tells): Promise<void>
}

type Answers<Asked> = { [About in keyof Asked & string]: () => Asked[About] | Promise<Asked[About]> }

type Message<Asked, Told> =
  | { type: 'question'; about: keyof Asked & string; id: number }
  | { type: 'answer'; answer: unknown; id: number }
  | { type: 'news'; news: Told }

type Ends<Asked, Told> = {
  /** What the other end may ask. */
  answers: Answers<Asked>
  onNews: (news: Told) => void
}

/** Opens this end of a channel. An end that is gone is no error: nobody answers then, and whoever watches the process knows. */
export function openTalk<Asks, Tells, Asked, Told>(peer: Peer, { answers, onNews }: Ends<Asked, Told>): Talk<Asks, Tells> {
  const waiting = new Map<number, (answer: unknown) => void>()
  let lastId = 0

  peer.on('message', (received) => {
    const message = received as Message<Asked, Told>
    if (message.type === 'question') void reply(message.about, message.id)
    if (message.type === 'answer') waiting.get(message.id)?.(message.answer)
    if (message.type === 'news') onNews(message.news)
  })

  function send(message: object): Promise<void> {
    return new Promise((resolve) => {
      peer.send?.(message, () => resolve())
    })
  }

  /** Who cannot answer leaves the other end to its time-out. */
  async function reply(about: keyof Asked & string, id: number): Promise<void> {
    const answer = await Promise.try(answers[about]).catch(() => undefined)
    if (answer !== undefined) await send({ type: 'answer', answer, id })
  }

  return {
    tell: (news) => send({ type: 'news', news }),
    ask(about, timeoutMs) {
      const id = ++lastId
      return new Promise((resolve) => {
        const settle = (answer: unknown) => {
          clearTimeout(timer)
          waiting.delete(id)
          resolve(answer as Asks[typeof about] | undefined)
        }
        const timer = setTimeout(settle, timeoutMs, undefined)
        waiting.set(id, settle)
        void send({ type: 'question', about, id })
      })
    },
  }
}
