import type { ReadMethodName } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { composeWidget, isLeftOut, type Outcomes } from '../compose.ts'
import { needsOf, wantsOf } from '../definition.ts'
import { answered, composeFixture, fixtureInput, type readFixtures } from './fixture.ts'
import { langsOf, widget } from './inspect.ts'
import type { Subject } from './subject.ts'

/** Why a want may be missing: it failed in some way, came to nothing that keeps its contract, or was never asked. */
const waysToMiss = ['DEADLINE', 'BSS_TIMEOUT', 'BSS_UNAVAILABLE', 'BSS_BAD_ANSWER', 'garbage', 'absent'] as const

/** What a kind wants and does not get costs it a part, never the tile. */
export function testWants({ definition, ready, needs, wants }: Subject, fixtures: ReturnType<typeof readFixtures>): void {
  const base = fixtureInput(ready)

  test('no content both needs and wants a method, and each is one that the kind names', () => {
    for (const { fixture } of fixtures) {
      const [needed, wanted] = [needsOf(definition, fixture.content.fields), wantsOf(definition, fixture.content.fields)]
      expect(needed.filter((method) => wanted.includes(method))).toEqual([])
      expect(definition.needs).toEqual(expect.arrayContaining([...needed]))
      expect(definition.wants ?? []).toEqual(expect.arrayContaining([...wanted]))
    }
  })

  test.each(waysToMiss)('any subset of wants missing (%s) still presents', (way) => {
    for (const missing of subsetsOf(wants)) {
      const view = widget(composeWidget({ ...base, outcomes: without(missing, way) }))
      expect(view).toMatchObject({ __typename: definition.type, state: 'READY' })
      expect(view[definition.kind]).toBeTruthy()
      expect(view.issue).toBeUndefined()
      expect(langsOf(view)).toEqual([ready.locale])
      expect(view.accessibility.label).toContain(view.title?.value)
      // What is not whole is worth another look soon; what is whole stays good for as long as its answers.
      expect(view.freshness.staleAfter === ready.now).toBe(missing.length > 0)
    }
  })

  test('with none of its wants, an old need makes it old, and one that failed makes it fail', () => {
    const data = Object.fromEntries(needs.map((need) => [need, ready.data[need]]))
    for (const need of needs) {
      expect(composeFixture({ ...ready, data, stale: [need] })).toMatchObject({ state: 'STALE' })
      const failed = composeFixture({ ...ready, data, failed: { [need]: 'BSS_TIMEOUT' } })
      expect(isLeftOut(failed) ? failed.reason : failed.issue?.code).toBe('BSS_TIMEOUT')
    }
    expect(widget(composeFixture({ ...ready, data })).state).toBe('READY')
  })

  function without(missing: readonly ReadMethodName[], way: (typeof waysToMiss)[number]): Outcomes {
    const outcomes: Record<string, unknown> = { ...base.outcomes }
    for (const method of missing) {
      if (way === 'absent') delete outcomes[method]
      else outcomes[method] = way === 'garbage' ? answered(method, '<html>502</html>', false, base.now) : { status: 'failed', code: way }
    }
    return outcomes as Outcomes
  }
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])], [[]])
}
