import { useCallback, useEffect, useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Locale } from '@mosaic/schemas/text'
import { ApiError, failureOf } from '../api/client.ts'
import type { AppConfig } from '../app-config.ts'
import { isInstalled } from '../device.ts'
import { savedHomes } from '../offline/saved-home.ts'
import { createSessionVault, type Session } from './session.ts'
import { createSignIn } from './sign-in.ts'

/** Why the sign-in page is shown. */
export type SignInNotice = 'failed' | 'ended' | 'signedOut' | undefined
type State = { status: 'starting' } | { status: 'signedOut'; notice: SignInNotice } | { status: 'signedIn' }

/**
 * Runs something that needs a token; renews it once when it is refused, and ends the session when that does not help. `isGuest`: he is not signed in, and nothing he
 * sees may stay on the device.
 */
export type WithToken = (<T>(run: (accessToken: string) => Promise<T>) => Promise<T>) & { isGuest?: true }

/** Where the identity provider sends the browser back to. */
export const callbackPath = '/signed-in'

/** The customer's session in this tab: from the address the identity provider came back to, from the tab's storage, or none. */
export function useSession(config: AppConfig) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<State>({ status: 'starting' })
  const { vault, signIn } = useMemo(() => {
    const vault = createSessionVault(sessionStorage)
    return {
      vault,
      signIn: createSignIn({ issuer: config.issuer, clientId: config.clientId, redirectUri: `${location.origin}${callbackPath}` }, vault),
    }
  }, [config.issuer, config.clientId])

  useEffect(() => {
    let isCurrent = true
    void start()
    return () => {
      isCurrent = false
    }

    async function start(): Promise<void> {
      const next = await restore()
      if (isCurrent) setState(next)
    }

    async function restore(): Promise<State> {
      if (location.pathname === callbackPath) return cameBack()
      const session = vault.load()
      // An installed app opened without network: on a personal device the last home may be seen until signing in is possible again.
      if (session || canOnlyLookBack()) return { status: 'signedIn' }
      // A browser tab without a session is a new visit: the last one's data must not wait here for whoever comes next.
      if (!isInstalled()) await savedHomes.clear()
      return { status: 'signedOut', notice: undefined }
    }

    async function cameBack(): Promise<State> {
      try {
        const finished = await finishOnce(() => signIn.finish(new URL(location.href)))
        history.replaceState(null, '', finished?.returnTo ?? '/')
        return finished || vault.load() ? { status: 'signedIn' } : { status: 'signedOut', notice: undefined }
      } catch (error) {
        console.warn(error)
        history.replaceState(null, '', '/')
        return { status: 'signedOut', notice: 'failed' }
      }
    }
  }, [signIn, vault])

  const leave = useCallback(
    async (notice: SignInNotice) => {
      const session = vault.load()
      vault.clear()
      queryClient.clear()
      if (notice === 'signedOut') {
        sessionStorage.clear()
        await savedHomes.clear()
        if (session) void signIn.end(session)
      }
      setState({ status: 'signedOut', notice })
    },
    [queryClient, signIn, vault],
  )

  const withToken: WithToken = useCallback(
    async (run) => {
      const held = vault.load()
      const session = held && (await renewed(held, false))
      if (!session && canOnlyLookBack()) throw new ApiError('UNREACHABLE', 'no network')
      if (!session) return end()
      try {
        return await run(session.accessToken)
      } catch (error) {
        if (failureOf(error) !== 'UNAUTHENTICATED') throw error
        const next = await renewed(session, true)
        if (!next) return end()
        return run(next.accessToken).catch((second: unknown) => {
          // A token that is refused just after it was issued will not get better.
          if (failureOf(second) === 'UNAUTHENTICATED') return end()
          throw second
        })
      }

      async function renewed(from: Session, renew: boolean) {
        try {
          return await signIn.usable(from, { renew })
        } catch (cause) {
          throw new ApiError('UNREACHABLE', 'no answer from the identity provider', { cause })
        }
      }
      async function end(): Promise<never> {
        await leave('ended')
        throw new ApiError('UNAUTHENTICATED', 'no usable session')
      }
    },
    [leave, signIn, vault],
  )

  return {
    state,
    withToken,
    signIn: useCallback(
      async (locale: Locale) => {
        const { pathname, search, hash } = location
        location.assign(await signIn.start(`${pathname}${search}${hash}`, locale))
      },
      [signIn],
    ),
    signOut: useCallback(() => leave('signedOut'), [leave]),
  }
}

function canOnlyLookBack(): boolean {
  return isInstalled() && !navigator.onLine
}

/** The code in the address works once: an effect that runs twice (React's strict mode) shares one exchange. */
let exchange: Promise<unknown> | undefined
function finishOnce<T>(finish: () => Promise<T>): Promise<T> {
  exchange ??= finish().finally(() => (exchange = undefined))
  return exchange as Promise<T>
}
