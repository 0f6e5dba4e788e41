import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { firstNameOf, type MarkView, type StepView, type TicketView, type WalkView } from '../../guides/view.ts'
import type { GraphqlContext } from '../context.ts'
import type { PlaceRef } from '../hand-over/place-type.ts'

/** `GuideWalk`: where a customer is in a guide. */
export function addWalkType(builder: WidgetBuilder<GraphqlContext>, place: PlaceRef) {
  const step = addStepType(builder)
  const mark = builder.objectRef<MarkView>('GuideMark').implement({
    description: 'What has been found out at one step.',
    fields: (t) => ({
      step: t.exposeID('step', { nullable: false, description: 'The step.' }),
      kind: t.exposeString('kind', {
        nullable: false,
        description: '`answer`: said by somebody; `check`: looked up by itself; may grow.',
      }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'What was asked.' }),
      found: t.expose('found', { type: 'Text', nullable: false, description: 'What was answered.' }),
      helper: t.string({
        nullable: true,
        description: 'Who has answered it for him, by the first name; null when it was himself, or nobody.',
        resolve: ({ helper }) => helper && firstNameOf(helper),
      }),
    }),
  })
  const ticket = builder.objectRef<TicketView>('GuideTicket').implement({
    description: 'The report that has been opened, or asked for, with all that stands in the trail. From then on the walk stands still.',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        description: 'Its number; null until the operator has confirmed it: `openTicket` may be asked again, it is opened once.',
        resolve: ({ id }) => id,
      }),
      at: t.field({ type: 'DateTime', nullable: false, description: 'When it was asked for.', resolve: ({ at }) => at.toISOString() }),
    }),
  })
  return builder.objectRef<WalkView>('GuideWalk').implement({
    description: 'Where a customer is in a guide.',
    fields: (t) => ({
      run: t.id({
        nullable: true,
        description: 'The walk: name it with every answer. Null until the first one.',
        resolve: ({ run }) => run,
      }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'What the guide is called.' }),
      step: t.field({ type: step, nullable: false, description: 'The step he is at.', resolve: (walk) => walk.step }),
      trail: t.field({
        type: [mark],
        nullable: false,
        description: 'What has been found out so far, in order.',
        resolve: ({ trail }) => [...trail],
      }),
      place: t.field({
        type: place,
        nullable: true,
        description: 'Where it is done, when the step says that something is to be done.',
        resolve: (walk) => walk.place,
      }),
      message: t.field({
        type: 'Text',
        nullable: true,
        description: 'Why he is not where his answer would have led: somebody else was first.',
        resolve: ({ message }) => message,
      }),
      ticket: t.field({
        type: ticket,
        nullable: true,
        description: 'The report of this walk; null while none has been asked for.',
        resolve: (walk) => walk.ticket,
      }),
      helper: t.string({
        nullable: true,
        description:
          'Who walks along with him, by the first name: look at it again every two seconds while it is on the screen. Null when nobody has lately.',
        resolve: ({ helper }) => helper && firstNameOf(helper),
      }),
    }),
  })
}

/** `GuideStep`, in the schema of the customers and in that of the desk. */
export function addStepType<Context extends object>(builder: WidgetBuilder<Context>) {
  const answer = builder.objectRef<StepView['answers'][number]>('GuideAnswer').implement({
    description: 'One of the answers of a question.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What `answerGuide` takes.' }),
      text: t.expose('text', { type: 'Text', nullable: false, description: 'What it says.' }),
      isChosen: t.exposeBoolean('isChosen', {
        nullable: false,
        description: 'It was the answer when this was last asked, before somebody went back.',
      }),
    }),
  })
  return builder.objectRef<StepView>('GuideStep').implement({
    description: 'A question with its answers, or an end. What a guide checks by itself is no step to be shown: it stands in the trail.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Its id in the guide.' }),
      kind: t.exposeString('kind', { nullable: false, description: '`question` or `outcome`; may grow.' }),
      title: t.expose('title', { type: 'Text', nullable: false, description: 'The question, or what the end says.' }),
      text: t.field({ type: 'Text', nullable: true, description: 'How to find it out.', resolve: ({ text }) => text }),
      image: t.field({ type: 'Image', nullable: true, description: 'A picture of it.', resolve: ({ image }) => image }),
      answers: t.field({
        type: [answer],
        nullable: false,
        description: 'In order; empty at an end.',
        resolve: ({ answers }) => [...answers],
      }),
      outcome: t.string({
        nullable: true,
        description:
          'At an end: `solved`, `action` (to be done at `place`), `callBack`, `ticket` (`openTicket`); may grow: what an app does not know is a call-back to it.',
        resolve: ({ outcome }) => outcome,
      }),
    }),
  })
}
