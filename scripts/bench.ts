/** `npm run bench [-- suite]`: measures against a floor in the same run, prints ratios and writes bench-results/<suite>.json. */
import { bss } from './bench/bss.ts'
import { day } from './bench/day/suite.ts'
import { home } from './bench/home/suite.ts'
import { path } from './bench/path.ts'
import { report, type Row } from './bench/results.ts'
import { widgets } from './bench/widgets.ts'
import { generated } from './lib/builds.ts'
import { ensure } from './lib/inputs.ts'
import { Trouble, bold, main } from './lib/steps.mjs'

const suites: Readonly<Record<string, () => Promise<Row[]>>> = { path, bss, home, widgets, day }

await main(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !Object.hasOwn(suites, name))
  if (unknown !== undefined) throw new Trouble(`There is no bench suite "${unknown}"`, `Known: ${Object.keys(suites).join(', ')}`)
  await ensure(generated)
  for (const [name, suite] of Object.entries(suites)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n${bold(`Measuring ${name}`)}\n`)
    report(name, await suite())
  }
})
