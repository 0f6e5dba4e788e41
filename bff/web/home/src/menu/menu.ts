import type { TextView } from '@mosaic/widgets'
import { lookGraphql, type RequestContext } from '../api/client.ts'
import type { Place } from '../hand-over/hand-overs.ts'

/** What a key of the telephone does: another screen of the menu, a place of the app, or being called back. */
export type MenuOption = { key: string; text: TextView; node?: string | null; place?: Place | null; callBack: boolean }
export type MenuScreen = { id: string; title: TextView; options: readonly MenuOption[] }

/**
 * A screen of the voice menu; without an id the one a call begins with. Undefined when there is none (any more).
 * @throws ApiError
 */
export async function askMenu(id: string | undefined, context: RequestContext, signal?: AbortSignal): Promise<MenuScreen | undefined> {
  const question = { operationName: 'Menu' as const, variables: { id: id ?? null } }
  const { data } = await lookGraphql<{ menu: MenuScreen | null }>(question, context, undefined, signal)
  return data.menu ?? undefined
}
