import { useEffect, useRef, useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { failureOf } from '../api/client.ts'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useNow } from '../device.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { Notice } from '../ui/notices.tsx'
import type { MyCallBack } from './call-backs.ts'
import { whenOf } from './times.ts'
import { useCallBacks } from './use-call-backs.ts'

type CallBackStripProps = { withToken: WithToken; say: (notice: Notice) => void }

/** On the home: when the customer is called, and the way to take it back. */
export function CallBackStrip({ withToken, say }: CallBackStripProps) {
  const { waiting, cancel, askAnew } = useCallBacks(withToken)
  const [asking, setAsking] = useState<{ callBack: MyCallBack; phase: 'asking' | 'working' | 'failed' }>()
  const texts = useMessages()
  const when = useWhen()
  const wasAsking = useRef(false)
  useEffect(() => {
    // The button is gone with its call: the next tab begins at the page, not at the address.
    if (wasAsking.current && !asking && document.activeElement === document.body)
      document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
    wasAsking.current = asking !== undefined
  }, [asking])

  const accept = async () => {
    if (!asking || asking.phase === 'working') return
    const { callBack } = asking
    setAsking({ callBack, phase: 'working' })
    try {
      const { status, message } = await cancel(callBack.id)
      await askAnew()
      setAsking(undefined)
      say({ text: message, tone: status === 'cancelled' ? 'positive' : 'neutral' })
    } catch (error) {
      console.warn('the call-back was not taken back', failureOf(error))
      setAsking({ callBack, phase: 'failed' })
    }
  }
  return (
    <>
      {waiting.length > 0 && (
        <aside className="pending-strip call-back-strip" aria-label={texts.callBackTitle}>
          <Icon name="voice" />
          <ul className="pending-words">
            {waiting.map((callBack) => (
              <li key={callBack.id}>
                <span>
                  {when(callBack)}
                  {callBack.topic && <span className="call-back-topic">{callBack.topic}</span>}
                </span>
                <button
                  type="button"
                  className="action action-soft"
                  aria-label={texts.callBackCancelThis(when(callBack))}
                  onClick={() => setAsking({ callBack, phase: 'asking' })}
                >
                  {texts.callBackCancel}
                </button>
              </li>
            ))}
          </ul>
        </aside>
      )}
      {asking && (
        <Dialog title={texts.callBackCancelAsk} onClose={() => setAsking(undefined)} className="dialog-confirm">
          <p className="dialog-text">{when(asking.callBack)}</p>
          <p className="dialog-problem" role="alert">
            {asking.phase === 'failed' && (navigator.onLine ? texts.actionFailed : texts.offlineAction)}
          </p>
          <div className="dialog-actions">
            <button type="button" className="action action-soft" onClick={() => setAsking(undefined)}>
              {texts.callBackKeep}
            </button>
            <button
              type="button"
              className="action action-main"
              aria-busy={asking.phase === 'working' || undefined}
              aria-disabled={asking.phase === 'working' || undefined}
              onClick={() => void accept()}
            >
              {asking.phase === 'working' && <span className="spinner" aria-hidden="true" />}
              {asking.phase === 'working' ? texts.working : asking.phase === 'failed' ? texts.retry : texts.callBackCancelYes}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}

/** "Ti chiamiamo oggi tra le 17:00 e le 17:30": late ones say so instead. */
function useWhen() {
  const { locale } = useApp()
  const texts = useMessages()
  const now = useNow()
  return (callBack: MyCallBack) =>
    whenOf(callBack, now, {
      locale,
      today: texts.callBackToday.toLocaleLowerCase(locale),
      tomorrow: texts.callBackTomorrow.toLocaleLowerCase(locale),
      booked: texts.callBackWaiting,
      late: texts.callBackLate,
    })
}
