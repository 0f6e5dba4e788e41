import { guestPrefix } from '../../api/client.ts'

/** What a right is for: a page, a guide, or a voice menu by the screen it was sent for. */
export type ProvenPlace = { surface: string } | { guide: string } | { menu: string }
/** What a device holds that has proven to be on the number of a link: a right to one place, for a short time. */
export type Proof = { grant: string; level: 'silent' | 'otp'; place: ProvenPlace; /** Instant, ms since the epoch. */ expiresAt: number }

/**
 * What came of a step: see the server's `Step`. A word that this version does not know is `signIn`, which is always open. `lost`: no answer came.
 */
export type Step =
  | { status: 'go'; location: string }
  | { status: 'proven'; proof: Proof }
  | { status: 'sent' | 'code' | 'signIn' | 'wrong' | 'over' | 'tooMany' | 'later' | 'gone' | 'lost' }

/** Longer than the server waits for the network, in milliseconds. */
const timeoutMs = 15_000
const words = ['sent', 'code', 'signIn', 'wrong', 'over', 'tooMany', 'later', 'gone'] as const

type Asked = { claim: string }

/** Where the browser goes for the silent proof. */
export const beginSilently = (claim: string) => take('/a/verify', { claim })
/** What it has brought back. */
export const endSilently = (claim: string, returned: { state: string; code: string }) => take('/a/verified', { claim, ...returned })
export const sendCode = (claim: string) => take('/a/code', { claim })
export const checkCode = (claim: string, code: string) => take('/a/code/check', { claim, code })

/** Never rejects: what went wrong is a step as well. */
async function take(path: string, asked: Asked & Record<string, string>): Promise<Step> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return { status: response.status >= 500 ? 'later' : 'signIn' }
    return readStep(await response.json())
  } catch {
    return { status: 'lost' }
  }
}

/** Pure. */
export function readStep(answer: unknown): Step {
  if (typeof answer !== 'object' || answer === null) return { status: 'signIn' }
  const { status, location, grant, level, expiresAt } = answer as Record<string, unknown>
  const place = readPlace(answer)
  if (status === 'go' && typeof location === 'string' && isPage(location)) return { status, location }
  if (status === 'proven' && typeof grant === 'string' && place && typeof expiresAt === 'string')
    return { status, proof: { grant, level: level === 'otp' ? level : 'silent', place, expiresAt: Date.parse(expiresAt) } }
  return { status: words.find((word) => word === status) ?? 'signIn' }
}

/** The place that an answer, or something kept, names; undefined for one this version does not know. Pure. */
export function readPlace(named: object): ProvenPlace | undefined {
  const { surface, guide, menu } = named as Record<string, unknown>
  if (typeof surface === 'string') return { surface }
  if (typeof guide === 'string') return { guide }
  return typeof menu === 'string' ? { menu } : undefined
}

/** Somewhere a browser may be sent: never a script. */
function isPage(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? '')
}

/** How a grant is shown where the app has a token. */
export const tokenOf = ({ grant }: Proof) => guestPrefix + grant
