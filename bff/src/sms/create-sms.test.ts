import { afterEach, expect, test } from 'vitest'
import { startSimulator } from '../../simulator/start.ts'
import { createMetrics } from '../metrics.ts'
import type { Text } from './contract.ts'
import { createSms } from './create-sms.ts'
import { captureLog } from './testing/capture-log.ts'
import { eventually } from './testing/eventually.ts'

const text: Text = { id: 'text-1', from: 'Aurora', to: '+393991234567', text: 'Ciao' }
const now = () => new Date()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

test('without a way to the network every text is refused, and nothing is open', async () => {
  const { sms, handlers } = createSms(undefined, { log: captureLog().log, now, metrics: createMetrics() })
  expect(handlers).toEqual([])
  expect(await sms.send(text)).toEqual({ status: 'refused', reason: 'notConfigured', isWorthTrying: false })
  expect(await sms.send({ ...text, to: 'Aurora' })).toMatchObject({ reason: 'number' })
  await sms.close()
})

test('what was sent and what became of it is counted, without whose it was', async () => {
  const simulator = await startSimulator({ port: 0 })
  const metrics = createMetrics()
  const settings = {
    kind: 'smpp',
    host: '127.0.0.1',
    port: simulator.smppPort,
    isTls: false,
    user: 'mosaic',
    password: 'demo-sms',
  } as const
  const { sms } = createSms(settings, { log: captureLog().log, now, metrics })
  closing.push(simulator.close, sms.close)
  const heard: string[] = []
  sms.listen(({ state }) => heard.push(state))
  await sms.send(text)
  simulator.texts.behave({ undelivered: true })
  await sms.send(text)
  simulator.texts.behave({ refuse: 'number' })
  await sms.send(text)
  await eventually(() => expect(heard).toEqual(['delivered', 'undelivered']))
  const told = await metrics.registry.metrics()
  expect(told).toContain('bff_texts_total{outcome="taken"} 2')
  expect(told).toContain('bff_texts_total{outcome="number"} 1')
  expect(told).toContain('bff_text_receipts_total{outcome="delivered"} 1')
  expect(told).toContain('bff_text_receipts_total{outcome="undeliverable"} 1')
  expect(told).not.toContain('39399')
})

test('the gateway has a door for reports where it is told of one', () => {
  const url = new URL('http://127.0.0.1:1/messages')
  const reports = { url: new URL('http://127.0.0.1:1/care/sms-reports'), secret: 'a secret' }
  for (const [given, doors] of [
    [undefined, 0],
    [reports, 1],
  ] as const) {
    // prettier-ignore
    const { sms, handlers } = createSms({ kind: 'http', url, token: 't', reports: given }, { log: captureLog().log, now, metrics: createMetrics() })
    closing.push(sms.close)
    expect(handlers).toHaveLength(doors)
  }
})
