export type Walker = 'customer' | 'agent'
/** `answer`: the id of one of the answers of a question. */
export type Answered = { step: string; answer: string; by: Walker }

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
/** A walk as it stands: the answers so far say it all, so that agent and customer who have the same answers are at the same step. */
export type GuideRunNow = {
  run: GuideRun
  answers: readonly Answered[]
  /** What was answered last at each step, also at those somebody has gone back from. */
  before: ReadonlyMap<string, string>
  /** When something last happened. */
  at: Date
}
export type GuideRuns = {
  start(wanted: Omit<GuideRun, 'id'>): Promise<GuideRun>
  get(id: string): Promise<GuideRunNow | undefined>
  /** The newest of a customer first. */
  ofCustomer(brand: string, customerId: string, limit: number): Promise<GuideRunNow[]>
  /** False: that step has been answered otherwise meanwhile; look again. */
  answer(id: string, answered: Answered): Promise<boolean>
  /** Going back to a step drops what came after it. False: it has not been answered. */
  backTo(id: string, step: string, by: Walker): Promise<boolean>
}
