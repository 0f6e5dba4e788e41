import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import { useHelp } from './help-context.ts'

/** On the home: what somebody has prepared for the customer, without any link. It stays until it is opened, put off, or has run out. */
export function PendingStrip() {
  const { locale } = useApp()
  const texts = useMessages()
  const help = useHelp()
  const [opening, setOpening] = useState<{ id: string; phase: 'busy' | 'failed' }>()
  const [waiting] = help?.waiting ?? []
  if (!help || !waiting) return undefined
  const { id, helper, title } = waiting
  const phase = opening?.id === id ? opening.phase : undefined

  const open = () => {
    if (phase === 'busy') return
    setOpening({ id, phase: 'busy' })
    help
      .open(id)
      .then((isTaken) => setOpening(isTaken ? undefined : { id, phase: 'failed' }))
      .catch((error: unknown) => {
        console.warn('what was prepared could not be opened', error)
        setOpening({ id, phase: 'failed' })
      })
  }
  return (
    <aside className="pending-strip" aria-label={texts.helperRegion}>
      <Icon name="people" />
      <p className="pending-words">
        {helper ? texts.pendingFrom(helper) : texts.pendingAlone}{' '}
        <strong lang={title.lang === locale ? undefined : title.lang}>{title.value}</strong>
      </p>
      <div className="pending-actions">
        <button type="button" className="action action-main" aria-busy={phase === 'busy' || undefined} onClick={open}>
          {phase === 'busy' && <span className="spinner" aria-hidden="true" />}
          {phase === 'failed' ? texts.retry : texts.pendingOpen}
        </button>
        <button type="button" className="action action-soft" onClick={() => help.putOff(id)}>
          {texts.pendingLater}
        </button>
      </div>
      <p className="pending-problem" role="alert">
        {phase === 'failed' && (navigator.onLine ? texts.actionFailed : texts.offlineAction)}
      </p>
    </aside>
  )
}
