/** A text to one number. It fits one segment: what does not is refused before anybody is asked. */
export type Text = { id: string; from: string; to: string; text: string }

/** What became of a text that was taken. `at`: when the network said so. */
export type Receipt = { messageId: string; state: 'delivered' | 'undelivered'; reason?: string; at: Date }

export type SmsOutcome = { status: 'taken'; messageId: string } | { status: 'refused'; reason: string; isWorthTrying: boolean }

/** The way to the network: SMPP 3.4 or an HTTP gateway. It never throws, and never sends a text twice by itself unless it surely did not arrive. */
export type Sms = {
  send(text: Text): Promise<SmsOutcome>
  /** Receipts may come before `send` resolves, twice, or never; one listener. */
  listen(heard: (receipt: Receipt) => void): void
  close(): Promise<void>
}
