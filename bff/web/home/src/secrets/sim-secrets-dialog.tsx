import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import { failureOf } from '../api/client.ts'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { askSimSecrets, type SimSecrets } from './sim-secrets.ts'

/** How long codes stay on a screen that somebody else may look at, in milliseconds. */
const shownForMs = 60_000

type Shown = { phase: 'asking' | 'failed' | 'hidden' } | { phase: 'shown'; secrets: SimSecrets }
type SimSecretsDialogProps = { lineId: string; withToken: WithToken; formFactor: FormFactor; onClose: () => void }

/** Shows the PUK of a line: asked for now, hidden again after a minute, and gone as soon as the customer looks elsewhere. */
export function SimSecretsDialog({ lineId, withToken, formFactor, onClose }: SimSecretsDialogProps) {
  const texts = useMessages()
  const { shown, ask } = useSecrets(lineId, withToken, formFactor)
  const leave = useEffectEvent(onClose)
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => document.removeEventListener('visibilitychange', onHidden)
  }, [])
  return (
    <Dialog title={texts.pukTitle} onClose={onClose} hasClose className="dialog-secrets">
      <p className="dialog-text">{texts.pukLead}</p>
      <div aria-live="polite">
        {shown.phase === 'asking' && <p className="dialog-text">{texts.working}</p>}
        {shown.phase === 'failed' && <p className="dialog-text">{texts.pukFailed}</p>}
        {shown.phase === 'hidden' && <p className="dialog-text">{texts.pukHidden}</p>}
        {shown.phase === 'shown' && <Codes {...shown.secrets} />}
      </div>
      {(shown.phase === 'failed' || shown.phase === 'hidden') && (
        <div className="dialog-actions">
          <button type="button" className="action action-main" onClick={ask}>
            {shown.phase === 'failed' ? texts.retry : texts.pukAgain}
          </button>
        </div>
      )}
    </Dialog>
  )
}

function Codes({ puk1, puk2 }: SimSecrets) {
  const texts = useMessages()
  return (
    <>
      <dl className="secret-codes">
        <dt>PUK{puk2 && ' 1'}</dt>
        <dd>{puk1}</dd>
        {puk2 && (
          <>
            <dt>PUK 2</dt>
            <dd>{puk2}</dd>
          </>
        )}
      </dl>
      <p className="dialog-text">{texts.pukWarning}</p>
    </>
  )
}

/** The codes while they are shown. Each question counts from its own answer; what comes after the dialog is closed is dropped. */
function useSecrets(lineId: string, withToken: WithToken, formFactor: FormFactor) {
  const { locale } = useApp()
  const [round, setRound] = useState(0)
  const [shown, setShown] = useState<Shown>({ phase: 'asking' })
  useEffect(() => {
    let isOpen = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (next: Shown) => {
      if (isOpen) setShown(next)
    }
    withToken((accessToken) => askSimSecrets(lineId, { accessToken, locale, formFactor }))
      .then((secrets) => {
        show({ phase: 'shown', secrets })
        if (isOpen) timer = setTimeout(() => show({ phase: 'hidden' }), shownForMs)
      })
      .catch((error: unknown) => {
        // By its kind alone: nothing of an answer goes into a log.
        console.warn('the PUK could not be had', failureOf(error))
        show({ phase: 'failed' })
      })
    return () => {
      isOpen = false
      clearTimeout(timer)
    }
  }, [formFactor, lineId, locale, round, withToken])
  const ask = useCallback(() => {
    setShown({ phase: 'asking' })
    setRound((before) => before + 1)
  }, [])
  return { shown, ask }
}
