import type { ReactNode } from 'react'
import { Icon } from '@mosaic/widgets/tile'
import { useMessages } from '../app-context.tsx'
import { Brand } from './brand.tsx'
import { navigate } from './navigation.ts'

type PageProps = {
  /** Of the first heading; absent while it is not known. */ title?: ReactNode
  /** Where the way back leads, in words and as a path. */ back: { label: string; path: string }
  isBusy?: boolean
  children: ReactNode
}

/** A page of the app that is no mosaic: the brand, the way back, a heading, and what it is about. */
export function Page({ title, back, isBusy = false, children }: PageProps) {
  const texts = useMessages()
  return (
    <div className="app">
      <a className="skip-link" href="#content">
        {texts.skip}
      </a>
      <header className="app-bar">
        <Brand />
      </header>
      <main id="content" className="content content-narrow" tabIndex={-1} aria-busy={isBusy || undefined}>
        <div className="hello">
          <a
            className="back-link"
            href={back.path}
            onClick={(event) => {
              event.preventDefault()
              navigate(back.path)
            }}
          >
            <Icon name="chevron" className="icon-directed icon-back" />
            {back.label}
          </a>
          {title !== undefined && <h1 tabIndex={-1}>{title}</h1>}
        </div>
        {children}
      </main>
    </div>
  )
}
