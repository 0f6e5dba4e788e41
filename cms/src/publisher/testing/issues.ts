import type { ReleaseBody } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { checkForPublish } from '../check.ts'
import { smallBody } from './body.ts'

const now = new Date('2026-11-22T10:00:00Z')
type Spoil = (body: ReleaseBody) => void

/** What the checks say of a body that is right but for one thing. */
export function issuesOf(spoil: Spoil) {
  const body = smallBody()
  spoil(body)
  return checkForPublish(body, { now })
}

/** One thing spoilt a test, and what is said of it: severity, code and place of each issue. */
export function describeCases(cases: Record<string, [spoil: Spoil, ...expected: string[][]]>): void {
  describe.each(Object.entries(cases))('%s', (_, [spoil, ...expected]) => {
    it('is told', () => {
      expect(issuesOf(spoil).map(({ severity, code, file, path }) => [severity, code, `${file}${path}`])).toEqual(expected)
    })
  })
}
