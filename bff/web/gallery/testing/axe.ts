import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

/**
 * What axe calls serious or critical in a part of the page: the rule, and the first element it is about. `rules` are those to ask, else all.
 * Asks in the page itself: AxeBuilder would bring axe anew each time and send everything that is well through another page, which takes ten times as long.
 */
export async function seriousFindings(page: Page, selector: string, rules?: readonly string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ selector, rules }) => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run(selector, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules }),
      })
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    },
    { selector, rules },
  )
}

type Axe = {
  run(selector: string, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

// The one that AxeBuilder brings.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const axe = fromBuilder('axe-core') as { source: string }
