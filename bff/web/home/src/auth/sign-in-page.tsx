import { useState } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import { Icon } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import { useIsOnline } from '../device.ts'
import { LanguageChoice } from '../settings/settings-dialog.tsx'
import { Brand } from '../ui/brand.tsx'
import type { SignInNotice } from './use-session.ts'

/** The first page: whose app it is, what it is for, and one button. */
export function SignInPage({ notice, onSignIn }: { notice: SignInNotice; onSignIn: (locale: Locale) => Promise<void> }) {
  const { config, locale } = useApp()
  const texts = useMessages()
  const isOnline = useIsOnline()
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const notices = { failed: texts.signInFailed, ended: texts.sessionEnded, signedOut: texts.signedOut }
  const shown = state === 'failed' ? 'failed' : notice
  const word = isOnline ? shown && notices[shown] : texts.offlineAction

  const signIn = () => {
    setState('leaving')
    onSignIn(locale).catch((error: unknown) => {
      console.warn(error)
      setState('failed')
    })
  }
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <Brand />
        <LanguageChoice isQuiet />
      </header>
      <main className="sign-in-main">
        <div className="sign-in-art" aria-hidden="true">
          {Array.from({ length: 8 }, (_, index) => (
            <span key={index} />
          ))}
        </div>
        <div className="sign-in-words">
          <h1>{texts.signInTitle(config.brand.name)}</h1>
          <p className="sign-in-lead">{texts.signInLead}</p>
          <ul>
            {texts.signInPoints.map((point) => (
              <li key={point}>
                <Icon name="check" />
                {point}
              </li>
            ))}
          </ul>
          <p className="sign-in-notice" role="status">
            {word}
          </p>
          <button type="button" className="action action-main action-large" aria-busy={state === 'leaving' || undefined} onClick={signIn}>
            {state === 'leaving' && <span className="spinner" aria-hidden="true" />}
            {state === 'leaving' ? texts.signingIn : texts.signIn}
          </button>
        </div>
      </main>
    </div>
  )
}
