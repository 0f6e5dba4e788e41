import type { Party } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { calendarDay } from '../../tolerant/instant.ts'
import { boolean, isObject, objects, text, type Json } from '../../tolerant/shape.ts'

/** TMF632 `individual/{id}` or `organization/{id}`. */
export const party: Source<'party', 'rest'> = {
  version: 1,
  async ask({ send }, { partyId, partyType }) {
    const { body } = await send({ api: 'party', path: `${partyType}/${encodeURIComponent(partyId)}` })
    const found = isObject(body) ? (partyType === 'organization' ? organization(body) : individual(body)) : undefined
    if (!found) throw badAnswer('party', `an ${partyType} with an id and a name`, 'neither')
    return found
  },
}

function individual(body: Json): Party | undefined {
  const id = text(body['id'])
  const givenName = text(body['preferredGivenName']) ?? text(body['givenName'])
  const whole = [givenName, text(body['familyName'])].filter(Boolean).join(' ')
  const displayName = text(body['formattedName']) ?? text(body['fullName']) ?? text(body['legalName']) ?? (whole || undefined)
  if (id === undefined || displayName === undefined) return undefined
  const abilities = objects(body['languageAbility'])
  const language = text((abilities.find((ability) => boolean(ability['isFavouriteLanguage'])) ?? abilities[0])?.['languageCode'])
  const birthDate = calendarDay(body['birthDate'])
  return {
    id,
    displayName,
    ...(givenName && { givenName }),
    ...(language && { language: language.slice(0, 2).toLowerCase() }),
    ...(birthDate && { birthDate }),
  }
}

function organization(body: Json): Party | undefined {
  const id = text(body['id'])
  const displayName = text(body['tradingName']) ?? text(body['name'])
  return id === undefined || displayName === undefined ? undefined : { id, displayName }
}
