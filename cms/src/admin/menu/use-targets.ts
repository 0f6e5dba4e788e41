'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { textOf, type Row } from '../../reader/rows.ts'

export type NamedTarget = { id: string; name: string }
type Found = { targets: readonly NamedTarget[] | undefined; hasFailed: boolean }

/** More than a menu has keys for; what is not among them is still kept. */
const mostTargets = 500

/** The targets of a brand, as their drafts are called now; `undefined` until they are there. */
export function useTargets(brand: unknown): Found {
  const { api } = useConfig().config.routes
  const [found, setFound] = useState<Found>({ targets: undefined, hasFailed: false })
  const id = typeof brand === 'string' || typeof brand === 'number' ? String(brand) : ''
  useEffect(() => {
    if (id === '') return
    const giveUp = new AbortController()
    const query = new URLSearchParams({
      'where[brand][equals]': id,
      depth: '0',
      draft: 'true',
      sort: 'name',
      limit: String(mostTargets),
      'select[name]': 'true',
      'select[slug]': 'true',
    })
    fetch(`${api}/targets?${query}`, { credentials: 'include', signal: giveUp.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const { docs } = (await response.json()) as { docs: Row[] }
        const named = docs.map(({ slug, name }) => ({ id: textOf(slug), name: textOf(name) || textOf(slug) }))
        setFound({ targets: named.filter((target) => target.id !== ''), hasFailed: false })
      })
      .catch(() => {
        if (!giveUp.signal.aborted) setFound({ targets: undefined, hasFailed: true })
      })
    return () => giveUp.abort()
  }, [api, id])
  return found
}
