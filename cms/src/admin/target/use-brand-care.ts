'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { textOf, withoutEmpty, type Row } from '../../reader/rows.ts'

export type FormCare = { smsSender: string; linkOrigin: string }

/** How the brand of a document sends SMS, as its latest draft says; `undefined` until it is there, or when it cannot be read. */
export function useBrandCare(brand: unknown): FormCare | undefined {
  const { api } = useConfig().config.routes
  const [care, setCare] = useState<FormCare>()
  const id = typeof brand === 'string' || typeof brand === 'number' ? String(brand) : ''
  useEffect(() => {
    if (id === '') return
    const giveUp = new AbortController()
    fetch(`${api}/brands/${encodeURIComponent(id)}?depth=0&draft=true&select[care]=true`, {
      credentials: 'include',
      signal: giveUp.signal,
    })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`)
        const row = withoutEmpty(((await response.json()) as Row)['care'])
        setCare({ smsSender: textOf(row['smsSender']), linkOrigin: textOf(row['linkOrigin']) })
      })
      .catch(() => undefined)
    return () => giveUp.abort()
  }, [api, id])
  return care
}
