/** What may be said in one event at most, in characters: who sends more is not our server. */
const longestEvent = 64 * 1024

/** Reads a `text/event-stream` as it comes, in pieces that end anywhere. `push` answers with the events that are whole by then; pings are none. */
export function createEventReader(): { push(text: string): ServerEvent[] } {
  let rest = ''
  return {
    push(text) {
      const blocks = (rest + text.replaceAll('\r', '')).split('\n\n')
      rest = blocks.pop() ?? ''
      if (rest.length > longestEvent) throw new RangeError(`An event of the stream is longer than ${longestEvent} characters`)
      return blocks.flatMap(eventOf)
    },
  }
}

export type ServerEvent = { name: string; data: string }

function eventOf(block: string): ServerEvent[] {
  const fields = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line))
  const valuesOf = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []))
  const data = valuesOf('data')
  return data.length === 0 ? [] : [{ name: valuesOf('event').at(-1) ?? 'message', data: data.join('\n') }]
}
