import { locales, pickText, type Locale } from '@mosaic/schemas/text'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { HandOver, HandOverEvent } from '../../hand-over/contract.ts'
import { preferredLocale } from '../../home/locale.ts'
import { destinationOf } from '../../hand-over/menu.ts'
import type { CompiledRelease } from '../../release/compile.ts'
import { markWords, reasonIn, voiceMenuName } from '../hand-over-words.ts'
import { namesOf } from '../names.ts'
import { asStaff } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'

type Mark = { type: string; at: Date; text: string }

/** `HandOver`: a link that was sent, and what has become of it. It never says the link itself. */
export function addHandOverType(builder: CareBuilder) {
  const mark = builder.objectRef<Mark>('HandOverMark').implement({
    description: 'One step on the way of a hand-over.',
    fields: (t) => ({
      type: t.exposeString('type', {
        nullable: false,
        description:
          '`sent`, `unsent`, `delivered`, `undelivered`, `opened`, `signedIn`, `reached`, `stuck`, `taken`, `givenBack`, `done`, `revoked`; may grow.',
      }),
      at: t.field({ type: 'DateTime', nullable: false, description: 'When.', resolve: ({ at }) => at.toISOString() }),
      text: t.exposeString('text', { nullable: false, description: 'The same in words, in the language of who asks.' }),
    }),
  })
  const param = builder.objectRef<{ name: string; value: string }>('HandOverParam').implement({
    description: 'Something of the customer’s own that a target was filled in with.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: '`billId`, `productId`, `offeringId` or `guideRunId`; may grow.' }),
      value: t.exposeString('value', { nullable: false, description: 'Its id.' }),
    }),
  })
  return builder.objectRef<HandOver>('HandOver').implement({
    description: 'A place of the app that a customer has been led to, and what has become of it.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Its id.' }),
      code: t.exposeString('code', { nullable: false, description: 'What the SMS shows too: to be read out. It opens nothing.' }),
      state: t.exposeString('state', {
        nullable: false,
        description:
          '`issued`, `sent`, `delivered`, `undelivered`, `opened`, `signedIn`, `reached`, `stuck`, `done`, `abandoned`, `revoked` or `expired`; may grow.',
      }),
      targetId: t.exposeID('targetId', { nullable: false, description: 'The target it leads to.' }),
      target: t.string({
        nullable: false,
        description: 'What the target is called, in the language of who asks; its id when there is no such target any more.',
        resolve: async ({ targetId }, _args, context) => {
          const { release, locale } = await readerOf(context)
          return titleOf(release, targetId, locale) ?? targetId
        },
      }),
      customerId: t.exposeID('customerId', { nullable: false, description: 'Whose it is.' }),
      customerName: t.string({
        nullable: false,
        description: 'What the customer is called; empty where that cannot be said just now.',
        resolve: ({ brand, customerId }, _args, context) => namesOf(context.directory)(brand, customerId),
      }),
      lineId: t.exposeID('lineId', { nullable: false, description: 'The line it is about.' }),
      agent: t.string({
        nullable: false,
        description: 'Who sent it, as a name.',
        resolve: async ({ sender }, _args, context) =>
          sender.kind === 'agent' ? sender.name : voiceMenuName[(await readerOf(context)).locale],
      }),
      agentId: t.id({
        nullable: true,
        description: 'Who sent it, by his account; null: nobody in person.',
        resolve: ({ sender }) => (sender.kind === 'agent' ? sender.id : undefined),
      }),
      takenBy: t.string({
        nullable: true,
        description: 'Who helps the customer, who is stuck, as a name; null: nobody yet.',
        resolve: ({ taker }) => taker?.name,
      }),
      isTakenByMe: t.boolean({
        nullable: false,
        description: 'Whether that is who asks.',
        resolve: async ({ taker }, _args, context) => taker !== undefined && taker.id === (await context.staff()).id,
      }),
      issuedAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When it was made.',
        resolve: ({ issuedAt }) => issuedAt.toISOString(),
      }),
      expiresAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'Until when it can be opened.',
        resolve: ({ expiresAt }) => expiresAt.toISOString(),
      }),
      locale: t.exposeString('locale', { nullable: false, description: 'The language of its SMS.' }),
      params: t.field({
        type: [param],
        nullable: false,
        description: 'What the target was filled in with.',
        resolve: ({ params }) => Object.entries(params).map(([name, value]) => ({ name, value })),
      }),
      step: t.string({ nullable: true, description: 'The place reached last, as the app names it.', resolve: ({ step }) => step }),
      wants: t.string({
        nullable: true,
        description: 'What who is stuck wants: `connect` or `callBack`; may grow.',
        resolve: ({ state, events }) => (state === 'stuck' ? lastOf(events, 'stuck')?.wants : undefined),
      }),
      note: t.string({
        nullable: true,
        description: 'His words to it.',
        resolve: ({ state, events }) => (state === 'stuck' ? lastOf(events, 'stuck')?.note : undefined),
      }),
      reason: t.string({
        nullable: true,
        description: 'Why the SMS did not leave or arrive, in the language of who asks.',
        resolve: async ({ events }, _args, context) => {
          const failure = events.findLast((event) => event.type === 'unsent' || event.type === 'undelivered')
          return failure && reasonIn(failure.reason)[(await readerOf(context)).locale]
        },
      }),
      events: t.field({
        type: [mark],
        nullable: false,
        description: 'All its steps, oldest first.',
        resolve: async ({ events, targetId }, _args, context) => {
          const { release, locale } = await readerOf(context)
          return events.map((event) => ({ type: event.type, at: event.at, text: textOf(event, targetId, release, locale) }))
        },
      }),
    }),
  })
}

export type HandOverRef = ReturnType<typeof addHandOverType>

/** Who reads: his language, and the release of his brand, if there is one. */
export async function readerOf(context: CareContext): Promise<{ release: CompiledRelease | undefined; locale: Locale }> {
  const staff = await asStaff(context)
  const release = context.engine.get(staff.brand)
  return { release, locale: release ? preferredLocale(context.languages, staff.locale, release.brand) : (staff.locale ?? locales[0]) }
}

function titleOf(release: CompiledRelease | undefined, targetId: string, locale: Locale): string | undefined {
  const target = release && destinationOf(release, targetId)
  return target && pickText(target.title, locale, release.brand.defaultLocale)?.value
}

function textOf(event: HandOverEvent, targetId: string, release: CompiledRelease | undefined, locale: Locale): string {
  const words: TwoLanguages = markWords(
    event,
    event.type === 'reached' ? (placeName(event.step, targetId, release, locale) ?? event.step) : '',
  )
  return words[locale]
}

/** The app names places by ids: a page, a tile or a step of a guide. The tile of a target is called as the target is. */
function placeName(step: string, targetId: string, release: CompiledRelease | undefined, locale: Locale): string | undefined {
  if (!release) return undefined
  const { care, surfaces, brand } = release
  const target = care.targets.get(targetId)?.target
  if (step === target?.content || (step === target?.surface && target.content === undefined)) return titleOf(release, targetId, locale)
  const guideStep = target?.guide === undefined ? undefined : care.guides.get(target.guide)?.steps.find(({ id }) => id === step)
  return pickText(guideStep?.title ?? surfaces.get(step)?.title, locale, brand.defaultLocale)?.value
}

function lastOf<Type extends HandOverEvent['type']>(events: readonly HandOverEvent[], type: Type) {
  return events.findLast((event): event is Extract<HandOverEvent, { type: Type }> => event.type === type)
}
