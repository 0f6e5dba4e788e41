import { smsSize } from '@mosaic/schemas/sms'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Behaviour, SimText } from '../../../simulator/sms/texts.ts'
import type { Wire } from '../../testing/wire.ts'
import type { Receipt, Sms, Text } from '../contract.ts'
import { eventually } from './eventually.ts'

/** One way to the network, from our side to what telephones show, over a wire that can be cut. */
export type SmsRig = {
  sms: Sms
  wire: Wire
  /** What arrived on a telephone, newest first. */
  arrived(msisdn: string): readonly SimText[]
  behave(changes: Partial<Behaviour>): void
  /** Everything that was logged, at level trace. */
  logged(): string
  close(): Promise<void>
}

/** Whether a busy machine answers sooner than that is luck; where nobody answers, it is waited for. */
const patient = { answerMs: 30_000, patienceMs: 30_000 }
const hasty = { answerMs: 400, patienceMs: 400 }
/** The longest that anything may take while the network fails, for who is hasty, in milliseconds: far from what is patient. */
const soonMs = 15_000
const msisdn = '+393991234567'
const everySign =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€'

/** What every way to the network must do, whatever the network does. */
export function describeSms(name: string, start: (limits: { answerMs: number; patienceMs: number }) => Promise<SmsRig>): void {
  describe(`texts by ${name}`, () => {
    let rig: SmsRig
    let receipts: Receipt[]
    let count = 0
    const begin = async (limits: typeof patient) => {
      rig = await start(limits)
      receipts = []
      rig.sms.listen((receipt) => receipts.push(receipt))
      // The first one waits for the connection.
      await eventually(async () => expect(await rig.sms.send(text({ to: '+393990000000' }))).toMatchObject({ status: 'taken' }))
      await eventually(() => expect(receipts).not.toHaveLength(0))
      receipts.length = 0
    }
    afterEach(() => rig.close())
    const text = (changes: Partial<Text> = {}): Text => ({ id: `text-${++count}`, from: 'Aurora', to: msisdn, text: 'Ciao', ...changes })

    describe('a network that answers', () => {
      beforeEach(() => begin(patient))

      test('a text arrives as it was written, and what became of it is told', async () => {
        const written = [everySign.slice(0, 80), everySign.slice(80), "Perché no? É l'ora. €5 {sì}", 'x'.repeat(160)]
        const ids: string[] = []
        for (const each of written) {
          expect(smsSize(each).isOneSegment).toBe(true)
          const outcome = await rig.sms.send(text({ text: each }))
          expect(outcome).toEqual({ status: 'taken', messageId: expect.stringMatching(/./) })
          if (outcome.status === 'taken') ids.push(outcome.messageId)
        }
        expect(rig.arrived(msisdn).map((one) => one.text)).toEqual(written.toReversed())
        expect(rig.arrived(msisdn)[0]).toMatchObject({ from: 'Aurora', to: msisdn })
        await eventually(() => expect(receipts).toHaveLength(ids.length))
        expect(receipts).toEqual(ids.map((messageId) => ({ messageId, state: 'delivered', at: expect.any(Date) })))
      })

      test.each([
        ['a number without its prefix', { to: '3991234567' }, 'number'],
        ['a number with a line break', { to: `${msisdn}\r\nX: y` }, 'number'],
        ['a number that is a word', { to: '+39Aurora' }, 'number'],
        ['a sender with a line break', { from: 'Aur\r\nora' }, 'sender'],
        ['a sender that is too long', { from: 'Aurora Mobile' }, 'sender'],
        ['a text of two segments', { text: 'x'.repeat(161) }, 'text'],
        ['a sign that no telephone knows', { text: 'L’ora' }, 'text'],
        ['nothing to say', { text: ' ' }, 'text'],
        ['an id with a line break', { id: 'a\r\nb' }, 'id'],
      ])('%s is refused before anybody is asked', async (_title, changes, reason) => {
        expect(await rig.sms.send(text(changes))).toEqual({ status: 'refused', reason, isWorthTrying: false })
        expect(rig.arrived(msisdn)).toEqual([])
      })

      test.each([
        ['number', 'number'],
        ['sender', 'sender'],
        ['other', 'refused'],
      ] as const)('what the network refuses for its %s is not worth trying again', async (refuse, reason) => {
        rig.behave({ refuse })
        expect(await rig.sms.send(text())).toEqual({ status: 'refused', reason, isWorthTrying: false })
        rig.behave({ refuse: undefined })
        expect(await rig.sms.send(text())).toMatchObject({ status: 'taken' })
      })

      test('too many at a time are waited for once; then somebody else must decide', async () => {
        rig.behave({ throttle: 1 })
        expect(await rig.sms.send(text())).toMatchObject({ status: 'taken' })
        rig.behave({ throttle: 2 })
        expect(await rig.sms.send(text())).toEqual({ status: 'refused', reason: 'throttled', isWorthTrying: true })
        expect(rig.arrived(msisdn)).toHaveLength(1)
      })

      test('a text that does not arrive is told with its reason', async () => {
        rig.behave({ undelivered: true })
        const outcome = await rig.sms.send(text())
        await eventually(() => expect(receipts).toHaveLength(1))
        const messageId = outcome.status === 'taken' ? outcome.messageId : ''
        expect(receipts).toEqual([{ messageId, state: 'undelivered', reason: 'undeliverable', at: expect.any(Date) }])
      })

      test('receipts come before the answer, twice, or never', async () => {
        rig.behave({ delayMs: 500 })
        const heard: string[] = []
        rig.sms.listen((receipt) => {
          heard.push('receipt')
          receipts.push(receipt)
        })
        const early = await rig.sms.send(text()).finally(() => heard.push('answer'))
        expect(heard).toEqual(['receipt', 'answer'])
        expect(early).toEqual({ status: 'taken', messageId: receipts[0]?.messageId })

        rig.behave({ delayMs: 0, duplicateReceipts: true })
        const second = await rig.sms.send(text())
        await eventually(() => expect(receipts).toHaveLength(3))
        expect(receipts.slice(1).map((receipt) => receipt.messageId)).toEqual(Array(2).fill(second.status === 'taken' && second.messageId))

        rig.behave({ duplicateReceipts: false, dropReceipts: true })
        await rig.sms.send(text())
        rig.behave({ dropReceipts: false })
        const last = await rig.sms.send(text())
        await eventually(() => expect(receipts).toHaveLength(4))
        expect(receipts[3]?.messageId).toBe(last.status === 'taken' && last.messageId)
      })

      test('a listener that fails costs nobody anything', async () => {
        const heard: string[] = []
        rig.sms.listen(({ messageId }) => {
          heard.push(messageId)
          throw new Error('a defect')
        })
        await rig.sms.send(text())
        await eventually(() => expect(heard).toHaveLength(1))
        expect(await rig.sms.send(text())).toMatchObject({ status: 'taken' })
      })

      test('two hundred at once arrive once each', async () => {
        const outcomes = await Promise.all(
          Array.from({ length: 200 }, (_, index) => rig.sms.send(text({ to: `+3939900000${index % 10}`, text: `n. ${index}` }))),
        )
        expect(outcomes.every(({ status }) => status === 'taken')).toBe(true)
        const all = Array.from({ length: 10 }, (_, index) => rig.arrived(`+3939900000${index}`)).flat()
        expect(new Set(all.map((one) => one.text)).size).toBe(200)
        expect(all).toHaveLength(200)
        await eventually(() => expect(receipts).toHaveLength(200))
      })
    })

    describe('a network that does not', () => {
      beforeEach(() => begin(hasty))

      test('a text whose answer is lost is not sent again: it may have arrived', async () => {
        rig.behave({ silent: true })
        expect(await rig.sms.send(text())).toEqual({ status: 'refused', reason: 'unknown', isWorthTrying: false })
        await eventually(() => expect(rig.arrived(msisdn)).toHaveLength(1))
        rig.behave({ silent: false })
        await eventually(async () => expect(await rig.sms.send(text({ text: 'after' }))).toMatchObject({ status: 'taken' }))
        expect(rig.arrived(msisdn).filter((one) => one.text === 'Ciao')).toHaveLength(1)
      })

      test('while nobody is there it is said in time, and worth trying; afterwards all is well', async () => {
        await rig.wire.down()
        const began = performance.now()
        // The first may still be on a connection of which nobody knows that it is dead.
        const nobody = { status: 'refused', reason: 'unavailable', isWorthTrying: true }
        await eventually(async () => expect(await rig.sms.send(text())).toEqual(nobody))
        expect(performance.now() - began).toBeLessThan(soonMs)
        expect(rig.arrived(msisdn)).toEqual([])
        await rig.wire.up()
        await eventually(async () => expect(await rig.sms.send(text())).toMatchObject({ status: 'taken' }))
      })

      test.each(['hang', 'garbage'] as const)(
        'a wire that shows %s: nothing hangs, nothing is sent twice, and all is well afterwards',
        async (fault) => {
          rig.wire[fault]()
          const began = performance.now()
          const outcomes = await Promise.all([rig.sms.send(text()), rig.sms.send(text())])
          expect(performance.now() - began).toBeLessThan(soonMs)
          for (const outcome of outcomes)
            expect(outcome).toMatchObject({ status: 'refused', reason: expect.stringMatching(/^(unknown|unavailable)$/) })
          await rig.wire.up()
          await eventually(async () => expect(await rig.sms.send(text({ text: 'after' }))).toMatchObject({ status: 'taken' }))
          const texts = rig.arrived(msisdn).filter((one) => one.text === 'Ciao')
          expect(texts.length).toBeLessThanOrEqual(2)
        },
      )

      test('no number, text or id of one is in the log', async () => {
        await rig.sms.send(text({ text: 'Un segreto' }))
        for (const refuse of ['number', 'other'] as const) {
          rig.behave({ refuse })
          await rig.sms.send(text({ text: 'Un segreto' }))
        }
        rig.wire.garbage()
        await rig.sms.send(text({ text: 'Un segreto' }))
        await rig.wire.down()
        await rig.sms.send(text({ text: 'Un segreto' }))
        expect(rig.logged()).not.toBe('')
        for (const secret of ['segreto', msisdn.slice(1), 'demo-sms']) expect(rig.logged()).not.toContain(secret)
      })

      test('after its end nothing is sent and nothing is left open', async () => {
        await rig.sms.close()
        expect(await rig.sms.send(text())).toEqual({ status: 'refused', reason: 'unavailable', isWorthTrying: true })
        await eventually(() => expect(rig.wire.open()).toBe(0))
        expect(rig.arrived(msisdn)).toEqual([])
      })
    })
  })
}
