import type { MethodResult } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { Answered, type Known } from './contract.ts'
import { checkOffering } from './offering.ts'

const notNow = new Answered('failed', { it: 'Non ora', en: 'Not now' })
type Answers = { [Name in 'offers' | 'eligibility']?: MethodResult<Name> | Error }

/** Checks an option of 3,90 € against what the systems say. */
function check({
  offers = [{ id: 'OPT-MINUTI', name: 'Minuti', price: { minor: 390, currency: 'EUR' }, recurring: true }],
  eligibility = [],
}: Answers) {
  const answers: Record<string, unknown> = { offers, eligibility }
  const read = (async (method: string) => {
    const answer = answers[method]
    if (answer instanceof Error) throw answer
    return answer
  }) as Known['read']
  return checkOffering({ read }, { offeringId: 'OPT-MINUTI', price: 390 })
}

test('what the line cannot have is refused, with the reason in words, and with none for one nobody has words for', async () => {
  const refused = (reason?: string) =>
    check({ eligibility: [{ offeringId: 'OPT-MINUTI', isEligible: false, ...(reason && { reason }) }] }).then(
      () => 'sent',
      (error: unknown) => (error as Answered).words,
    )
  expect(await refused('dataOnly')).toEqual({
    it: 'Non disponibile per la tua linea: la tua SIM è solo per i dati. Non ti è stato addebitato nulla.',
    en: 'Not available for your line: your SIM is for data only. You have not been charged.',
  })
  for (const reason of ['constructor', 'X-17', undefined]) {
    expect(await refused(reason)).toMatchObject({ it: 'Non disponibile per la tua linea. Non ti è stato addebitato nulla.' })
  }
})

test.each<[string, Answers]>([
  ['that it can have', { eligibility: [{ offeringId: 'OPT-MINUTI', isEligible: true }] }],
  ['that nobody knows about', { eligibility: [{ offeringId: 'OPT-SMS', isEligible: false }] }],
  ['while nobody can tell', { eligibility: notNow }],
])('what %s is left to the system that takes the order', (_, answers) => expect(check(answers)).resolves.toBeUndefined())

test('a catalogue that cannot be had, and whatever else goes wrong, is not passed over', async () => {
  await expect(check({ offers: notNow })).rejects.toBe(notNow)
  const broken = new TypeError('broken')
  await expect(check({ eligibility: broken })).rejects.toBe(broken)
})
