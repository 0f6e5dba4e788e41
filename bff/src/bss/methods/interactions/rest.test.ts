import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const interactions = useRestSource('interactions')
const dismissal = (contentId: string, creationDate: string | undefined, changes: object = {}) => ({
  id: `PI-${contentId}`,
  reason: 'alertDismissed',
  creationDate,
  interactionItem: [{ id: contentId }],
  ...changes,
})

test('each content once, with the last time, the latest first', async () => {
  const body = [
    dismissal('one', '2026-11-01T10:00:00Z'),
    dismissal('two', '2026-11-20T10:00:00Z'),
    dismissal('one', '2026-11-21T10:00:00Z', { reason: 'Alert_Dismissed ' }),
    dismissal('other', '2026-11-21T10:00:00Z', { reason: 'call' }),
    dismissal('undated', undefined, { interactionDate: { startDateTime: '2026-11-10T10:00:00Z' }, interactionItem: { id: 'alone' } }),
  ]
  expect(await interactions.read(body)).toEqual({
    dismissed: [
      { contentId: 'one', at: '2026-11-21T10:00:00.000Z' },
      { contentId: 'two', at: '2026-11-20T10:00:00.000Z' },
      { contentId: 'alone', at: '2026-11-10T10:00:00.000Z' },
    ],
  })
})

test('the questions that were answered, apart from what was put away', async () => {
  const answered = (contentId: string, at: string) => dismissal(contentId, at, { reason: 'surveyAnswered' })
  const body = [
    answered('a-question', '2026-11-01T10:00:00Z'),
    dismissal('one', '2026-11-02T10:00:00Z'),
    answered('a-question', '2026-11-20T10:00:00Z'),
  ]
  expect(await interactions.read(body)).toEqual({
    dismissed: [{ contentId: 'one', at: '2026-11-02T10:00:00.000Z' }],
    answered: [{ contentId: 'a-question', at: '2026-11-20T10:00:00.000Z' }],
  })
})

test('nobody has put anything away yet', async () => expect(await interactions.read([])).toEqual({ dismissed: [] }))

test('one that cannot be read costs itself; none that can is no answer', async () => {
  const broken = dismissal('broken', undefined)
  expect((await interactions.read([broken, dismissal('one', '2026-11-01T10:00:00Z')])).dismissed).toHaveLength(1)
  await expect(interactions.read([broken])).rejects.toMatchObject(badAt('partyInteraction[0].creationDate'))
})

test('whatever comes is interactions or a bad answer', () =>
  interactions.expectNothingElse(jsonLike([dismissal('one', '2026-11-01T10:00:00Z')])))
