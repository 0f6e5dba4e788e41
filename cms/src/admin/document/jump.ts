'use client'
import { useEffect } from 'react'

const patienceMs = 5_000

/** Brings the field named by the page's anchor into view and into focus: where a check of the Publish page leads. */
export function useJumpToField(): void {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1))
    if (!id.startsWith('field-')) return
    const started = Date.now()
    const triedTabs = new Set<Element>()
    const timer = setInterval(() => {
      const target = document.getElementById(id)
      if (target || Date.now() - started > patienceMs) {
        clearInterval(timer)
        const place = target ?? nearest(id)
        place?.scrollIntoView({ block: 'center' })
        place?.closest('.field-type')?.classList.add('mosaic-jumped')
        const input = place?.matches('input, textarea, select') ? place : place?.querySelector('input, textarea, select, button')
        if (input instanceof HTMLElement) input.focus({ preventScroll: true })
        return
      }
      openNextTab(triedTabs)
    }, 150)
    return () => clearInterval(timer)
  }, [])
}

/** The fields of a tab are drawn only when it is open. */
function openNextTab(tried: Set<Element>): void {
  for (const tab of document.querySelectorAll('.tabs-field__tab-button')) {
    if (tried.has(tab)) continue
    tried.add(tab)
    if (tab instanceof HTMLElement) tab.click()
    return
  }
}

/** The field itself may be folded away: then the closest one around it. */
function nearest(id: string): Element | null {
  const steps = id.slice('field-'.length).split('__')
  for (let length = steps.length; length > 0; length--) {
    const part = steps.slice(0, length)
    const found =
      document.getElementById(`field-${part.join('__')}`) ?? document.getElementById(`${part.slice(0, -1).join('-')}-row-${part.at(-1)}`)
    if (found) return found
  }
  return null
}
