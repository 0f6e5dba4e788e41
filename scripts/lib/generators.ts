import { cacheDir, inRoot, root } from './house.ts'
import { execute } from './steps.mjs'

/** Everything that is made from code and committed, in the order in which one needs the other. */
export const generators = [
  { name: 'registry', title: 'Widget registry', why: 'the list of widget kinds, from their folders' },
  { name: 'json-schemas', title: 'JSON Schemas', why: 'the published format, for readers in other languages' },
  { name: 'sdl', title: 'GraphQL SDL', why: 'the contract of the apps, printed from the code' },
  { name: 'doors', title: 'OpenAPI and WSDL', why: 'the contracts of the REST and SOAP doors, from the same schema' },
  { name: 'operations', title: 'Trusted documents', why: 'the questions the web home asks' },
  { name: 'native', title: 'For the app teams', why: 'golden cases, code generators’ configuration and document ids' },
  { name: 'importmap', title: 'Admin import map', why: 'the components of the CMS admin' },
] as const
export type Generator = (typeof generators)[number]

/** Runs one generator; with `check` it writes nothing and throws a Trouble when a file is not what the generator makes. */
export function generate({ name }: Generator, { check }: { check: boolean }): Promise<void> {
  return execute(process.execPath, [inRoot('scripts', `gen-${name}.ts`), ...(check ? ['--check'] : [])], {
    cwd: root,
    env: process.env,
    log: `${cacheDir}/logs/gen-${name}.log`,
    fix: check ? 'Run: npm run gen' : `Mend what scripts/gen-${name}.ts reads.`,
  })
}
