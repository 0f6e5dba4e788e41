import { Policy, type PolicyChanges } from '@mosaic/schemas/bss'
import { present, type Row } from './rows.ts'

/*
 * A policy as the CMS keeps it: what is empty is left to the method's contract, so a yes or no must be able to be empty too, and is kept as a word.
 */

/** What a document says of a method's policy. Whatever it leaves empty is left out, and so are values from before there was such a field. */
export function policyChangesOf(row: Partial<Row>): PolicyChanges {
  const { adaptive, keyParams, ...others } = Object.fromEntries(Object.keys(Policy.properties).map((name) => [name, row[name]]))
  return present({
    ...others,
    adaptive: adaptive === 'on' ? true : adaptive === 'off' ? false : undefined,
    keyParams: Array.isArray(keyParams) && keyParams.length > 0 ? keyParams : undefined,
  })
}

/** The document that says so. */
export function policyRowOf({ adaptive, ...others }: PolicyChanges): Record<string, unknown> {
  return { ...others, ...(adaptive !== undefined && { adaptive: adaptive ? 'on' : 'off' }) }
}
