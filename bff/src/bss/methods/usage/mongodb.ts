import type { Counter } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** The collection `mosaic_usage`: a document a line, with its counters. */
export const usage: Source<'usage', 'mongodb'> = {
  version: 2,
  async ask({ send }, { lineId }) {
    const found = new Reading(await send({ collection: 'mosaic_usage', where: { lineId }, fields: ['counters'] }), 'mosaic_usage')
    const [document, ...others] = found.wholeItems()
    if (!document || others.length > 0) throw found.bad('one document a line')
    // A line without counters has an empty list: a document without one says nothing.
    if (!document.at('counters').isThere()) throw document.at('counters').bad('a list of counters')
    return { counters: document.at('counters').wholeItems().map(readCounter) }
  },
}

function readCounter(counter: Reading): Counter {
  const type = counter.at('type').requiredWord(['data', 'voice', 'sms'])
  const total = amountAt(counter.at('total'))
  const usedByLine = amountAt(counter.at('usedByLine'))
  const [resetsOn, countedAt] = [counter.at('resetsOn').instant(), counter.at('countedAt').instant()]
  const [isRoaming, isShared] = [counter.at('isRoaming').boolean() === true, counter.at('isShared').boolean() === true]
  return {
    id: counter.at('id').requiredText('the id of a counter'),
    type,
    name: counter.at('name').text() ?? type,
    used: amountAt(counter.at('used')) ?? 0,
    ...(total !== undefined && { total }),
    ...(resetsOn && { resetsOn }),
    ...(isRoaming && { isRoaming, ...(countedAt && { countedAt }) }),
    ...(isShared && { isShared, ...(usedByLine !== undefined && { usedByLine }) }),
  }
}

/** Nothing is an answer here, what cannot be read is none: a total that got lost would show an unlimited counter. */
function amountAt(place: Reading): number | undefined {
  if (!place.isThere()) return undefined
  const amount = place.number()
  if (amount === undefined || amount < 0) throw place.bad('a number from 0')
  return amount
}
