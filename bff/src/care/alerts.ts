import { pickText, type LocalizedText } from '@mosaic/schemas/text'
import { composeHome, type HomeDependencies } from '../home/compose-home.ts'
import { myAnswer, type MyDependencies } from '../me/my-answer.ts'
import type { CompiledRelease } from '../release/compile.ts'
import { contentIn, type Asked } from './asked.ts'

/** An alert that stands on his home now, or that he has put away. `dismissedAt`: ISO 8601 in UTC. */
export type AlertSeen = { contentId: string; title: string; isShown: boolean; dismissedAt: string | undefined }

/**
 * The alerts of his home, and those that he has put away, which may be back when their reason has lasted. When the system that knows what he has put away does
 * not answer, none is told to be. Throws what `composeHome` throws.
 */
export async function alertsOf(dependencies: HomeDependencies & MyDependencies, { release, locale, request }: Asked): Promise<AlertSeen[]> {
  const [home, interactions] = await Promise.all([
    composeHome(dependencies, { ...request, surface: 'home', capabilities: new Set(['AlertWidget']) }),
    myAnswer(dependencies, request, 'interactions', ({ dismissed }) => dismissed),
  ])
  const dismissedAt = new Map(interactions.value?.map(({ contentId, at }) => [contentId, at]))
  const shown = home.widgets.flatMap((widget) => (widget?.kind === 'alert' ? widget : []))
  const shownIds = new Set(shown.map(({ id }) => id))
  return [
    ...shown.map(({ id, title, fallback }) => ({
      contentId: id,
      title: title?.value ?? fallback.title,
      isShown: true,
      dismissedAt: dismissedAt.get(id),
    })),
    ...[...dismissedAt]
      .filter(([contentId]) => !shownIds.has(contentId) && contentIn(release, contentId)?.kind === 'alert')
      .map(([contentId, at]) => ({ contentId, title: titleOf(release, contentId, locale), isShown: false, dismissedAt: at })),
  ]
}

/** What an alert says, or, while its words wait for figures, what its editors call it. */
function titleOf(release: CompiledRelease, contentId: string, locale: Asked['locale']): string {
  const content = contentIn(release, contentId)
  const headline = pickText(content?.fields['headline'] as LocalizedText | undefined, locale, release.brand.defaultLocale)?.value
  return headline === undefined || headline.includes('{') ? (content?.name ?? contentId) : headline
}
