import { fileNames, hasShape, partOf, shapes, type ReleaseBody } from '@mosaic/schemas/release'
import type { TLocalizedValidationError } from 'typebox/error'
import { Locale } from 'typebox/system'
import { Value } from 'typebox/value'
import { error, placeOf, type PublishIssue } from '../issues.ts'
import { careShapeWords } from './care-shapes.ts'

/** The shape of each file, by its JSON Schema. What the CMS's own forms let through, this rarely finds. */
export function checkSchema(body: ReleaseBody): PublishIssue[] {
  return fileNames.flatMap((file) => {
    const value: unknown = body[partOf(file)]
    if (hasShape(shapes[file], value)) return []
    const faults = Value.Errors(shapes[file], value)
    const unions = new Set(faults.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath))
    return faults
      .filter(
        ({ keyword, instancePath, schemaPath }) =>
          keyword === 'anyOf' || !(keyword === 'boolean' || (unions.has(instancePath) && schemaPath.includes('/anyOf/'))),
      )
      .map((fault) => {
        const known = careShapeWords(file, pathOf(fault))
        const place = placeOf(body, file, known ? pathOf(fault) : fault.instancePath)
        const { id, field } = place.subject
        if (known) return error('schema', place, `«${id}»: ${known[0]}`, `"${id}": ${known[1]}`)
        const [it, en] = inWords(fault, faults)
        return error('schema', place, `«${id}», ${field || 'documento'}: ${it}.`, `"${id}", ${field || 'document'}: ${en}.`)
      })
  })
}

/** What is missing is meant by its own place, where there are words for it. */
function pathOf({ keyword, instancePath, params }: TLocalizedValidationError): string {
  const missing = keyword === 'required' && 'requiredProperties' in params ? params.requiredProperties[0] : undefined
  return missing === undefined ? instancePath : `${instancePath}/${missing}`
}

function inWords(fault: TLocalizedValidationError, all: readonly TLocalizedValidationError[]): [it: string, en: string] {
  if (fault.keyword !== 'anyOf') return [Locale.it_IT(fault), Locale.en_US(fault)]
  const allowed = all.flatMap((each) =>
    each.keyword === 'const' && each.instancePath === fault.instancePath ? [String(each.params.allowedValue)] : [],
  )
  return [`deve essere uno di: ${allowed.join(', ')}`, `must be one of: ${allowed.join(', ')}`]
}
