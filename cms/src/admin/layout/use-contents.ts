'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { ContentFacts } from './model.ts'

type Found = { contents: ReadonlyMap<string, ContentFacts>; hasFailed: boolean }
type Doc = { id: string | number; name?: string; widget?: { blockType?: string }[] }

/** So many are asked for at once; a page has room for some dozens. */
const mostContents = 300

/** Name and kind of contents, by document. What is not there yet comes later; without an answer the layout works without names. */
export function useContents(ids: readonly string[]): Found {
  const { api } = useConfig().config.routes
  const [found, setFound] = useState<Found>({ contents: new Map(), hasFailed: false })
  const wanted = ids.slice(0, mostContents).join(',')
  useEffect(() => {
    if (wanted === '') return
    const giveUp = new AbortController()
    const query = new URLSearchParams({
      'where[id][in]': wanted,
      depth: '0',
      draft: 'true',
      limit: String(mostContents),
      'select[name]': 'true',
      'select[widget]': 'true',
    })
    fetch(`${api}/contents?${query}`, { credentials: 'include', signal: giveUp.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const { docs } = (await response.json()) as { docs: Doc[] }
        const contents = new Map(docs.map(({ id, name = '', widget }) => [String(id), { name, kind: widget?.[0]?.blockType ?? '' }]))
        setFound({ contents, hasFailed: false })
      })
      .catch(() => {
        if (!giveUp.signal.aborted) setFound((before) => ({ ...before, hasFailed: true }))
      })
    return () => giveUp.abort()
  }, [api, wanted])
  return found
}
