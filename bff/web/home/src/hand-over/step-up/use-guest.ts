import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { failureOf, serverCodeOf } from '../../api/client.ts'
import type { WithToken } from '../../auth/use-session.ts'
import { createProofs, type KeptProof } from './proofs.ts'
import { tokenOf } from './steps.ts'

/** Who is not signed in, and has proven to hold the number of a link. */
export type Guest = {
  proof: KeptProof | undefined
  keep: (proof: KeptProof) => void
  leave: () => void
  /** As for who is signed in, with the proof in the place of a token: for one page, and nothing of it stays on the device. */
  withToken: WithToken
  /** He wants what the proof is not for. */
  wantsMore: boolean
  setWantsMore: (wants: boolean) => void
}

export function useGuest(): Guest {
  const queryClient = useQueryClient()
  const proofs = useMemo(() => createProofs(sessionStorage), [])
  const [proof, setProof] = useState(() => proofs.load(Date.now()))
  const [wantsMore, setWantsMore] = useState(false)
  const leave = useCallback(() => {
    proofs.forget()
    // What he has seen is not there for whoever comes next.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app-config' })
    setProof(undefined)
    setWantsMore(false)
  }, [proofs, queryClient])
  const withToken = useMemo<WithToken>(() => {
    const run: WithToken = async (ask) => {
      try {
        if (!proof) throw new Error('no proof')
        return await ask(tokenOf(proof))
      } catch (error) {
        if (failureOf(error) === 'UNAUTHENTICATED') leave()
        if (serverCodeOf(error) === 'FORBIDDEN') setWantsMore(true)
        throw error
      }
    }
    return Object.assign(run, { isGuest: true as const })
  }, [leave, proof])
  return {
    proof,
    keep: useCallback(
      (next) => {
        proofs.keep(next)
        setProof(next)
        setWantsMore(false)
      },
      [proofs],
    ),
    leave,
    withToken,
    wantsMore,
    setWantsMore,
  }
}
