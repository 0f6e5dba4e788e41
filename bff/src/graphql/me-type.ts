import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { Session } from '../identity/session.ts'
import { askMyLines, lineRefsOf, type LineRef } from '../me/my-lines.ts'
import type { GraphqlContext } from './context.ts'

/** `Me`: the signed-in customer and his lines. */
export function addMeType(builder: WidgetBuilder<GraphqlContext>) {
  const lineRef = builder.objectRef<LineRef>('LineRef').implement({
    description: 'One of the customer’s lines, for choosing among them.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'What `mosaic(line:)` takes.' }),
      label: t.exposeString('label', { nullable: false, description: 'Its plan, or its number in the list while that is not known.' }),
      msisdn: t.exposeString('msisdn', { nullable: false, description: 'The telephone number; empty while it is not known.' }),
      kind: t.exposeString('kind', { nullable: false, description: '`voice`, `data` or `unknown`; may grow.' }),
      device: t.exposeString('device', { nullable: false, description: '`smartphone`, `tablet`, `router` or `unknown`; may grow.' }),
    }),
  })
  return builder.objectRef<Session>('Me').implement({
    description: 'The signed-in customer.',
    fields: (t) => ({
      id: t.exposeID('customerId', { nullable: false, description: 'The customer’s id.' }),
      name: t.exposeString('name', { nullable: false, description: 'As he is addressed; may be empty.' }),
      lines: t.field({
        type: [lineRef],
        nullable: false,
        description: 'His own lines; empty for a customer without any.',
        resolve: async (session, _args, context) =>
          lineRefsOf(await askMyLines(context, { session, device: context.device, now: context.moment })),
      }),
    }),
  })
}
