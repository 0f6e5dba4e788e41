import { show } from '@mosaic/schemas/errors'
import type { Target } from '@mosaic/schemas/release'
import type { Truth } from '@mosaic/schemas/rules'
import { codeCharacters, fillSms, sizeOfTemplate, tokenCharacters } from '@mosaic/schemas/sms'
import { pickText } from '@mosaic/schemas/text'
import { badInput } from '../../actions/inputs.ts'
import { linkOf, originOf } from '../../hand-over/links.ts'
import type { Staff } from '../contract.ts'
import { targetFits } from '../target-fits.ts'
import { findTargets, wantedOf } from '../targets.ts'
import { asStaff, audited } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'
import { readerOf } from './hand-over-type.ts'

export type TargetChoice = { target: Target; title: string; uses: number; fits: Truth }
type SmsPreview = { from: string; text: string; septets: number; isOneSegment: boolean }

const longestText = 200
const recordedMs = 600_000
const mostRecorded = 5_000

/** `targets`, `smsPreview`: where a customer can be sent, and how the SMS will arrive. */
export function addTargets(builder: CareBuilder) {
  const choice = addTargetChoice(builder)
  const preview = addSmsPreview(builder)
  /** By who and about whom: when it was written in the register. */
  const recorded = new Map<string, number>()
  builder.queryFields((t) => ({
    targets: t.field({
      type: [choice],
      nullable: false,
      description: 'Where a customer can be sent: by what he says, best first; without a text all, most used first.',
      args: {
        text: t.arg.string({ description: 'What the customer says: "fattura alta".' }),
        customer: t.arg.id({ description: 'For whom: then it is said whether each leads somewhere for him.' }),
        line: t.arg.id({ description: 'For which of his lines; without it his first.' }),
      },
      resolve: async (_root, { text, customer, line }, context) => {
        const staff = await asStaff(context)
        const said = text ?? ''
        if (said.length > longestText) throw badInput('text', `at most ${longestText} characters`, String(said.length))
        const choices = await choicesOf(context, staff, said)
        if (customer === undefined || customer === null) return choices
        const run = () => fitted(context, staff, choices, customer, line ?? undefined)
        // It is asked at every pause in typing: once in a while is enough for the register.
        const [key, at] = [`${staff.id} ${customer}`, context.moment.getTime()]
        if (at - (recorded.get(key) ?? 0) < recordedMs) return run()
        return audited(context, 'targets.seen', customer, () => {
          if (recorded.size >= mostRecorded) recorded.clear()
          recorded.set(key, at)
          return run()
        })
      },
    }),
    smsPreview: t.field({
      type: preview,
      nullable: false,
      description: 'The SMS of a target as it will arrive, with a link and a code as long as real ones.',
      args: {
        target: t.arg.id({ required: true, description: 'The target’s id.' }),
        locale: t.arg.string({ required: true, description: 'One of the brand’s languages.' }),
      },
      resolve: async (_root, { target, locale }, context) => previewOf(context, await asStaff(context), target, locale),
    }),
  }))
  return choice
}

export type TargetChoiceRef = ReturnType<typeof addTargets>

/** One place as a choice for a customer; `undefined` where the live release does not know it. */
export async function choiceOf(
  context: CareContext,
  { customerId, lineId, target }: { customerId: string; lineId: string | undefined; target: string },
): Promise<TargetChoice | undefined> {
  const staff = await asStaff(context)
  const choices = (await choicesOf(context, staff, '')).filter((choice) => choice.target.id === target)
  return (await fitted(context, staff, choices, customerId, lineId))[0]
}

async function choicesOf(context: CareContext, staff: Staff, said: string): Promise<TargetChoice[]> {
  const { release, locale } = await readerOf(context)
  if (!release) return []
  const uses = await context.targetUses(staff.brand)
  return findTargets(release, said, uses).map((target) => ({
    target,
    title: pickText(target.title, locale, release.brand.defaultLocale)?.value ?? target.name,
    uses: uses.get(target.id) ?? 0,
    fits: undefined,
  }))
}

/** Somebody else’s customer and nobody are the same answer: nothing is known about him. */
async function fitted(context: CareContext, { brand }: Staff, choices: TargetChoice[], customer: string, line: string | undefined) {
  const person = await context.directory.person(brand, customer)
  if (!person || (line !== undefined && !person.lines.some(({ id }) => id === line))) return choices
  const targets = choices.map(({ target }) => target)
  const fits = await targetFits(context, { brand, person, line, now: context.moment }, targets)
  return choices.map((choice) => ({ ...choice, fits: fits.get(choice.target.id) ?? choice.fits }))
}

async function previewOf(context: CareContext, { brand }: Staff, id: string, wanted: string): Promise<SmsPreview> {
  const release = context.engine.get(brand)
  const target = release?.care.targets.get(id)?.target
  if (!release || !target) throw badInput('target', 'the id of a target of the live release', 'another')
  const locale = release.brand.locales.find((one) => one === wanted)
  if (!locale) throw badInput('locale', `one of ${release.brand.locales.join(', ')}`, show(wanted))
  const template = pickText(target.sms, locale, release.brand.defaultLocale)?.value ?? ''
  const origin = originOf(release, context.linkOrigin) ?? ''
  const { septets, isOneSegment } = sizeOfTemplate(template, origin)
  const text = fillSms(template, { link: linkOf(origin, 'x'.repeat(tokenCharacters)), code: 'X'.repeat(codeCharacters) })
  return { from: release.brand.care?.smsSender ?? '', text, septets, isOneSegment }
}

function addTargetChoice(builder: CareBuilder) {
  return builder.objectRef<TargetChoice>('TargetChoice').implement({
    description: 'A place of the app that a customer can be sent to.',
    fields: (t) => ({
      id: t.id({ nullable: false, description: 'Its id.', resolve: ({ target }) => target.id }),
      title: t.exposeString('title', { nullable: false, description: 'What it is called, in the language of who asks.' }),
      name: t.string({ nullable: false, description: 'What editors call it.', resolve: ({ target }) => target.name }),
      opens: t.string({
        nullable: false,
        description: '`surface`, `widget`, `bill`, `option`, `payment` or `step`; may grow.',
        resolve: ({ target }) => target.opens,
      }),
      wants: t.string({
        nullable: true,
        description: 'What is to be picked of his before it is sent: `bill` or `option`; may grow.',
        resolve: ({ target }) => wantedOf(target),
      }),
      uses: t.exposeInt('uses', { nullable: false, description: 'How often it was sent in the last 30 days, about.' }),
      fits: t.string({
        nullable: false,
        description: 'Whether it leads somewhere for the customer: `yes`, `no` or `unknown`; may grow.',
        resolve: ({ fits }) => (fits === true ? 'yes' : fits === false ? 'no' : 'unknown'),
      }),
    }),
  })
}

function addSmsPreview(builder: CareBuilder) {
  return builder.objectRef<SmsPreview>('SmsPreview').implement({
    description: 'An SMS before it is sent.',
    fields: (t) => ({
      from: t.exposeString('from', { nullable: false, description: 'The sender; empty where the brand has none.' }),
      text: t.exposeString('text', { nullable: false, description: 'The text; the link and the code are of the right length only.' }),
      septets: t.exposeInt('septets', { nullable: false, description: 'Characters it takes, of 160.' }),
      isOneSegment: t.exposeBoolean('isOneSegment', {
        nullable: false,
        description: 'Whether it fits one SMS; what does not is not sent.',
      }),
    }),
  })
}
