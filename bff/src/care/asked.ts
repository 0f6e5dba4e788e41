import { show } from '@mosaic/schemas/errors'
import type { Locale } from '@mosaic/schemas/text'
import { ClientError } from '../client-error.ts'
import { preferredLocale } from '../home/locale.ts'
import type { Visit } from '../home/visit.ts'
import type { MyRequest } from '../me/my-answer.ts'
import type { CompiledContent, CompiledRelease } from '../release/compile.ts'
import type { Person, Staff } from './contract.ts'
import type { CareContext } from './graphql/context.ts'
import { sessionOfPerson } from './person-session.ts'

/** A customer as the desk's schema hands him on: found for one brand, and known to it alone. */
export type Customer = Person & { brand: string }

/** An agent's question about one customer: by whom, in which language, answered by which release. */
export type Asked = { staff: Staff; release: CompiledRelease; locale: Locale; request: MyRequest }

/**
 * Questions about a customer are asked for him, and answered in the agent's own language.
 *
 * @param line one of the customer's lines; without it his first
 * @throws {ClientError} UNAUTHENTICATED, FORBIDDEN, BRAND_NOT_PUBLISHED
 */
export async function asked(context: CareContext, customer: Customer, line?: string): Promise<Asked> {
  const staff = await context.staff()
  const release = liveRelease(context, customer.brand)
  const locale = preferredLocale(context.languages, staff.locale, release.brand)
  const session = { ...sessionOfPerson(customer, customer.brand), locale }
  return { staff, release, locale, request: { session, device: unknownDevice, line, now: context.moment } }
}

const unknownDevice: Visit['device'] = { platform: undefined, appVersion: undefined, formFactor: undefined, languages: undefined }

/** @throws {ClientError} BRAND_NOT_PUBLISHED */
export function liveRelease({ engine }: Pick<CareContext, 'engine'>, brand: string): CompiledRelease {
  const release = engine.get(brand)
  if (release) return release
  const fault = { expected: 'a brand with a live release', got: show(brand), fix: 'Publish it from the CMS, then try again' }
  throw new ClientError('BRAND_NOT_PUBLISHED', 'Nothing is published yet', fault)
}

/** What composes homes, counted apart: figures of customers must not move because agents look. */
export function asAgent(context: CareContext): CareContext {
  const { metrics } = context
  return { ...context, metrics: { ...metrics, homeDuration: metrics.careHomeDuration, widgets: metrics.careWidgets } }
}

/** A content that stands on some page of the release. */
export function contentIn({ surfaces }: CompiledRelease, id: string): CompiledContent['content'] | undefined {
  for (const { contents } of surfaces.values()) {
    const found = contents.find(({ content }) => content.id === id)
    if (found) return found.content
  }
  return undefined
}
