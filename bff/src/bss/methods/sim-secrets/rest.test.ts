import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const simSecrets = useRestSource('simSecrets')
const traits = (values: Record<string, unknown>) => Object.entries(values).map(([name, value]) => ({ name, value }))
const resource = {
  id: 'SIM-L-1',
  category: 'SIM',
  resourceCharacteristic: traits({ PUK1: '01234567', PUK2: ' 8765 4321 ' }),
  resourceRelationship: [{ relationshipType: 'realizes', resource: { id: 'L-1' } }],
}

test('both codes, as they are typed', async () => {
  expect(await simSecrets.read([resource])).toEqual({ puk1: '01234567', puk2: '87654321' })
})

test('some systems know one', async () => {
  expect(await simSecrets.read({ ...resource, resourceCharacteristic: traits({ puk: '01234567' }) })).toEqual({ puk1: '01234567' })
})

test('of a list of several only the line’s own is read', async () => {
  const other = { ...resource, resourceCharacteristic: traits({ PUK1: '99999999' }), resourceRelationship: [{ resource: { id: 'L-2' } }] }
  expect(await simSecrets.read([other, resource])).toMatchObject({ puk1: '01234567' })
  await expect(simSecrets.read([other])).rejects.toMatchObject(badAt('resource'))
})

test.each(['1234567', 1_234_567, '123456789', 'none', undefined])(
  '%j is no code: nothing is guessed, and nothing of it is told',
  async (PUK1) => {
    const error: unknown = await simSecrets
      .read([{ ...resource, resourceCharacteristic: traits({ PUK1 }) }])
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject(badAt('resource[0].resourceCharacteristic'))
    expect(String((error as Error).message)).not.toMatch(/1234567|none/)
  },
)

test('whatever comes is codes or a bad answer', () => simSecrets.expectNothingElse(jsonLike([resource])))
