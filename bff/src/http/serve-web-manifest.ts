import { refusesMethod, sendError, sendJson, type Handler } from './handler.ts'
import { webRelease, type WebBrand } from './web-brand.ts'

const icons = [
  { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
]

/** `/manifest.webmanifest`: the installed app carries the brand's name and the colours its editors chose. */
export function serveWebManifest(web: WebBrand): Handler {
  return (request, response, url) => {
    if (url.pathname !== '/manifest.webmanifest') return false
    if (refusesMethod(request, response)) return true
    const release = webRelease(web)
    if (!release) return sendError(response, 503, 'BRAND_NOT_PUBLISHED', 'Nothing is published yet. Publish from the CMS, then try again.')
    const { name, defaultLocale } = release.brand
    const light = release.clusters.at(-1)?.home.theme.palettes.find(({ scheme }) => scheme === 'LIGHT')
    const color = light?.tokens.find((token) => token.name === 'background')?.hex
    const manifest = {
      id: '/',
      name,
      short_name: name.length > 12 ? name.split(' ')[0] : name,
      lang: defaultLocale,
      start_url: '/',
      scope: '/',
      display: 'standalone',
      ...(color && { theme_color: color, background_color: color }),
      categories: ['utilities', 'lifestyle'],
      icons,
    }
    return sendJson(response, 200, manifest, { 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' })
  }
}
