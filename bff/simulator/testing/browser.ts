import { createHash, randomBytes } from 'node:crypto'

/** A browser in as many lines as the sign-in needs: it keeps cookies and follows no redirect by itself. */
export function createBrowser(headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  const visit = async (url: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      cookies.set(name, value)
    }
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
    }
  }
  return {
    visit,
    post: (url: string, form: Record<string, string>, extra: Record<string, string> = {}) =>
      visit(url, { method: 'POST', body: new URLSearchParams(form), headers: extra }),
  }
}

export const redirectUri = 'http://127.0.0.1:4000/callback'

/** A right request to sign in, and the verifier that goes with it. @param realm the provider's path */
export function createAuthorization(changes: Record<string, string | undefined> = {}, realm = '/idp') {
  const verifier = randomBytes(32).toString('base64url')
  const all: Record<string, string | undefined> = {
    client_id: 'mosaic-web',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    state: 'a-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  const query = new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return { verifier, realm, path: `${realm}/authorize?${query}` }
}

/** Signs in as somebody on the page, and gives back the code that the client gets. */
export async function signIn(url: string, person: string, authorization = createAuthorization()) {
  const browser = createBrowser()
  const { location } = await browser.visit(url + authorization.path)
  const transaction = new URL(location, url).searchParams.get('transaction') ?? ''
  const answer = await browser.post(`${url}${authorization.realm}/sign-in`, { transaction, person })
  return {
    code: URL.parse(answer.location)?.searchParams.get('code') ?? '',
    verifier: authorization.verifier,
    location: answer.location,
    transaction,
    browser,
  }
}
