import type { CSSProperties } from 'react'
import type { ActionView, WidgetViewComponent } from '@mosaic/widgets'
import { HeadingLevel, Tile } from '@mosaic/widgets/tile'
import { views } from '@mosaic/widgets/views'
import type { Locale } from '@mosaic/schemas/text'
import { pages } from './address.ts'
import type { Case, KindEntry } from './entries.ts'
import { useGallery } from './gallery-context.tsx'
import { kinds } from './kinds.ts'
import type { Messages } from './messages.ts'
import { tileHeight, tileWidth } from './tile-size.ts'

type CaseTileProps = { entry: KindEntry; each: Case; locale: Locale; withViewModel: boolean }

/** A fixture's tile as wide as it stands on the chosen device; a tap tells what the app would do. */
export function CaseTile({ entry, each, locale, withViewModel }: CaseTileProps) {
  const { address, texts, say } = useGallery()
  const composed = each[locale]
  const style = {
    '--tile-inline-size': `${tileWidth(entry.span, address)}px`,
    '--tile-block-size': `${tileHeight(entry.span, address.width)}rem`,
    '--tile-padding': `${pages[address.width].padding}rem`,
  } as CSSProperties
  return (
    <>
      <div className="gallery-stage" style={style}>
        {'leftOut' in composed ? (
          <div className="gallery-left-out">
            <p>{texts.leftOut}</p>
            <p>
              {texts.leftOutBody} <code>{composed.leftOut}</code>
            </p>
          </div>
        ) : (
          <HeadingLevel value={3}>
            <div className="gallery-cell" lang={locale}>
              <Tile
                widget={composed.widget}
                views={viewsFor(each)}
                locale={locale}
                now={new Date(each.now)}
                runAction={(action) => say(wouldDo(action, texts))}
                selectLine={(lineId) => say(texts.wouldSelect(lineId))}
                showSimSecrets={(lineId) => say(texts.wouldShowSecrets(lineId))}
                onRetry={() => say(texts.wouldRetry)}
              />
            </div>
          </HeadingLevel>
        )}
      </div>
      {withViewModel && (
        <details className="gallery-model">
          <summary>{texts.viewModel}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
          <pre lang="en" dir="ltr" tabIndex={0}>
            {JSON.stringify('leftOut' in composed ? composed : composed.widget, undefined, 2)}
          </pre>
        </details>
      )}
    </>
  )
}

/** What an app can draw that says so: kinds it does not name it has never heard of. */
function viewsFor({ capabilities }: Case): Readonly<Record<string, WidgetViewComponent>> {
  if (!capabilities) return views
  const known = kinds.filter(({ type }) => capabilities.includes(type)).map(({ kind }) => kind)
  return Object.fromEntries(Object.entries(views).filter(([kind]) => known.includes(kind)))
}

function wouldDo(action: ActionView, texts: Messages): string {
  const question = action.confirm ? texts.afterAsking(action.confirm.title) : ''
  if (action.__typename === 'OpenLink') return `${texts.wouldOpen(action.deepLink)}${question}`
  const variables = action.variables.map(({ name, value }) => `${name}: ${value}`).join(', ')
  return `${texts.wouldRun(action.operationId, variables)}${question}`
}
