import type { TextView } from '@mosaic/widgets'
import { askGraphql, lookGraphql, type GraphqlRequest, type RequestContext } from '../api/client.ts'

/** A place of the app that somebody is sent to. */
export type Place = {
  /** `home`, or the id of a landing page; the widget on it. */
  surface?: string | null
  widgetId?: string | null
  /** Which of the things on the tile it is about, such as `billId`. */
  focus: readonly { name: string; value: string }[]
  guide?: string | null
  run?: string | null
  step?: string | null
  menu?: string | null
  webPath: string
}

/** What somebody of the operator's has prepared for the signed-in customer. */
export type HandOver = {
  id: string
  /** The line it is about. */
  lineId: string
  /** The same that the helper reads out. */
  code: string
  title: TextView
  /** Who helps, by the first name; absent where nobody does in person. */
  helper?: string | null
  /** A word this version does not know is one on the way. */
  state: string
  expiresAt: string
  place: Place
}

/** What has come of opening a link: whatever is not `open` is gone, for whatever reason. */
export type Opened = { status: 'open'; claim: string; code: string } | { status: 'gone' }

/** What the customer does with it. */
export type Note = { type: 'reached'; step: string } | { type: 'done' } | { type: 'stuck'; wants: 'connect' | 'callBack'; note?: string }

/**
 * Opens a link; needs no session. It works once; an answer that was lost on the way is told again to the same opener, for two minutes.
 * @param opener a secret of this device's
 * @throws ApiError
 */
export async function openHandOver(token: string, opener: string, context: Omit<RequestContext, 'accessToken'>): Promise<Opened> {
  const { openHandOver: opened } = await change<{ openHandOver: { status: string; claim?: string | null; code?: string | null } }>(
    'OpenHandOver',
    { token, opener },
    context,
  )
  const { status, claim, code } = opened
  return status === 'open' && claim && code ? { status, claim, code } : { status: 'gone' }
}

/** Takes what was opened on this device, or is waiting for the customer, for whoever is signed in. Undefined for whatever cannot be taken. @throws ApiError */
export async function acceptHandOver(which: { claim: string } | { id: string }, context: RequestContext): Promise<HandOver | undefined> {
  const { acceptHandOver: taken } = await change<{ acceptHandOver: HandOver | null }>('AcceptHandOver', which, context)
  return taken ?? undefined
}

/** Tells the helper; undefined when there is nobody to be told any more. @throws ApiError */
export async function noteHandOver(id: string, note: Note, context: RequestContext): Promise<HandOver | undefined> {
  const { noteHandOver: noted } = await change<{ noteHandOver: HandOver | null }>('NoteHandOver', { id, ...note }, context)
  return noted ?? undefined
}

/** What is waiting for the signed-in customer, or being looked at. @throws ApiError */
export async function askHandOvers(context: RequestContext, signal?: AbortSignal): Promise<readonly HandOver[]> {
  const { data } = await lookGraphql<{ handOvers: HandOver[] }>({ operationName: 'HandOvers', variables: {} }, context, undefined, signal)
  return data.handOvers
}

function change<Data>(
  operationName: GraphqlRequest['operationName'],
  variables: Record<string, unknown>,
  context: RequestContext,
): Promise<Data> {
  return askGraphql<Data>({ operationName, variables }, context)
}
