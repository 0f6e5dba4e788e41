import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../../home/src/device.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import { dayBefore, isDay } from '../ui/days.ts'
import { timeText } from '../ui/format.ts'
import { go, places } from '../ui/place.ts'
import { FailedLine, Loading } from '../ui/states.tsx'
import { TableRoom } from '../ui/table-room.tsx'
import { messages } from './messages.ts'
import { registerDocument } from './register.graphql.ts'

type AuditEntry = { at: string; who: string; what: string; about: string | null; details: readonly { name: string; value: string }[] }
/** More of a day the server does not give at once. */
const mostEntries = 500

type Wanted = { day: string; who: string; about: string }

/** The register, for supervisors: by day, agent and customer. */
export function RegisterPage() {
  const { ask, locale } = useDesk()
  const texts = useTexts(messages)
  const [wanted, setWanted] = useState<Wanted>(() => ({ day: dayBefore(new Date(), 0), who: '', about: '' }))
  const register = useQuery({
    queryKey: ['care', 'register', wanted],
    queryFn: ({ signal }) => {
      const { day, who, about } = wanted
      return ask<{ audit: readonly AuditEntry[] }>(registerDocument, { day, who: who || null, about: about || null }, signal).then(
        ({ audit }) => audit,
      )
    },
    // The register is looked at as it is now.
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const entries = register.data ?? []
  return (
    <div className="desk-page">
      <h1>{texts.title}</h1>
      <p className="desk-muted">{texts.lead}</p>
      <RegisterForm key={`${wanted.who} ${wanted.about}`} wanted={wanted} onWant={setWanted} />
      <p className="desk-muted" role="status">
        {register.isSuccess && (entries.length >= mostEntries ? texts.tooMany(mostEntries) : texts.count(entries.length))}
      </p>
      {register.isPending && <Loading locale={locale} lines={5} />}
      {register.isError && (
        <FailedLine locale={locale} retry={() => void register.refetch()}>
          {texts.failed}
        </FailedLine>
      )}
      {register.isSuccess && entries.length === 0 && <p>{wanted.who || wanted.about ? texts.noneFiltered : texts.none}</p>}
      {entries.length > 0 && (
        <TableRoom label={texts.title}>
          <table className="desk-table" aria-busy={register.isPlaceholderData || undefined}>
            <thead>
              <tr>
                {[texts.time, texts.who, texts.what, texts.about, texts.details].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, index) => (
                <Row key={`${entry.at} ${index}`} entry={entry} onWho={(who) => setWanted({ ...wanted, who })} />
              ))}
            </tbody>
          </table>
        </TableRoom>
      )}
    </div>
  )
}

function RegisterForm({ wanted, onWant }: { wanted: Wanted; onWant: (wanted: Wanted) => void }) {
  const texts = useTexts(messages)
  const [draft, setDraft] = useState(wanted)
  const today = dayBefore(useNow(), 0)
  return (
    <form
      className="desk-filters"
      onSubmit={(event) => {
        event.preventDefault()
        if (isDay(draft.day)) onWant({ day: draft.day, who: draft.who.trim(), about: draft.about.trim() })
      }}
    >
      <label className="desk-field">
        {texts.day}
        <input type="date" required max={today} value={draft.day} onChange={({ target }) => setDraft({ ...draft, day: target.value })} />
      </label>
      <label className="desk-field">
        {texts.who}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.whoHint}
          value={draft.who}
          onChange={({ target }) => setDraft({ ...draft, who: target.value })}
        />
      </label>
      <label className="desk-field">
        {texts.about}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.aboutHint}
          value={draft.about}
          onChange={({ target }) => setDraft({ ...draft, about: target.value })}
        />
      </label>
      <button type="submit" className="action action-main">
        {texts.show}
      </button>
    </form>
  )
}

function Row({ entry: { at, who, what, about, details }, onWho }: { entry: AuditEntry; onWho: (who: string) => void }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  return (
    <tr>
      <td>
        <time dateTime={at}>{timeText(at, locale)}</time>
      </td>
      <td>
        <button type="button" className="desk-link" aria-label={texts.onlyWho(who)} onClick={() => onWho(who)}>
          {who}
        </button>
      </td>
      {/* A word this build has no sentence for is shown as it came. */}
      <td>{texts.whats[what] ?? what}</td>
      <td>{about && <CustomerLink id={about} />}</td>
      <td className="desk-muted">{details.map(said).join(' · ')}</td>
    </tr>
  )

  /** What this build has no word for is shown as it came. */
  function said({ name, value }: AuditEntry['details'][number]): string {
    const what =
      name === 'fields'
        ? value
            .split(' ')
            .map((field) => texts.fields[field] ?? field)
            .join(', ')
        : value
    return `${texts.names[name] ?? name}: ${what}`
  }
}

function CustomerLink({ id }: { id: string }) {
  const texts = useTexts(messages)
  return (
    <a
      className="desk-link"
      href={places.customer(id)}
      aria-label={texts.open(id)}
      onClick={(event) => {
        event.preventDefault()
        go(places.customer(id))
      }}
    >
      {id}
    </a>
  )
}
