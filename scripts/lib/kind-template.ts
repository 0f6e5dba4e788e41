/**
 * The files of a new widget kind, whole and working: a title that editors may write, one need (the line's plan), its name on a tile. Who makes the kind
 * changes what it shows; everything a kind must hold, holds from the first minute.
 *
 * @param kind in camelCase: the folder, the field in GraphQL and the name everywhere
 * @returns the text of each file, by its path inside the kind's folder
 */
export function kindTemplate(kind: string): Map<string, string> {
  const type = kind.replace(/^./, (first) => first.toUpperCase())
  const words = type.replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return new Map([
    ['present.ts', present(type)],
    ['schema.ts', schema(kind, type, words)],
    ['view.tsx', view(type)],
    ['widget.test.ts', test],
    [
      'fixtures/ready.json',
      fixture(kind, 'All is well', { data: { plan: { id: 'L-1', name: 'Aurora 150', status: 'active', allowances: [] } } }),
    ],
    ['fixtures/failed.json', fixture(kind, 'The system that knows does not answer', { data: {}, failed: { plan: 'BSS_TIMEOUT' } })],
    // Last: with it the folder is a kind.
    ['widget.ts', widget(kind, type, words)],
  ])
}

const widget = (kind: string, type: string, words: string) => `import { defineWidget } from '../definition.ts'
import { text } from '../fields.ts'
import { say } from '../say.ts'
import { ownTitle, present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "${words}"', en: 'Empty: "${words}"' } }),
}

/** ${words}: the plan of a line, by its name. */
export const widget = defineWidget({
  kind: '${kind}',
  type: '${type}Widget',
  schemaVersion: 1,
  label: { it: '${words}', en: '${words}' },
  description: {
    it: 'Il nome del piano della linea. Non appare sulle linee cessate.',
    en: 'The name of the line’s plan. Not shown on lines that have ended.',
  },
  purpose: 'care',
  archetypes: [],
  fields,
  needs: ['plan'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, ownTitle),
    body: say(locale, {
      it: 'Il nome del piano non è visibile in questo momento. Il piano resta attivo come sempre.',
      en: 'The name of your plan cannot be shown right now. The plan goes on as usual.',
    }),
  }),
  fallbackImpact: 'An app that predates this kind shows a text card with its title and the name of the plan; nothing is lost but the look.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } },
})
`

const present = (type: string) => `import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { sayText, spoken } from '../say.ts'
import type { fields } from './widget.ts'

export type ${type}Payload = { planName: string }

export const ownTitle: TwoLanguages = { it: 'Il tuo piano', en: 'Your plan' }

export function present({ fields: own, data, format, text }: PresentInput<typeof fields, 'plan'>): Face<${type}Payload> | LeaveOut {
  const { name, status } = data.plan
  if (status === 'terminated') return { leaveOut: 'LINE_TERMINATED' }
  if (name.trim() === '') return { leaveOut: 'NO_PLAN' }
  const title = text(own.title) ?? sayText(format.locale, ownTitle)
  return {
    title,
    payload: { planName: name },
    summary: name,
    accessibility: { label: spoken(title.value, name), role: 'group', liveRegion: false },
  }
}
`

const schema = (kind: string, type: string, words: string) => `import { kindSchema } from '../graphql/kind-schema.ts'
import type { ${type}Payload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: '${words}: the plan of a line, by its name.',
  payload: (builder) =>
    builder.objectRef<${type}Payload>('${type}').implement({
      description: '${words}: what the tile shows.',
      fields: (t) => ({
        planName: t.exposeString('planName', { nullable: false, description: 'What the operator calls the plan.' }),
      }),
    }),
  fragment: \`
fragment ${type}Tile on ${type}Widget {
  ${kind} {
    planName
  }
}\`,
})
`

const view = (type: string) => `import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, TileHeader } from '../views/parts.tsx'
import type { ${type}Payload } from './present.ts'
import '../views/kinds.css'

export function View({ widget, payload, ...props }: WidgetViewProps<${type}Payload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="smartphone" title={widget.title} locale={props.locale} />}
      <p className="tile-headline">{payload.planName}</p>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" stretched {...props} />
        </div>
      )}
    </div>
  )
}
`

const test = `import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture

test('a line that has ended has no tile', () => {
  const plan = { id: 'L-1', name: 'Aurora 150', status: 'terminated' as const, allowances: [] }
  expect(composeFixture({ ...ready, data: { plan } })).toMatchObject({ reason: 'LINE_TERMINATED' })
})
`

/** Without what is expected: that is composed, once the kind is in the registries. */
function fixture(kind: string, name: string, answers: object): string {
  const action = { label: { it: 'Vedi il piano', en: 'See the plan' }, deepLink: 'aurora://plan', webUrl: '/plan' }
  const content = { id: `my-${kind.toLowerCase()}`, kind, schemaVersion: 1, name, tone: 'neutral', action, fields: {} }
  const world = { now: '2026-11-22T10:00:00.000Z', lineId: 'L-1', locale: 'it', expected: {} }
  return `${JSON.stringify({ name, content, ...answers, ...world }, undefined, 2)}\n`
}
