import type { Content } from '@mosaic/schemas/release'
import { everyField, widgets } from '@mosaic/widgets'
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { list } from '../reader/rows.ts'
import { brandIds, readBrandDrafts, type BrandDrafts } from '../reader.ts'

/**
 * Refuses to delete what another document needs, naming those documents. Without this, deleting a trigger would silently show its contents to
 * everybody.
 */
export const refuseWhileUsed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  for (const brand of await brandIds(req.payload)) {
    const drafts = await readBrandDrafts(req.payload, brand)
    const own = [...(drafts?.origins ?? [])].find(([, origin]) => origin.collection === collection.slug && String(origin.id) === String(id))
    if (!drafts || !own) continue
    const users = usersOf(drafts, own[0])
    if (users.length === 0) continue
    const names = users.slice(0, 5).join(', ') + (users.length > 5 ? ` +${users.length - 5}` : '')
    const message =
      req.i18n.language === 'it' ? `Non si può eliminare: è in uso in ${names}.` : `It cannot be deleted: it is used by ${names}.`
    throw new APIError(message, 409, undefined, true)
  }
}

/** The names of the documents that refer to one, given by its key in `origins`. */
function usersOf({ body, origins }: BrandDrafts, key: string): string[] {
  const [collection, id] = key.split('/')
  const users: string[] = []
  const uses = (user: string, ...references: unknown[]) => {
    if (references.includes(id)) users.push(origins.get(user)?.name ?? user)
  }
  for (const cluster of body.clusters)
    uses(`clusters/${cluster.id}`, collection === 'triggers' && cluster.trigger, collection === 'surfaces' && cluster.home)
  for (const content of body.contents) {
    uses(
      `contents/${content.id}`,
      collection === 'triggers' && content.trigger,
      collection === 'palettes' && content.palette,
      ...(collection === 'media' ? imagesOf(content) : []),
    )
  }
  for (const surface of body.surfaces) {
    const placed = surface.sections.flatMap((section) => section.placements.map((placement) => placement.content))
    uses(`surfaces/${surface.id}`, collection === 'palettes' && surface.palette, ...(collection === 'contents' ? placed : []))
  }
  for (const target of body.targets) {
    uses(
      `targets/${target.id}`,
      collection === 'surfaces' && target.surface,
      collection === 'contents' && target.content,
      collection === 'guides' && target.guide,
      collection === 'triggers' && target.trigger,
    )
  }
  for (const menu of body.menus) {
    uses(
      `menus/${menu.id}`,
      ...(collection === 'targets' ? menu.nodes.flatMap(({ options }) => list(options).map(({ target }) => target)) : []),
    )
  }
  for (const guide of body.guides) {
    uses(
      `guides/${guide.id}`,
      ...guide.steps.flatMap((step) => [
        collection === 'targets' && step.target,
        collection === 'triggers' && step.trigger,
        collection === 'media' && step.image,
      ]),
    )
  }
  uses(`brands/${body.brand.id}`, collection === 'media' && body.brand.logo)
  if (collection === 'brands')
    users.push(...[...origins.keys()].filter((other) => other !== key).map((other) => origins.get(other)?.name ?? other))
  return users
}

function imagesOf({ kind, fields }: Content): unknown[] {
  return everyField(widgets[kind]?.fields ?? {}, fields).flatMap(({ field, value }) => (field.input === 'media' ? [value] : []))
}
