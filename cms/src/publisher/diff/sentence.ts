import { methods, type MethodName, type Policy, type PolicyChanges } from '@mosaic/schemas/bss'
import { checkRule, describeRule, type TwoLanguages } from '@mosaic/schemas/rules'
import { Surface, type Brand, type Cluster, type Content, type Trigger } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { Value } from 'typebox/value'
import type { Document } from '../diff.ts'
import type { Collection } from '../issues.ts'
import { policyNames, policyValueOrFactory } from '../policy-words.ts'
import { careDetail, guideDetails, menuDetails, openedFirst, targetDetail } from './care.ts'
import { killSwitchDetails } from './kill-switches.ts'
import { surfaceDetails } from './surface.ts'

const nouns: Record<Collection, TwoLanguages> = {
  contents: { it: 'contenuto', en: 'content' },
  clusters: { it: 'cluster', en: 'cluster' },
  surfaces: { it: 'pagina', en: 'page' },
  triggers: { it: 'regola', en: 'trigger' },
  targets: { it: 'destinazione', en: 'target' },
  menus: { it: 'menu vocale', en: 'voice menu' },
  guides: { it: 'guida', en: 'guide' },
  palettes: { it: 'tavolozza', en: 'palette' },
  media: { it: 'immagine', en: 'image' },
  brands: { it: 'marchio', en: 'brand' },
  policies: { it: 'metodo', en: 'method' },
}

const feminine: ReadonlySet<Collection> = new Set(['surfaces', 'triggers', 'targets', 'guides', 'palettes', 'media'])

/** A document that came or went. */
export function wholeSentence(collection: Collection, kind: 'added' | 'removed', name: string): TwoLanguages {
  const { it, en } = nouns[collection]
  const ending = feminine.has(collection) ? 'a' : 'o'
  return kind === 'added'
    ? { it: `Nuov${ending}: ${it} «${name}».`, en: `New: ${en} "${name}".` }
    : { it: `Tolt${ending}: ${it} «${name}».`, en: `Removed: ${en} "${name}".` }
}

/** A document that changed, as an editor would tell a colleague. */
export function sentenceOf(collection: Collection, name: string, details: readonly TwoLanguages[]): TwoLanguages {
  const { it, en } = nouns[collection]
  return {
    it: `${capital(it)} «${name}»: ${details.map((detail) => detail.it).join('; ')}.`,
    en: `${capital(en)} "${name}": ${details.map((detail) => detail.en).join('; ')}.`,
  }
}

type Compared = {
  collection: Collection
  was: Document
  is: Document
  paths: readonly string[]
  names: (content: string) => string
  brand: Brand
}

/** What changed in a document, a few words each, each said once. */
export function detailsOf(compared: Compared): TwoLanguages[] {
  const seen = new Set<string>()
  return allDetails(compared).filter(({ en }) => !seen.has(en) && seen.add(en))
}

function allDetails({ collection, was, is, paths, names, brand }: Compared): TwoLanguages[] {
  switch (collection) {
    case 'triggers':
      return paths.map((path) => (path.startsWith('/rule') ? ruleDetail(is as Trigger, brand) : plainDetail(path)))
    case 'surfaces': {
      // A draft's page may be half made; only two whole ones can be compared widget by widget.
      if (!Value.Check(Surface, was) || !Value.Check(Surface, is)) return paths.map(plainDetail)
      return [...surfaceDetails(was, is, names), ...paths.filter((path) => !path.startsWith('/sections')).map(plainDetail)]
    }
    case 'clusters':
      return paths.map((path) => (path === '/priority' ? priorityDetail(was as Cluster, is as Cluster, path) : plainDetail(path)))
    case 'contents':
      return paths.map((path) => contentDetail(is as Content, path))
    case 'brands': {
      const switches = killSwitchDetails(was, is)
      const others = paths.filter((path) => switches.length === 0 || !path.startsWith('/killSwitches'))
      return [...switches, ...others.map((path) => (path.startsWith('/care') ? careDetail(path) : plainDetail(path)))]
    }
    case 'targets':
      return openedFirst(paths).flatMap((path) => targetDetail(was, is, path) ?? plainDetail(path))
    case 'menus':
      return menuDetails(was, is) ?? paths.map(plainDetail)
    case 'guides':
      return guideDetails(was, is) ?? paths.map(plainDetail)
    case 'policies':
      return paths.map((path) => policyDetail(was, is, path))
    default:
      return paths.map(plainDetail)
  }
}

