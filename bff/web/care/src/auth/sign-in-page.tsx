import { useState } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import { useApp } from '../../../home/src/app-context.tsx'
import type { SignInNotice } from '../../../home/src/auth/use-session.ts'
import { useIsOnline } from '../../../home/src/device.ts'
import { LanguageChoice } from '../../../home/src/settings/settings-dialog.tsx'
import { Brand } from '../../../home/src/ui/brand.tsx'
import { messages } from '../i18n/messages.ts'

/** The first page: whose desk it is, and one button. */
export function SignInPage({ notice, onSignIn }: { notice: SignInNotice; onSignIn: (locale: Locale) => Promise<void> }) {
  const { config, locale } = useApp()
  const texts = messages[locale]
  const isOnline = useIsOnline()
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const notices = { failed: texts.signInFailed, ended: texts.sessionEnded, signedOut: texts.signedOut }
  const shown = state === 'failed' ? 'failed' : notice
  const word = isOnline ? shown && notices[shown] : texts.offlineBody

  const signIn = () => {
    setState('leaving')
    onSignIn(locale).catch((error: unknown) => {
      console.warn(error)
      setState('failed')
    })
  }
  return (
    <div className="sign-in desk-sign-in">
      <header className="sign-in-head">
        <Brand />
        <LanguageChoice isQuiet />
      </header>
      <main className="sign-in-main">
        <div className="sign-in-words">
          <h1>{texts.signInTitle}</h1>
          <p className="sign-in-lead">{texts.signInLead(config.brand.name)}</p>
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
