export type Walker = 'customer' | 'agent'
/** Who helps, as customers are told: by the first name. */
export type Helper = { id: string; name: string }
/** Who does something in a walk; an agent is known by name, so that the customer can be told who has answered for him. */
export type Party = { by: 'customer' } | { by: 'agent'; helper: Helper }
/** `answer`: the id of one of the answers of a question. */
export type Answered = { step: string; answer: string } & Party

/** One walk through a guide: its answers are a stream, so that customer and agent who walk together add to the same one. */
export type GuideRun = {
  id: string
  brand: string
  guideId: string
  /** Where it began; absent for the first step. */
  from: string | undefined
  customerId: string
  lineId: string | undefined
  startedBy: Walker
}
/** What is told to those who solve it, at most once in a walk. From then on the walk stands still: whoever asks again sends the very same. */
export type Report = {
  title: string
  description: string
  /** What was looked up on the way, by trigger: what comes of it is not to lead elsewhere. */
  checks: readonly { trigger: string; isTrue: boolean | null }[]
  at: Date
  /** The ticket that came of it; absent until the operator's system has said so. */
  ticketId: string | undefined
}
/** A walk as it stands: the answers so far say it all, so that agent and customer who have the same answers are at the same step. */
export type GuideRunNow = {
  run: GuideRun
  answers: readonly Answered[]
  /** What was answered last at each step, also at those somebody has gone back from. */
  before: ReadonlyMap<string, string>
  /** How often something was answered or gone back from: whoever answers says what he has seen. */
  moves: number
  /** The agent who took part last, and when; absent where the customer walks alone. */
  helped: { helper: Helper; at: Date } | undefined
  report: Report | undefined
  /** When something last happened. */
  at: Date
}
export type GuideRuns = {
  /** Whoever starts is `party`. */
  start(wanted: Omit<GuideRun, 'id' | 'startedBy'>, party: Party): Promise<GuideRun>
  get(id: string): Promise<GuideRunNow | undefined>
  /** The newest of a customer first. */
  ofCustomer(brand: string, customerId: string, limit: number): Promise<GuideRunNow[]>
  /**
   * The answer of somebody who has seen the walk after so many `moves`. False: it has gone on otherwise meanwhile, look again; that the same has been answered
   * already is no other.
   */
  answer(id: string, answered: Answered, seen: number): Promise<boolean>
  /** Going back to a step drops what came after it. False: it has not been answered. */
  backTo(id: string, step: string, party: Party): Promise<boolean>
  /**
   * Writes down what is about to be reported, by somebody who has seen the walk after so many `moves`; what was written first holds. `undefined`: the walk has gone
   * on otherwise meanwhile. Rejects with a ClientError TOO_MANY for a customer who has reported too much today.
   */
  report(id: string, report: Pick<Report, 'title' | 'description' | 'checks'>, seen: number): Promise<Report | undefined>
  /** The ticket has been opened. */
  opened(id: string, ticketId: string): Promise<void>
  /** An agent takes part, before he has answered anything. */
  join(id: string, helper: Helper): Promise<void>
}
