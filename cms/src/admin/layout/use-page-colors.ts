'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState, type CSSProperties } from 'react'
import { colorsOf } from './colors.ts'

/** The colours of the page's palette, for the tiles on it; none until they are there, or when they cannot be read: the tiles then have those of the admin. */
export function usePageColors(palette: unknown): CSSProperties {
  const { api } = useConfig().config.routes
  const [colors, setColors] = useState<CSSProperties>(noColors)
  const id = typeof palette === 'string' || typeof palette === 'number' ? String(palette) : ''
  useEffect(() => {
    if (id === '') return
    const giveUp = new AbortController()
    fetch(`${api}/palettes/${encodeURIComponent(id)}?depth=0&draft=true`, { credentials: 'include', signal: giveUp.signal })
      .then(async (response) => setColors(response.ok ? colorsOf(await response.json()) : noColors))
      .catch(() => giveUp.signal.aborted || setColors(noColors))
    return () => giveUp.abort()
  }, [api, id])
  return id === '' ? noColors : colors
}

const noColors: CSSProperties = {}
