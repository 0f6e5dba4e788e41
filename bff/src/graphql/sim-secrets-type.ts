import type { SimSecrets } from '@mosaic/schemas/bss'
import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { MyAnswer } from '../me/my-answer.ts'
import type { AnswerRef } from './answer-type.ts'
import type { GraphqlContext } from './context.ts'

/** `SimSecretsAnswer`: the PUK of one line. */
export function addSimSecretsType(builder: WidgetBuilder<GraphqlContext>, answer: AnswerRef) {
  return builder.objectRef<MyAnswer<SimSecrets>>('SimSecretsAnswer').implement({
    description: 'The codes that unlock a SIM. Show them only when the customer asks, hide them soon, and keep them nowhere.',
    interfaces: [answer],
    fields: (t) => ({
      puk1: t.string({
        nullable: true,
        description: 'Unlocks the SIM after three wrong PINs: eight digits; null when it could not be had.',
        resolve: ({ value }) => value?.puk1,
      }),
      puk2: t.string({
        nullable: true,
        description: 'The same for the PIN2; null when it could not be had, or there is none.',
        resolve: ({ value }) => value?.puk2,
      }),
    }),
  })
}
