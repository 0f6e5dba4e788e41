import type { ReactNode } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import { useIsOnline } from '../../../home/src/device.ts'
import { StateCard } from '../../../home/src/ui/state-page.tsx'
import { messages } from '../i18n/messages.ts'

/** That something is on its way; read out, and drawn as lines that breathe. */
export function Loading({ locale, lines = 3 }: { locale: Locale; lines?: number }) {
  return (
    <div className="desk-loading" role="status">
      <span className="visually-hidden">{messages[locale].loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  )
}

/** That an answer did not come: whether it is the network or us, and one button. */
export function Failed({ locale, level = 2, retry }: { locale: Locale; level?: 1 | 2; retry: () => void }) {
  const isOnline = useIsOnline()
  const texts = messages[locale]
  const action = { label: texts.retry, run: retry }
  if (isOnline) return <StateCard level={level} icon="warning" title={texts.errorTitle} body={texts.errorBody} action={action} />
  return <StateCard level={level} icon="offline" title={texts.offlineTitle} body={texts.offlineBody} action={action} />
}

/** The same within a pane, in one line: what it is about stands above it. @param children what to say while there is a network */
export function FailedLine({ locale, children, retry }: { locale: Locale; children: ReactNode; retry: () => void }) {
  const isOnline = useIsOnline()
  const texts = messages[locale]
  return (
    <p className="desk-failed" role="status">
      {isOnline ? children : `${texts.offlineTitle}.`}{' '}
      <button type="button" className="desk-link" onClick={retry}>
        {texts.retry}
      </button>
    </p>
  )
}