function ruleDetail({ rule }: Trigger, brand: Brand): TwoLanguages {
  // A draft's rule may be of any shape; only one that can be compiled can be read back.
  if (checkRule(rule).length > 0) return { it: 'cambiano le condizioni', en: 'the conditions change' }
  const options = { currency: brand.currency, timeZone: brand.timeZone }
  return { it: `ora vale quando ${describeRule(rule, 'it', options)}`, en: `it now holds when ${describeRule(rule, 'en', options)}` }
}

function priorityDetail(was: Cluster, is: Cluster, path: string): TwoLanguages {
  // A draft may hold anything.
  if (typeof was.priority !== 'number' || typeof is.priority !== 'number') return plainDetail(path)
  return { it: `priorità da ${was.priority} a ${is.priority}`, en: `priority from ${was.priority} to ${is.priority}` }
}

function policyDetail({ id: method, ...was }: Document, { id: _id, ...is }: Document, path: string): TwoLanguages {
  const name = path.split('/')[1] as keyof Policy
  // A name no policy has can only come from files written by hand.
  if (!Object.hasOwn(policyNames, name) || !Object.hasOwn(methods, method)) return plainDetail(path)
  const change = (language: 'it' | 'en') => {
    const [before, after] = [was, is].map((policy) => policyValueOrFactory(method as MethodName, policy as PolicyChanges, name, language))
    return `${policyNames[name][language]} ${before} → ${after}`
  }
  return { it: change('it'), en: change('en') }
}

/** A field of the kind by its label and language; everything else by its usual name. */
function contentDetail({ kind }: Content, path: string): TwoLanguages {
  const [, part = '', name = '', locale] = path.split('/')
  const fields = typeof kind === 'string' && Object.hasOwn(widgets, kind) ? widgets[kind]?.fields : undefined
  const field = part === 'fields' && fields && Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!field) return plainDetail(part === 'fields' && name ? `/${name}` : path)
  const language = field.localized
    ? locale === 'it'
      ? { it: ' (italiano)', en: ' (Italian)' }
      : locale === 'en'
        ? { it: ' (inglese)', en: ' (English)' }
        : undefined
    : undefined
  return changed({ it: `«${field.label.it}»${language?.it ?? ''}`, en: `"${field.label.en}"${language?.en ?? ''}` })
}

const partNames: Record<string, TwoLanguages> = {
  name: { it: 'il nome', en: 'the name' },
  title: { it: 'il titolo', en: 'the title' },
  tone: { it: 'il tono', en: 'the tone' },
  trigger: { it: 'la regola', en: 'the trigger' },
  home: { it: 'la home', en: 'the home' },
  palette: { it: 'la tavolozza', en: 'the palette' },
  action: { it: 'l’azione', en: 'the action' },
  validFrom: { it: 'l’inizio della validità', en: 'the start of its validity' },
  validUntil: { it: 'la fine della validità', en: 'the end of its validity' },
  kind: { it: 'il tipo di widget', en: 'the kind of widget' },
  schemaVersion: { it: 'la versione del widget', en: 'the version of the widget' },
  schemes: { it: 'i colori', en: 'the colours' },
  file: { it: 'il file', en: 'the file' },
  alt: { it: 'la descrizione', en: 'the description' },
  focalX: { it: 'il punto focale', en: 'the focal point' },
  focalY: { it: 'il punto focale', en: 'the focal point' },
  crops: { it: 'i ritagli', en: 'the crops' },
  commerceFirst: { it: 'le offerte in primo piano', en: 'offers first' },
  type: { it: 'il tipo di pagina', en: 'the type of page' },
  sections: { it: 'le sezioni', en: 'the sections' },
  surface: { it: 'la pagina', en: 'the page' },
  content: { it: 'il widget', en: 'the widget' },
  guide: { it: 'la guida', en: 'the guide' },
  step: { it: 'il passo da cui comincia', en: 'the step it begins at' },
  killSwitches: { it: 'l’elenco dei widget disattivati', en: 'the list of widgets switched off' },
}

function plainDetail(path: string): TwoLanguages {
  const part = path.split('/')[1] ?? ''
  return changed(Object.hasOwn(partNames, part) ? partNames[part]! : { it: `«${part}»`, en: `"${part}"` })
}

function changed({ it, en }: TwoLanguages): TwoLanguages {
  return { it: `cambia ${it}`, en: `${en} changes` }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
