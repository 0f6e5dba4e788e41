import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { registries } from '../gen-registry.ts'
import { keepGenerated } from './generated.ts'
import { inRoot } from './house.ts'
import { kindTemplate } from './kind-template.ts'
import { Trouble, execute } from './steps.mjs'

/**
 * Makes a whole widget kind that works, to be changed into what it shall be: its folder, its place in the registries, and what its fixtures expect.
 *
 * @param house the folder of the repository
 */
export async function newKind(name: string, house: string): Promise<void> {
  if (!/^[a-z][a-zA-Z\d]*$/.test(name))
    throw new Trouble(`A kind cannot be called "${name}"`, 'Write it in camelCase: npm run gen -- kind spareParts')
  const source = join(house, 'widgets', 'src')
  const folder = join(source, name)
  if (existsSync(folder)) throw new Trouble(`widgets/src/${name} is there already`, 'Take another name, or change what is there.')
  const style = await resolveConfig(inRoot('package.json'))
  for (const [path, text] of kindTemplate(name)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    // How long a line is depends on the name.
    writeFileSync(join(folder, path), await format(text, { ...style, filepath: path }))
  }
  keepGenerated(registries(source), [])
  await execute(
    process.execPath,
    [join(house, 'node_modules', 'vitest', 'vitest.mjs'), 'run', `widgets/src/${name}`, '-t', 'golden fixtures'],
    {
      cwd: house,
      env: { ...process.env, UPDATE_FIXTURES: '1' },
      log: join(house, '.cache', 'logs', 'new-kind.log'),
      fix: `What is written so far is in widgets/src/${name}.`,
    },
  )
}
