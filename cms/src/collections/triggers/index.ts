import { checkRule, type RuleGroup } from '@mosaic/schemas/rules'
import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'

/** A named, reusable rule over attributes of the customer, the line and the moment. */
export const Triggers: CollectionConfig = drafted(
  {
    slug: 'triggers',
    labels: { singular: { it: 'Trigger', en: 'Trigger' }, plural: { it: 'Trigger', en: 'Triggers' } },
    defaultSort: 'name',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'rule', 'live'],
      group: groups.audience,
      pagination: { defaultLimit: 50 },
      description: {
        it: 'Condizioni con un nome, da usare nei cluster e nei contenuti. Un dato che manca non rende mai vera una condizione.',
        en: 'Named conditions, used by clusters and contents. Missing data never makes a condition true.',
      },
    },
    fields: [
      nameField,
      {
        name: 'rule',
        type: 'json',
        required: true,
        defaultValue: { combinator: 'and', rules: [] } satisfies RuleGroup,
        label: { it: 'Condizione', en: 'Condition' },
        validate: validateRule,
        admin: {
          disableListFilter: true,
          components: { Field: '/admin/rule/rule-field#RuleField', Cell: '/admin/rule/rule-cell#RuleCell' },
        },
      },
      ...addressFields,
    ],
  },
  ...writers,
)

/** The first issue of the rule, in the language of the person who is saving it. */
function validateRule(value: unknown, { req }: { req: { i18n: { language: string } } }): string | true {
  const [issue] = checkRule(value as RuleGroup)
  return issue ? issue.message[req.i18n.language === 'it' ? 'it' : 'en'] : true
}
