import { describe, expect, it } from 'vitest'
import { failureOf, readAnswer } from './client.ts'

describe('readAnswer', () => {
  it('gives the data, also beside errors: a hole is not a failure', () => {
    expect(readAnswer(200, '{"data":{"a":1},"errors":[{"message":"x"}]}')).toEqual({ a: 1 })
  })

  it.each([
    [401, '{"errors":[{"message":"x"}]}', 'UNAUTHENTICATED'],
    [200, '{"data":null,"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}', 'UNAUTHENTICATED'],
    [502, '<html>bad gateway</html>', 'UNREACHABLE'],
    [503, '{"errors":[{"message":"x","extensions":{"code":"NO_RELEASE"}}]}', 'SERVER'],
    [200, '{"data":null,"errors":[{"message":"x"}]}', 'SERVER'],
    [200, 'not json', 'SERVER'],
    [200, '[]', 'SERVER'],
  ])('HTTP %i %s is %s', (status, text, failure) => {
    let thrown: unknown
    try {
      readAnswer(status, text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ name: 'MosaicError', code: `API_${failure}` })
    expect(failureOf(thrown)).toBe(failure)
  })
})
