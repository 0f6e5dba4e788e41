import { useState } from 'react'
import { useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { BookCallBack } from '../call-back/book-call-back.tsx'
import { useDraft } from '../call-back/draft.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { HandOver, Place } from './hand-overs.ts'
import type { Help } from './help-context.ts'

type StuckDialogProps = { handOver: HandOver; stuckAt: Help['stuckAt']; withToken: WithToken; onClose: () => void }

/** The customer goes no further by himself. While somebody is on the phone with him that person is told; else he is called back. */
export function StuckDialog({ handOver, stuckAt, withToken, onClose }: StuckDialogProps) {
  const texts = useMessages()
  const { id, helper } = handOver
  const [said, setSaid, forget] = useDraft(id)
  const [way, setWay] = useState<'asking' | 'telling' | 'failed' | 'callBack'>(helper ? 'asking' : 'callBack')
  const say = (wants: 'connect' | 'callBack') =>
    stuckAt(stepHere(handOver.place), { type: 'stuck', wants, ...(said.trim() && { note: said.trim() }) })

  const connect = () => {
    if (way === 'telling') return
    setWay('telling')
    say('connect')
      .then(() => {
        forget()
        onClose()
      })
      .catch((error: unknown) => {
        console.warn('the helper was not told', error)
        setWay('failed')
      })
  }
  if (way === 'callBack') {
    return (
      <Dialog key="callBack" title={texts.callBackTitle} onClose={onClose} hasClose className="dialog-call-back">
        <BookCallBack
          about={handOver.title.value}
          handOver={id}
          draft={id}
          withToken={withToken}
          // The desk sees that he is stuck, and that he will be called.
          onBooked={() => void say('callBack').catch((error: unknown) => console.warn('the helper was not told', error))}
          onClose={onClose}
        />
      </Dialog>
    )
  }
  return (
    <Dialog key="asking" title={texts.stuckTitle} onClose={onClose} hasClose className="dialog-stuck">
      <label className="said">
        <span>{texts.stuckWhat}</span>
        <textarea rows={3} maxLength={500} value={said} onChange={(event) => setSaid(event.target.value)} />
      </label>
      <p className="dialog-problem" role="alert">
        {way === 'failed' && (navigator.onLine ? texts.helperNotTold : texts.callBackOffline)}
      </p>
      <div className="ways">
        <button type="button" className="action action-main action-large" aria-busy={way === 'telling' || undefined} onClick={connect}>
          {way === 'telling' && <span className="spinner" aria-hidden="true" />}
          {texts.stuckConnect}
        </button>
        <p>{texts.stuckConnectNote}</p>
        <button type="button" className="action action-soft action-large" onClick={() => setWay('callBack')}>
          {texts.stuckCallBack}
        </button>
        <p>{texts.stuckCallBackNote}</p>
      </div>
    </Dialog>
  )
}

/** Where he is, in the words of the release: where he was sent, or the page he has gone on to. */
function stepHere({ widgetId }: Place): string {
  const { pathname, hash } = location
  return widgetId && hash.slice(1) === widgetId ? widgetId : (pathname.split('/').findLast(Boolean) ?? 'home')
}
