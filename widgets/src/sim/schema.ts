import { kindSchema } from '../graphql/kind-schema.ts'
import type { SimFact, SimPayload, SimPuk, SimReplacement } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The SIM of a line. Codes such as the PUK are never part of it: `simSecrets` tells them.',
  payload: (builder) => {
    const fact = builder.objectRef<SimFact>('SimFact').implement({
      description: 'One thing to know about a SIM.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'form, device or serial; may grow.' }),
        label: t.exposeString('label', { nullable: false, description: 'What it is.' }),
        value: t.exposeString('value', { nullable: false, description: 'What is known of it.' }),
      }),
    })
    const puk = builder.objectRef<SimPuk>('SimPuk').implement({
      description:
        'That the PUK may be asked for. Ask `simSecrets` when the customer taps, show it for a minute at most, and keep it nowhere.',
      fields: (t) => ({
        lineId: t.exposeID('lineId', { nullable: false, description: 'What `simSecrets` takes.' }),
        label: t.expose('label', { type: 'Text', nullable: false, description: 'What to tap.' }),
        noteText: t.exposeString('noteText', { nullable: false, description: 'What it is good for: beside the codes.' }),
      }),
    })
    const replacement = builder.objectRef<SimReplacement>('SimReplacement').implement({
      description: 'One way to a new SIM for the same number.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        form: t.exposeString('form', { nullable: false, description: 'sim or esim; may grow.' }),
        formText: t.exposeString('formText', { nullable: false, description: 'The form in words.' }),
        reason: t.exposeString('reason', { nullable: false, description: 'lost, stolen or broken; may grow.' }),
        reasonText: t.exposeString('reasonText', { nullable: false, description: 'The reason in words: group by it.' }),
        priceText: t.exposeString('priceText', { nullable: false, description: 'What it costs, in words.' }),
        order: t.expose('order', {
          type: 'Action',
          nullable: false,
          description: 'Orders it, after saying what it costs and what stops working.',
        }),
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
        puk: t.expose('puk', { type: puk, nullable: true, description: 'That the PUK may be asked for; absent where it may not.' }),
        replaceText: t.exposeString('replaceText', {
          nullable: true,
          description: 'What stands over `replacements`; absent when there are none.',
        }),
        replacements: t.expose('replacements', {
          type: [replacement],
          nullable: false,
          description: 'The new SIMs that can be ordered here; empty where none can.',
        }),
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
    puk {
      lineId
      label {
        ...TextParts
      }
      noteText
    }
    replaceText
    replacements {
      id
      form
      formText
      reason
      reasonText
      priceText
      order {
        ...ActionParts
      }
    }
  }
}`,
})
