import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawClient } from '../../http/testing/raw-client.ts'
import { createLog } from '../../log.ts'
import { chiara, linkOrigin, startCareSystem, type CareSystem } from '../testing/care-system.ts'

/* Somebody who reads our logs, and somebody who writes more into a field than belongs there. */

let system: CareSystem
let log = ''
beforeAll(async () => {
  system = await startCareSystem({ log: createLog('trace', { write: (line) => void (log += line) }) })
})
afterAll(() => system.close())

const words = 'Mi chiamo Chiara e il mio codice fiscale è RZZCHR80A41E506X'
const accepting =
  'mutation ($id: ID, $claim: String) { acceptHandOver(id: $id, claim: $claim) { id place { webPath deepLink focus { name value } } } }'
const noting = 'mutation ($input: NoteHandOverInput!) { noteHandOver(input: $input) { id } }'
const claimOf = (body: string) => (JSON.parse(body) as { data: { openHandOver: { claim: string } } }).data.openHandOver.claim

test('a whole journey, with what goes wrong on it: log, figures and addresses say nothing of the customer, and no secret', async () => {
  const { id, code, token } = await system.sendLink({ params: [{ name: 'billId', value: 'B-SECRET-1' }] })
  const claim = claimOf((await system.open(token)).body)
  const { data } = await system.askApp<{ acceptHandOver: { place: { webPath: string; deepLink: string } } }>(chiara.customer, accepting, {
    claim,
  })
  expect(data?.acceptHandOver).toMatchObject({ place: { focus: [{ name: 'billId', value: 'B-SECRET-1' }] } })
  const note = (input: Record<string, string>) => system.askApp(chiara.customer, noting, { input: { id, ...input } })
  await note({ type: 'stuck', wants: 'callBack', note: words })
  await note({ type: 'stuck', wants: words, note: words })
  await note({ type: words })
  await system.askApp('C-0009', accepting, { claim })
  await system.open(`${token}x`)
  system.simulator.texts.behave({ refuse: 'number' })
  await system.sendLink().catch(() => undefined)
  system.simulator.faults.set('customer', { kind: 'error', status: 500 })
  await system.askDesk('S-anna', '{ customer(id: "C-0014") { id } }')
  system.simulator.reset()
  await fetch(`${system.bff.url}/a/${token}`)

  const metrics = await (await fetch(`${system.bff.url}/metrics`)).text()
  const { webPath, deepLink } = data?.acceptHandOver.place ?? { webPath: '', deepLink: '' }
  expect(log).toContain('the BFF listens')
  expect(metrics).toContain('bff_hand_over_openings_total{outcome="open"} 1')
  const told = { log, metrics, addresses: webPath + deepLink }
  for (const secret of [chiara.msisdn, chiara.msisdn.slice(3), 'Rizzo', 'RZZCHR', 'B-SECRET-1', token, claim, `"${code}"`, ` ${code}`]) {
    for (const [where, text] of Object.entries(told)) expect([where, secret, text.includes(secret)]).toEqual([where, secret, false])
  }
})

test('a link leads where the configuration says, whatever a request calls this server', async () => {
  const port = Number(new URL(system.bff.url).port)
  const token = await system.simulator.issueStaffToken('S-anna')
  const input = { customer: chiara.customer, line: chiara.line, target: 'bill-explained', locale: 'it', idempotencyKey: 'raw-intent-1' }
  const body = JSON.stringify({
    query: 'mutation ($input: SendHandOverInput!) { sendHandOver(input: $input) { status } }',
    variables: { input },
  })
  const client = await rawClient(port)
  client.send(
    [
      'POST /care/graphql HTTP/1.1',
      'Host: evil.example',
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: gopher',
      'Forwarded: host=evil.example',
      'Origin: https://evil.example',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
  await client.closed
  expect(client.text()).toContain('"sent"')
  expect(client.text()).not.toContain('evil')
  const [text] = system.simulator.texts.of(chiara.msisdn)
  expect(text?.text).toContain(`${linkOrigin}/a/`)
  expect(text?.text).not.toContain('evil')
})

test('line breaks and headers in fields: refused with the field’s name, or kept as words', async () => {
  const evil = 'x\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>'
  const sending = 'mutation ($input: SendHandOverInput!) { sendHandOver(input: $input) { status } }'
  const usual = { customer: chiara.customer, line: chiara.line, target: 'bill-explained', locale: 'it', idempotencyKey: 'header-intent' }
  for (const field of ['customer', 'line', 'target', 'locale', 'contact', 'replaces', 'idempotencyKey']) {
    const { codes } = await system.askDesk('S-anna', sending, { input: { ...usual, [field]: evil } })
    expect([field, codes]).toEqual([field, ['BAD_INPUT']])
  }
  const { id } = await system.sendLink()
  await system.askApp(chiara.customer, accepting, { id })
  const note = (input: Record<string, string>) => system.askApp(chiara.customer, noting, { input: { id, ...input } })
  expect((await note({ type: 'reached', step: evil })).codes).toEqual(['BAD_INPUT'])
  expect((await note({ type: 'stuck', wants: 'connect', note: 'x'.repeat(501) })).codes).toEqual(['BAD_INPUT'])
  expect((await note({ type: 'stuck', wants: 'connect', note: evil })).codes).toEqual([])
  const looking = 'query ($id: ID!) { handOver(id: $id) { note } }'
  expect((await system.askDesk('S-anna', looking, { id })).data).toEqual({ handOver: { note: evil } })
})
