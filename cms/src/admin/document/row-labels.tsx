'use client'
import { useConfig, useRowLabel } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../words/language.ts'

/** A section, by its title. */
export function SectionLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ title?: string }>()
  const { words } = useWords()
  return <span>{data?.title || words.section(rowNumber + 1)}</span>
}

/** A placement, by the name of the content it places. */
export function PlacementLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ content?: number | string | { id: number | string } }>()
  const { words } = useWords()
  const { api } = useConfig().config.routes
  const content = typeof data?.content === 'object' ? data.content?.id : data?.content
  const [name, setName] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    if (content) void nameOf(`${api}/contents/${content}`).then((found) => isCurrent && setName(found))
    return () => void (isCurrent = false)
  }, [api, content])
  return <span>{(content && name) || words.placement(rowNumber + 1)}</span>
}

/** Names already asked for: a page places dozens of contents, and draws its rows often. */
const names = new Map<string, Promise<string | undefined>>()

function nameOf(url: string): Promise<string | undefined> {
  const known = names.get(url)
  if (known) return known
  if (names.size > 500) names.clear()
  const asked = fetch(`${url}?depth=0&draft=true&select[name]=true`, { credentials: 'include' })
    .then(async (response) => (response.ok ? ((await response.json()) as { name?: string }).name : undefined))
    .catch(() => undefined)
  names.set(url, asked)
  return asked
}
