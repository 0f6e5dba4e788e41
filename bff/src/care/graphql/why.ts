import { capabilitiesOf, operationDocument, widgetSelection } from '@mosaic/widgets/graphql'
import { parse } from 'graphql'
import { formatFor } from '../../home/formats.ts'
import { asAgent, asked } from '../asked.ts'
import { sessionOfPerson } from '../person-session.ts'
import { nodesOf, sentenceOf, type RuleNode, type Words } from '../why-words.ts'
import { whyOf, type ClusterReason, type TileReason, type Why } from '../why.ts'
import type { CareBuilder } from './context.ts'
import { deviceFrom, type CustomerRefs } from './customers.ts'

/** Reasons, and what they are said with. */
type Said<Reason> = Reason & { words: Words }

/** `Customer.why`: why he sees what he sees on a page, and why not the rest. The customers' schema knows nothing of it. */
export function addWhy(builder: CareBuilder, { customer, device }: CustomerRefs): void {
  const why = addWhyType(builder)
  builder.objectFields(customer, (t) => ({
    why: t.field({
      type: why,
      nullable: true,
      description: 'Why he sees what he sees on a page, and why not the rest: by the same stages that compose it.',
      args: {
        line: t.arg.id({ description: 'One of his lines; without it the first.' }),
        surface: t.arg.string({ defaultValue: 'home', description: '`home`, or the id of one of `pages`.' }),
        device: t.arg({ type: device, required: true, description: 'On what he looks.' }),
      },
      resolve: async (person, { line, surface, device: wanted }, context) => {
        const { release, locale } = await asked(context, person)
        const reasons = await whyOf(asAgent(context), {
          session: sessionOfPerson(person, person.brand),
          device: deviceFrom(wanted),
          surface: surface ?? 'home',
          line: line ?? undefined,
          capabilities: everything,
          now: context.moment,
        })
        const { timeZone, currency } = release.brand
        return { ...reasons, words: { format: formatFor(locale, timeZone, context.moment), currency } }
      },
    }),
  }))
}

/** The desk draws every kind. */
const everything = capabilitiesOf(parse(operationDocument(`{ mosaic { widgets { ${widgetSelection} } } }`)))

function addWhyType(builder: CareBuilder) {
  const node = addRuleNode(builder)
  const cluster = builder.objectRef<Said<ClusterReason>>('ClusterReason').implement({
    description: 'Why a customer is in a cluster, or is not.',
    fields: (t) => ({
      id: t.id({ nullable: false, description: 'The cluster.', resolve: (it) => it.cluster.id }),
      name: t.string({ nullable: false, description: 'As its editors call it.', resolve: (it) => it.cluster.source.name }),
      because: t.exposeString('because', {
        nullable: false,
        description: '`always` (it has no rule), `trigger`; `false`, `unknown` (what its rule asks about did not come). May grow.',
      }),
      sentence: t.string({ nullable: true, description: 'Its rule in words, without the full stop.', resolve: said }),
      rule: t.field({ type: [node], nullable: { list: true, items: false }, description: ruleDescription, resolve: nodes }),
    }),
  })
  const tile = builder.objectRef<Said<TileReason>>('TileReason').implement({
    description: 'Why a content is shown, or is not.',
    fields: (t) => ({
      contentId: t.id({ nullable: false, description: 'The id of its widget.', resolve: (it) => it.content.content.id }),
      name: t.string({ nullable: false, description: 'As its editors call it.', resolve: (it) => it.content.content.name }),
      kind: t.string({ nullable: false, description: 'The kind of widget.', resolve: (it) => it.content.content.kind }),
      because: t.exposeString('because', {
        nullable: false,
        description:
          '`always`, `trigger`; `notYet`, `over` (its validity), `false`, `unknown` (its rule), `nothingToShow` (its data), `broken`. May grow.',
      }),
      sentence: t.string({ nullable: true, description: 'Its rule in words, without the full stop.', resolve: said }),
      rule: t.field({ type: [node], nullable: { list: true, items: false }, description: ruleDescription, resolve: nodes }),
      validFrom: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'From when it may be shown.',
        resolve: (it) => instant(it.content.validFrom),
      }),
      validUntil: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Until when, exclusive.',
        resolve: (it) => instant(it.content.validUntil),
      }),
    }),
  })
  return builder.objectRef<Said<Why>>('Why').implement({
    description: 'The reasons of a page.',
    fields: (t) => ({
      cluster: t.field({
        type: cluster,
        nullable: false,
        description: 'The cluster he is in.',
        resolve: ({ cluster: reason, words }) => ({ ...reason, words }),
      }),
      passedOver: t.field({
        type: [cluster],
        nullable: false,
        description: 'Those that were asked before it, in that order; the last 100 of them.',
        resolve: ({ passedOver, words }) => passedOver.map((reason) => ({ ...reason, words })),
      }),
      tiles: t.field({
        type: [tile],
        nullable: false,
        description: 'What is shown.',
        resolve: ({ tiles, words }) => tiles.map((reason) => ({ ...reason, words })),
      }),
      absent: t.field({
        type: [tile],
        nullable: false,
        description: 'What stands on the page for others.',
        resolve: ({ absent, words }) => absent.map((reason) => ({ ...reason, words })),
      }),
    }),
  })
}

const ruleDescription = 'Its rule with what each part of it came to: a tree, parents before their children.'

function addRuleNode(builder: CareBuilder) {
  return builder.objectRef<RuleNode>('RuleNode').implement({
    description: 'A part of a rule: a group of others, or one comparison.',
    fields: (t) => ({
      depth: t.exposeInt('depth', { nullable: false, description: 'How deep it stands, from 0: its children follow it, one deeper.' }),
      combinator: t.exposeString('combinator', { nullable: true, description: 'Of a group: `and` or `or`; null for a comparison.' }),
      isNegated: t.exposeBoolean('isNegated', { nullable: false, description: 'The group holds when this does not.' }),
      outcome: t.exposeBoolean('outcome', { nullable: true, description: 'What it came to; null: not known.' }),
      sentence: t.exposeString('sentence', { nullable: true, description: 'Of a comparison: in words.' }),
      label: t.exposeString('label', { nullable: true, description: 'Of a comparison: what it looked at.' }),
      actual: t.exposeString('actual', { nullable: true, description: 'Of a comparison: the value it saw; null: not known.' }),
    }),
  })
}

function said({ rule, words }: Said<ClusterReason | TileReason>): string | undefined {
  return rule && sentenceOf(rule, words)
}

function nodes({ rule, words }: Said<ClusterReason | TileReason>): RuleNode[] | undefined {
  return rule && nodesOf(rule.explanation, words)
}

function instant(ms: number): string | undefined {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined
}
