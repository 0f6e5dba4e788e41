import { useEffect, useState, type ReactNode } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import { useApp, useMessages } from '../app-context.tsx'
import type { WithToken } from '../auth/use-session.ts'
import { useIsOnline } from '../device.ts'
import { LanguageChoice } from '../settings/settings-dialog.tsx'
import { Brand } from '../ui/brand.tsx'
import { navigate } from '../ui/navigation.ts'
import type { HandOver } from './hand-overs.ts'
import type { KeptProof } from './step-up/proofs.ts'
import type { Returned } from './step-up/returned.ts'
import { StepUp } from './step-up/step-up.tsx'
import { StoreLink } from './store-link.tsx'
import { useOpening } from './use-opening.ts'

/** After this long a customer is told that it is slow, in milliseconds. */
const slowAfterMs = 4_000

type OpenedPageProps = {
  /** Of the link, as long as this page lives; absent when it was loaded anew. */
  token: string | undefined
  /** Of the customer who is signed in; undefined when nobody is. */
  withToken?: WithToken
  onTaken?: (handOver: HandOver) => void
  onSignIn?: (locale: Locale) => Promise<void>
  /** Where the mobile network has sent the browser back. */
  returned?: Returned | undefined
  onProven?: (proof: KeptProof) => void
}

/**
 * Where a link of care leads. It is the same for every link, because nobody is asked anything before the tap: previews and scanners of messages open addresses,
 * and must not use them up. Then the code, so that the customer knows that his helper means the same; then his page, as soon as it is known who he is.
 */
export function OpenedPage({ token, withToken, onTaken, onSignIn, returned, onProven }: OpenedPageProps) {
  const { config } = useApp()
  const texts = useMessages()
  const isOnline = useIsOnline()
  const { opening, open, takeAgain, give } = useOpening(token, withToken, onTaken ?? (() => undefined))
  const isBusy = opening.phase === 'opening' || opening.phase === 'taking'
  const isSlow = useIsLate(isBusy)
  const brand = config.brand.name

  switch (opening.phase) {
    case 'gone':
      return <Page title={texts.linkGoneTitle} lead={texts.linkGoneBody(brand)} actions={<ToHome />} />
    case 'again':
      return <Page title={texts.linkAgainTitle} lead={texts.linkAgainBody} actions={<ToHome />} />
    case 'proving':
      return (
        <Page
          title={texts.linkTitle(brand)}
          code={opening.link.code}
          lead={texts.linkProve}
          actions={
            <>
              {config.care?.canProve && onProven && (
                <StepUp claim={opening.link.claim} returned={returned} onProven={onProven} onGone={give} />
              )}
              <ProveYourself onSignIn={onSignIn} isMain={!config.care?.canProve} />
            </>
          }
        />
      )
    case 'taking':
    case 'untaken':
      return (
        <Page
          title={texts.linkTitle(brand)}
          code={opening.link.code}
          word={isBusy ? isSlow && texts.linkSlow : isOnline ? texts.helperNotTold : texts.offlineAction}
          actions={<MainButton isBusy={isBusy} label={isBusy ? texts.linkOpening : texts.retry} onClick={takeAgain} />}
        />
      )
    default:
      return (
        <Page
          title={texts.linkTitle(brand)}
          lead={texts.linkLead}
          word={!isOnline ? texts.offlineAction : opening.phase === 'lost' ? texts.linkLost : isSlow && texts.linkSlow}
          actions={
            <MainButton
              isBusy={isBusy}
              label={isBusy ? texts.linkOpening : opening.phase === 'lost' ? texts.retry : texts.linkOpen}
              onClick={() => {
                if (navigator.onLine && !isBusy) void open()
              }}
            />
          }
          foot={<p className="link-stranger">{texts.linkStranger}</p>}
        />
      )
  }
}

/** Who the customer is, is not known yet: the ways to prove it. */
function ProveYourself({ onSignIn, isMain }: Pick<OpenedPageProps, 'onSignIn'> & { isMain: boolean }) {
  const { locale } = useApp()
  const texts = useMessages()
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const signIn = () => {
    if (state === 'leaving') return
    setState('leaving')
    onSignIn?.(locale).catch((error: unknown) => {
      console.warn(error)
      setState('failed')
    })
  }
  return (
    <>
      <MainButton
        isBusy={state === 'leaving'}
        isMain={isMain}
        label={state === 'leaving' ? texts.signingIn : texts.signIn}
        onClick={signIn}
      />
      <p className="dialog-problem" role="alert">
        {state === 'failed' && texts.signInFailed}
      </p>
    </>
  )
}

type PageProps = { title: string; lead?: string; code?: string; word?: string | false; actions: ReactNode; foot?: ReactNode }

/** The brand, one thing to do, and the way to the app for those who do not have it. */
function Page({ title, lead, code, word, actions, foot }: PageProps) {
  const texts = useMessages()
  return (
    <div className="link-page">
      <header className="sign-in-head">
        <Brand />
        <LanguageChoice isQuiet />
      </header>
      <main className="link-main">
        <h1>{title}</h1>
        {code && (
          <p className="link-code">
            <span>{texts.linkCode}</span> <strong>{code}</strong> <span className="link-code-ask">{texts.linkCodeAsk}</span>
          </p>
        )}
        {lead && <p className="link-lead">{lead}</p>}
        <p className="sign-in-notice" role="status">
          {word}
        </p>
        <div className="link-actions">{actions}</div>
        {foot}
        <StoreLink />
      </main>
    </div>
  )
}

type MainButtonProps = {
  label: string
  isBusy: boolean
  /** Among several ways the one that is proposed. */ isMain?: boolean
  onClick: () => void
}

function MainButton({ label, isBusy, isMain = true, onClick }: MainButtonProps) {
  return (
    <button
      type="button"
      className={`action action-large ${isMain ? 'action-main' : 'action-soft'}`}
      aria-busy={isBusy || undefined}
      onClick={onClick}
    >
      {isBusy && <span className="spinner" aria-hidden="true" />}
      {label}
    </button>
  )
}

function ToHome() {
  const texts = useMessages()
  return (
    <button type="button" className="action action-main action-large" onClick={() => navigate('/', { replace: true })}>
      {texts.linkToHome}
    </button>
  )
}

/** Whether something has been going on for longer than people expect. */
function useIsLate(isBusy: boolean): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    if (!isBusy) return
    const timer = setTimeout(() => setIsLate(true), slowAfterMs)
    return () => {
      clearTimeout(timer)
      setIsLate(false)
    }
  }, [isBusy])
  return isLate
}
