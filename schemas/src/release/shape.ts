import { Type, type TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import { inWords, step, valueAt } from './errors.ts'
import { releaseFiles, Trigger, type ReleaseFileName, type ReleaseIssue } from './types.ts'

type TypeBoxError = ReturnType<typeof Value.Errors>[number]
type Words = Omit<ReleaseIssue, 'file'>

/** TypeBox stops at 8 findings by default, and one wrong word of a closed list makes as many as the list is long. */
const findingsPerFile = 2_000

/** The shape of each file. A trigger's rule has its own checker, which knows more and says it better. */
export const shapes: Readonly<Record<ReleaseFileName, TSchema>> = {
  ...releaseFiles,
  'triggers.json': Type.Array(Type.Object({ ...Trigger.properties, rule: Type.Unknown() }, { additionalProperties: false })),
}

/** Of lists, compiled on first use. */
const validators = new WeakMap<TSchema, Validator>()

/**
 * Whether a value is as its schema says. Compiled code checks a list of thousands in a tenth of the time, and to compile takes longer than to check one object.
 *
 * @param schema the same object each time
 */
export function hasShape(schema: TSchema, value: unknown): boolean {
  if (!Array.isArray(value)) return Value.Check(schema, value)
  let validator = validators.get(schema)
  if (!validator) validators.set(schema, (validator = Compile(schema)))
  return validator.Check(value)
}

/** How a value differs from its schema, in words, once for each place; empty when it does not. See `hasShape`. */
export function checkShape(schema: TSchema, value: unknown, file: string): ReleaseIssue[] {
  if (hasShape(schema, value)) return []
  const findings = allFindings(schema, value)
  const unions = new Set(findings.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath))
  return findings
    .filter((finding) => finding.keyword === 'anyOf' || !isBranch(finding, unions))
    .flatMap((finding) => inWordsOf(finding, findings, schema, value))
    .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index)
    .map((words) => ({ ...words, file }))
}

function allFindings(schema: TSchema, value: unknown): TypeBoxError[] {
  const { maxErrors } = Settings.Get()
  Settings.Set({ maxErrors: findingsPerFile })
  try {
    return Value.Errors(schema, value)
  } finally {
    Settings.Set({ maxErrors })
  }
}

/** What TypeBox says of one branch of a union; the union itself says it better. */
function isBranch({ instancePath, schemaPath }: TypeBoxError, unions: ReadonlySet<string>): boolean {
  return unions.has(instancePath) && schemaPath.includes('/anyOf/')
}

function inWordsOf(finding: TypeBoxError, all: readonly TypeBoxError[], schema: TSchema, root: unknown): Words[] {
  const { instancePath: path } = finding
  const got = inWords(valueAt(root, path))
  switch (finding.keyword) {
    case 'required':
      return finding.params.requiredProperties.map((name) => {
        const expected = expectedOf(schema, `${finding.schemaPath}/properties/${name}`) ?? 'a value'
        return { code: 'missing-property', path: path + step(name), expected, got: 'nothing', fix: `Add "${name}".` }
      })
    case 'additionalProperties': {
      const known = Object.keys(schemaAt(schema, finding.schemaPath)?.properties ?? {}).join(', ')
      return finding.params.additionalProperties.map((name) => {
        const found = inWords(valueAt(root, path + step(name)))
        return {
          code: 'unknown-property',
          path: path + step(name),
          expected: `only ${known}`,
          got: `"${name}": ${found}`,
          fix: `Remove "${name}", or correct its spelling.`,
        }
      })
    }
    // Says of each unknown property what "additionalProperties" says of all.
    case 'boolean':
      return []
    case 'anyOf': {
      const values = all.flatMap((each) =>
        each.keyword === 'const' && each.instancePath === path ? [String(each.params.allowedValue)] : [],
      )
      return [{ code: 'not-in-list', path, expected: `one of ${values.join(', ')}`, got, fix: 'Choose one of the list.' }]
    }
    default: {
      const expected = expectedOf(schema, finding.schemaPath) ?? finding.message
      return [{ code: `wrong-${finding.keyword}`, path, expected, got, fix: `Write ${expected}.` }]
    }
  }
}

/** What a schema asks for: its description where it has one. */
function expectedOf(schema: TSchema, schemaPath: string): string | undefined {
  const node = schemaAt(schema, schemaPath)
  if (!node) return undefined
  if (typeof node.description === 'string') return node.description
  if (node.anyOf) return `one of ${node.anyOf.map((branch) => String(branch.const)).join(', ')}`
  if (node.const !== undefined) return inWords(node.const)
  switch (node.type) {
    case 'string':
      return node.minLength ? 'a text that is not empty' : 'a text'
    case 'boolean':
      return 'true or false'
    case 'array':
      return node.minItems ? `a list of at least ${node.minItems}` : 'a list'
    case 'object':
      return 'an object'
    case 'integer':
    case 'number':
      return `a ${node.type === 'integer' ? 'whole number' : 'number'}${rangeOf(node)}`
    default:
      return undefined
  }
}

function rangeOf({ minimum, maximum }: SchemaNode): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`
  if (minimum !== undefined) return ` from ${minimum}`
  return maximum === undefined ? '' : ` up to ${maximum}`
}

/** The few JSON Schema words the release format is written in. */
type SchemaNode = {
  type?: string
  description?: string
  properties?: Record<string, SchemaNode>
  anyOf?: readonly SchemaNode[]
  const?: unknown
  minLength?: number
  minItems?: number
  minimum?: number
  maximum?: number
}

function schemaAt(schema: TSchema, schemaPath: string): SchemaNode | undefined {
  return valueAt(schema, schemaPath.replace(/^#/, '')) as SchemaNode | undefined
}
