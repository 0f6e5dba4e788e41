import { SearchField } from '../search/search-field.tsx'
import { slots } from '../slots.ts'

/** Between two calls: the search, and what waits. */
export function WaitingPage() {
  const columns = [slots.calls, slots.queue, slots.links].filter((column) => column !== undefined)
  return (
    <div className="desk-waiting">
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
