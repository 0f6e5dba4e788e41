import { clientPlatforms, clientVersionPattern, formFactors } from '@mosaic/schemas/release'
import type { IncomingHttpHeaders } from 'node:http'
import type { Bss } from '../bss/bss.ts'
import type { Audit } from '../care/contract.ts'
import type { CallBacks } from '../call-backs/contract.ts'
import type { SaidInRun } from '../call-backs/request.ts'
import { ClientError } from '../client-error.ts'
import type { GuideRuns } from '../guides/contract.ts'
import type { HandOvers } from '../hand-over/contract.ts'
import type { Openings } from '../hand-over/openings.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import type { Device } from '../home/visit.ts'
import type { Identity } from '../identity/identity.ts'
import type { Session } from '../identity/session.ts'

/** What the care desk is for customers; no home asks for it. */
export type CustomerCare = {
  handOvers: HandOvers
  openings: Openings
  /** How many proxies of our own stand before this server. */
  proxies: number
  callBacks: CallBacks
  audit: Audit
  guideRuns: GuideRuns
  saidInRun?: SaidInRun | undefined
}

export type GraphqlDependencies = HomeDependencies & {
  bss: Bss
  identity: Identity
  /** Absent where only homes are composed. */
  care?: CustomerCare | undefined
  /** Epoch milliseconds. */
  now: () => number
}

/** What resolvers may look at: one for each request. */
export type GraphqlContext = GraphqlDependencies & {
  device: Device
  /** One moment for the whole answer. */
  moment: Date
  /** The other end of the connection; behind other doors than HTTP there is none. */
  peer(): string | undefined
  /** What proxies say of whom they ask for. */
  forwardedFor: string | undefined
  /** Verifies the token on first use, once. Questions that are about nobody (`__typename`) need none. */
  session(): Session | Promise<Session>
}

export function createContext(
  dependencies: GraphqlDependencies,
  headers: IncomingHttpHeaders,
  peer: () => string | undefined = () => undefined,
): GraphqlContext {
  let session: Session | Promise<Session> | undefined
  return {
    ...dependencies,
    device: deviceOf(headers),
    moment: new Date(dependencies.now()),
    peer,
    forwardedFor: forwardedForOf(headers),
    session: () => (session ??= dependencies.identity.sessionOf(headers.authorization)),
  }
}

function forwardedForOf({ 'x-forwarded-for': names }: IncomingHttpHeaders): string | undefined {
  return typeof names === 'string' ? names : names?.join()
}

/** @throws {ClientError} BACKEND_UNAVAILABLE where there is none */
export function careOf({ care }: Pick<GraphqlContext, 'care'>): CustomerCare {
  if (care) return care
  const fault = { expected: 'a server with a care desk', got: 'one without', fix: 'Ask one that has it' }
  throw new ClientError('BACKEND_UNAVAILABLE', 'There is no care desk here', fault)
}

const versionPattern = new RegExp(clientVersionPattern)

/** Headers come from outside: what is not one of the known words, or no version, is not there. */
export function deviceOf(headers: IncomingHttpHeaders): Device {
  const header = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value.trim().toLowerCase() : undefined
  }
  const version = header('x-client-version')
  return {
    platform: clientPlatforms.find((platform) => platform === header('x-client-platform')),
    formFactor: formFactors.find((factor) => factor === header('x-form-factor')),
    appVersion: version !== undefined && versionPattern.test(version) ? version : undefined,
    languages: headers['accept-language'],
  }
}
