'use client'
import {
  useConfig,
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
  useLocale,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/**
 * Autosave waits for a second of silence, and Payload forgets what was typed by somebody who leaves within it. So the draft is saved as soon as the
 * pointer goes down outside the fields (the language menu, say), and a link is followed only once it is saved; when it cannot be, the editor stays,
 * and Payload says why. Closing the tab asks.
 */
export function useKeepDraft(): void {
  const router = useRouter()
  const isModified = useFormModified()
  const [isBusy, isAutosaving] = [useFormProcessing(), useFormBackgroundProcessing()]
  const saveDraft = useSaveDraft()
  const [leavingTo, setLeavingTo] = useState<string>()
  const isUnsaved = isModified || isAutosaving
  const saveNow = useEffectEvent(() => {
    if (isModified && !isBusy && !isAutosaving) void saveDraft()
  })

  useEffect(() => {
    if (!isUnsaved) return
    const onClick = (event: MouseEvent) => {
      const href = destinationOf(event)
      if (href === undefined) return
      event.preventDefault()
      event.stopPropagation()
      setLeavingTo(href)
    }
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest('.render-fields')) saveNow()
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    document.addEventListener('click', onClick, true)
    document.addEventListener('pointerdown', onPointerDown, true)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      document.removeEventListener('click', onClick, true)
      document.removeEventListener('pointerdown', onPointerDown, true)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [isUnsaved])

  const isLeaving = useRef(false)
  const leave = useEffectEvent(async (href: string) => {
    if (isLeaving.current) return
    isLeaving.current = true
    const isKept = await (isModified ? saveDraft() : true)
    isLeaving.current = false
    setLeavingTo(undefined)
    if (isKept) router.push(href)
  })
  useEffect(() => {
    // One save after the other: an autosave that has begun is waited for.
    if (leavingTo !== undefined && !isBusy && !isAutosaving) void leave(leavingTo)
  }, [leavingTo, isBusy, isAutosaving])
}

/** Saves the form as autosave does. False when the server refused; the form then shows why. */
function useSaveDraft(): () => Promise<boolean> {
  const { submit } = useForm()
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  return async () => {
    const query = new URLSearchParams({ autosave: 'true', depth: '0', draft: 'true', 'fallback-locale': 'null', locale })
    const answer = await submit({
      action: `${config.routes.api}/${collectionSlug}/${id}?${query}`,
      method: 'PATCH',
      acceptValues: { overrideLocalChanges: false },
      disableSuccessStatus: true,
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
    return answer?.res?.ok === true
  }
}

/** Where a click in this tab leads within the admin; `undefined` when it stays on the page or opens another. */
function destinationOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.origin !== location.origin) return undefined
  if (link.pathname === location.pathname && link.search === location.search) return undefined
  return link.pathname + link.search + link.hash
}
