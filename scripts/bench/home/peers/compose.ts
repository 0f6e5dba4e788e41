import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import type { MethodParams, MethodResult, Policy, ReadMethodName } from '@mosaic/schemas/bss'
import type { Outcome } from '@mosaic/widgets'
import { isObjectType, type GraphQLSchema } from 'graphql'
import type { Bss } from '../../../../bff/src/bss/bss.ts'
import { createContext, type GraphqlContext } from '../../../../bff/src/graphql/context.ts'
import { createSchema } from '../../../../bff/src/graphql/schema.ts'
import { createIdentity, type Identity } from '../../../../bff/src/identity/identity.ts'
import { createLog } from '../../../../bff/src/log.ts'
import { createMetrics } from '../../../../bff/src/metrics.ts'
import { startReleaseEngine } from '../../../../bff/src/release/engine.ts'

/*
 * What all peers share, so that only their servers, caches and HTTP clients differ: the schema, the release, the stages of a home and the presenters are
 * Mosaic's own, and so is the check of tokens, which keeps those it has verified. A peer brings the way a value is had, and the server that executes the
 * question. What Mosaic keeps beside its values belongs to its own data layer, and no peer has it.
 */

/** What a peer is started with. */
export type PeerStart = {
  port: number
  brand: string
  publishedDir: string
  publicKeyFile: string
  issuer: string
  bssUrl: string
  /** The text of the question: known to the server before it is asked. */
  question: string
}

/** A value of a back-end as a peer's cache gives it. `fetchedAt` in epoch milliseconds. */
export type Held<Value = unknown> = { value: Value; fetchedAt: number }
/** The peer's own way to a value. Rejects when there is none to give. */
export type Get = (method: ReadMethodName, params: MethodParams, policy: Policy) => Held | Promise<Held>

export type PeerHouse = {
  /** The customers' schema, every field of it. */
  schema: GraphQLSchema
  policies: Readonly<Record<ReadMethodName, Policy>>
  /** What every home of the release asks of the back-ends. */
  needs: readonly ReadMethodName[]
  currency: string
  sessionOf: Identity['sessionOf']
  /** What resolvers look at: one for each request. */
  contextOf(headers: IncomingHttpHeaders, get: Get): GraphqlContext
}

export async function openHouse({ brand, publishedDir, publicKeyFile, issuer }: PeerStart): Promise<PeerHouse> {
  const [log, metrics] = [createLog('silent'), createMetrics()]
  const publicKeyPem = readFileSync(publicKeyFile, 'utf8')
  const engine = await startReleaseEngine({ publishedDir, publicKeyPem, pollMs: 1_000, log, metrics })
  const identity = createIdentity({ issuer, audience: 'mosaic', log })
  const release = engine.get(brand)
  if (!release) throw new Error(`The brand ${brand} has no release`)
  return {
    schema: plainly(createSchema()),
    policies: release.policies,
    needs: release.earlyNeeds,
    currency: release.brand.currency,
    sessionOf: identity.sessionOf,
    contextOf: (headers, get) =>
      createContext({ engine, bss: bssOver(get), identity, factsDeadlineMs: 1_500, log, metrics, now: Date.now }, headers),
  }
}

/** Fields that only read the property of their name need no resolver: just-in-time compilers are quicker without. */
function plainly(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (field.extensions['pothosExposedField'] === field.name) delete field.resolve
    }
  }
  return schema
}

/** The peer's values as the stages of a home know them: with their ages under the policy, or as failed. */
function bssOver(get: Get): Bss {
  return {
    call<Name extends ReadMethodName>({ params, policies }: Parameters<Bss['call']>[0], method: Name) {
      const policy = policies[method]
      type Answer = Outcome<MethodResult<Name>>
      const failed = (): Answer => ({ status: 'failed', code: 'BSS_UNAVAILABLE' })
      const ok = ({ value, fetchedAt }: Held): Answer => ({
        status: 'ok',
        value: value as MethodResult<Name>,
        isStale: Date.now() - fetchedAt >= policy.t1Ms,
        source: method,
        fetchedAt: new Date(fetchedAt),
        staleAfter: new Date(fetchedAt + policy.t1Ms),
        expiresAt: new Date(fetchedAt + policy.t2Ms),
      })
      const held = get(method, params, policy)
      return held instanceof Promise ? held.then(ok, failed) : ok(held)
    },
    // A peer has no second answer for whoever cannot wait, keeps nothing beside its values, and is only read.
    cached: () => undefined,
    weighs: () => false,
    write: () => Promise.reject(new Error('The bench only reads')),
    changed: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}
