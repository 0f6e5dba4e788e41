import { releaseFiles, Trigger, type ReleaseBody, type ReleaseFileName } from '@mosaic/schemas/release'
import { Type, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { Locale } from 'typebox/system'
import { error, placeOf, type PublishIssue } from '../issues.ts'
import { careShapeWords } from './care-shapes.ts'

/** A trigger's rule has its own check, which knows more and says it in words. */
const shapes: Record<ReleaseFileName, TSchema> = {
  ...releaseFiles,
  'triggers.json': Type.Array(Type.Object({ ...Trigger.properties, rule: Type.Unknown() }, { additionalProperties: false })),
}

const validators = Object.entries(shapes).map(([name, schema]) => ({ file: name as ReleaseFileName, validator: Compile(schema) }))

/** The shape of each file, by its JSON Schema. What the CMS's own forms let through, this rarely finds. */
export function checkSchema(body: ReleaseBody): PublishIssue[] {
  return validators.flatMap(({ file, validator }) => {
    const value: unknown = body[partOf(file)]
    if (validator.Check(value)) return []
    const faults = validator.Errors(value)
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

/** brand.json holds `brand` of the body, and so on. */
function partOf(file: ReleaseFileName): keyof ReleaseBody {
  return file.slice(0, -'.json'.length) as keyof ReleaseBody
}
