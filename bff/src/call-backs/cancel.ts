import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { TextView } from '@mosaic/widgets'
import { checkId } from '../actions/inputs.ts'
import { identify } from '../home/identify.ts'
import type { Session } from '../identity/session.ts'
import type { MyRequest } from '../me/my-answer.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import type { CallBack, CallBacks } from './contract.ts'
import { isOpen } from './state.ts'

/** `status`: cancelled, taken (somebody is about to call), gone (there is none, or it is over). */
export type CancelledCallBack = { status: string; message: TextView }

/** Whoever was not called by then is not told any more that he will be, in milliseconds: the desk’s queue looks back as far. */
const lookBackMs = 3 * 86_400_000
/** Who takes it back; no agent has this id. */
export const byCustomer = ':customer'

const words = {
  cancelled: { it: 'Annullata: non ti chiamiamo.', en: 'Cancelled: we will not call you.' },
  taken: {
    it: 'Chi ti richiama sta già per farlo: se non ti serve più, diglielo al telefono.',
    en: 'Somebody is about to call you: if you no longer need it, tell them on the phone.',
  },
  gone: { it: 'Questa richiamata non c’è più.', en: 'This call is no longer booked.' },
} satisfies Record<string, TwoLanguages>

/** The calls a customer still waits for, soonest first. @throws {ClientError} STORE_UNAVAILABLE */
export async function awaitedBy(
  callBacks: CallBacks,
  { brand, customerId }: Pick<Session, 'brand' | 'customerId'>,
  now: Date,
): Promise<CallBack[]> {
  const all = await callBacks.ofCustomer(brand, customerId)
  return all
    .filter((callBack) => isOpen(callBack) && callBack.endsAt.getTime() > now.getTime() - lookBackMs)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

/**
 * Takes back a call the customer has booked; somebody else can be called then. Asked for twice it is cancelled all the same. Another customer’s is as if it
 * were not there.
 * @throws {ClientError} BAD_INPUT, BRAND_NOT_PUBLISHED, STORE_UNAVAILABLE
 */
export async function cancelCallBack(
  { engine, callBacks }: { engine: Pick<ReleaseEngine, 'get'>; callBacks: CallBacks },
  request: Omit<MyRequest, 'line'>,
  id: string,
): Promise<CancelledCallBack> {
  checkId('id', id)
  const { locale } = identify(engine, { ...request, line: undefined })
  const status = await outcomeOf(callBacks, request.session, id)
  return { status, message: { value: words[status][locale], lang: locale } }
}

async function outcomeOf(callBacks: CallBacks, { brand, customerId }: Session, id: string): Promise<keyof typeof words> {
  const isHis = (found: CallBack | undefined) => found?.brand === brand && found.customerId === customerId
  if (!isHis(await callBacks.get(id))) return 'gone'
  if (await callBacks.close(id, 'cancelled', byCustomer)) return 'cancelled'
  // An agent was first, or the customer himself.
  const state = (await callBacks.get(id))?.state
  return state === 'taken' || state === 'cancelled' ? state : 'gone'
}
