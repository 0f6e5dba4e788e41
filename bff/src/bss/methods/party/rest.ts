import type { Party } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** TMF632 `individual/{id}` or `organization/{id}`. */
export const party: Source<'party', 'rest'> = {
  version: 1,
  async ask({ send }, { partyId, partyType }) {
    const { body } = await send({ api: 'party', path: `${partyType}/${encodeURIComponent(partyId)}` })
    const found = new Reading(body, partyType)
    return partyType === 'organization' ? organization(found) : individual(found)
  },
}

function individual(person: Reading): Party {
  const id = person.at('id').requiredText('the id of a person')
  const givenName = person.at('preferredGivenName').text() ?? person.at('givenName').text()
  const whole = [givenName, person.at('familyName').text()].filter(Boolean).join(' ')
  const displayName = person.at('formattedName').text() ?? person.at('fullName').text() ?? person.at('legalName').text() ?? whole
  if (displayName === '') throw person.at('givenName').bad('the name of a person, here or in any other of its places')
  const abilities = person.at('languageAbility').items()
  const ability = abilities.find((one) => one.at('isFavouriteLanguage').boolean()) ?? abilities[0]
  const language = ability?.at('languageCode').text()
  const birthDate = person.at('birthDate').day()
  return {
    id,
    displayName,
    ...(givenName && { givenName }),
    ...(language && { language: language.slice(0, 2).toLowerCase() }),
    ...(birthDate && { birthDate }),
  }
}

function organization(company: Reading): Party {
  const id = company.at('id').requiredText('the id of an organization')
  return { id, displayName: company.at('tradingName').text() ?? company.at('name').requiredText('the name of an organization') }
}
