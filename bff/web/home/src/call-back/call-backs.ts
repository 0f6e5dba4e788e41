import type { TextView } from '@mosaic/widgets'
import { askGraphql, lookGraphql, type RequestContext } from '../api/client.ts'

/** A period in which somebody can call: instants in ISO 8601. */
export type CallBackTime = { startsAt: string; endsAt: string }

/** What a customer asks for; `handOver` and `run` bring along what he has said already. */
export type Wish = { startsAt: string; topic?: string | undefined; handOver?: string | undefined; run?: string | undefined }

/** `status`: booked, full, closed; any other word means that it is not known yet. */
export type Requested = { status: string; message: TextView; startsAt?: string | null }

/** When somebody can call, soonest first. @throws ApiError */
export async function askCallBackTimes(context: RequestContext, signal?: AbortSignal): Promise<readonly CallBackTime[]> {
  const question = { operationName: 'CallBackTimes' as const, variables: {} }
  const { data } = await lookGraphql<{ callBackTimes: CallBackTime[] }>(question, context, undefined, signal)
  return data.callBackTimes
}

/** Asks to be called. The same key is the same wish. @throws ApiError when no answer came: it may be booked or not */
export async function requestCallBack(wish: Wish, idempotencyKey: string, context: RequestContext): Promise<Requested> {
  const question = { operationName: 'RequestCallBack' as const, variables: { ...wish, idempotencyKey } }
  return (await askGraphql<{ requestCallBack: Requested }>(question, context)).requestCallBack
}

/** A call the customer waits for: instants in ISO 8601; past when it is late. */
export type MyCallBack = { id: string; startsAt: string; endsAt: string; topic: string }

/** `status`: cancelled, taken, gone; any other word means that it is not known yet. */
export type Cancelled = { status: string; message: TextView }

/** The calls the customer waits for, soonest first. @throws ApiError */
export async function askCallBacks(context: RequestContext, signal?: AbortSignal): Promise<readonly MyCallBack[]> {
  const question = { operationName: 'CallBacks' as const, variables: {} }
  const { data } = await lookGraphql<{ callBacks: MyCallBack[] }>(question, context, undefined, signal)
  return data.callBacks
}

/** Takes one back; twice is no mistake. @throws ApiError */
export async function cancelCallBack(id: string, context: RequestContext): Promise<Cancelled> {
  const question = { operationName: 'CancelCallBack' as const, variables: { id } }
  return (await askGraphql<{ cancelCallBack: Cancelled }>(question, context)).cancelCallBack
}
