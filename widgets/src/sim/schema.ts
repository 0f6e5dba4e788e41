import { kindSchema } from '../graphql/kind-schema.ts'
import type { SimFact, SimPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The SIM of a line. Codes such as the PUK are never part of it.',
  payload: (builder) => {
    const fact = builder.objectRef<SimFact>('SimFact').implement({
      description: 'One thing to know about a SIM.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'form, device or serial; may grow.' }),
        label: t.exposeString('label', { nullable: false, description: 'What it is.' }),
        value: t.exposeString('value', { nullable: false, description: 'What is known of it.' }),
      }),
    })
    return builder.objectRef<SimPayload>('Sim').implement({
      description: 'What it is, how it is, and what can be done about it.',
      fields: (t) => ({
        form: t.exposeString('form', { nullable: false, description: 'sim or esim; may grow.' }),
        state: t.exposeString('state', { nullable: false, description: 'active, blocked, replacing or toInstall; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        adviceText: t.exposeString('adviceText', { nullable: true, description: 'What that means; absent where all is well.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        facts: t.expose('facts', { type: [fact], nullable: false, description: 'What is known of it, the most important first.' }),
        toEsim: t.expose('toEsim', {
          type: 'Action',
          nullable: true,
          description: 'Leads to changing to an eSIM, where that makes sense.',
        }),
        replace: t.expose('replace', { type: 'Action', nullable: true, description: 'Leads to a new SIM for the same number.' }),
      }),
    })
  },
  fragment: `
fragment SimTile on SimWidget {
  sim {
    form
    state
    stateText
    adviceText
    body {
      ...TextParts
    }
    facts {
      id
      label
      value
    }
    toEsim {
      ...ActionParts
    }
    replace {
      ...ActionParts
    }
  }
}`,
})
