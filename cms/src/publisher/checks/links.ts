import type { LinkAction, ReleaseBody } from '@mosaic/schemas/release'
import { error, inDocument, warning, type PublishIssue } from '../issues.ts'

/** Links that lead nowhere: the app knows `mosaic://home` and `mosaic://surface/<id>`, the web home `/` and `/surface/<id>`. */
export function checkLinks({ contents, surfaces }: ReleaseBody): PublishIssue[] {
  const landings = new Set(surfaces.filter(({ type }) => type === 'landing').map(({ id }) => id))
  return contents.flatMap(({ id, name, action }, index) => {
    if (!action) return []
    return [
      ...deepLinkFaults(action, landings).map(([it, en]) =>
        error('link-dead', inDocument('contents', index, id, 'action', 'deepLink'), `«${name}»: ${it}`, `"${name}": ${en}`),
      ),
      ...webFaults(action, landings).map(([it, en]) =>
        error('link-dead', inDocument('contents', index, id, 'action', 'webUrl'), `«${name}»: ${it}`, `"${name}": ${en}`),
      ),
      ...(action.webUrl.startsWith('http://')
        ? [
            warning(
              'link-insecure',
              inDocument('contents', index, id, 'action', 'webUrl'),
              `«${name}»: l’indirizzo web non è protetto. Usa https.`,
              `"${name}": the web address is not protected. Use https.`,
            ),
          ]
        : []),
    ]
  })
}

type Fault = readonly [it: string, en: string]

function deepLinkFaults({ deepLink }: LinkAction, landings: ReadonlySet<string>): Fault[] {
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

function webFaults({ webUrl }: LinkAction, landings: ReadonlySet<string>): Fault[] {
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
