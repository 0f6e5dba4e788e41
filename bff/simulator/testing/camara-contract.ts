import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import SwaggerParser from '@apidevtools/swagger-parser'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

/** The CAMARA files: `CAMARA_SPECS`, else the folder beside the repository. */
const folder = process.env.CAMARA_SPECS ?? resolve(import.meta.dirname, '../../../../shared/camara')
const files = {
  'number-verification/v2': 'NumberVerification-r3.2-number-verification.yaml',
  'sim-swap/v2': 'SimSwap-r3.3-sim-swap.yaml',
  'one-time-password-sms/v1': 'OTPValidation-r3.2-one-time-password-sms.yaml',
} as const
export const hasCamaraContracts = Object.values(files).every((file) => existsSync(join(folder, file)))

export type CamaraApi = keyof typeof files
type Content = { content?: { 'application/json'?: { schema?: object } } }
type Operation = { requestBody?: Content; responses: Record<string, Content | undefined> }

/** What is wrong with what was asked, or answered, by the contract of an API; nothing when all is well. Stricter than the file: what it does not know is wrong. */
export async function createCamaraContract(api: CamaraApi) {
  const file = await SwaggerParser.dereference(join(folder, files[api]))
  const paths = file.paths as Record<string, { post?: Operation }>
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  formats.default(ajv)
  const problems = (schema: object | undefined, value: unknown): string[] => {
    if (!schema) return value === undefined ? [] : ['the contract knows no body here']
    const validate = ajv.compile(sealed(schema))
    return validate(value) === true ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
  const operation = (path: string): Operation => {
    const found = paths[path]?.post
    if (!found) throw new Error(`${api} has no POST ${path}`)
    return found
  }
  return {
    ofRequest: (path: string, body: unknown) => problems(operation(path).requestBody?.content?.['application/json']?.schema, body),
    ofAnswer(path: string, status: number, body: unknown): string[] {
      const answer = operation(path).responses[status]
      if (!answer) return [`the contract knows no ${status} here`]
      return problems(answer.content?.['application/json']?.schema, body)
    },
  }
}

/** Only what the contract names, where it names anything itself. */
function sealed(schema: object): object {
  return 'properties' in schema ? { ...schema, additionalProperties: false } : schema
}
