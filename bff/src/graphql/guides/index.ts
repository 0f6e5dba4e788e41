import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { answerGuide, lookAt } from '../../guides/for-customer.ts'
import { walkView } from '../../guides/view.ts'
import { careOf, type GraphqlContext } from '../context.ts'
import type { PlaceRef } from '../hand-over/place-type.ts'
import { addWalkType } from './walk-type.ts'

/** Guides, for a customer who walks through them. */
export function addGuides(builder: WidgetBuilder<GraphqlContext>, place: PlaceRef): void {
  const walk = addWalkType(builder, place)
  const input = builder.inputType('AnswerGuideInput', {
    description: 'One answer. With neither `answer` nor `backTo` the walk begins.',
    fields: (t) => ({
      guide: t.id({ required: true, description: 'The guide.' }),
      run: t.id({ description: 'The walk; without it a new one begins.' }),
      line: t.id({ description: 'The customer’s own line that a new walk is about; without it the first.' }),
      from: t.id({ description: 'The step a new walk begins at, as a place names it; without it the first.' }),
      step: t.id({ description: 'The question that is answered.' }),
      answer: t.id({ description: 'One of its answers.' }),
      backTo: t.id({ description: 'Goes back to a question that has been answered: it and what came after it are asked again.' }),
    }),
  })

  builder.queryField('guide', (t) =>
    t.field({
      type: walk,
      nullable: true,
      description:
        'Where the customer is in a guide: in the walk that is named, or was begun lately, on whatever device, and not ended; else at its beginning. Null when there is no such guide.',
      args: {
        id: t.arg.id({ required: true, description: 'The guide.' }),
        run: t.arg.id({ description: 'The walk that has been begun.' }),
        line: t.arg.id({ description: 'One of the customer’s lines; without it the first.' }),
        from: t.arg.id({ description: 'The step to begin at, as a place names it; without it the first.' }),
      },
      resolve: async (_root, { id, ...wanted }, context) => {
        const found = await lookAt({ ...context, ...careOf(context) }, await requestOf(context), { guide: id, ...wanted })
        return found && walkView(found, found.visit.locale)
      },
    }),
  )
  builder.mutationField('answerGuide', (t) =>
    t.field({
      type: walk,
      nullable: false,
      description: 'Answers the question the customer is at, or goes back to another; then says where he is.',
      args: { input: t.arg({ type: input, required: true, description: 'Which question, and what.' }) },
      resolve: async (_root, { input: wish }, context) => {
        const found = await answerGuide({ ...context, ...careOf(context) }, await requestOf(context), wish)
        return walkView(found, found.visit.locale)
      },
    }),
  )
}

async function requestOf(context: GraphqlContext) {
  return { session: await context.session(), device: context.device, now: context.moment }
}
