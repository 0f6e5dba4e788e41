import { useDesk, useTexts } from '../desk-context.tsx'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { CallBackRow } from './call-back-row.tsx'
import { queueOf } from './due.ts'
import { messages } from './messages.ts'
import { StuckPanel } from './stuck-panel.tsx'
import { useQueue } from './use-queue.ts'

/** As many as one looks over. */
const mostShown = 15

/** Who waits for somebody: in the app, and to be called back. */
export function QueueColumn() {
  const { staff } = useDesk()
  if (!staff.roles.includes('agent')) return null
  return (
    <div className="desk-column">
      <StuckPanel />
      <CallBackQueue />
    </div>
  )
}

/** Who is to be called back: this agent's first, then by due time. */
function CallBackQueue() {
  const { staff, locale } = useDesk()
  const texts = useTexts(messages)
  const { data, isPending, isError, refetch } = useQueue()
  if (!staff.can.includes('callBacks')) return null
  const queue = queueOf(data ?? [], staff.id)
  return (
    <Panel title={texts.title}>
      {isPending && <Loading locale={locale} />}
      {isError && (
        <FailedLine locale={locale} retry={() => void refetch()}>
          {texts.failed}
        </FailedLine>
      )}
      {data && queue.length === 0 && <p className="desk-muted">{texts.none}</p>}
      {queue.length > 0 && (
        <ul className="call-list">
          {queue.slice(0, mostShown).map((callBack) => (
            <li key={callBack.id}>
              <CallBackRow callBack={callBack} />
            </li>
          ))}
        </ul>
      )}
      {queue.length > mostShown && <p className="desk-muted">{texts.more(queue.length - mostShown)}</p>}
    </Panel>
  )
}
