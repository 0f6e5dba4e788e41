import { useDesk, useTexts } from '../desk-context.tsx'
import { Panel } from '../ui/panel.tsx'
import { FailedLine, Loading } from '../ui/states.tsx'
import { CallRow } from './call-row.tsx'
import { messages } from './messages.ts'
import { talksOf } from './talks.ts'
import { useContacts } from './use-contacts.ts'

/** Who rings, whom the agent is talking to, and what he has not noted yet. */
export function CallsColumn() {
  const { staff, locale } = useDesk()
  const texts = useTexts(messages)
  const { data, isPending, isError, refetch } = useContacts()
  if (!staff.roles.includes('agent')) return null
  const { ringing, open, toNote } = talksOf(data ?? [], staff.id)
  const rows = [...ringing, ...open, ...toNote]
  return (
    <Panel title={texts.title}>
      {isPending && <Loading locale={locale} />}
      {isError && (
        <FailedLine locale={locale} retry={() => void refetch()}>
          {texts.failed}
        </FailedLine>
      )}
      {data && rows.length === 0 && <p className="desk-muted">{texts.none}</p>}
      {rows.length > 0 && (
        <ul className="call-list">
          {rows.map((contact) => (
            <li key={contact.id}>
              <CallRow contact={contact} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
