/** A slot as an id carries it: booking names a period, and who books must not have to look for it again. */
type Slot = { startsAt: string; endsAt: string; systemId?: string | undefined }

/** Ids of systems longer than this stay behind: the period says which slot it is anyway. */
const longestSystemId = 60

/** An id without blanks that says which hour it is, and what the system calls it. */
export function slotIdOf({ startsAt, endsAt, systemId }: Slot): string {
  const name = systemId === undefined ? '' : encodeURIComponent(systemId.toWellFormed())
  const parts = [startsAt, endsAt].map((instant) => Date.parse(instant).toString(36))
  return [...parts, ...(name && name.length <= longestSystemId ? [name] : [])].join('~')
}

/** What an id says; `undefined` for one that was not made here. */
export function slotOf(id: string): Slot | undefined {
  const [start, end, name, ...more] = id.split('~')
  const [startsAt, endsAt] = [instantOf(start), instantOf(end)]
  if (!startsAt || !endsAt || startsAt >= endsAt || more.length > 0) return undefined
  try {
    return { startsAt, endsAt, systemId: name && decodeURIComponent(name) }
  } catch {
    return undefined
  }
}

function instantOf(part: string | undefined): string | undefined {
  if (!part || !/^[0-9a-z]{1,9}$/.test(part)) return undefined
  const date = new Date(Number.parseInt(part, 36))
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9_999 ? undefined : date.toISOString()
}
