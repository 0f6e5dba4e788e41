import { randomBytes } from 'node:crypto'
import type { Locale } from '@mosaic/schemas/text'
import { readForm } from '../http/body.ts'
import type { Reply, SimRequest } from '../http/types.ts'
import { messagePage } from './frame.ts'
import { pageTexts } from './page-texts.ts'
import type { AuthorizationRequest, Provider, Transaction } from './provider.ts'
import { parseRedirect } from './redirects.ts'

const cookieName = 'simulator_browser'

/** GET authorize: checks what the client asks for, and opens a sign-in bound to this browser. */
export function authorize(provider: Provider, request: SimRequest): Reply {
  const query = request.url.searchParams
  const locale = localeOf(request, query.get('ui_locales'))
  // Until these two are right nobody may be sent anywhere: the answer is a page.
  if (query.get('client_id') !== provider.realm.clientId) return refusal(provider, locale, 'client')
  const redirect = parseRedirect(query.get('redirect_uri'))
  if (!redirect) return refusal(provider, locale, 'redirect')

  const problem = problemOf(query)
  if (problem) return back(provider, redirect.href, { ...problem, state: query.get('state') ?? undefined })
  const asked: AuthorizationRequest = {
    redirectUri: query.get('redirect_uri') ?? '',
    state: query.get('state') ?? '',
    codeChallenge: query.get('code_challenge') ?? '',
    scope: query.get('scope') ?? 'openid',
    ...(query.get('nonce') ? { nonce: query.get('nonce') ?? '' } : {}),
  }
  const browser = browserOf(request) ?? newSecret()
  const transaction = newSecret()
  provider.transactions.set(transaction, { ...asked, browser })
  const search = new URLSearchParams({
    transaction,
    lang: locale,
    ...(query.get('login_hint') ? { q: query.get('login_hint') ?? '' } : {}),
  })
  return {
    status: 303,
    headers: {
      location: `${provider.realm.path}/sign-in?${search}`,
      'set-cookie': `${cookieName}=${browser}; Path=${provider.realm.path}; HttpOnly; SameSite=Lax; Max-Age=86400`,
    },
  }
}

/** GET sign-in: the page to choose somebody on. */
export function showSignIn(provider: Provider, request: SimRequest): Reply {
  const query = request.url.searchParams
  const locale = localeOf(request, query.get('lang'))
  const id = query.get('transaction') ?? ''
  if (!ownTransaction(provider, request, id)) return refusal(provider, locale, 'expired')
  return htmlReply(200, provider.realm.signInPage({ locale, transaction: id, query: (query.get('q') ?? '').trim().slice(0, 80) }))
}

/** POST sign-in: somebody was chosen; back to the client with a code. */
export function signIn(provider: Provider, request: SimRequest): Reply {
  const form = readForm(request)
  const locale = localeOf(request, form.get('lang'))
  const id = form.get('transaction') ?? ''
  const transaction = ownTransaction(provider, request, id)
  // The cookie binds the sign-in to the browser; the origin keeps other pages of this machine from posting in its name.
  const origin = request.headers.origin
  const isForeign = origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== request.headers.host
  if (!transaction || isForeign) return refusal(provider, locale, 'expired')
  const person = provider.realm.find(form.get('person') ?? '')
  if (!person) return refusal(provider, locale, 'person')

  provider.transactions.take(id)
  const { browser: _, ...asked } = transaction
  const code = newSecret()
  provider.codes.set(code, { ...asked, personId: person.id })
  return back(provider, asked.redirectUri, { code, state: asked.state })
}

/** GET or POST end_session: the client's session ends, and the visitor goes back or reads that it did. */
export async function endSession(provider: Provider, request: SimRequest): Promise<Reply> {
  const query = request.method === 'POST' ? readForm(request) : request.url.searchParams
  const locale = localeOf(request, query.get('ui_locales'))
  const session = await provider.tokens.sessionOf(query.get('id_token_hint') ?? '')
  if (session) provider.sessions.end(session)
  const target = query.get('post_logout_redirect_uri')
  if (!target) return htmlReply(200, messagePage(provider.realm.path, locale, pageTexts[locale].signedOut, pageTexts[locale].signedOutLead))
  const redirect = parseRedirect(target)
  if (!redirect) return refusal(provider, locale, 'redirect')
  if (query.get('state')) redirect.searchParams.set('state', query.get('state') ?? '')
  return { status: 303, headers: { location: redirect.href } }
}

function problemOf(query: URLSearchParams): { error: string; error_description: string } | undefined {
  const expect = (name: string, isRight: boolean, expected: string, error = 'invalid_request') =>
    isRight ? [] : [{ error, error_description: `${name}: expected ${expected}` }]
  return [
    ...expect('response_type', query.get('response_type') === 'code', 'code', 'unsupported_response_type'),
    ...expect('state', /^[\x21-\x7e]{1,512}$/.test(query.get('state') ?? ''), '1 to 512 visible characters'),
    ...expect('code_challenge_method', query.get('code_challenge_method') === 'S256', 'S256, as PKCE is required'),
    ...expect('code_challenge', /^[\w-]{43}$/.test(query.get('code_challenge') ?? ''), 'the base64url SHA-256 of the code verifier'),
    ...expect('scope', /^[\x21-\x7e ]{0,200}$/.test(query.get('scope') ?? ''), 'at most 200 visible characters', 'invalid_scope'),
    ...expect('nonce', /^[\x21-\x7e]{0,512}$/.test(query.get('nonce') ?? ''), 'at most 512 visible characters'),
    ...expect('prompt', query.get('prompt') !== 'none', 'anything but none: somebody must be chosen', 'login_required'),
  ][0]
}

/** Sends the browser back to the client. Every answer names its issuer, so that clients of several can tell them apart (RFC 9207). */
function back(provider: Provider, redirectUri: string, answer: Record<string, string | undefined>): Reply {
  const target = new URL(redirectUri)
  for (const [name, value] of Object.entries({ ...answer, iss: provider.issuer }))
    if (value !== undefined) target.searchParams.set(name, value)
  return { status: 303, headers: { location: target.href } }
}

function ownTransaction(provider: Provider, request: SimRequest, id: string): Transaction | undefined {
  const transaction = provider.transactions.get(id)
  return transaction && transaction.browser === browserOf(request) ? transaction : undefined
}

function browserOf(request: SimRequest): string | undefined {
  const pair = (request.headers.cookie ?? '').split(';').find((part) => part.trim().startsWith(`${cookieName}=`))
  const value = pair?.split('=')[1]?.trim()
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The first language of the list that there is a page in, then the browser's, then Italian. */
function localeOf(request: SimRequest, asked: string | null): Locale {
  const wanted = [...(asked ?? '').split(/\s+/), ...(request.headers['accept-language'] ?? '').split(',')].map((tag) =>
    tag.trim().slice(0, 2).toLowerCase(),
  )
  return wanted.find((tag): tag is Locale => tag === 'it' || tag === 'en') ?? 'it'
}

function refusal(provider: Provider, locale: Locale, reason: keyof (typeof pageTexts)[Locale]['errors']): Reply {
  return htmlReply(400, messagePage(provider.realm.path, locale, pageTexts[locale].failed, pageTexts[locale].errors[reason]))
}

/** No script at all; forms may lead back to programs on this machine, as browsers check the redirect after a form too. */
const policy =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'"

function htmlReply(status: number, text: string): Reply {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    },
    text,
  }
}
