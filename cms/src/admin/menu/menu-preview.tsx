'use client'
import { useLocale } from '@payloadcms/ui'
import { locales, type Locale } from '@mosaic/schemas/text'
import { useState, type KeyboardEvent } from 'react'
import type { MenuNode, MenuOption } from './model.ts'
import { spokenLines } from './spoken.ts'
import type { NamedTarget } from './use-targets.ts'
import type { MenuWords } from './words.ts'

type PreviewProps = { nodes: readonly MenuNode[]; targets: readonly NamedTarget[]; words: MenuWords }

/** The menu as a customer has it: on a phone, where options are touched or their keys pressed, and as it is spoken. */
export function MenuPreview({ nodes, targets, words }: PreviewProps) {
  const [locale, setLocale] = useState<Locale>(useLocale().code === 'en' ? 'en' : 'it')
  const [way, setWay] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const here = nodes.find(({ id }) => id === way.at(-1)) ?? nodes[0]
  if (!here) return undefined

  const choose = (option: MenuOption) => {
    if (option.node !== undefined && nodes.some(({ id }) => id === option.node)) {
      setWay([...way, option.node])
      setSaid('')
    } else setSaid(endWords(option, targets, words))
  }
  const back = () => {
    setWay(way.slice(0, -1))
    setSaid('')
  }
  // The keys of a telephone work wherever in it the focus is.
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const option = here.options.find((one) => one.key === key)
    if (option) choose(option)
    else if (key === 'Escape' && way.length > 0) back()
  }
  return (
    <aside className="mosaic-menu__preview" aria-label={words.preview}>
      <div className="mosaic-menu__languages" role="group" aria-label={words.preview}>
        {locales.map((one) => (
          <button key={one} type="button" aria-pressed={one === locale} onClick={() => setLocale(one)}>
            {words.languages[one]}
          </button>
        ))}
      </div>
      <p className="mosaic-menu__where">{words.onScreen}</p>
      <div className="mosaic-menu__phone" role="group" aria-label={words.onScreen} lang={locale}>
        {way.length > 0 && (
          <button type="button" className="mosaic-menu__back" onClick={back} onKeyDown={onKeyDown}>
            ‹ {words.back}
          </button>
        )}
        <p className="mosaic-menu__screen-title">{here.title[locale] ?? '…'}</p>
        {here.options.map((option, at) => (
          <button key={at} type="button" onClick={() => choose(option)} onKeyDown={onKeyDown}>
            <span className="mosaic-menu__digit">{option.key}</span> {option.text[locale] ?? '…'}
          </button>
        ))}
        <p role="status" className="mosaic-menu__said">
          {said || words.hint}
        </p>
      </div>
      <p className="mosaic-menu__where">{words.spoken}</p>
      <blockquote lang={locale}>
        {spokenLines(here, locale).map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </blockquote>
    </aside>
  )
}

function endWords({ target, callBack }: MenuOption, targets: readonly NamedTarget[], words: MenuWords): string {
  if (callBack) return words.callsBack
  const found = targets.find(({ id }) => id === target)
  return found ? words.leadsTo(found.name) : words.leadsNowhere
}
