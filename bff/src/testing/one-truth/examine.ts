import type { Ask, Form, Known, Value } from './asks.ts'
import { differenceOf, expiriesOf, fingerprintOf, untruthOf, type Client, type Received, type Sent } from './exchange.ts'
import type { Tally } from './tally.ts'

/** Where a question is asked: whose it is, and how to wait until nothing is on its way to a back-end any more. */
export type Place = {
  /** As the token has them. */
  lines: readonly string[]
  strangersLine: string | undefined
  authorization: string | undefined
  /** Whether answers may change while the clock stands still, because something is refreshed behind them. */
  isRestless: boolean
  settle(): Promise<void>
  /** The moment by the BFF's clock, in epoch milliseconds. */
  now: number
  /** How long an answer takes at most where nothing but what befalls the systems holds it up, in milliseconds. */
  usualMs: number
  /** What an app has kept of its last answer to this question. */
  kept: Map<Ask, Kept>
  /** Every answer by execution so far: what a plan may give again while nothing but the moments of the pages has changed. */
  truths: Set<string>
}
type Kept = { etag: string; fingerprint: string }

type Dependencies = { client: Client; documents: readonly Known[]; tally: Tally }

/** A question that two ways of answering answer differently. */
export class Difference extends Error {
  override name = 'Difference'
}

/** How often a question is asked anew where the answer may have become another: for a deadline of real time, a refresh behind, the first of several errors. */
const patience = 5
/** Addresses are longer than bodies when encoded, and a server takes no endless ones. */
const longestPath = 14_000

/** Asks one question in all its forms, at one moment of a state that stands still, and throws the Difference if there is one. */
export function createExaminer({ client, documents, tally }: Dependencies) {
  /** Every etag there was and what it stood for, and the other way round. */
  const meanings = new Map<string, string>()

  return async (ask: Ask, place: Place): Promise<void> => {
    const known = documents[ask.document] as Known
    let longestMs = 0
    const asked = async (form: Form, headers = ask.headers): Promise<Answered> => {
      const sent = requestOf({ ...ask, headers }, form, known, place)
      const begun = performance.now()
      const answer = await client.send(sent).catch((cause: unknown) => {
        throw new Difference(`no answer that can be read: ${String(cause)}\n  asked as ${form}: ${show(sent)}`, { cause })
      })
      if (form !== 'other words' && answer.status < 400 && !answer.text.includes('"errors":[{')) tally.answerable++
      longestMs = Math.max(longestMs, performance.now() - begun)
      return { form, sent, answer }
    }
    // On a machine that is busy a call may run out of its time that would not have: not every question asks for the code that tells of it.
    const isHeldUp = () => longestMs > place.usualMs
    for (let attempt = 1; ; attempt++) {
      longestMs = 0
      if (place.isRestless) {
        place.truths.add((await asked('other words')).answer.text)
        await place.settle()
      }
      const answers: Answered[] = []
      for (const form of ask.forms) answers.push(await asked(form))
      const truth = answers.find(({ form }) => form === 'other words')?.answer as Received
      place.truths.add(truth.text)
      const others = answers.filter(({ form }) => form !== 'other words')

      const isLate = answers.some(({ answer }) => answer.text.includes('"DEADLINE"'))
      if (isLate) tally.late++
      const faults = answers.flatMap((each) => faultsOf(each, truth, place))
      if (faults.length > 0 && attempt < patience && (isLate || isHeldUp() || place.isRestless || answers.every(isRefusal))) {
        await place.settle()
        continue
      }
      if (faults.length > 0) throw new Difference(`${faults[0]}\n  in the order ${ask.forms.join(', ')}`)

      if (truth.text.includes('"INTERNAL_SERVER_ERROR"'))
        throw new Difference(`something that nobody foresaw: ${JSON.stringify(truth.text)}`)

      tally.see(truth)
      tally.cases += others.length
      for (const each of others) note(ask, each)
      if (ask.method !== 'GET') return
      try {
        return await revisit(ask, place, truth, asked)
      } catch (error) {
        if (attempt === patience || !isHeldUp()) throw error
        await place.settle()
      }
    }
  }

  /** Equal answers have the same etag, and answers with the same etag are equal but for the moments of their pages. */
  function note(ask: Ask, each: Answered): void {
    const { headers, text, status } = each.answer
    if (headers['content-encoding'] !== undefined) tally.packed++
    const { etag } = headers
    if (etag === undefined) return
    if (each.sent.method !== 'GET' || status !== 200) throw new Difference(at(each, 'an etag, which only an answer of a plan to a GET has'))
    tally.tagged++
    const fingerprint = fingerprintOf(text)
    const before = [meanings.get(etag), meanings.get(`${ask.document} ${text}`)] as const
    if (before[0] !== undefined && before[0] !== fingerprint) throw new Difference(at(each, `etag ${etag} for two different answers`))
    if (before[1] !== undefined && before[1] !== etag) throw new Difference(at(each, `etags ${etag} and ${before[1]} for one answer`))
    meanings.set(etag, fingerprint)
    meanings.set(`${ask.document} ${text}`, etag)
  }

  /** An app that shows what it kept is told that nothing has changed exactly when its etag is the one it would get, and else the truth. */
  async function revisit(
    ask: Ask,
    place: Place,
    truth: Received,
    asked: (form: Form, headers?: Ask['headers']) => Promise<Answered>,
  ): Promise<void> {
    const { 'if-none-match': _kept, ...plain } = ask.headers
    const { etag } = (await asked('id', plain)).answer.headers
    const kept = place.kept.get(ask)
    if (kept && !place.isRestless) {
      const again = await asked('id', { ...plain, 'if-none-match': kept.etag })
      const { status, headers } = again.answer
      if (status === 304) {
        tally.unchanged++
        const isTrue = headers['etag'] === kept.etag && truth.status === 200 && fingerprintOf(truth.text) === kept.fingerprint
        if (!isTrue) throw new Difference(at(again, 'told that nothing has changed, though something has'))
      } else if (etag === kept.etag) throw new Difference(at(again, 'not told that nothing has changed'))
      const [fault] = status === 304 ? [untruthOf(again.answer)] : faultsOf(again, truth, place)
      if (fault !== undefined) throw new Difference(`${fault}\n  asked with the etag that was kept`)
    }
    if (etag === undefined || truth.status !== 200) place.kept.delete(ask)
    else place.kept.set(ask, { etag, fingerprint: fingerprintOf(truth.text) })
  }
}

