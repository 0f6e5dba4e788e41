import type { ReleaseBody } from '@mosaic/schemas/release'
import { inDocument, warning, type PublishIssue } from '../issues.ts'

/** A content whose time is over: harmless, but hardly meant. */
export function checkValidity({ contents }: ReleaseBody, now: Date): PublishIssue[] {
  return contents.flatMap(({ id, name, validUntil }, index) => {
    if (validUntil === undefined || Date.parse(validUntil) > now.getTime()) return []
    const place = inDocument('contents', index, id, 'validUntil')
    return warning(
      'validity-over',
      place,
      `«${name}»: la validità è finita, nessuno lo vedrà.`,
      `"${name}": its validity is over, nobody will see it.`,
    )
  })
}
