import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Answer, Post } from './camara.ts'
import type { StepUpSettings } from './settings.ts'

/** What the network's APIs are asked with. `undefined`: none is to be had. */
export type Tokens = {
  /** Of the telephone that brought a code; the code is used up. */
  ofDevice(code: string, redirectUri: string): Promise<string | undefined>
  /** Our own, for a scope; got once and kept as long as it is good. */
  own(scope: string): Promise<string | undefined>
  /** A token of our own was refused. @returns whether another one is worth trying */
  forget(scope: string, token: string): boolean
}

const Given = Type.Object({
  access_token: Type.String({ minLength: 1, maxLength: 8_192, pattern: '^[\\x21-\\x7e]+$' }),
  expires_in: Type.Optional(Type.Number({ minimum: 0 })),
})
/** When the network does not say how long one lives; and how long before its end it is not used any more, in milliseconds. */
const defaultLifetimeMs = 60_000
const marginMs = 10_000

/** @param now epoch milliseconds */
export function createTokens({ token: url, clientId, clientSecret }: StepUpSettings, post: Post, now: () => number): Tokens {
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` }
  const kept = new Map<string, { token: string; until: number; gotAt: number }>()
  const getting = new Map<string, Promise<string | undefined>>()
  const grant = (form: Record<string, string>) => post(url, headers, new URLSearchParams(form).toString())

  async function get(scope: string): Promise<string | undefined> {
    const given = givenIn(await grant({ grant_type: 'client_credentials', scope }))
    if (!given) return undefined
    const lifetimeMs = given.expires_in === undefined ? defaultLifetimeMs : given.expires_in * 1_000
    kept.set(scope, { token: given.access_token, until: now() + lifetimeMs - marginMs, gotAt: now() })
    return given.access_token
  }

  return {
    ofDevice: async (code, redirectUri) =>
      givenIn(await grant({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }))?.access_token,
    own(scope) {
      const known = kept.get(scope)
      if (known && known.until > now()) return Promise.resolve(known.token)
      let got = getting.get(scope)
      if (!got) getting.set(scope, (got = get(scope).finally(() => getting.delete(scope))))
      return got
    },
    forget(scope, token) {
      const known = kept.get(scope)
      if (known?.token !== token) return known !== undefined
      kept.delete(scope)
      // One that was got just now and is refused already: the next would be, too.
      return now() - known.gotAt > marginMs
    },
  }
}

function givenIn(answer: Answer | undefined): { access_token: string; expires_in?: number } | undefined {
  return answer?.status === 200 && Value.Check(Given, answer.body) ? answer.body : undefined
}
