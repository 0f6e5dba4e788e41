import type { Store, StoreHours } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** TMF674 `geographicSite`: the operator's shops that are open to customers, by town and name. */
export const stores: Source<'stores', 'rest'> = {
  version: 1,
  async ask(context) {
    const sites = await listAll(context, { api: 'geographicSite', path: 'geographicSite', query: { status: 'active' } })
    // A system that does not know the filter tells of those that have closed too.
    const active = sites.filter((site) => !closedWords.has(site.at('status').word()))
    return readItems(active, readStore).sort(
      (one, other) => one.city.localeCompare(other.city, 'it') || one.name.localeCompare(other.name, 'it'),
    )
  },
}

const closedWords = new Set<string | undefined>(['inactive', 'closed', 'terminated', 'planned'])
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function readStore(site: Reading): Store {
  const place = site.at('place').items()[0] ?? site.at('place')
  const city = place.at('city').requiredText('the town of a shop')
  const [street, number, postCode] = [place.at('streetName').text(), place.at('streetNr').text(), place.at('postcode').text()]
  const calendar = site.at('calendar').items()
  const phone = site.at('siteCharacteristic').characteristic('phone').text()
  const timeZone = calendar[0]?.at('timeZone').text()
  const location = locationOf(place)
  return {
    id: site.at('id').requiredText('the id of a shop'),
    name: site.at('name').text() ?? city,
    city,
    ...(street !== undefined && { street: number === undefined ? street : `${street}, ${number}` }),
    ...(postCode !== undefined && { postCode }),
    ...(location && { location }),
    ...(phone !== undefined && { phone }),
    ...(timeZone !== undefined && isTimeZone(timeZone) && { timeZone }),
    hours: calendar.flatMap(hoursOf).sort((one, other) => one.day - other.day || one.opens.localeCompare(other.opens)),
    services: site
      .at('siteCharacteristic')
      .items()
      .filter((trait) => trait.at('name').word() === 'service')
      .flatMap((trait) => trait.at('value').text() ?? []),
  }
}

function locationOf(place: Reading): Store['location'] {
  const point = place.at('geographicLocation')
  const [latitude, longitude] = [point.at('latitude').number(), point.at('longitude').number()]
  if (latitude === undefined || longitude === undefined) return undefined
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/** One entry of a calendar is one day; hours that cannot be read are not told, as nobody should stand before a closed door. */
function hoursOf(entry: Reading): StoreHours[] {
  const day = days.indexOf(entry.at('day').word() ?? '') + 1
  if (day === 0 || entry.at('status').word() === 'closed') return []
  return entry
    .at('hourPeriod')
    .items()
    .flatMap((period) => {
      const [opens, closes] = [wallTime(period.at('startHour').text()), wallTime(period.at('endHour').text())]
      return opens && closes && opens < closes ? [{ day, opens, closes }] : []
    })
}

/** "9:00", "09:00:00" and "09.00" are the same time. */
function wallTime(written: string | undefined): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})?$/.exec(written ?? '') ?? []
  if (hour === undefined) return undefined
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : undefined
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
