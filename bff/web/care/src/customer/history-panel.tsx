import { useState } from 'react'
import { Choice } from '../../../home/src/ui/choice.tsx'
import { useDesk, useTexts } from '../desk-context.tsx'
import { momentText } from '../ui/format.ts'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { messages as sendMessages } from '../send/messages.ts'
import { entryOfCallBack, entryOfLink, kindsOf, merged, ofKind } from './history.ts'
import { messages } from './messages.ts'
import { useHistory, useDeskPast } from './use-customer.ts'

/** How many are asked for at first, and how many more each time. */
const pageSize = 30
/** More the server does not give. */
const most = 120
/** Of links in one answer. */
const mostLinks = 50

/** What there has been between him and us, newest first, of all kinds or of one. */
export function HistoryPanel({ id }: { id: string }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const [limit, setLimit] = useState(pageSize)
  const [kind, setKind] = useState('all')
  const history = useHistory(id, limit)
  const past = useDeskPast(id, Math.min(limit, mostLinks))
  const { states } = useTexts(sendMessages)
  const { handOvers, callBacks } = past.data ?? {}
  const entries = merged(
    history.data ?? [],
    handOvers?.map((link) => entryOfLink(link, states)) ?? [],
    callBacks?.map((callBack) => entryOfCallBack(callBack, texts.callBackStates, texts.callBack)) ?? [],
  )
  const kinds = kindsOf(entries)
  const shown = ofKind(entries, kind)
  return (
    <Panel title={texts.history} className="customer-history">
      {kinds.length > 1 && (
        <Choice
          legend={texts.historyFilter}
          isQuiet
          value={kind}
          options={['all', ...kinds].map((value) => ({ value, label: value === 'all' ? texts.historyAll : (texts.kinds[value] ?? value) }))}
          onChange={setKind}
        />
      )}
      {history.isPending && <Loading locale={locale} />}
      {history.isError && (
        <FailedLine locale={locale} retry={() => void history.refetch()}>
          {texts.notAnswering}
        </FailedLine>
      )}
      {(past.isError || handOvers === null || callBacks === null) && (
        <FailedLine locale={locale} retry={() => void past.refetch()}>
          {texts.deskPastMissing}
        </FailedLine>
      )}
      {history.isSuccess && shown.length === 0 && (
        <p className="desk-muted">{entries.length === 0 ? texts.historyNone : texts.historyNoneOfKind}</p>
      )}
      <ol className="customer-timeline">
        {shown.map(({ id: entryId, kind: entryKind, title, text, state, at }) => (
          <li key={entryId}>
            <span className="customer-timeline-when">{at && <time dateTime={at}>{momentText(at, locale)}</time>}</span>
            <span className="customer-timeline-what">
              <strong>{title}</strong>
              <span className="desk-muted">{[texts.kinds[entryKind] ?? entryKind, state].filter(Boolean).join(' · ')}</span>
              {text && <span>{text}</span>}
            </span>
          </li>
        ))}
      </ol>
      {(history.data?.length ?? 0) >= limit && limit < most && (
        <button
          type="button"
          className="action action-soft"
          aria-busy={history.isFetching || undefined}
          onClick={() => setLimit(limit + pageSize)}
        >
          {texts.historyMore}
        </button>
      )}
    </Panel>
  )
}
