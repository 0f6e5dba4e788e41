import { useState } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import { useApp, useMessages } from '../../app-context.tsx'
import { GuidePage } from '../../guide/guide-page.tsx'
import { HomePage } from '../../home/home-page.tsx'
import { MenuPage } from '../../menu/menu-page.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { navigate, usePath } from '../../ui/navigation.ts'
import { StateCard } from '../../ui/state-page.tsx'
import { useHelp } from '../help-context.ts'
import { Helped } from '../helped.tsx'
import { linkPath } from '../link.ts'
import { TakenPage } from '../taken-page.tsx'
import type { KeptProof } from './proofs.ts'
import { pathOf, provenAt } from './proven-place.ts'
import { StepUp } from './step-up.tsx'
import type { Guest } from './use-guest.ts'

type GuestAppProps = { guest: Guest & { proof: KeptProof }; onSignIn: (locale: Locale) => Promise<void> }

/** The app of somebody who has proven to hold the number of a link: one place of it, and the ways to more. */
export function GuestApp({ guest, onSignIn }: GuestAppProps) {
  return (
    <Helped withToken={guest.withToken}>
      <GuestPage guest={guest} onSignIn={onSignIn} />
    </Helped>
  )
}

function GuestPage({ guest, onSignIn }: GuestAppProps) {
  const { proof, withToken } = guest
  const path = usePath()
  if (path === linkPath) return <TakenPage token={undefined} withToken={withToken} />
  const place = provenAt(path, proof.place)
  if (!place) return <Rest guest={guest} onSignIn={onSignIn} />
  return (
    <>
      <GuestBar guest={guest} onSignIn={onSignIn} />
      {'guide' in place ? (
        <GuidePage guide={place.guide} withToken={withToken} />
      ) : 'menu' in place ? (
        <MenuPage key={place.menu} node={place.menu} withToken={withToken} />
      ) : (
        <HomePage surface={place.surface} withToken={withToken} onSignOut={async () => guest.leave()} />
      )}
    </>
  )
}

/** Says why the page can be seen, and what is missing for more. */
function GuestBar({ guest, onSignIn }: GuestAppProps) {
  const texts = useMessages()
  const { proof, wantsMore, setWantsMore } = guest
  const isSilent = proof.level === 'silent'
  return (
    <aside className="guest-bar" aria-label={texts.guestRegion}>
      <p>{isSilent ? texts.guestSilent : texts.guestCode}</p>
      {isSilent ? (
        <button type="button" className="action action-soft" aria-haspopup="dialog" onClick={() => setWantsMore(true)}>
          {texts.guestMore}
        </button>
      ) : (
        <SignIn onSignIn={onSignIn} className="action action-soft" />
      )}
      {wantsMore && (
        <Dialog title={texts.guestMoreTitle} onClose={() => setWantsMore(false)} hasClose>
          <p className="dialog-lead">{isSilent ? texts.guestMoreLead : texts.guestMoreSignIn}</p>
          <div className="link-actions">
            {isSilent && <StepUp claim={proof.claim} isCodeAlone onProven={guest.keep} onGone={guest.leave} />}
            <SignIn onSignIn={onSignIn} className={`action action-large ${isSilent ? 'action-soft' : 'action-main'}`} />
          </div>
        </Dialog>
      )}
    </aside>
  )
}

/** A place that is for who is signed in. */
function Rest({ guest, onSignIn }: GuestAppProps) {
  const texts = useMessages()
  const help = useHelp()
  return (
    <main className="state-page" id="content" tabIndex={-1}>
      <div className="guest-rest">
        <StateCard
          icon="people"
          title={texts.guestRestTitle}
          body={texts.guestRestBody}
          action={{ label: texts.guestBack, run: () => navigate(help?.current?.place.webPath ?? pathOf(guest.proof.place)) }}
        />
        <SignIn onSignIn={onSignIn} className="action action-soft" />
      </div>
    </main>
  )
}

function SignIn({ onSignIn, className }: Pick<GuestAppProps, 'onSignIn'> & { className: string }) {
  const { locale } = useApp()
  const texts = useMessages()
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  return (
    <>
      <button
        type="button"
        className={className}
        aria-busy={state === 'leaving' || undefined}
        onClick={() => {
          if (state === 'leaving') return
          setState('leaving')
          onSignIn(locale).catch((error: unknown) => {
            console.warn(error)
            setState('failed')
          })
        }}
      >
        {texts.signIn}
      </button>
      <p className="dialog-problem" role="alert">
        {state === 'failed' && texts.signInFailed}
      </p>
    </>
  )
}
