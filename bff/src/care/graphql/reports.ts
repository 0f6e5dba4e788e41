import { show } from '@mosaic/schemas/errors'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { pickText, type Locale } from '@mosaic/schemas/text'
import { badInput } from '../../actions/inputs.ts'
import type { CompiledRelease } from '../../release/compile.ts'
import { countDays, daysFrom, isDay } from '../days.ts'
import { voiceMenuName } from '../hand-over-words.ts'
import type { Counts, Tally } from '../reports.ts'
import { asStaff, audited } from './as-staff.ts'
import type { CareBuilder, CareContext } from './context.ts'
import { readerOf } from './hand-over-type.ts'

type Row = Counts & { key: string; label: string }

const mostDays = 90
const groupings = ['target', 'day', 'agent', 'cluster'] as const
type Grouping = (typeof groupings)[number]

const unknownCluster: TwoLanguages = { it: 'Gruppo non noto', en: 'Group not known' }

/** `reports`: what became of links, for supervisors. */
export function addReports(builder: CareBuilder): void {
  const row = builder.objectRef<Row>('ReportRow').implement({
    description: 'What became of the links of one target, day, agent or cluster.',
    fields: (t) => ({
      key: t.exposeString('key', { nullable: false, description: 'The id of the target, the agent or the cluster, or the day.' }),
      label: t.exposeString('label', { nullable: false, description: 'The same in words, in the language of who asks.' }),
      sent: t.exposeInt('sent', { nullable: false, description: 'Links that left.' }),
      delivered: t.exposeInt('delivered', { nullable: false, description: 'Of them those whose SMS the network says has arrived.' }),
      opened: t.exposeInt('opened', { nullable: false, description: 'Of them those that were opened, by the link or in the app.' }),
      completed: t.exposeInt('completed', { nullable: false, description: 'Of them those whose customer said that it was done.' }),
      stuck: t.exposeInt('stuck', { nullable: false, description: 'Those at which a customer was stuck, done afterwards or not.' }),
      avoided: t.exposeInt('avoided', {
        nullable: false,
        description:
          'Completed ones whose customer did not talk to anybody, nor ask to be called, within 24 hours after. Known after that time.',
      }),
    }),
  })
  builder.queryField('reports', (t) =>
    t.field({
      type: [row],
      nullable: false,
      description: 'What became of the links that were sent on some days: most sent first, days in their order. For supervisors.',
      args: {
        from: t.arg.string({ required: true, description: 'The first day, as `2026-03-05`, where the brand is at home.' }),
        to: t.arg.string({ required: true, description: `The last day; at most ${mostDays} in all.` }),
        by: t.arg.string({ required: true, description: `One of ${groupings.join(', ')}.` }),
      },
      resolve: async (_root, { from, to, by }, context) => {
        const staff = await asStaff(context, 'supervisor')
        const grouping = groupings.find((known) => known === by)
        if (!grouping) throw badInput('by', `one of ${groupings.join(', ')}`, show(by))
        const days = checkedDays(from, to)
        return audited(context, 'reports.seen', undefined, () => rowsOf(context, staff.brand, days, grouping), { from, to, by })
      },
    }),
  )
}

async function rowsOf(context: CareContext, brand: string, days: readonly string[], by: Grouping): Promise<Row[]> {
  const { release, locale } = await readerOf(context)
  const rows = new Map<string, Row>()
  // One after the other: nobody waits for his home because somebody looks at a quarter of a year.
  for (const day of days)
    for (const tally of await context.reports.of(brand, day)) {
      const key = keyOf(tally, by)
      const row = rows.get(key) ?? { key, label: '', sent: 0, delivered: 0, opened: 0, completed: 0, stuck: 0, avoided: 0 }
      // The latest name somebody has had.
      row.label = labelOf(tally, by, release, locale)
      for (const name of ['sent', 'delivered', 'opened', 'completed', 'stuck', 'avoided'] as const) row[name] += tally[name]
      rows.set(key, row)
    }
  if (by === 'day') return [...rows.values()]
  return [...rows.values()].toSorted((one, other) => other.sent - one.sent || one.label.localeCompare(other.label, locale))
}

function keyOf({ day, targetId, sender, cluster }: Tally, by: Grouping): string {
  const keys: Record<Grouping, string> = { day, target: targetId, agent: sender?.id ?? 'voiceMenu', cluster: cluster ?? '' }
  return keys[by]
}

function labelOf({ day, targetId, sender, cluster }: Tally, by: Grouping, release: CompiledRelease | undefined, locale: Locale): string {
  switch (by) {
    case 'day':
      return day
    case 'agent':
      return sender ? sender.name || sender.id : voiceMenuName[locale]
    case 'cluster':
      return cluster === undefined ? unknownCluster[locale] : (release?.clusters.find(({ id }) => id === cluster)?.source.name ?? cluster)
    case 'target': {
      const target = release?.care.targets.get(targetId)?.target
      return (target && pickText(target.title, locale, release.brand.defaultLocale)?.value) ?? targetId
    }
  }
}

function checkedDays(from: string, to: string): string[] {
  for (const [name, day] of Object.entries({ from, to })) if (!isDay(day)) throw badInput(name, 'a day, such as 2026-03-05', show(day))
  const count = countDays(from, to)
  if (count < 1 || count > mostDays) throw badInput('to', `a day from ${from} on, at most ${mostDays} days in all`, to)
  return daysFrom(from, count)
}
