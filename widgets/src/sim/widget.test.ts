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
  // Where the operator names no price, nothing is ordered here; where another is on its way, no codes are of use.
  expect([sim.replacements, sim.puk !== undefined]).toEqual([[], expected.includes('replace')])
})

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const simWith = (own: Partial<Sim>, fields: object = {}) => {
  const content = { ...ready.content, fields: { ...ready.content.fields, ...fields } }
  const data = { sim: { form: 'sim', state: 'active', replacement: { sim: eur(1_000), esim: eur(0) }, ...own } as Sim }
  return (composeFixture({ ...ready, content, data }) as unknown as { sim: SimPayload }).sim
}

test('a new one can be ordered for every reason and form that has a price, and the question names cost and consequence', () => {
  const { replacements, replaceText } = simWith({})
  expect(replaceText).toBe('Sostituisci la SIM')
  expect(replacements.map(({ reason, form }) => `${reason} ${form}`)).toEqual([
    'lost sim',
    'lost esim',
    'stolen sim',
    'stolen esim',
    'broken sim',
    'broken esim',
  ])
  const [paid, free] = replacements
  expect(paid?.order.confirm?.body).toMatch(/^Costa 10,00\s€ una tantum\. .*smette di funzionare/)
  expect(free?.order.confirm?.body).toMatch(/^È gratis\. .*smette di funzionare/)
  expect(paid?.order).toMatchObject({
    operationId: 'replaceSim',
    variables: [
      { name: 'lineId', value: ready.lineId },
      { name: 'form', value: 'sim' },
      { name: 'reason', value: 'lost' },
      { name: 'price', value: '1000' },
    ],
    refreshes: [ready.content.id],
  })
  expect(simWith({ replacement: { esim: eur(0) } }).replacements.map(({ form }) => form)).toEqual(['esim', 'esim', 'esim'])
})

test('neither while one is on its way, nor where the editors do not want it', () => {
  const onItsWay = simWith({ state: 'replacing' })
  expect([onItsWay.replacements, onItsWay.replaceText, onItsWay.puk]).toEqual([[], undefined, undefined])
  const unwanted = simWith({}, { offerReplacement: false, showPuk: false })
  expect([unwanted.replacements, unwanted.puk]).toEqual([[], undefined])
})

test('a tile tells where the codes can be asked for, and never a code', () => {
  expect(simWith({}).puk).toMatchObject({ lineId: ready.lineId, label: { value: 'Mostra il PUK' } })
  expect(JSON.stringify(simWith({}))).not.toMatch(/\d{8}/)
})
