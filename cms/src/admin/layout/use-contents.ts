'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { list, textOf, type Row } from '../../reader/rows.ts'
import type { ContentFacts } from './model.ts'

type Found = { contents: ReadonlyMap<string, ContentFacts>; hasFailed: boolean }

/** So many are asked for at once; a page has room for some dozens. */
const mostContents = 300

/** Contents with all they are drawn from, by document. What is not there yet comes later; without an answer the layout works without names. */
export function useContents(ids: readonly string[]): Found {
  const { api } = useConfig().config.routes
  const [found, setFound] = useState<Found>({ contents: new Map(), hasFailed: false })
  const wanted = ids.slice(0, mostContents).join(',')
  useEffect(() => {
    if (wanted === '') return
    const giveUp = new AbortController()
    const query = new URLSearchParams({
      'where[id][in]': wanted,
      // Images, palette and brand come along.
      depth: '1',
      draft: 'true',
      locale: 'all',
      limit: String(mostContents),
      ...Object.fromEntries(drawnFrom.map((name) => [`select[${name}]`, 'true'])),
    })
    fetch(`${api}/contents?${query}`, { credentials: 'include', signal: giveUp.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const { docs } = (await response.json()) as { docs: Row[] }
        setFound({ contents: new Map(docs.map((row) => [String(row.id), factsOf(row)])), hasFailed: false })
      })
      .catch(() => {
        if (!giveUp.signal.aborted) setFound((before) => ({ ...before, hasFailed: true }))
      })
    return () => giveUp.abort()
  }, [api, wanted])
  return found
}

const drawnFrom = ['name', 'widget', 'tone', 'palette', 'action', 'brand']

function factsOf(row: Row): ContentFacts {
  return { name: textOf(row['name']), kind: textOf(list(row['widget'])[0]?.['blockType']), row }
}
