import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Agent } from 'undici'
import type { Logger } from '../log.ts'
import type { NumberProof, StepUpAnswer } from './contract.ts'
import type { StepUpSettings } from './settings.ts'
import { createTokens } from './tokens.ts'

type Options = { log: Logger; /** Epoch milliseconds. */ now: () => number; limits?: CamaraLimits }

/** One question and its whole answer, in milliseconds, and how many may be open at a time. */
export type CamaraLimits = { answerMs: number; connections: number }
const factoryLimits: CamaraLimits = { answerMs: 3_000, connections: 20 }

export type Answer = { status: number; body: unknown }
/** `undefined`: no answer came. */
export type Post = (url: URL, headers: Readonly<Record<string, string>>, body: string) => Promise<Answer | undefined>

const maxAnswerBytes = 64 * 1024
const verifyScope = 'number-verification:verify'
const swapScope = 'sim-swap:check'
const otpScope = 'one-time-password-sms:send-validate'

const Verified = Type.Object({ devicePhoneNumberVerified: Type.Boolean() })
const Swapped = Type.Object({ swapped: Type.Boolean() })
const Sent = Type.Object({ authenticationId: Type.String({ minLength: 1, maxLength: 36 }) })
const Problem = Type.Object({ code: Type.String() })
/** A code that is wrong, too late or was tried too often: it proves nothing, and that is known. */
const wrongCodes = new Set(['INVALID_OTP', 'VERIFICATION_EXPIRED', 'VERIFICATION_FAILED'].map((code) => `ONE_TIME_PASSWORD_SMS.${code}`))

/** CAMARA's Number Verification 2.1, SIM Swap 2.1 and OTP SMS 1.1: one attempt each, as a customer waits and has other ways. */
export function createNumberProof(settings: StepUpSettings, { log, now, limits = factoryLimits }: Options): NumberProof {
  const agent = new Agent({
    connections: limits.connections,
    pipelining: 1,
    connect: { timeout: limits.answerMs },
    maxResponseSize: maxAnswerBytes,
  })
  let open = 0

  const post: Post = async (url, headers, body) => {
    // What is more than that would only wait behind the others.
    if (open >= limits.connections) return undefined
    open++
    try {
      const { origin, pathname, search } = url
      const signal = AbortSignal.timeout(limits.answerMs)
      const response = await agent.request({ origin, path: pathname + search, method: 'POST', headers, body, signal })
      const text = await response.body.text()
      return { status: response.statusCode, body: parse(text) }
    } catch (error) {
      log.warn({ code: 'NETWORK_API_UNAVAILABLE', reason: codeOf(error) }, 'the mobile network did not answer. Check CAMARA_URL')
      return undefined
    } finally {
      open--
    }
  }
  const tokens = createTokens(settings, post, now)

  /** Asks an API with a token; a token of our own that is refused is got anew, once. */
  async function ask(path: string, body: object, token: string | { scope: string }): Promise<Answer | undefined> {
    const bearer = typeof token === 'string' ? token : await tokens.own(token.scope)
    if (bearer === undefined) return undefined
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
    const answer = await post(new URL(path, settings.apis), headers, JSON.stringify(body))
    if (answer?.status === 401 && typeof token !== 'string' && tokens.forget(token.scope, bearer)) return ask(path, body, token)
    if (answer && answer.status >= 400 && !wrongCodes.has(problemOf(answer)))
      log.warn({ code: 'NETWORK_API_REFUSED', api: path, status: answer.status }, 'the mobile network refused a question')
    return answer
  }

  return {
    authorizeUrl(state, redirectUri) {
      const url = new URL(settings.authorize)
      const query = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        scope: `openid ${verifyScope}`,
        state,
        prompt: 'none',
      }
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      return url.href
    },

    async isOnNumber(code, msisdn, redirectUri) {
      const token = await tokens.ofDevice(code, redirectUri)
      if (token === undefined) return 'cannotTell'
      // Hashed: who only wants to compare need not be told the number.
      const hashedPhoneNumber = createHash('sha256').update(msisdn).digest('hex')
      const answer = await ask('number-verification/v2/verify', { hashedPhoneNumber }, token)
      return answer?.status === 200 && Value.Check(Verified, answer.body) ? said(answer.body.devicePhoneNumberVerified) : 'cannotTell'
    },

    async wasSwapped(msisdn, maxAge) {
      const answer = await ask('sim-swap/v2/check', { phoneNumber: msisdn, maxAge }, { scope: swapScope })
      return answer?.status === 200 && Value.Check(Swapped, answer.body) ? said(answer.body.swapped) : 'cannotTell'
    },

    async sendCode(msisdn, message) {
      const answer = await ask('one-time-password-sms/v1/send-code', { phoneNumber: msisdn, message }, { scope: otpScope })
      return answer?.status === 200 && Value.Check(Sent, answer.body) ? answer.body.authenticationId : undefined
    },

    async checkCode(id, code) {
      const answer = await ask('one-time-password-sms/v1/validate-code', { authenticationId: id, code }, { scope: otpScope })
      if (answer?.status === 204) return 'yes'
      return answer?.status === 400 && wrongCodes.has(problemOf(answer)) ? 'no' : 'cannotTell'
    },

    close: () => agent.destroy(),
  }
}

function said(isSo: boolean): StepUpAnswer {
  return isSo ? 'yes' : 'no'
}

function problemOf({ body }: Answer): string {
  return Value.Check(Problem, body) ? body.code : ''
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The code alone: messages of errors may hold what was sent. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'ERROR'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
