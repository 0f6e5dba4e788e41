import { useDesk } from '../desk-context.tsx'
import { messages } from '../i18n/messages.ts'
import { SearchField } from '../search/search-field.tsx'
import { slots } from '../slots.ts'

/** Between two calls: the search, and what waits. */
export function WaitingPage() {
  const columns = [slots.calls, slots.queue, slots.links].filter((column) => column !== undefined)
  return (
    <div className="desk-waiting">
      <h1 className="visually-hidden">{messages[useDesk().locale].waiting}</h1>
      <SearchField isBig />
      {columns.length > 0 && (
        <div className="desk-columns">
          {columns.map((Column, index) => (
            <Column key={index} />
          ))}
        </div>
      )}
    </div>
  )
}
