import { methods, type MethodResult, type ReadMethodName } from '@mosaic/schemas/bss'
import type { Brand, Content, Media } from '@mosaic/schemas/release'
import type { Horizon } from '@mosaic/schemas/rules'
import { contentViews, type ContentViews } from './content-views.ts'
import { areFieldsOf, isResultOf } from './contract.ts'
import { imageView, needsOf, wantsOf, type Face, type LeaveOut, type PresentInput, type WidgetDefinition } from './definition.ts'
import { contentFreshness, freshnessOf, noFreshness } from './envelope.ts'
import type { Fields } from './fields.ts'
import { chooseForm, isDrawable, type Capabilities, type Form } from './forms.ts'
import type { Format } from './format.ts'
import { issueOf, type IssueCode } from './issues.ts'
import { createMoment } from './moment.ts'
import type { Outcome } from './outcome.ts'
import { refreshedBy } from './refreshed-by.ts'
import { widgets } from './registry.ts'
import { spoken } from './say.ts'
import type { FallbackView, FreshnessView, IssueView, WidgetView } from './view-model.ts'

/** What came of the needs of a home, by method. */
export type Outcomes = { [Name in ReadMethodName]?: Outcome<MethodResult<Name>> }

export type ComposeInput = {
  content: Content
  /** A need that is missing here counts as one that could not be asked; a want that is missing is done without. */
  outcomes: Outcomes
  brand: Pick<Brand, 'defaultLocale' | 'currency'>
  /** The release the content stands in: its number, and when it was made (ISO 8601, UTC). */
  release: { number: number; createdAt: string }
  /** In the customer's language: a widget speaks `format.locale`. */
  format: Format
  now: Date
  /** Told until when the widget stays what it is, as far as that hangs on the moment. */
  horizon?: Horizon | undefined
  /** The line the home is about; absent for a customer without lines. */
  lineId?: string | undefined
  /** The images of the release, by id, and the address a client loads one from. */
  media: ReadonlyMap<string, Media>
  mediaUrl: (image: Pick<Media, 'file'>) => string
  /** Every content of the surface, shown or not: a mutation refreshes those whose data it changes. The same list for the same surface, read only by widgets that hang on it. */
  siblings: () => readonly Content[]
  /** What the client's document can draw; absent = everything (previews). */
  capabilities?: Capabilities | undefined
  /** The kinds that are switched off for this client. */
  switchedOff?: ReadonlySet<string> | undefined
  /** @default the registry */
  definitions?: Readonly<Record<string, WidgetDefinition>>
}

/** A content with nothing to show: `leftOut` is its id, `reason` a stable code (`NO_BILL`, `NO_LINE`, `UNKNOWN_KIND` …). */
export type LeftOut = { leftOut: string; reason: string }

export function isLeftOut(composed: WidgetView | LeftOut): composed is LeftOut {
  return 'leftOut' in composed
}

/**
 * One content and what its needs and wants came to, as the widget a client gets: READY, STALE (what it shows could not be renewed), FAILED (a need is
 * missing or the kind could not make sense of it) or UNSUPPORTED (this client draws none of its forms). A want that is missing costs its part of the
 * widget, and nothing else. Pure: the same input gives the same widget.
 * Never throws: whatever goes wrong becomes the `issue` of this one widget.
 */
export function composeWidget(input: ComposeInput): WidgetView | LeftOut {
  const { content, definitions = widgets } = input
  const definition = Object.hasOwn(definitions, content.kind) ? definitions[content.kind] : undefined
  if (!definition) return leaveOut(content, 'UNKNOWN_KIND')

  const form = chooseForm(definition, definitions, input.capabilities, input.switchedOff)
  const answers = gather(definition, input)
  if ('leaveOut' in answers) return leaveOut(content, answers.leaveOut)
  const subject = { input, definition, views: viewsOf(input, definition) }
  if ('code' in answers) return withoutData(subject, form, answers)

  try {
    const present = presentInput(subject, answers)
    const face = form ? form.present(present) : definition.present(present)
    if ('leaveOut' in face) return leaveOut(content, face.leaveOut)
    if (!form || !isDrawable(form, face, input.capabilities)) return textCard(subject, face, untilItTurns(answers.freshness, face))
    return drawn(subject, form, face, answers)
  } catch {
    return withoutData(subject, form, { code: 'WIDGET_ERROR' })
  }
}

