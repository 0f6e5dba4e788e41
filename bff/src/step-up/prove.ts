import type { Audit } from '../care/contract.ts'
import type { HandOver, HandOvers } from '../hand-over/contract.ts'
import { take } from '../hand-over/limits.ts'
import { originOf } from '../hand-over/links.ts'
import { destinationOf } from '../hand-over/menu.ts'
import { placeOf } from '../hand-over/place.ts'
import { hashOf } from '../hand-over/tokens.ts'
import type { CompiledRelease } from '../release/compile.ts'
import type { Shelf } from '../store/contract.ts'
import type { GrantedPlace, GrantLevel, NumberProof } from './contract.ts'
import type { Grants } from './grants.ts'
import { codeMessage } from './words.ts'

export type ProveDependencies = {
  proof: NumberProof
  grants: Grants
  handOvers: HandOvers
  audit: Audit
  shelf: Shelf
  releaseOf(brand: string): Pick<CompiledRelease, 'care' | 'brand'> | undefined
  linkOrigin: string | undefined
  /** See `StepUpSettings`. */
  swapHours: number
  minutes: number
  /** Epoch milliseconds. */
  now: () => number
}

/**
 * What comes of a step. `go`: the network is to be asked, at `location`. `proven`: here is the grant. `sent`: a code is on its way. `code`, `signIn`: that way is
 * open next. `wrong`: the code is another. `over`: no more tries with that one. `tooMany`, `later`: not now. `gone`: the link is of no use, whatever the reason.
 */
export type Step =
  | { status: 'go'; location: string }
  | ({ status: 'proven'; grant: string; level: GrantLevel; expiresAt: string } & GrantedPlace)
  | { status: 'sent' | 'code' | 'signIn' | 'wrong' | 'over' | 'tooMany' | 'later' | 'gone' }

/** How long the network's page may take, and how long a code is good, in milliseconds. */
const silentMs = 5 * 60_000
const codeMs = 5 * 60_000
const hourMs = 3_600_000
const mostSilent = { most: 20, windowMs: hourMs }
/** To one number, whoever asks, and however many links he has. */
const mostCodes = { most: 3, windowMs: hourMs }
/** Of one code, ever. */
const mostTries = { most: 5, windowMs: Number.MAX_SAFE_INTEGER }

/** The ways to prove that who opened a link holds its number. Each is asked with the claim of the device that opened it. */
export function createProving(dependencies: ProveDependencies) {
  const { proof, grants, handOvers, audit, shelf, releaseOf, linkOrigin, swapHours, minutes, now } = dependencies
  const moment = () => new Date(now())

  /** The hand-over of a claim, and where it leads. */
  async function opened(
    claim: string,
  ): Promise<{ handOver: HandOver; place: GrantedPlace; release: Pick<CompiledRelease, 'care' | 'brand'> } | undefined> {
    const handOver = await handOvers.byClaim(claim)
    const release = handOver && releaseOf(handOver.brand)
    const destination = release && destinationOf(release, handOver.targetId)
    if (!destination) return undefined
    const { surface, guide, menu } = placeOf(destination)
    return { handOver, place: { surface, guide, menu }, release }
  }

  /** A SIM that is new in somebody's hands proves nothing; nor does one of which nobody knows. */
  async function isSimDoubtful({ brand, customerId, id, msisdn }: HandOver): Promise<boolean> {
    const answer = await proof.wasSwapped(msisdn, swapHours)
    if (answer === 'yes')
      await audit.write({ brand, who: `link:${id}`, what: 'stepUp.swapped', about: customerId, details: { handOver: id } })
    return answer !== 'no'
  }

  async function give(handOver: HandOver, place: GrantedPlace, claimHash: string, level: GrantLevel): Promise<Step> {
    const { id, brand, customerId, lineId } = handOver
    await audit.write({ brand, who: `link:${id}`, what: `stepUp.${level}`, about: customerId, details: { handOver: id } })
    // Whoever has proven it once already has signed in.
    await handOvers.note(id, { type: 'signedIn', by: level })
    const expiresAt = new Date(now() + minutes * 60_000)
    const grant = await grants.give({ handOverId: id, brand, customerId, lineId, ...place, level, expiresAt, claimHash })
    return { status: 'proven', grant, level, ...place, expiresAt: expiresAt.toISOString() }
  }

  return {
    /** The silent way begins: where the browser is to go. */
    async begin(claim: string): Promise<Step> {
      const found = await opened(claim)
      if (!found) return { status: 'gone' }
      const origin = originOf(found.release, linkOrigin)
      if (origin === undefined) return { status: 'signIn' }
      const claimHash = hashOf(claim)
      if (!(await take(shelf, [{ scope: `silent-${claimHash}`, ...mostSilent }], moment()))) return { status: 'tooMany' }
      const redirectUri = `${origin}/a/verified`
      const state = await grants.begin('silent', claimHash, redirectUri, new Date(now() + silentMs))
      return { status: 'go', location: proof.authorizeUrl(state, redirectUri) }
    },

    /** The silent way ends: the browser is back from the network. Whoever cannot show that he began it is offered another way. */
    async finish(claim: string, state: string, code: string): Promise<Step> {
      const found = await opened(claim)
      if (!found) return { status: 'gone' }
      const { handOver, place } = found
      const claimHash = hashOf(claim)
      const redirectUri = await grants.end('silent', claimHash, state)
      if (redirectUri === undefined) return { status: 'code' }
      const answer = await proof.isOnNumber(code, handOver.msisdn, redirectUri)
      if (answer === 'no') {
        const { brand, id, customerId } = handOver
        await audit.write({ brand, who: `link:${id}`, what: 'stepUp.otherNumber', about: customerId, details: { handOver: id } })
      }
      if (answer !== 'yes') return { status: 'code' }
      if (await isSimDoubtful(handOver)) return { status: 'signIn' }
      return give(handOver, place, claimHash, 'silent')
    },

    /** Sends a one-time password to the number of the hand-over, never to another. */
    async sendCode(claim: string): Promise<Step> {
      const found = await opened(claim)
      if (!found) return { status: 'gone' }
      const { handOver, release } = found
      if (await isSimDoubtful(handOver)) return { status: 'signIn' }
      const { brand, msisdn, locale } = handOver
      if (!(await take(shelf, [{ scope: `otp-${hashOf(`${brand}/${msisdn}`)}`, ...mostCodes }], moment()))) return { status: 'tooMany' }
      const id = await proof.sendCode(msisdn, codeMessage(release.brand.name, locale))
      if (id === undefined) return { status: 'later' }
      await grants.begin('otp', hashOf(claim), id, new Date(now() + codeMs))
      return { status: 'sent' }
    },

    /** Tries a one-time password: five times at most, however many try at once. */
    async checkCode(claim: string, code: string): Promise<Step> {
      const found = await opened(claim)
      if (!found) return { status: 'gone' }
      const { handOver, place } = found
      const claimHash = hashOf(claim)
      const sent = await grants.latest('otp', claimHash)
      if (!sent) return { status: 'over' }
      if (!(await take(shelf, [{ scope: `try-${hashOf(sent.id)}`, ...mostTries }], moment()))) return { status: 'over' }
      const answer = await proof.checkCode(sent.value, code)
      if (answer === 'no') return { status: 'wrong' }
      if (answer === 'cannotTell') return { status: 'later' }
      if (!(await grants.forget(sent.id))) return { status: 'over' }
      return give(handOver, place, claimHash, 'otp')
    },
  }
}
export type Proving = ReturnType<typeof createProving>
