import { clientPlatforms, clientVersionPattern, formFactors } from '@mosaic/schemas/release'
import { show } from '@mosaic/schemas/errors'
import { pickText } from '@mosaic/schemas/text'
import { Kind, type GraphQLResolveInfo } from 'graphql'
import { ClientError } from '../../client-error.ts'
import { capabilitiesOfOperation } from '../../graphql/capabilities.ts'
import { addMosaicType } from '../../graphql/mosaic-type.ts'
import { composeHome } from '../../home/compose-home.ts'
import type { Device } from '../../home/visit.ts'
import { asAgent, asked, liveRelease, type Customer } from '../asked.ts'
import type { PersonLine } from '../contract.ts'
import { sessionOfPerson } from '../person-session.ts'
import { audited } from './as-staff.ts'
import type { CareBuilder } from './context.ts'

/** `search` and `customer`: who there is, and his app as he sees it. The references are for what else hangs on a customer. */
export function addCustomers(builder: CareBuilder) {
  const mosaic = addMosaicType(builder)
  const line = addLine(builder)
  const page = builder.objectRef<{ id: string; title: string }>('Page').implement({
    description: 'A landing page of the live release.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What `home(surface:)` takes.' }),
      title: t.exposeString('title', { nullable: false, description: 'In the language of who asks.' }),
    }),
  })
  const device = builder.inputType('DeviceInput', {
    description: 'On what the customer looks.',
    fields: (t) => ({
      platform: t.string({ required: true, description: `One of ${clientPlatforms.join(', ')}.` }),
      version: t.string({ description: 'Of his app, such as `2.0.0`; without it any.' }),
      formFactor: t.string({ required: true, description: `One of ${formFactors.join(', ')}.` }),
    }),
  })
  const customer = builder.objectRef<Customer>('Customer').implement({
    description: 'Somebody the operator knows.',
    fields: (t) => ({
      id: t.exposeID('customerId', { nullable: false, description: 'His code.' }),
      name: t.exposeString('name', { nullable: false, description: 'Of the person or the company.' }),
      locale: t.exposeString('locale', { nullable: true, description: 'The language he has chosen; null: not known.' }),
      city: t.exposeString('city', { nullable: true, description: 'Where he lives.' }),
      mayBeTexted: t.exposeBoolean('mayBeTexted', {
        nullable: true,
        description: 'Whether SMS about his calls may be sent; null: he was never asked.',
      }),
      lines: t.field({
        type: [line],
        nullable: false,
        description: 'His lines, the first his own first.',
        resolve: ({ lines }) => [...lines],
      }),
      home: t.field({
        type: mosaic,
        nullable: true,
        description: 'A page exactly as his app shows it: the same pipeline, which only reads.',
        args: {
          line: t.arg.id({ description: 'One of his lines; without it the first.' }),
          surface: t.arg.string({ defaultValue: 'home', description: '`home`, or the id of one of `pages`.' }),
          device: t.arg({ type: device, required: true, description: 'On what he looks.' }),
        },
        resolve: (person, { line: lineId, surface, device: wanted }, context, info) =>
          composeHome(asAgent(context), {
            session: sessionOfPerson(person, person.brand),
            device: deviceFrom(wanted),
            surface: surface ?? 'home',
            line: lineId ?? undefined,
            capabilities: capabilitiesOfOperation(info),
            now: context.moment,
          }),
      }),
      pages: t.field({
        type: [page],
        nullable: false,
        description: 'The landing pages there are.',
        resolve: async (person, _args, context) => {
          const { release, locale } = await asked(context, person)
          return [...release.surfaces.values()]
            .filter(({ type }) => type === 'landing')
            .map(({ id, title }) => ({ id, title: pickText(title, locale, release.brand.defaultLocale)?.value ?? id }))
        },
      }),
    }),
  })

  builder.queryFields((t) => ({
    search: t.field({
      type: [customer],
      nullable: false,
      description: 'Who is meant by a number, a name or a code: at most 20.',
      args: { text: t.arg.string({ required: true, description: 'From 3 to 60 characters, written in any way.' }) },
      resolve: (_root, { text }, context) =>
        // What was typed is a name or a number: the register keeps who it led to, when somebody opens him.
        audited(context, 'customer.search', undefined, async ({ brand }) =>
          (await context.directory.search(brand, text)).map((person) => ({ ...person, brand })),
        ),
    }),
    customer: t.field({
      type: customer,
      nullable: true,
      description: 'One customer; null: there is nobody of this code.',
      args: { id: t.arg.id({ required: true, description: 'His code.' }) },
      resolve: (_root, { id }, context, info) =>
        audited(
          context,
          'customer.opened',
          aboutOf(id),
          async ({ brand }) => {
            liveRelease(context, brand)
            const person = await context.directory.person(brand, id)
            return person && { ...person, brand }
          },
          { fields: fieldsAsked(info).join(' ') },
        ),
    }),
  }))

  return { customer, device, mosaic }
}

export type CustomerRefs = ReturnType<typeof addCustomers>

function addLine(builder: CareBuilder) {
  return builder.objectRef<PersonLine>('Line').implement({
    description: 'One of his lines.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What `line` takes.' }),
      msisdn: t.exposeString('msisdn', { nullable: false, description: 'Its number, in E.164.' }),
      kind: t.exposeString('kind', { nullable: false, description: '`voice` or `data`; may grow.' }),
      status: t.exposeString('status', { nullable: false, description: '`active`, `suspended`, `pendingActive` …; may grow.' }),
    }),
  })
}

/** The device of a question. @throws {ClientError} BAD_INPUT */
export function deviceFrom(wanted: { platform: string; version?: string | null | undefined; formFactor: string }): Device {
  const oneOf = <Word extends string>(field: string, words: readonly Word[], got: string): Word => {
    const found = words.find((word) => word === got.toLowerCase())
    if (found === undefined) throw badDevice(field, `one of ${words.join(', ')}`, got)
    return found
  }
  const version = wanted.version ?? undefined
  if (version !== undefined && !new RegExp(clientVersionPattern).test(version))
    throw badDevice('version', 'a version, such as 2.0.0', version)
  return {
    platform: oneOf('platform', clientPlatforms, wanted.platform),
    formFactor: oneOf('formFactor', formFactors, wanted.formFactor),
    appVersion: version,
    // The language is the customer's.
    languages: undefined,
  }
}

function badDevice(field: string, expected: string, got: string): ClientError {
  return new ClientError('BAD_INPUT', `The device’s ${field} cannot be used`, { expected, got: show(got), fix: 'Correct it and ask again' })
}

/** What the register keeps of a code that was asked for: whatever was typed instead of one stays out of it. */
function aboutOf(id: string): string | undefined {
  return /^[\w.:-]{1,64}$/.test(id) ? id : undefined
}

/** What was looked at, for the register; through fragments too. */
function fieldsAsked({ fieldNodes, fragments }: GraphQLResolveInfo): string[] {
  const names = new Set<string>()
  const visit = (selections: NonNullable<(typeof fieldNodes)[number]['selectionSet']>['selections'], depth: number): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      else {
        const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet
        if (set && depth < 5) visit(set.selections, depth + 1)
      }
    }
  }
  for (const { selectionSet } of fieldNodes) if (selectionSet) visit(selectionSet.selections, 0)
  return [...names].filter((name) => name !== 'id' && name !== '__typename').toSorted()
}
