import type { Sms, SmsOutcome, Text } from '../../sms/contract.ts'

/** A network that keeps what it is given, and answers as it is told. */
export type TestSms = Pick<Sms, 'send'> & { texts: Text[]; answer: SmsOutcome | undefined }

export function testSms(): TestSms {
  const texts: Text[] = []
  return {
    texts,
    answer: undefined,
    send(text) {
      texts.push(text)
      return Promise.resolve(this.answer ?? { status: 'taken', messageId: `m-${texts.length}` })
    },
  }
}
