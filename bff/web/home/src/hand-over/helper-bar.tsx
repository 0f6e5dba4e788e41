import { useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { navigate, usePath } from '../ui/navigation.ts'
import type { HandOver } from './hand-overs.ts'
import type { Help } from './help-context.ts'
import { StuckDialog } from './stuck-dialog.tsx'

type HelperBarProps = {
  handOver: HandOver
  /** What the customer was sent to is not on the page. */
  isMissing: boolean
  withToken: WithToken
  help: Help
  onDone: () => void
  onFailed: () => void
}

/** Who is helping, the code by which both know that they mean the same, and the two things to say: done, or stuck. */
export function HelperBar({ handOver, isMissing, withToken, help, onDone, onFailed }: HelperBarProps) {
  const texts = useMessages()
  const { locale } = useApp()
  const { helper, code, state, title, place } = handOver
  const isElsewhere = usePath() !== place.webPath.split(/[?#]/)[0]
  const [isSending, setIsSending] = useState(false)
  const [isAsking, setIsAsking] = useState(false)

  const done = () => {
    if (isSending) return
    setIsSending(true)
    help
      .note({ type: 'done' })
      // Nobody there to be told any more: for the customer it is done all the same.
      .then(onDone)
      .catch((error: unknown) => {
        console.warn('the helper was not told', error)
        setIsSending(false)
        onFailed()
      })
  }
  const word = isMissing ? texts.helperNotHere : state === 'stuck' ? texts.helperTold : undefined
  return (
    <aside className="helper-bar" aria-label={texts.helperRegion} data-state={state === 'stuck' ? 'stuck' : undefined}>
      <div className="helper-who">
        <Icon name="people" />
        <p>
          <span className="helper-name">{helper ? texts.helperWith(helper) : texts.helperAlone}</span> ·{' '}
          <span className="helper-code">{code}</span>
          {isElsewhere && (
            <a
              className="helper-back"
              href={place.webPath}
              lang={title.lang === locale ? undefined : title.lang}
              onClick={(event) => {
                event.preventDefault()
                navigate(place.webPath)
              }}
            >
              {title.value}
            </a>
          )}
        </p>
      </div>
      <p className="helper-word" role="status">
        {word}
      </p>
      <div className="helper-actions">
        <button type="button" className="action action-soft" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
          {texts.helperStuck}
        </button>
        <button type="button" className="action action-main" aria-busy={isSending || undefined} onClick={done}>
          {isSending ? <span className="spinner" aria-hidden="true" /> : <Icon name="check" />}
          {texts.helperDone}
        </button>
      </div>
      {isAsking && <StuckDialog handOver={handOver} stuckAt={help.stuckAt} withToken={withToken} onClose={() => setIsAsking(false)} />}
    </aside>
  )
}