function leaveOut(content: Content, reason: string): LeftOut {
  return { leftOut: content.id, reason }
}

/** What is composed: `views` is what of it is the same for everybody. */
type Subject = { input: ComposeInput; definition: WidgetDefinition; views: ContentViews }

function viewsOf({ content, format, brand, release }: ComposeInput, definition: WidgetDefinition): ContentViews {
  return contentViews({ content, definition, locale: format.locale, fallbackLocale: brand.defaultLocale, release: release.number })
}

// Needs

type Data = PresentInput<Fields, ReadMethodName, ReadMethodName>['data']
type Answers = { data: Data; isPersonal: boolean; isStale: boolean; freshness: FreshnessView }
type Failure = { code: IssueCode; retryAfterSeconds?: number | undefined }

/** The answers a content is drawn from, each checked against its contract; or the first reason why they are not all there. */
function gather(definition: WidgetDefinition, input: ComposeInput): Answers | Failure | LeaveOut {
  const { content, outcomes, lineId, now } = input
  if (!areFieldsOf(definition.fields, content.fields)) return { code: 'WIDGET_ERROR' }
  const needs = needsOf(definition, content.fields)
  if (lineId === undefined && needs.some((need) => methods[need].scope === 'line')) return { leaveOut: 'NO_LINE' }

  const data: Partial<Record<ReadMethodName, unknown>> = {}
  const used: Extract<Outcome, { status: 'ok' }>[] = []
  for (const need of needs) {
    const outcome: Outcome = outcomes[need] ?? { status: 'failed', code: 'BSS_UNAVAILABLE' }
    if (outcome.status === 'failed') return outcome
    if (!outcome.isChecked && !isResultOf(need, outcome.value)) return { code: 'BSS_BAD_ANSWER' }
    data[need] = outcome.value
    used.push(outcome)
  }
  const wants = wantsOf(definition, content.fields)
  let isWhole = true
  for (const want of wants) {
    // A customer without lines is not asked about: nothing is missing.
    if (lineId === undefined && methods[want].scope === 'line') continue
    const outcome: Outcome | undefined = outcomes[want]
    if (outcome?.status === 'ok' && (outcome.isChecked || isResultOf(want, outcome.value))) {
      data[want] = outcome.value
      used.push(outcome)
    } else isWhole = false
  }
  const freshness = freshnessOf(used) ?? contentFreshness(content, input.release.createdAt, now)
  return {
    data: data as Data,
    isPersonal: needs.some(isPersonal) || wants.some(isPersonal),
    isStale: used.some((outcome) => outcome.isStale),
    freshness: isWhole ? freshness : worthAnotherLook(freshness, input),
  }
}

/** Of a widget that shows less than it could: a client asks again as soon as it may. It is what it is for that moment only. */
function worthAnotherLook(freshness: FreshnessView, input: ComposeInput): FreshnessView {
  return { ...freshness, staleAfter: ofTheMoment(input).staleAfter }
}

/** Whether a method's answer is about a customer or his line; others are the same for everybody. */
function isPersonal(method: ReadMethodName): boolean {
  return methods[method].scope !== 'brand'
}

function presentInput({ input, definition, views }: Subject, answers: Answers): PresentInput<Fields, ReadMethodName, ReadMethodName> {
  const { content, format, brand, media, mediaUrl, definitions = widgets } = input
  const { text, action } = views
  return {
    content,
    fields: content.fields,
    data: answers.data,
    lineId: answers.isPersonal ? input.lineId : undefined,
    moment: createMoment(input.now, input.horizon),
    format,
    currency: brand.currency,
    text,
    media: (id) => {
      const image = id === undefined ? undefined : media.get(id)
      return image && imageView(image, mediaUrl, text(image.alt)?.value ?? '')
    },
    action,
    refreshedBy: (write) => refreshedBy(write, input.siblings(), (kind) => (kind === definition.kind ? definition : definitions[kind])),
  }
}

