/** A period in which somebody can call: how many more can be called in it, of how many, and how many are. */
export type Slot = { startsAt: Date; endsAt: Date; free: number; capacity: number; booked: number }

/** `waiting` also after somebody could not be reached, until that was tried often enough; `unreached`: nobody tries any more. */
export type CallBackState = 'waiting' | 'taken' | 'done' | 'unreached' | 'cancelled'
export type CallBack = {
  id: string
  brand: string
  customerId: string
  lineId: string | undefined
  msisdn: string
  topic: string
  /** What is known already, so that nobody asks twice: the hand-over, and the guide with its answers; and the call-back whose time this is instead. */
  context: { handOverId?: string; guideId?: string; said?: readonly string[]; movedFrom?: string }
  startsAt: Date
  endsAt: Date
  state: CallBackState
  agentId: string | undefined
  attempts: number
}

export type Booked = { status: 'booked'; callBack: CallBack } | { status: 'full' } | { status: 'closed' }

export type CallBacks = {
  /** Of the days to come, from the hours in the release. */
  slots(brand: string, days: number): Promise<Slot[]>
  /** The same key is the same booking; no slot is ever given to more than its capacity. */
  book(key: string, wanted: Omit<CallBack, 'id' | 'state' | 'agentId' | 'attempts'>): Promise<Booked>
  get(id: string): Promise<CallBack | undefined>
  /** By due time, soonest first: what is due, late or taken by this agent. */
  queue(brand: string, until: Date): Promise<CallBack[]>
  ofCustomer(brand: string, customerId: string): Promise<CallBack[]>
  /** True for the one agent who took it. */
  take(id: string, agentId: string): Promise<boolean>
  close(id: string, state: 'done' | 'unreached' | 'cancelled', by: string): Promise<boolean>
}
