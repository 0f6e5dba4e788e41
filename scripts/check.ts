/** `npm run check`: everything that can be said about the code without running it. The last line is the verdict. */
import { runChecks } from './lib/checks.ts'
import { bold, main } from './lib/steps.mjs'

await main(async () => {
  const results = await runChecks()
  const failures = results.filter((result) => result.failure !== undefined)
  for (const { title, failure } of failures) console.log(`\n${bold(title)}\n${failure}`)
  const names = failures.map(({ title }) => title.toLowerCase()).join(', ')
  console.log(
    failures.length === 0 ? `\ncheck: all ${results.length} passed` : `\ncheck: ${failures.length} of ${results.length} failed (${names})`,
  )
  if (failures.length > 0) process.exitCode = 1
})
