import { Guide, Menu, Target, type TargetKind } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { Value } from 'typebox/value'
import type { Document } from '../diff.ts'
import { targetKindNames } from '../target-words.ts'
import { changedPaths } from './paths.ts'

/** What changed in a target, where it can be said better than by the name of its field. A draft may hold anything: only two whole ones are compared. */
export function targetDetail(was: Document, is: Document, path: string): TwoLanguages[] | undefined {
  if (!Value.Check(Target, was) || !Value.Check(Target, is)) return undefined
  const [, part = '', locale] = path.split('/')
  switch (part) {
    case 'opens':
      return [openedDetail(is.opens)]
    case 'sms':
    case 'title': {
      const [it, en] = part === 'sms' ? ['l’SMS', 'the SMS'] : ['il titolo', 'the title']
      const [inIt, inEn] = locale === 'en' ? [' in inglese', ' in English'] : locale === 'it' ? [' in italiano', ' in Italian'] : ['', '']
      return [{ it: `cambia ${it}${inIt}`, en: `${en}${inEn} changes` }]
    }
    case 'words':
      return wordsDetails(was.words, is.words)
    case 'minutes':
      return [
        is.minutes === undefined
          ? { it: 'il link vale quanto di solito', en: 'its link lives as long as usual' }
          : { it: `il link vale ${is.minutes} minuti`, en: `its link lives ${is.minutes} minutes` },
      ]
    default:
      return undefined
  }
}

/** What a target opens explains the other changes. */
export function openedFirst(paths: readonly string[]): string[] {
  return paths.toSorted((one, other) => Number(other === '/opens') - Number(one === '/opens'))
}

function openedDetail(opens: TargetKind): TwoLanguages {
  const { it, en } = targetKindNames[opens]
  return { it: `ora apre: ${lower(it)}`, en: `it now opens: ${lower(en)}` }
}

function wordsDetails(was: readonly string[], is: readonly string[]): TwoLanguages[] {
  const [come, gone] = [is.filter((word) => !was.includes(word)), was.filter((word) => !is.includes(word))]
  return [
    ...(come.length > 0
      ? [{ it: `ora si trova anche con ${quoted(come, '«', '»')}`, en: `it is now found by ${quoted(come, '"', '"')}` }]
      : []),
    ...(gone.length > 0 ? [{ it: `non più con ${quoted(gone, '«', '»')}`, en: `no longer by ${quoted(gone, '"', '"')}` }] : []),
    ...(come.length + gone.length === 0 ? [{ it: 'cambia l’ordine delle parole', en: 'the order of its words changes' }] : []),
  ]
}

/** What became of the numbers, levels and options of a menu; `undefined` where a draft is not whole. */
export function menuDetails(was: Document, is: Document): TwoLanguages[] | undefined {
  if (!Value.Check(Menu, was) || !Value.Check(Menu, is)) return undefined
  const details: TwoLanguages[] = was.name === is.name ? [] : [{ it: 'cambia il nome', en: 'the name changes' }]
  for (const number of is.numbers)
    if (!was.numbers.includes(number)) details.push({ it: `ci porta anche il ${number}`, en: `${number} leads to it too` })
  for (const number of was.numbers) if (!is.numbers.includes(number)) details.push({ it: `non ci porta più il ${number}`, en: `${number} leads to it no longer` }) // prettier-ignore
  const [old, now] = [optionsOf(was), optionsOf(is)]
  for (const [at, one] of now) {
    const before = old.get(at)
    if (before === undefined) details.push({ it: `nuova voce ${one.it}`, en: `new option ${one.en}` })
    else if (changedPaths(before.option, one.option).length > 0)
      details.push({ it: `cambia la voce ${one.it}`, en: `the option ${one.en} changes` })
  }
  for (const [at, one] of old) if (!now.has(at)) details.push({ it: `tolta la voce ${one.it}`, en: `the option ${one.en} removed` })
  // Titles, and the order of levels and options.
  return details.length > 0 ? details : [{ it: 'cambiano i livelli', en: 'the levels change' }]
}

type NamedOption = TwoLanguages & { option: Menu['nodes'][number]['options'][number] }

function optionsOf({ nodes }: Menu): Map<string, NamedOption> {
  return new Map(
    nodes.flatMap(({ id, options }) =>
      options.map((option): [string, NamedOption] => {
        const { key, text } = option
        return [`${id}/${key}`, { option, it: `${key} «${text.it ?? ''}»`, en: `${key} "${text.en ?? ''}"` }]
      }),
    ),
  )
}

/** What became of the steps of a guide; `undefined` where a draft is not whole. */
export function guideDetails(was: Document, is: Document): TwoLanguages[] | undefined {
  if (!Value.Check(Guide, was) || !Value.Check(Guide, is)) return undefined
  const [old, now] = [stepsOf(was), stepsOf(is)]
  const details: TwoLanguages[] = [
    ...(was.name === is.name ? [] : [{ it: 'cambia il nome', en: 'the name changes' }]),
    ...(changedPaths(was.title, is.title).length > 0 ? [{ it: 'cambia il titolo', en: 'the title changes' }] : []),
    ...(changedPaths(was.words, is.words).length > 0 ? wordsDetails(was.words, is.words) : []),
  ]
  for (const [id, step] of now) {
    const before = old.get(id)
    const { it = id, en = id } = step.title
    if (!before) details.push({ it: `aggiunto il passo «${it}»`, en: `the step "${en}" added` })
    else if (changedPaths(before, step).length > 0) details.push({ it: `cambia il passo «${it}»`, en: `the step "${en}" changes` })
  }
  for (const [id, { title }] of old) {
    if (!now.has(id)) details.push({ it: `tolto il passo «${title.it ?? id}»`, en: `the step "${title.en ?? id}" removed` })
  }
  return details.length > 0 ? details : [{ it: 'cambia l’ordine dei passi', en: 'the order of its steps changes' }]
}

function stepsOf({ steps }: Guide) {
  return new Map(steps.map((step) => [step.id, step]))
}

const careParts: Readonly<Record<string, TwoLanguages>> = {
  smsSender: { it: 'il mittente degli SMS', en: 'the sender of SMS' },
  linkOrigin: { it: 'l’indirizzo dei link', en: 'the address of links' },
  slotMinutes: { it: 'la durata delle fasce per essere richiamati', en: 'how long a time to be called back is' },
  hours: { it: 'gli orari in cui richiamiamo', en: 'the hours in which we call back' },
  holidays: { it: 'i giorni di chiusura', en: 'the days it is closed' },
  iosAppIds: { it: 'le app per iPhone', en: 'the iPhone apps' },
  androidApps: { it: 'le app per Android', en: 'the Android apps' },
  stores: { it: 'dove si scarica l’app', en: 'where the app is' },
}

/** What changed in a brand's care. */
export function careDetail(path: string): TwoLanguages {
  const part = path.split('/')[2] ?? ''
  const { it, en } = careParts[part] ?? { it: 'l’assistenza', en: 'its care' }
  const many = ['hours', 'holidays', 'iosAppIds', 'androidApps'].includes(part)
  return { it: `${many ? 'cambiano' : 'cambia'} ${it}`, en: `${en} ${many ? 'change' : 'changes'}` }
}

function quoted(words: readonly string[], open: string, close: string): string {
  return words.map((word) => open + word + close).join(', ')
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
