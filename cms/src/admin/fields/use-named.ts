'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { textOf, type Row } from '../../reader/rows.ts'

/** A document by the id it is published under; an image with where a small one is. */
export type Named = { id: string; name: string; picture?: string }
export type FoundNamed = { documents: readonly Named[] | undefined; hasFailed: boolean }

/** More than anybody chooses from; what is not among them is still kept. */
const mostDocuments = 500

/** The documents of a brand in a collection, as their drafts are called now; `undefined` until they are there. */
export function useNamed(collection: 'targets' | 'triggers' | 'media', brand: unknown): FoundNamed {
  const { api } = useConfig().config.routes
  const [found, setFound] = useState<FoundNamed>({ documents: undefined, hasFailed: false })
  const id = typeof brand === 'string' || typeof brand === 'number' ? String(brand) : ''
  useEffect(() => {
    if (id === '') return
    const giveUp = new AbortController()
    const query = new URLSearchParams({
      'where[brand][equals]': id,
      depth: '0',
      draft: 'true',
      sort: 'name',
      limit: String(mostDocuments),
      'select[name]': 'true',
      'select[slug]': 'true',
      // Payload makes the addresses of the last two.
      ...(collection === 'media' &&
        Object.fromEntries(['url', 'thumbnailURL', 'filename', 'sizes'].map((name) => [`select[${name}]`, 'true']))),
    })
    fetch(`${api}/${collection}?${query}`, { credentials: 'include', signal: giveUp.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const { docs } = (await response.json()) as { docs: Row[] }
        const named = docs.map(({ slug, name, thumbnailURL, url }) => {
          const picture = textOf(thumbnailURL) || textOf(url)
          return { id: textOf(slug), name: textOf(name) || textOf(slug), ...(picture && { picture }) }
        })
        setFound({ documents: named.filter((one) => one.id !== ''), hasFailed: false })
      })
      .catch(() => {
        if (!giveUp.signal.aborted) setFound({ documents: undefined, hasFailed: true })
      })
    return () => giveUp.abort()
  }, [api, collection, id])
  return found
}
