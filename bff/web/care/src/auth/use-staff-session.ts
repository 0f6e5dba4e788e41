import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import { ApiError, failureOf } from '../../../home/src/api/client.ts'
import type { AppConfig } from '../../../home/src/app-config.ts'
import { createSessionVault, type Session } from '../../../home/src/auth/session.ts'
import { createSignIn } from '../../../home/src/auth/sign-in.ts'
import type { SignInNotice, WithToken } from '../../../home/src/auth/use-session.ts'
import { places } from '../ui/place.ts'

type State = { status: 'starting' } | { status: 'signedOut'; notice: SignInNotice } | { status: 'signedIn' }

/** Where the staff's identity provider sends the browser back to. */
const callbackPath = '/care/signed-in'

/** The customers' home may be open in the same tab: neither finds the other's session. */
const vaultPrefix = 'mosaic.care'

/** The session of whoever sits at the desk: from the address the identity provider came back to, from the tab's storage, or none. It dies with the tab. */
export function useStaffSession(config: AppConfig) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<State>({ status: 'starting' })
  const { vault, signIn } = useMemo(() => {
    const vault = createSessionVault(sessionStorage, vaultPrefix)
    const redirectUri = `${location.origin}${callbackPath}`
    return { vault, signIn: createSignIn({ issuer: config.issuer, clientId: config.clientId, redirectUri }, vault) }
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
      return vault.load() ? { status: 'signedIn' } : { status: 'signedOut', notice: undefined }
    }

    async function cameBack(): Promise<State> {
      try {
        const finished = await finishOnce(() => signIn.finish(new URL(location.href)))
        history.replaceState(null, '', finished?.returnTo ?? places.waiting)
        return finished || vault.load() ? { status: 'signedIn' } : { status: 'signedOut', notice: undefined }
      } catch (error) {
        console.warn(error)
        history.replaceState(null, '', places.waiting)
        return { status: 'signedOut', notice: 'failed' }
      }
    }
  }, [signIn, vault])

  const leave = useCallback(
    (notice: SignInNotice) => {
      const session = vault.load()
      vault.clear()
      // Nothing about a customer stays behind for whoever sits down next.
      queryClient.clear()
      if (notice === 'signedOut' && session) void signIn.end(session)
      setState({ status: 'signedOut', notice })
    },
    [queryClient, signIn, vault],
  )

  const withToken: WithToken = useCallback(
    async (run) => {
      const held = vault.load()
      const session = held && (await renewed(held, false))
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
      function end(): never {
        leave('ended')
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
        const { pathname, search } = location
        location.assign(await signIn.start(pathname === callbackPath ? places.waiting : `${pathname}${search}`, locale))
      },
      [signIn],
    ),
    signOut: useCallback(() => {
      leave('signedOut')
      history.replaceState(null, '', places.waiting)
    }, [leave]),
  }
}

/** The code in the address works once: an effect that runs twice (React's strict mode) shares one exchange. */
let exchange: Promise<unknown> | undefined
function finishOnce<T>(finish: () => Promise<T>): Promise<T> {
  exchange ??= finish().finally(() => (exchange = undefined))
  return exchange as Promise<T>
}
