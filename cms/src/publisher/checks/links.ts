import type { Content, LinkAction, ReleaseBody } from '@mosaic/schemas/release'
import { locales, type LocalizedText } from '@mosaic/schemas/text'
import { areFieldsOf, everyField, hrefsIn, widgets } from '@mosaic/widgets'
import { error, inDocument, warning, type PublishIssue } from '../issues.ts'

/** Links that lead nowhere: the app knows `mosaic://home` and `mosaic://surface/<id>`, the web home `/` and `/surface/<id>`. */
export function checkLinks({ contents, surfaces }: ReleaseBody): PublishIssue[] {
  const landings = new Set(surfaces.filter(({ type }) => type === 'landing').map(({ id }) => id))
  return contents.flatMap((content, index) => {
    const { id, name } = content
    const at = (path: Steps) => inDocument('contents', index, id, ...path)
    const dead = (path: Steps, faults: Fault[]) =>
      faults.map(([it, en]) => error('link-dead', at(path), `«${name}»: ${it}`, `"${name}": ${en}`))
    return [
      ...placesOf(content).flatMap(({ path, deepLink }) => (deepLink === undefined ? [] : dead(path, deepLinkFaults(deepLink, landings)))),
      ...placesOf(content).flatMap(({ path, webUrl }) => (webUrl === undefined ? [] : dead(path, webFaults(webUrl, landings)))),
      ...placesOf(content)
        .filter(({ webUrl }) => webUrl?.startsWith('http://'))
        .map(({ path }) =>
          warning(
            'link-insecure',
            at(path),
            `«${name}»: l’indirizzo web non è protetto. Usa https.`,
            `"${name}": the web address is not protected. Use https.`,
          ),
        ),
    ]
  })
}

type Steps = readonly (string | number)[]
/** Where something leads, and where that is written. */
type Place = { path: Steps; deepLink?: string; webUrl?: string }

/** Everywhere a content leads: by its action, its links, and those inside its texts. */
function placesOf({ kind, action, fields }: Content): Place[] {
  const definition = Object.hasOwn(widgets, kind) ? widgets[kind] : undefined
  // Fields of another shape are said in words by checkContents.
  const placed = definition && areFieldsOf(definition.fields, fields) ? everyField(definition.fields, fields) : []
  return [
    ...(action ? placesOfLink(['action'], action) : []),
    ...placed.flatMap(({ path, field, value }) => {
      if (value === undefined) return []
      if (field.input === 'link') return placesOfLink(['fields', ...path], value as LinkAction)
      if (field.input !== 'richText') return []
      return locales.flatMap((locale) =>
        hrefsIn((value as LocalizedText)[locale] ?? '').map((webUrl) => ({ path: ['fields', ...path, locale], webUrl })),
      )
    }),
  ]
}

function placesOfLink(path: Steps, { deepLink, webUrl }: LinkAction): Place[] {
  return [
    { path: [...path, 'deepLink'], deepLink },
    { path: [...path, 'webUrl'], webUrl },
  ]
}

type Fault = readonly [it: string, en: string]

function deepLinkFaults(deepLink: string, landings: ReadonlySet<string>): Fault[] {
  const [, scheme, place = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^?#]*)/.exec(deepLink) ?? []
  if (scheme !== 'mosaic') {
    return [
      [`l’app non apre collegamenti «${scheme}://». Usa «mosaic://».`, `the app does not open "${scheme}://" links. Use "mosaic://".`],
    ]
  }
  if (place === 'home') return []
  const [, surface] = /^surface\/([^/]+)\/?$/.exec(place) ?? []
  return surface === undefined ? [noSuchPlace(deepLink)] : missing(surface, landings)
}

function webFaults(webUrl: string, landings: ReadonlySet<string>): Fault[] {
  if (!webUrl.startsWith('/')) {
    return URL.canParse(webUrl) ? [] : [[`«${webUrl}» non è un indirizzo web.`, `"${webUrl}" is no web address.`]]
  }
  const path = /^[^?#]*/.exec(webUrl)?.[0] ?? ''
  if (path === '/') return []
  const [, surface] = /^\/surface\/([^/]+)\/?$/.exec(path) ?? []
  return surface === undefined ? [noSuchPlace(webUrl)] : missing(surface, landings)
}

function missing(surface: string, landings: ReadonlySet<string>): Fault[] {
  if (landings.has(surface)) return []
  return [
    [`il collegamento porta alla pagina «${surface}», che non esiste.`, `the link leads to the page "${surface}", which does not exist.`],
  ]
}

function noSuchPlace(link: string): Fault {
  return [`«${link}» non porta a nessuna parte. Scegli la home o una pagina.`, `"${link}" leads nowhere. Choose the home or a page.`]
}
