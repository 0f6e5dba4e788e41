import { useEffect, useRef } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useGallery } from './gallery-context.tsx'

/** Finds while one types. `/` comes here from anywhere, the arrow down goes on to what was found, Escape clears. */
export function SearchField({ foundCount }: { foundCount: number }) {
  const { address, change, texts } = useGallery()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])
  return (
    <search className="gallery-search">
      <div className="search">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          inputMode="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={texts.search}
          aria-keyshortcuts="/"
          aria-controls="kinds"
          placeholder={texts.searchHint}
          value={address.q}
          onChange={({ target }) => change({ q: target.value, kind: '', fixture: '' })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') change({ q: '' })
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            document.querySelector<HTMLElement>('#kinds a')?.focus()
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <p className="gallery-count" role="status">
        {texts.found(foundCount)}
      </p>
    </search>
  )
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}
