import type { Sim } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { SimPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture

test.each<[Sim['form'], Sim['state'], (keyof SimPayload)[]]>([
  ['sim', 'active', ['toEsim', 'replace']],
  ['esim', 'active', ['replace']],
  ['sim', 'blocked', ['replace']],
  ['sim', 'replacing', []],
  ['esim', 'toInstall', []],
])('of a %s that is %s one can do: %j', (form, state, expected) => {
  const { sim } = composeFixture({ ...ready, data: { sim: { form, state } } }) as unknown as { sim: SimPayload }
  expect((['toEsim', 'replace'] as const).filter((action) => sim[action])).toEqual(expected)
})
