import type { ReactNode } from 'react'
import { Icon, ageText } from '@mosaic/widgets/tile'
import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import type { AlertSeen, Entry, Figure } from '../types.ts'
import { dayText, momentText } from '../ui/format.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages } from './messages.ts'
import { useStanding } from './use-customer.ts'

/** How things stand for one line: money and data with their age, what is under way, and which alerts he has seen. */
export function StandingPanels({ id, line }: { id: string; line: string | undefined }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const standing = useStanding(id, line)
  const { data, isFetching } = standing
  const refresh = (
    <button
      type="button"
      className="icon-button desk-refresh"
      aria-label={texts.refresh}
      aria-busy={isFetching || undefined}
      onClick={() => void standing.refetch()}
    >
      <Icon name="refresh" className={isFetching ? 'icon-turning' : ''} />
    </button>
  )
  const retry = () => void standing.refetch()
  return (
    <>
      <Panel title={texts.now} aside={refresh}>
        {standing.isPending && <Loading locale={locale} />}
        {standing.isError && (
          <FailedLine locale={locale} retry={retry}>
            {texts.notAnswering}
          </FailedLine>
        )}
        {data && <Part value={data.figures} retry={retry} none={texts.figuresNone} draw={(figures) => <Figures figures={figures} />} />}
      </Panel>
      {data && (
        <>
          <Entries title={texts.orders} entries={data.orders} retry={retry} />
          <Entries title={texts.tickets} entries={data.tickets} retry={retry} />
          <Entries title={texts.appointments} entries={data.appointments} retry={retry} />
          <Alerts alerts={data.alerts} />
        </>
      )}
    </>
  )
}

type PartProps<Item> = { value: readonly Item[] | null; none: string; retry: () => void; draw: (items: readonly Item[]) => ReactNode }

/** What a back-end answered, or that it did not: the other parts are there all the same. */
function Part<Item>({ value, none, retry, draw }: PartProps<Item>) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  if (!value)
    return (
      <FailedLine locale={locale} retry={retry}>
        {texts.notAnswering}
      </FailedLine>
    )
  return value.length === 0 ? <p className="desk-muted">{none}</p> : draw(value)
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const now = useNow()
  return (
    <dl className="customer-figures">
      {figures.map(({ id, label, value, isStale, fetchedAt }) => {
        const age = fetchedAt && ageText(fetchedAt, now, locale)
        return (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <span className="customer-figure">{value}</span>
              {age && (
                <span className="customer-age" data-tone={isStale ? 'warning' : undefined}>
                  {isStale ? texts.stale(age) : age}
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** What is under way; nothing at all where there is nothing. */
function Entries({ title, entries, retry }: { title: string; entries: readonly Entry[] | null; retry: () => void }) {
  const { locale } = useDesk()
  if (entries?.length === 0) return null
  return (
    <Panel title={title}>
      <Part
        value={entries}
        none=""
        retry={retry}
        draw={(items) => (
          <ul className="customer-entries">
            {items.map(({ id, title: name, text, state, at }) => (
              <li key={id}>
                <strong>{name}</strong>
                <span className="desk-muted">{[state, at && momentText(at, locale), text].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
      />
    </Panel>
  )
}

function Alerts({ alerts }: { alerts: readonly AlertSeen[] | null }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  if (!alerts || alerts.length === 0) return null
  const stateOf = ({ isShown, dismissedAt }: AlertSeen) => {
    if (dismissedAt) return texts.alertDismissed(dayText(dismissedAt, locale))
    return isShown ? texts.alertShown : texts.alertHidden
  }
  return (
    <Panel title={texts.alerts}>
      <ul className="customer-entries">
        {alerts.map((alert) => (
          <li key={alert.contentId}>
            <strong>{alert.title}</strong>
            <span className="desk-muted">{stateOf(alert)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
