import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { Avatar, LanguageChoice } from '../../../home/src/settings/settings-dialog.tsx'
import { useIsOnline } from '../../../home/src/device.ts'
import { Brand } from '../../../home/src/ui/brand.tsx'
import { Dialog } from '../../../home/src/ui/dialog.tsx'
import { useDesk } from '../desk-context.tsx'
import { messages } from '../i18n/messages.ts'
import { SearchField } from '../search/search-field.tsx'
import { slots } from '../slots.ts'
import { go, places } from './place.ts'

type ShellProps = { path: string; onSignOut: () => void; children: ReactNode }

/** The frame of every page: whose desk it is, the search that `/` leads to, the pages of this role, and who sits here. */
export function Shell({ path, onSignOut, children }: ShellProps) {
  const { staff, locale } = useDesk()
  const texts = messages[locale]
  const isOnline = useIsOnline()
  const [isOpen, setIsOpen] = useState(false)
  const isWaiting = path === places.waiting
  useFocusOf(path)
  return (
    <div className="desk">
      <a className="skip-link" href="#desk-content">
        {texts.skip}
      </a>
      <header className="desk-bar">
        <a
          className="desk-brand"
          href={places.waiting}
          onClick={(event) => {
            event.preventDefault()
            go(places.waiting)
          }}
        >
          <Brand />
          <span className="desk-brand-title">{texts.title}</span>
        </a>
        {!isWaiting && <SearchField />}
        <Pages path={path} />
        <button
          type="button"
          className="avatar-button"
          aria-label={`${texts.you}: ${staff.name}`}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
        >
          <Avatar name={staff.name} />
        </button>
      </header>
      <div role="status">{!isOnline && <p className="status-banner desk-offline">{texts.offlineStrip}</p>}</div>
      {slots.strip && <slots.strip />}
      <main id="desk-content" className="desk-content" tabIndex={-1}>
        {children}
      </main>
      {isOpen && (
        <Dialog title={texts.you} onClose={() => setIsOpen(false)} hasClose className="dialog-settings">
          <p className="settings-who">
            <Avatar name={staff.name} />
            <span>
              {staff.name}
              <span className="desk-muted"> · {staff.roles.map((role) => texts.roles[role] ?? role).join(', ')}</span>
            </span>
          </p>
          <LanguageChoice />
          <button type="button" className="action action-soft action-large" onClick={onSignOut}>
            <Icon name="signOut" />
            {texts.signOut}
          </button>
        </Dialog>
      )}
    </div>
  )
}

/** On another page the keyboard goes on in its content, unless the content has taken it already. */
function useFocusOf(path: string): void {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    const content = document.getElementById('desk-content')
    if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true })
  }, [path])
}

/** Pages that this role may open; for an agent there is one, and so no choice. */
function Pages({ path }: { path: string }) {
  const { staff, locale } = useDesk()
  const texts = messages[locale]
  if (!staff.roles.includes('supervisor')) return null
  const pages = [
    { place: places.waiting, label: texts.waiting },
    { place: places.reports, label: texts.reports },
    { place: places.register, label: texts.register },
  ]
  return (
    <nav className="desk-pages" aria-label={texts.menu}>
      {pages.map(({ place, label }) => (
        <a
          key={place}
          href={place}
          aria-current={path === place ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault()
            go(place)
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