// Envelopes

function drawn(subject: Subject, form: Form, face: Face<unknown>, answers: Answers): WidgetView {
  const { title, payload, gauge, banner, list, actions, action, accessibility } = face
  return {
    ...envelope(subject, form, face),
    state: answers.isStale ? 'STALE' : 'READY',
    title,
    action: action ?? subject.views.action,
    freshness: untilItTurns(answers.freshness, face),
    accessibility,
    gauge,
    banner,
    list,
    actions,
    [form.kind]: payload,
  }
}

/** Of a tile that turns by waiting: fresh until then at most, whatever its data. */
function untilItTurns(freshness: FreshnessView, { turnsAt }: Face<unknown>): FreshnessView {
  if (turnsAt === undefined || Date.parse(turnsAt) >= Date.parse(freshness.staleAfter)) return freshness
  return { ...freshness, staleAfter: turnsAt }
}

function withoutData(subject: Subject, form: Form | undefined, failure: Failure): WidgetView | LeftOut {
  const { input, definition } = subject
  if (definition.onFailure === 'leaveOut') return leaveOut(input.content, failure.code)
  if (!form) return textCard(subject, undefined, ofTheMoment(input))
  const issue = issueOf(failure.code, input.format.locale, failure.retryAfterSeconds)
  return card(envelope(subject, form), input, 'FAILED', issue, ofTheMoment(input))
}

/** Of a widget without data: it says when it was made, so it is what it is for that moment only. */
function ofTheMoment({ now, horizon }: ComposeInput): FreshnessView {
  if (horizon) horizon.until = Math.min(horizon.until, now.getTime())
  return noFreshness(now)
}

/** For an app that draws none of a content's forms, or must not: text only, which every app draws. */
function textCard(subject: Subject, face: Face<unknown> | undefined, freshness: FreshnessView): WidgetView {
  const { input, definition } = subject
  const form = { kind: definition.kind, type: 'TextCardWidget', schemaVersion: definition.schemaVersion }
  const isOff = input.switchedOff?.has(definition.kind) ?? false
  const issue = issueOf(isOff ? 'SWITCHED_OFF' : 'UNSUPPORTED', input.format.locale)
  return card(envelope(subject, form, face), input, 'UNSUPPORTED', issue, freshness)
}

function card(
  common: ReturnType<typeof envelope>,
  { format }: ComposeInput,
  state: 'FAILED' | 'UNSUPPORTED',
  issue: IssueView,
  freshness: FreshnessView,
): WidgetView {
  const { title, body, action } = common.fallback
  return {
    ...common,
    state,
    issue,
    title: { value: title, lang: format.locale },
    action,
    freshness,
    accessibility: { label: spoken(title, body, issue.message), role: 'group', liveRegion: false },
  }
}

type Identity = Pick<Form, 'kind' | 'type' | 'schemaVersion' | 'variant'>

function envelope({ input, views }: Subject, form: Identity, face?: Face<unknown>) {
  return {
    __typename: form.type,
    id: input.content.id,
    kind: form.kind,
    schemaVersion: form.schemaVersion,
    fallback: fallbackOf(views, face),
    style: views.style,
    tracking: views.tracking(form.variant),
  }
}

/** What the tile says in plain text: its face's summary when there is one, else the kind's own fallback card. */
function fallbackOf({ fallback }: ContentViews, face: Face<unknown> | undefined): FallbackView {
  if (face?.summary) return { title: face.title?.value ?? fallback.title, body: face.summary, action: face.action ?? fallback.action }
  return face?.action ? { ...fallback, action: face.action } : fallback
}
