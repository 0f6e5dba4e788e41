import { useEffect, useState } from 'react'
import type { Case } from './entries.ts'
import { loadCases } from './kinds.ts'

export type Cases = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; cases: Readonly<Record<string, Case>> }

/** The composed fixtures of a kind, loaded when they are first looked at. */
export function useCases(kind: string): Cases {
  const [loaded, setLoaded] = useState<{ kind: string; cases: Cases }>()
  useEffect(() => {
    let isCurrent = true
    const settle = (cases: Cases) => isCurrent && setLoaded({ kind, cases })
    loadCases(kind).then(
      (cases) => settle({ status: 'ready', cases }),
      () => settle({ status: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [kind])
  return loaded?.kind === kind ? loaded.cases : { status: 'loading' }
}
