import { useCallback, useEffect, useState } from 'react'
import type { TextView } from '@mosaic/widgets'
import { Icon } from '@mosaic/widgets/tile'
import { useMessages } from '../app-context.tsx'

/** A word on how something went. */
export type Notice = { text: TextView; tone: 'neutral' | 'positive' | 'critical' }

/** Long enough to be read twice; what went wrong stays until it is closed. In milliseconds. */
const lifetimeMs = 8_000

export function useNotice() {
  const [notice, setNotice] = useState<Notice | undefined>()
  return { notice, say: setNotice, close: useCallback(() => setNotice(undefined), []) }
}

/** The live region is always in the page, so that what appears in it is read out. */
export function Notices({ notice, onClose }: { notice: Notice | undefined; onClose: () => void }) {
  const texts = useMessages()
  useEffect(() => {
    if (!notice || notice.tone === 'critical') return
    const timer = setTimeout(onClose, lifetimeMs)
    return () => clearTimeout(timer)
  }, [notice, onClose])
  return (
    <div className="notices" role="status" aria-live="polite">
      {notice && (
        <div className="notice" data-tone={notice.tone}>
          <Icon name={icons[notice.tone]} />
          <p lang={notice.text.lang}>{notice.text.value}</p>
          <button type="button" className="icon-button" aria-label={texts.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}

const icons = { neutral: 'clock', positive: 'check', critical: 'critical' } as const
