import type { Content, LinkAction, ReleaseBody, Surface } from '@mosaic/schemas/release'
import { locales, type LocalizedText } from '@mosaic/schemas/text'
import { areFieldsOf, everyField, hrefsIn, widgets } from '@mosaic/widgets'
import { error, inDocument, warning, type PublishIssue } from '../issues.ts'

/** Links that lead nowhere: the app knows `mosaic://home`, `mosaic://surface/<id>#<content>`, `mosaic://guide/<id>` and `mosaic://menu`, the web home the same as paths. */
export function checkLinks(body: ReleaseBody): PublishIssue[] {
  const places = placesIn(body)
  return body.contents.flatMap((content, index) => {
    const { id, name } = content
    const at = (path: Steps) => inDocument('contents', index, id, ...path)
    const dead = (path: Steps, faults: Fault[]) =>
      faults.map(([it, en]) => error('link-dead', at(path), `«${name}»: ${it}`, `"${name}": ${en}`))
    return [
      ...placesOf(content).flatMap(({ path, deepLink }) => (deepLink === undefined ? [] : dead(path, deepLinkFaults(deepLink, places)))),
      ...placesOf(content).flatMap(({ path, webUrl }) => (webUrl === undefined ? [] : dead(path, webFaults(webUrl, places)))),
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

/** What can be opened: pages with what stands on them (`home` is all homes together), guides, and the screens of menus. */
type Places = {
  pages: ReadonlyMap<string, ReadonlySet<string>>
  guides: ReadonlySet<string>
  menuScreens: ReadonlySet<string>
  hasMenu: boolean
}

function placesIn({ surfaces, guides, menus }: ReleaseBody): Places {
  const contentsOf = (of: readonly Surface[]) =>
    new Set(of.flatMap(({ sections }) => sections.flatMap(({ placements }) => placements.map(({ content }) => content))))
  const landings = surfaces.filter(({ type }) => type === 'landing')
  return {
    pages: new Map([
      ['home', contentsOf(surfaces.filter(({ type }) => type === 'home'))],
      ...landings.map((landing) => [landing.id, contentsOf([landing])] as const),
    ]),
    guides: new Set(guides.map(({ id }) => id)),
    // As the app names them: a menu is its first screen, and every screen bears the name of its menu.
    menuScreens: new Set(menus.flatMap(({ id, nodes }) => [id, ...nodes.map((node) => `${id}_${node.id}`)])),
    hasMenu: menus.length > 0,
  }
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

function deepLinkFaults(deepLink: string, places: Places): Fault[] {
  const [, scheme, place = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)/.exec(deepLink) ?? []
  if (scheme !== 'mosaic') {
    return [
      [`l’app non apre collegamenti «${scheme}://». Usa «mosaic://».`, `the app does not open "${scheme}://" links. Use "mosaic://".`],
    ]
  }
  return placeFaults(deepLink, place, places)
}

function webFaults(webUrl: string, places: Places): Fault[] {
  if (!webUrl.startsWith('/')) {
    return URL.canParse(webUrl) ? [] : [[`«${webUrl}» non è un indirizzo web.`, `"${webUrl}" is no web address.`]]
  }
  // The home is the web's front page, and has no name there.
  return placeFaults(webUrl, /^\/(?=$|[?#])/.test(webUrl) ? `home${webUrl.slice(1)}` : webUrl.slice(1), places)
}

/** @param place what the app is asked to open: `surface/bill#latest-bill` */
function placeFaults(link: string, place: string, { pages, guides, menuScreens, hasMenu }: Places): Fault[] {
  const [, path = '', part = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(place) ?? []
  const [kind, id, ...rest] = path.replace(/\/$/, '').split('/')
  if (rest.length > 0) return [noSuchPlace(link)]
  if (kind === 'home' && id === undefined) return partFaults('home', part, pages)
  if (kind === 'surface' && id !== undefined && id !== 'home') return pages.has(id) ? partFaults(id, part, pages) : [missing.page(id)]
  if (kind === 'guide' && id !== undefined) return guides.has(id) ? [] : [missing.guide(id)]
  if (kind === 'menu' && id !== undefined) return menuScreens.has(id) ? [] : [missing.screen(id)]
  if (kind === 'menu') return hasMenu ? [] : [missing.menu]
  return [noSuchPlace(link)]
}

function partFaults(page: string, part: string, pages: Places['pages']): Fault[] {
  return part === '' || pages.get(page)?.has(part) ? [] : [missing.part(page, part)]
}

const missing = {
  page: (id: string): Fault => [
    `il collegamento porta alla pagina «${id}», che non esiste.`,
    `the link leads to the page "${id}", which does not exist.`,
  ],
  part: (page: string, id: string): Fault => [
    `il collegamento porta al contenuto «${id}», che non sta ${page === 'home' ? 'in nessuna home' : `nella pagina «${page}»`}.`,
    `the link leads to the content "${id}", which does not stand ${page === 'home' ? 'on any home' : `on the page "${page}"`}.`,
  ],
  guide: (id: string): Fault => [
    `il collegamento porta alla guida «${id}», che non esiste.`,
    `the link leads to the guide "${id}", which does not exist.`,
  ],
  screen: (id: string): Fault => [
    `il collegamento porta alla schermata «${id}» del menu vocale, che non esiste.`,
    `the link leads to the screen "${id}" of the voice menu, which does not exist.`,
  ],
  menu: ['il collegamento porta al menu vocale, ma non ce n’è uno.', 'the link leads to the voice menu, but there is none.'] as Fault,
}

function noSuchPlace(link: string): Fault {
  return [
    `«${link}» non porta a nessuna parte. Scegli la home, una pagina, una guida o il menu.`,
    `"${link}" leads nowhere. Choose the home, a page, a guide or the menu.`,
  ]
}
