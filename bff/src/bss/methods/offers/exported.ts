import type { Offering } from '@mosaic/schemas/bss'
import type { AskContext } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'
import { readOfferings } from './offering.ts'

/** The catalogue as systems write it into a file, `productOffering.json` or `.xml`: the offerings of TMF620. The same for every customer. */
export async function readExported({ send, currency }: Pick<AskContext<'file' | 'sftp'>, 'send' | 'currency'>): Promise<Offering[]> {
  const { data } = await send({ path: 'productOffering' })
  return readOfferings(offeringsOf(new Reading(data, 'productOffering')), currency)
}

/** A list, or a list with something around it, as XML must have: whatever its name. An empty element has no offerings; any other must tell them. */
function offeringsOf(file: Reading): Reading[] {
  if (Array.isArray(file.value)) return file.wholeItems()
  const [around, ...others] = file.isObject() ? Object.keys(file.value as object) : []
  if (around === undefined || others.length > 0) throw file.bad('a list of offerings')
  const content = around === 'productOffering' ? file : file.at(around)
  if (content.value === '') return []
  const list = content.at('productOffering')
  if (!list.isThere()) throw list.bad('a list of offerings')
  return list.wholeItems()
}
