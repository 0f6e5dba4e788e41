import { kindSchema } from '../graphql/kind-schema.ts'
import type { ContractInstalments, ContractPayload, ContractTerm } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'What binds the customer: the contract of a line, and the instalments of its devices.',
  payload: (builder) => {
    const term = builder.objectRef<ContractTerm>('ContractTerm').implement({
      description: 'How long a line is bound, and how much of it is gone.',
      fields: (t) => ({
        startsOn: t.expose('startsOn', { type: 'DateTime', nullable: false, description: 'When it began.' }),
        endsOn: t.expose('endsOn', { type: 'DateTime', nullable: false, description: 'When it ends.' }),
        isEnded: t.exposeBoolean('isEnded', { nullable: false, description: 'Whether it has ended.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part that is gone, from 0 to 1.' }),
        progressText: t.exposeString('progressText', { nullable: false, description: '"14 of 24 months".' }),
        endText: t.exposeString('endText', { nullable: false, description: 'When it ends, or that it has, as a sentence.' }),
        penalty: t.expose('penalty', {
          type: 'Money',
          nullable: true,
          description: 'What leaving before its end costs; null when nothing.',
        }),
        penaltyText: t.exposeString('penaltyText', { nullable: true, description: 'The same as a sentence.' }),
      }),
    })
    const instalments = builder.objectRef<ContractInstalments>('ContractInstalments').implement({
      description: 'A device that is paid in instalments.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'The product of the line.' }),
        device: t.exposeString('device', { nullable: false, description: 'What it is called.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part that is paid, from 0 to 1.' }),
        paidText: t.exposeString('paidText', { nullable: false, description: '"14 of 24 instalments paid".' }),
        monthly: t.expose('monthly', { type: 'Money', nullable: true, description: 'One instalment.' }),
        monthlyText: t.exposeString('monthlyText', { nullable: true, description: 'The same with how often it is paid.' }),
        left: t.expose('left', { type: 'Money', nullable: true, description: 'What is still to be paid.' }),
        leftText: t.exposeString('leftText', { nullable: true, description: 'The same in words.' }),
        endsOn: t.expose('endsOn', { type: 'DateTime', nullable: true, description: 'When the last instalment is paid.' }),
        endText: t.exposeString('endText', { nullable: true, description: 'The same as a sentence.' }),
      }),
    })
    return builder.objectRef<ContractPayload>('Contract').implement({
      description: 'The contract of a line, and its devices.',
      fields: (t) => ({
        term: t.expose('term', { type: term, nullable: true, description: 'Null when nothing binds the line itself.' }),
        instalments: t.expose('instalments', { type: [instalments], nullable: false, description: 'One for each device.' }),
      }),
    })
  },
  fragment: `
fragment ContractTile on ContractWidget {
  contract {
    term {
      startsOn
      endsOn
      isEnded
      ratio
      progressText
      endText
      penalty {
        ...MoneyParts
      }
      penaltyText
    }
    instalments {
      id
      device
      ratio
      paidText
      monthly {
        ...MoneyParts
      }
      monthlyText
      left {
        ...MoneyParts
      }
      leftText
      endsOn
      endText
    }
  }
}`,
})
