import type { KeyboardEvent, ReactNode } from 'react'
import { writeAddress } from './address.ts'
import { useGallery } from './gallery-context.tsx'
import type { Found } from './search.ts'

/** The kinds that were found; under the open one, and where a case was searched for, their cases. The arrow keys go from one to the next. */
export function KindList({ found }: { found: readonly Found[] }) {
  const { address, locale, texts } = useGallery()
  return (
    <nav id="kinds" className="gallery-kinds" aria-label={texts.kinds}>
      <ul>
        <li>
          <Entry href={writeAddress({ ...address, kind: '', fixture: '' })} isCurrent={address.kind === ''}>
            {texts.allKinds}
          </Entry>
        </li>
        {found.map(({ entry, cases, isByCase }) => (
          <li key={entry.kind}>
            <Entry
              href={writeAddress({ ...address, kind: entry.kind, fixture: '' })}
              isCurrent={address.kind === entry.kind && address.fixture === ''}
            >
              {entry.label[locale]}
              <span className="gallery-code" lang="en">
                {entry.kind}
              </span>
            </Entry>
            {(isByCase || address.kind === entry.kind) && (
              <ul>
                {cases.map(({ id }) => (
                  <li key={id}>
                    <Entry
                      lang="en"
                      href={writeAddress({ ...address, kind: entry.kind, fixture: id })}
                      isCurrent={address.kind === entry.kind && address.fixture === id}
                    >
                      {id}
                    </Entry>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

type EntryProps = { href: string; isCurrent: boolean; lang?: string; children: ReactNode }

function Entry({ href, isCurrent, lang, children }: EntryProps) {
  return (
    <a href={href} lang={lang} aria-current={isCurrent ? 'page' : undefined} onKeyDown={moveFocus}>
      {children}
    </a>
  )
}

function moveFocus(event: KeyboardEvent<HTMLAnchorElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#kinds a')]
  const at = links.indexOf(event.currentTarget)
  event.preventDefault()
  links[at + step]?.focus()
}