type Answered = { form: Form; sent: Sent; answer: Received }

/**
 * Nothing but errors, also when they come as one part of several or as an event. Where several fields fail that must not be null, execution tells of the
 * one that failed first, which is another once the token is known and nothing has to be fetched any more.
 */
function isRefusal({ answer: { text } }: Answered): boolean {
  return /^[^{]*\{"errors".*"data":null\}[^}]*$/s.test(text)
}

function faultsOf(each: Answered, truth: Received, place: Place): string[] {
  const untruth = untruthOf(each.answer)
  const difference = mayStandIn(each.answer, truth, place) ? undefined : differenceOf(each.answer, truth)
  return [untruth, difference].flatMap((fault) => (fault === undefined ? [] : [at(each, fault)]))
}

/**
 * Whether an answer is one that was true before and still is: all but the moments of its pages, which say when it was composed and until when it may be
 * shown, is what execution says now.
 */
function mayStandIn(answer: Received, truth: Received, { truths, now }: Place): boolean {
  if (answer.text === truth.text || answer.status !== 200 || truth.status !== 200 || !truths.has(answer.text)) return false
  if (fingerprintOf(answer.text) !== fingerprintOf(truth.text) || expiriesOf(answer.text).some((expiry) => expiry <= now)) return false
  return differenceOf({ ...answer, text: truth.text }, truth) === undefined
}

function at({ form, sent }: Answered, fault: string): string {
  return `${fault}\n  asked as ${form}: ${show(sent)}`
}

function requestOf(ask: Ask, form: Form, known: Known, place: Place): Sent {
  const variables =
    ask.variables &&
    Object.fromEntries(Object.entries(ask.variables).flatMap(([name, value]) => (value ? [[name, valueFor(value, place)]] : [])))
  const params: Record<string, unknown> = { ...(variables && { variables }), ...ask.params, ...named(form, known) }
  const headers: Record<string, string> = {
    ...ask.headers,
    ...(place.authorization !== undefined && { authorization: place.authorization }),
  }
  const text = ({ params: all }: { params: Record<string, unknown> }) =>
    new URLSearchParams(
      Object.entries(all).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    ).toString()
  // Whether it fits is asked of the longest form, so that all forms go the same way.
  const fits = text({ params: { ...params, ...named('other words', known) } }).length <= longestPath
  if (ask.method === 'GET' && fits) {
    const { 'content-type': _type, ...rest } = headers
    return { method: 'GET', path: `/graphql?${text({ params })}`, headers: rest }
  }
  return { method: ask.method === 'GET' ? 'POST' : ask.method, path: '/graphql', headers, body: JSON.stringify(params) }
}

function named(form: Form, { id, text }: Known): Record<string, unknown> {
  switch (form) {
    case 'id':
      return { documentId: `sha256:${id}` }
    case 'bare id':
      return { documentId: id }
    case 'ID':
      return { documentId: `sha256:${id.toUpperCase()}` }
    case 'apollo':
      return { extensions: { persistedQuery: { version: 1, sha256Hash: id } } }
    case 'text':
      return { query: text }
    case 'other words':
      return { query: `${text}\n# in other words` }
  }
}

function valueFor(value: Value, { lines, strangersLine }: Place): unknown {
  if ('is' in value) return value.is
  if ('othersLine' in value) return strangersLine
  return lines[value.ownLine % lines.length] ?? null
}

/** A request in a few lines; a token says nothing to who reads it. */
function show({ method, path, headers, body }: Sent): string {
  const { authorization, ...rest } = headers
  return `${method} ${decodeURIComponent(path)} ${JSON.stringify(rest)}${authorization ? ' with a token' : ''} ${body ?? ''}`
}
