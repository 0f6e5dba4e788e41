import type { MethodResult } from '@mosaic/schemas/bss'
import { show } from '@mosaic/schemas/errors'
import { unavailableTexts } from '@mosaic/widgets'
import { Answered, type Known } from './contract.ts'
import { badInput } from './inputs.ts'

/** An offering, and the price the customer has agreed to, in integer minor units; absent where the offering names none. */
export type Offered = { offeringId: string; price?: number | null | undefined }

/**
 * What a tile has shown may be older than the catalogue is: nobody pays another price than the one he has said yes to, nor for what his line cannot have.
 * @throws {ClientError} when it is not on sale
 * @throws {Answered} when the price is another, or it is not for this line
 */
export async function checkOffering({ read }: Pick<Known, 'read'>, { offeringId, price }: Offered): Promise<void> {
  const offering = (await read('offers')).find(({ id }) => id === offeringId)
  if (!offering) throw badInput('offeringId', 'an offering that is on sale', show(offeringId))
  if ((offering.price?.minor ?? 0) !== (price ?? 0)) {
    throw new Answered('failed', {
      it: 'Nel frattempo il prezzo è cambiato: non ti è stato addebitato nulla. Ricontrolla e conferma di nuovo.',
      en: 'The price has changed meanwhile: you have not been charged. Check it and confirm again.',
    })
  }
  const found = (await eligibilityOf(read)).find((one) => one.offeringId === offeringId)
  if (!found || found.isEligible) return
  const { it, en } = unavailableTexts(found)
  throw new Answered('failed', { it: `${it}. Non ti è stato addebitato nulla.`, en: `${en}. You have not been charged.` })
}

/** Where nobody can tell, nobody is refused here: the system that takes the order has the last word. */
async function eligibilityOf(read: Known['read']): Promise<MethodResult<'eligibility'>> {
  try {
    return await read('eligibility')
  } catch (error) {
    if (error instanceof Answered) return []
    throw error
  }
}
