import type { LinkAction } from '@mosaic/schemas/release'
import type { TextView, ActionView } from './view-model.ts'

/** Schemes that run code or read the device instead of opening a place: a link with one of these is never sent. */
const refusedSchemes = new Set(['javascript:', 'vbscript:', 'data:', 'file:', 'blob:', 'about:', 'content:', 'intent:'])

/*
 * What nearly all links look like, told without a parser, which costs more than the rest of a widget. Made of characters that mean nothing else to anybody, a path stays where it is,
 * and a place in an app is an address. The schemes of the web have rules of their own.
 */
const plainPath = /^\/(?:[\w.~-][\w.~/?=&-]*)?$/
const plainPlace = /^(?!(?:https?|wss?|ftp|file):)([a-z][a-z\d+.-]*:)\/\/[\w.~-]+(?:[/?][\w.~/?=&-]*)?$/

/** An absolute address, whatever its scheme, or a path of the web home. */
export function isAddress(text: string): boolean {
  return isHomePath(text) || plainPlace.test(text) || URL.canParse(text)
}

/** A link into the app: an absolute address whose scheme can only open a place. */
export function isSafeDeepLink(link: string): boolean {
  const scheme = plainPlace.exec(link)?.[1]
  if (scheme !== undefined) return !refusedSchemes.has(scheme)
  return URL.canParse(link) && !refusedSchemes.has(new URL(link).protocol)
}

/** A web address: absolute http(s), or a path of the web home. */
export function isSafeWebUrl(url: string): boolean {
  return isHomePath(url) || (URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol))
}

/**
 * A path that stays on the site it is on. Asked of the URL parser, because browsers read `//host`, `/\host` and even `/<tab>/host` as another
 * host.
 */
function isHomePath(path: string): boolean {
  if (plainPath.test(path)) return true
  const home = 'https://home.invalid'
  return path.startsWith('/') && URL.canParse(path, home) && new URL(path, home).origin === home
}

/**
 * The authored action of a content as clients see it; `undefined` when there is none, when it has no label in any language, or when one of
 * its links is not safe (the publisher refuses those: this is the second lock).
 */
export function linkAction(
  contentId: string,
  action: LinkAction | undefined,
  text: (text: LinkAction['label']) => TextView | undefined,
): ActionView | undefined {
  const label = action && text(action.label)
  if (!label || !isSafeDeepLink(action.deepLink) || !isSafeWebUrl(action.webUrl)) return undefined
  return {
    __typename: 'OpenLink',
    id: `${contentId}:open`,
    label,
    deepLink: action.deepLink,
    webUrl: action.webUrl,
    ...(action.minAppVersion !== undefined && { minAppVersion: action.minAppVersion }),
  }
}
