/** `npm run gen [-- --check]`: makes (or only compares) every generated file of the repository. `npm run gen -- kind <name>`: makes a new widget kind first. */
import { generate, generators } from './lib/generators.ts'
import { root } from './lib/house.ts'
import { newKind } from './lib/new-kind.ts'
import { Trouble, main, step } from './lib/steps.mjs'

await main(async () => {
  const [what, name = '', ...others] = process.argv.slice(2)
  const check = what === '--check'
  const isKind = what === 'kind' && others.length === 0
  if (what !== undefined && !check && !isKind) {
    throw new Trouble(
      `There is nothing to make of "${process.argv.slice(2).join(' ')}"`,
      'Use: npm run gen, npm run gen -- --check, or npm run gen -- kind <name>.',
    )
  }
  if (isKind) await step(`Kind ${name}`, 'a whole one that works, to be changed', () => newKind(name, root))
  for (const generator of generators) await step(generator.title, generator.why, () => generate(generator, { check }))
  if (isKind) console.log(`\n  widgets/src/${name} is a kind. What comes next: CONTRIBUTING.md, "Add a widget kind".`)
})
