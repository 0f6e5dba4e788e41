import type { NetworkOutage } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'category', 'status', 'timeRaised', 'creationDate', 'resolutionDate', 'extensionInfo']

/** States in which a problem never was one. */
const dismissed = new Set(['cancelled', 'rejected'])

/** TMF656 `serviceProblem?affectedService.id=`, newest first. The contract has no place for the expected end: it comes as a characteristic. */
export const outages: Source<'outages', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const request = { api: 'serviceProblem', path: 'serviceProblem', query: { 'affectedService.id': lineId }, fields } as const
    const problems = (await listAll(context, request)).filter((item) => !dismissed.has(item.at('status').word() ?? ''))
    return readItems(problems, readOutage).sort((one, other) => other.startsOn.localeCompare(one.startsOn))
  },
}

function readOutage(item: Reading): NetworkOutage {
  const id = item.at('id').requiredText('the id of a service problem')
  const startsOn = item.at('timeRaised').instant() ?? item.at('creationDate').instant()
  if (!startsOn) throw item.at('timeRaised').bad('a date')
  const more = item.at('extensionInfo')
  const expectedEnd = more.characteristic('expectedResolutionDate').instant()
  const status = item.at('status').word()
  const isResolved = status === 'resolved' || status === 'closed'
  // Without its moment, a problem that is over counts as over since it began.
  const resolvedOn = item.at('resolutionDate').instant() ?? (isResolved ? startsOn : undefined)
  return {
    id,
    isPlanned: /planned|maintenance/.test(item.at('category').word() ?? ''),
    services: servicesOf(more.characteristic('services')),
    startsOn,
    ...(expectedEnd && { expectedEnd }),
    ...(resolvedOn && { resolvedOn }),
  }
}

const serviceNames = new Map<string, NetworkOutage['services'][number]>([
  ['data', 'data'],
  ['internet', 'data'],
  ['mobiledata', 'data'],
  ['voice', 'voice'],
  ['calls', 'voice'],
  ['sms', 'sms'],
  ['messages', 'sms'],
])

/** A list in a text, as characteristics carry one; words nobody knows are left out. */
function servicesOf(place: Reading): NetworkOutage['services'] {
  const names = (place.text() ?? '').split(/[,;]/).map((name) => name.trim().toLowerCase().replace(/[ _-]/g, ''))
  return [...new Set(names.flatMap((name) => serviceNames.get(name) ?? []))]
}
