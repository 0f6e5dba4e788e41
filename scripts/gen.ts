/** `npm run gen [-- --check]`: makes (or only compares) every generated file of the repository. */
import { generate, generators } from './lib/generators.ts'
import { main, step } from './lib/steps.mjs'

await main(async () => {
  const check = process.argv.includes('--check')
  for (const generator of generators) await step(generator.title, generator.why, () => generate(generator, { check }))
})
