import { Policy } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Field, NumberField } from 'payload'

/** The numbers of a policy, with the bounds of the published format. */
export function policyFields(defaults: Policy): Field[] {
  return [
    {
      type: 'row',
      fields: [
        number('readTimeoutMs', { it: 'Attesa della risposta (ms)', en: 'Read timeout (ms)' }),
        number('connectionWaitMs', { it: 'Attesa di una connessione (ms)', en: 'Wait for a connection (ms)' }),
        number('poolSize', { it: 'Connessioni', en: 'Pool size' }),
      ],
    },
    {
      type: 'row',
      fields: [
        number('retries', { it: 'Nuovi tentativi', en: 'Retries' }),
        number('retryWaitMs', { it: 'Pausa fra i tentativi (ms)', en: 'Wait between retries (ms)' }),
      ],
    },
    {
      type: 'row',
      fields: [
        number('t1Ms', { it: 'T1 (ms)', en: 'T1 (ms)' }, { it: 'Fino a T1 risponde la cache.', en: 'Until T1 the cache answers.' }),
        {
          ...number(
            't2Ms',
            { it: 'T2 (ms)', en: 'T2 (ms)' },
            {
              it: 'Fra T1 e T2 si chiede al sistema e, se non risponde, vale la cache. Oltre T2 deve rispondere.',
              en: 'Between T1 and T2 the system is asked, and when it fails the cache answers. Past T2 it must answer.',
            },
          ),
          validate: notBeforeT1,
        },
      ],
    },
  ]

  function number(name: keyof Policy, label: TwoLanguages, description?: TwoLanguages): NumberField {
    const { minimum, maximum } = boundsOf(name)
    return {
      name,
      type: 'number',
      required: true,
      min: minimum,
      max: maximum,
      label,
      defaultValue: defaults[name],
      admin: {
        step: 1,
        width: '33%',
        ...(description && { description }),
        ...(name.endsWith('Ms') && { components: { afterInput: ['/admin/fields/duration-hint#DurationHint'] } }),
      },
    }
  }
}

function notBeforeT1(
  value: unknown,
  { siblingData, req }: { siblingData: Partial<Policy>; req: { i18n: { language: string } } },
): string | true {
  const { minimum, maximum } = boundsOf('t2Ms')
  const isItalian = req.i18n.language === 'it'
  if (typeof value !== 'number' || value < minimum || value > maximum)
    return isItalian ? `Da ${minimum} a ${maximum}` : `From ${minimum} to ${maximum}`
  if (siblingData.t1Ms !== undefined && value < siblingData.t1Ms)
    return isItalian ? 'T2 non può essere minore di T1.' : 'T2 cannot be less than T1.'
  return true
}

/** The limits of the published format, so that the form and the release never disagree. */
function boundsOf(name: keyof Policy): { minimum: number; maximum: number } {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = Policy.properties[name] as { minimum?: number; maximum?: number }
  return { minimum, maximum }
}
