import { describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const party = useRestSource('party')

describe('a person', () => {
  const body = {
    id: 'P-1',
    givenName: 'Anna',
    familyName: 'Rossi',
    birthDate: '1984-03-12T00:00:00Z',
    languageAbility: { languageCode: 'EN', isFavouriteLanguage: 'true' },
  }
  test('has a name, a language and a birthday', async () => {
    expect(await party.read(body)).toEqual({
      id: 'P-1',
      displayName: 'Anna Rossi',
      givenName: 'Anna',
      language: 'en',
      birthDate: '1984-03-12',
    })
  })
  test('speaks the language he prefers, else the first', async () => {
    const abilities = [{ languageCode: 'de' }, { languageCode: 'it', isFavouriteLanguage: true }]
    expect(await party.read({ ...body, languageAbility: abilities })).toMatchObject({ language: 'it' })
    expect(await party.read({ ...body, languageAbility: abilities.slice(0, 1) })).toMatchObject({ language: 'de' })
  })
  test('without a name is nobody', () => expect(party.read({ id: 'P-1' })).rejects.toMatchObject(badAt('individual.givenName')))
  test('without an id neither', () => expect(party.read({ ...body, id: null })).rejects.toMatchObject(badAt('individual.id')))
  test('whatever comes is a person or a bad answer', () => party.expectNothingElse(jsonLike(body)))
})

describe('an organization', () => {
  const ask = () => party.ask({ ...params, partyId: 'P/1', partyType: 'organization' })
  test('is asked for where organizations are', async () => {
    let asked = ''
    party.backEnd.answer = (response, path) => {
      asked = path
      sendJson(response, { id: 'P-1', name: 'Forno S.r.l.', tradingName: 'Forno' })
    }
    expect(await ask()).toEqual({ id: 'P-1', displayName: 'Forno' })
    expect(asked).toBe('/party/organization/P%2F1')
  })
  test('needs a name too', async () => {
    party.backEnd.answer = (response) => sendJson(response, { id: 'P-1', name: {} })
    await expect(ask()).rejects.toMatchObject(badAt('organization.name'))
  })
})
