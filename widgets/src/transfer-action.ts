import type { Line } from '@mosaic/schemas/bss'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'
import { say } from './say.ts'
import type { ActionView } from './view-model.ts'

type Needed = Pick<PresentInput<Fields, never>, 'content' | 'currency' | 'format' | 'refreshedBy'>

/** Stands in the question where the receiver's number belongs: whoever asks it writes the number there. */
const place = '{number}'

/**
 * Sends credit from one line, after a question that says how much, to whom and at what cost. To whom is not in it yet: `toReceiver` says it. Both sums go along, so that
 * nobody pays another than he agreed to.
 *
 * @param minor what arrives, in the brand's minor units
 * @param feeMinor what the sender pays beside it
 */
export function transferAction(input: Needed, line: Line, minor: number, feeMinor: number): ActionView {
  const { content, currency, format } = input
  const { locale } = format
  const money = (amount: number) => format.money({ minor: amount, currency }).text
  const [amount, fee, total, number] = [money(minor), money(feeMinor), money(minor + feeMinor), format.msisdn(line.msisdn)]
  return {
    __typename: 'RunMutation',
    id: `${content.id}:send:${minor}`,
    label: { value: amount, lang: locale },
    accessibilityLabel: say(locale, { it: `Invia ${amount}`, en: `Send ${amount}` }),
    confirm: {
      title: say(locale, { it: `Inviare ${amount}?`, en: `Send ${amount}?` }),
      body: feeMinor
        ? say(locale, {
            it: `Al numero ${place}. L’invio costa ${fee}: in tutto ${total} dal credito della linea ${number}.`,
            en: `To ${place}. Sending costs ${fee}: ${total} in all, from the credit of line ${number}.`,
          })
        : say(locale, {
            it: `Al numero ${place}, dal credito della linea ${number}. L’invio è gratuito.`,
            en: `To ${place}, from the credit of line ${number}. Sending is free.`,
          }),
      acceptLabel: say(locale, { it: 'Invia', en: 'Send' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'transferCredit',
    variables: [
      { name: 'lineId', value: line.id },
      { name: 'amount', value: String(minor) },
      ...(feeMinor ? [{ name: 'fee', value: String(feeMinor) }] : []),
    ],
    refreshes: input.refreshedBy('transferCredit'),
  }
}

/** Whom credit goes to: one of the customer's own lines, or a number in E.164; and how the question names it. */
export type TransferTo = { variable: 'receiverLineId' | 'receiverNumber'; value: string; text: string }

/** The same action, to somebody. */
export function toReceiver(action: ActionView, { variable, value, text }: TransferTo): ActionView {
  if (action.__typename !== 'RunMutation') return action
  const { confirm, variables } = action
  return {
    ...action,
    ...(confirm && { confirm: { ...confirm, body: confirm.body?.replaceAll(place, () => text) } }),
    variables: [...variables, { name: variable, value }],
  }
}
