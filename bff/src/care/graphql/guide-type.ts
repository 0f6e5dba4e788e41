import { pickText } from '@mosaic/schemas/text'
import { addStepType } from '../../graphql/guides/walk-type.ts'
import type { Walker } from '../../guides/contract.ts'
import { walkView, type MarkView, type WalkView } from '../../guides/view.ts'
import type { FittingGuide, Walking } from '../guides.ts'
import type { CareBuilder } from './context.ts'
import { readerOf } from './hand-over-type.ts'
import { choiceOf, type TargetChoiceRef } from './targets.ts'

type RunView = WalkView & { walk: Walking }

/** A walk in the words of who looks, in his language. */
export function runView(walk: Walking): RunView {
  return { ...walkView(walk, walk.visit.locale), walk }
}

/** `GuideRun`: a walk through a guide, as both who take it see it. */
export function addGuideTypes(builder: CareBuilder, target: TargetChoiceRef) {
  const step = addStepType(builder)
  const mark = builder.objectRef<MarkView & { by: Walker | undefined }>('GuideMark').implement({
    description: 'What has been found out at one step.',
    fields: (t) => ({
      step: t.exposeID('step', { nullable: false, description: 'The step.' }),
      kind: t.exposeString('kind', { nullable: false, description: '`answer`: said by somebody; `check`: looked up by itself; may grow.' }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'What was asked.' }),
      found: t.expose('found', { type: 'Text', nullable: false, description: 'What was answered, or found.' }),
      by: t.string({
        nullable: true,
        description: '`customer` or `agent`: who has answered; null for what was looked up.',
        resolve: (it) => it.by,
      }),
      agent: t.string({ nullable: true, description: 'The agent who has answered, by name.', resolve: ({ helper }) => helper?.name }),
    }),
  })
  const choice = builder.objectRef<FittingGuide>('GuideChoice').implement({
    description: 'A guide that can be walked with a customer.',
    fields: (t) => ({
      id: t.id({ nullable: false, description: 'Its id.', resolve: ({ guide }) => guide.id }),
      title: t.string({
        nullable: false,
        description: 'What it is called, in the language of who asks.',
        resolve: async ({ guide }, _args, context) => {
          const { release, locale } = await readerOf(context)
          return pickText(guide.title, locale, release?.brand.defaultLocale ?? locale)?.value ?? guide.name
        },
      }),
      fits: t.string({
        nullable: false,
        description: 'Whether it is about him: `yes`, something it looks up holds for him; `no` or `unknown`; may grow.',
        resolve: ({ fits }) => (fits === true ? 'yes' : fits === false ? 'no' : 'unknown'),
      }),
      found: t.field({
        type: [mark],
        nullable: false,
        description: 'What it has looked up for him before it asks anything.',
        resolve: ({ found }) => (found ? marksOf(found.run, walkView(found, found.visit.locale)) : []),
      }),
    }),
  })
  const run = builder.objectRef<RunView>('GuideRun').implement({
    description: 'A walk of a customer through a guide: with an agent, or by himself.',
    fields: (t) => ({
      id: t.id({ nullable: false, description: 'What `answerGuide` takes.', resolve: ({ walk }) => walk.run.run.id }),
      guide: t.id({ nullable: false, description: 'The guide.', resolve: ({ walk }) => walk.guide.id }),
      customerId: t.id({ nullable: false, description: 'Whose it is.', resolve: ({ walk }) => walk.run.run.customerId }),
      lineId: t.id({ nullable: true, description: 'The line it is about.', resolve: ({ walk }) => walk.run.run.lineId }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'What the guide is called.' }),
      at: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When somebody last did something in it.',
        resolve: ({ walk }) => walk.run.at.toISOString(),
      }),
      startedBy: t.string({ nullable: false, description: '`customer` or `agent`.', resolve: ({ walk }) => walk.run.run.startedBy }),
      step: t.field({ type: step, nullable: false, description: 'The step both are at.', resolve: (it) => it.step }),
      trail: t.field({
        type: [mark],
        nullable: false,
        description: 'What has been found out so far, in order.',
        resolve: ({ walk, ...view }) => marksOf(walk.run, view),
      }),
      target: t.field({
        type: target,
        nullable: true,
        description: 'Where it is done, when the step says that something is to be done: he can be sent there.',
        resolve: ({ walk: { run: walked, place } }, _args, context) => {
          const { customerId, lineId } = walked.run
          return place.step.target === undefined ? null : choiceOf(context, { customerId, lineId, target: place.step.target })
        },
      }),
      isReported: t.boolean({
        nullable: false,
        description: 'A ticket has been asked for with all that stands here: from then on nothing moves.',
        resolve: (it) => it.ticket !== undefined,
      }),
      ticket: t.id({ nullable: true, description: 'Its number, once the operator has confirmed it.', resolve: (it) => it.ticket?.id }),
      helper: t.string({
        nullable: true,
        description: 'The agent who has taken part lately, by name; null: nobody.',
        resolve: ({ helper }) => helper?.name,
      }),
      isMine: t.boolean({
        nullable: false,
        description: 'Who asks is the agent who has taken part lately.',
        resolve: async ({ helper }, _args, context) => helper !== undefined && helper.id === (await context.staff()).id,
      }),
      message: t.field({
        type: 'Text',
        nullable: true,
        description: 'Why it is not where the answer would have led: the customer was first.',
        resolve: ({ message }) => message,
      }),
    }),
  })
  return { run, choice }
}

function marksOf(run: Walking['run'] | undefined, { trail }: Pick<WalkView, 'trail'>) {
  return trail.map((mark) => {
    const answered = mark.kind === 'answer' ? run?.answers.findLast(({ step }) => step === mark.step) : undefined
    return { ...mark, by: answered?.by }
  })
}
