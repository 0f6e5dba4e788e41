import { ownHome, type Guide, type Menu, type Target } from '@mosaic/schemas/release'
import { textIn, type Fields, type IdOf, type Locale } from './rows.ts'

/** The document of a target, in one language. */
export function targetFieldsOf(target: Target, locale: Locale, idOf: IdOf): Fields {
  const { name, opens, surface, content, guide, step, title, sms, words, trigger, minutes } = target
  return {
    name,
    opens,
    title: textIn(title, locale),
    sms: textIn(sms, locale),
    words,
    onHome: surface === ownHome,
    surface: surface === ownHome ? null : idOf('surfaces', surface),
    content: idOf('contents', content),
    guide: idOf('guides', guide),
    step: step ?? null,
    trigger: idOf('triggers', trigger),
    minutes: minutes ?? null,
  }
}

/** The document of a voice menu: its tree is kept whole, with all its languages. */
export function menuFields({ name, numbers, nodes }: Menu): Fields {
  return { name, numbers, nodes }
}

/** The document of a guide, in one language; its steps are kept whole, with all their languages. */
export function guideFields({ name, title, words, steps }: Guide, locale: Locale): Fields {
  return { name, title: textIn(title, locale), words, steps }
}
