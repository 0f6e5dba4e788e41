'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { askState, type ReleaseState } from '../publish/api.ts'
import { useWords } from '../words/language.ts'
import { useJumpToField } from './jump.ts'
import { useKeepDraft } from './keep-draft.ts'

/** How the document stands against the live release; asked again a moment after each save. */
export function LiveStatus() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { words } = useWords()
  const [state, setState] = useState<ReleaseState>()
  useJumpToField()
  useKeepDraft()

  useEffect(() => {
    const cancel = new AbortController()
    const later = setTimeout(() => {
      void askState(undefined, cancel.signal).then((answer) => answer.ok && setState(answer.value))
    }, 600)
    return () => {
      clearTimeout(later)
      cancel.abort()
    }
  }, [id, lastUpdateTime])

  if (!state || id === undefined) return null
  const change = state.changes.find((candidate) => candidate.href === `/admin/collections/${collectionSlug}/${id}`)
  const kind = change?.kind ?? 'live'
  const text =
    !state.live || change?.kind === 'added'
      ? words.notLive
      : change
        ? words.changedSince(state.live.number)
        : words.liveIn(state.live.number)
  return (
    <span className="mosaic-status" data-kind={kind} role="status">
      {text}
    </span>
  )
}
