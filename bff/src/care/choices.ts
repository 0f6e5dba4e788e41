import type { Bill } from '@mosaic/schemas/bss'
import { show } from '@mosaic/schemas/errors'
import { billStateOf, createMoment } from '@mosaic/widgets'
import { ClientError } from '../client-error.ts'
import { formatFor } from '../home/formats.ts'
import { myAnswer, type MyDependencies } from '../me/my-answer.ts'
import { contentIn, type Asked } from './asked.ts'
import { billWords } from './figures.ts'

/** One thing a target can be about: one of his bills, or of his options. `name`: which parameter it fills. */
export type Choice = { id: string; label: string; name: 'billId' | 'productId' | 'offeringId' }

/** The kinds of contents that are about one option he has; the others that are about options are about what he could have. */
const ofHisOwn = new Set(['options', 'thirdParty'])

/**
 * What can be chosen for a target, out of the customer's own things; nothing for one that needs no choice.
 *
 * @throws {ClientError} BAD_INPUT for a target that is not in the release, BACKEND_UNAVAILABLE, and what `myAnswer` throws
 */
export async function choicesFor(dependencies: MyDependencies, asked: Asked, targetId: string): Promise<Choice[]> {
  const { release } = asked
  const target = release.care.targets.get(targetId)?.target
  if (!target) {
    const fault = { expected: 'the id of a published target', got: show(targetId), fix: 'Ask `targets` for them' }
    throw new ClientError('BAD_INPUT', 'No such target', fault)
  }
  if (target.opens === 'bill') return bills(dependencies, asked)
  if (target.opens !== 'option') return []
  const kind = target.content === undefined ? undefined : contentIn(release, target.content)?.kind
  return kind !== undefined && ofHisOwn.has(kind) ? ownOptions(dependencies, asked) : offerings(dependencies, asked)
}

async function bills(dependencies: MyDependencies, { release, locale, request }: Asked): Promise<Choice[]> {
  const format = formatFor(locale, release.brand.timeZone, request.now)
  const moment = createMoment(request.now)
  const labelOf = (bill: Bill) =>
    [bill.number, format.money(bill.amount).text, format.date(bill.issuedOn), billWords[billStateOf(bill, moment)][locale]].join(' · ')
  const { value } = await myAnswer(dependencies, request, 'bills', (all) =>
    all
      .toSorted((one, other) => other.issuedOn.localeCompare(one.issuedOn))
      .map((bill): Choice => ({ id: bill.id, label: labelOf(bill), name: 'billId' })),
  )
  return value ?? unavailable('bills')
}

async function ownOptions(dependencies: MyDependencies, { release, locale, request }: Asked): Promise<Choice[]> {
  const format = formatFor(locale, release.brand.timeZone, request.now)
  const { value } = await myAnswer(dependencies, request, 'products', (products) =>
    products
      .filter(({ category, status }) => category !== 'device' && status !== 'off')
      .map(({ id, name, price }): Choice => ({ id, label: price ? `${name} · ${format.money(price).text}` : name, name: 'productId' })),
  )
  return value ?? unavailable('options')
}

async function offerings(dependencies: MyDependencies, { release, locale, request }: Asked): Promise<Choice[]> {
  const format = formatFor(locale, release.brand.timeZone, request.now)
  const { value } = await myAnswer(dependencies, request, 'offers', (offers) =>
    offers
      .filter(({ category }) => category === undefined || category === 'option')
      .map(({ id, name, price }): Choice => ({ id, label: price ? `${name} · ${format.money(price).text}` : name, name: 'offeringId' })),
  )
  return value ?? unavailable('offers')
}

function unavailable(what: string): never {
  const fault = { expected: `a system that tells the ${what}`, got: 'none that answers', fix: 'Try again in a moment' }
  throw new ClientError('BACKEND_UNAVAILABLE', 'The systems do not answer', fault)
}
