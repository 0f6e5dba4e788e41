import { join } from 'node:path'
import { composeWidget, isLeftOut, widgets as kinds, type ComposeInput, type WidgetView } from '@mosaic/widgets'
import { fixtureInput, readFixtures } from '@mosaic/widgets/fixtures'
import { operationDocument, widgetSelection } from '@mosaic/widgets/graphql'
import {
  isListType,
  isNonNullType,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql'
import { writerOf, type Write } from '../../bff/src/graphql/plan/writer.ts'
import { createSchema } from '../../bff/src/graphql/schema.ts'
import { inRoot } from '../lib/house.ts'
import { step } from '../lib/steps.mjs'
import { median, type Row } from './results.ts'

/** What all others are compared with: it needs nothing of anybody. */
const floor = 'banner'
const rounds = 21
/** A round of one measurement lasts about so long: far beyond what a clock cannot see. */
const roundMs = 8

/** What one widget of each kind costs in this process: composed from answers that are there, and written by the plan of the web client. */
export async function widgets(): Promise<Row[]> {
  return step('Widgets', `${Object.keys(kinds).length} kinds from their ready fixtures, in turn`, () => Promise.resolve(measure()))
}

type Case = { kind: string; compose: () => unknown; write: () => string; bytes: number }

function measure(): Row[] {
  const write = widgetWriter()
  const cases = Object.keys(kinds).map((kind) => caseOf(kind, write))
  const times = new Map(cases.map(({ kind }) => [kind, { compose: [] as number[], write: [] as number[] }]))
  // In turn, so that whatever else the machine does strikes all alike; the first rounds warm up.
  for (let round = -4; round < rounds; round++) {
    for (const { kind, compose, write: put } of cases) {
      const [composeUs, writeUs] = [microseconds(compose), microseconds(put)]
      if (round < 0) continue
      times.get(kind)?.compose.push(composeUs)
      times.get(kind)?.write.push(writeUs)
    }
  }
  const of = (kind: string, what: 'compose' | 'write') => median(times.get(kind)?.[what] ?? [])
  return cases
    .toSorted((one, other) => of(other.kind, 'compose') + of(other.kind, 'write') - of(one.kind, 'compose') - of(one.kind, 'write'))
    .flatMap(({ kind, bytes }): Row[] => {
      const beside = (what: 'compose' | 'write') => (kind === floor ? {} : { ratio: of(kind, what) / of(floor, what), ratioTo: floor })
      return [
        { case: kind, metric: 'composed', value: of(kind, 'compose'), unit: 'µs', ...beside('compose') },
        { case: kind, metric: 'written', value: of(kind, 'write'), unit: 'µs', ...beside('write') },
        { case: kind, metric: 'answer', value: bytes, unit: 'bytes' },
      ]
    })
}

function caseOf(kind: string, write: Write): Case {
  const ready = readFixtures(inRoot(join('widgets/src', kind))).find(({ file }) => file === 'ready.json')
  if (!ready) throw new Error(`${kind} has no fixtures/ready.json`)
  const input = asInTheHome(fixtureInput(ready.fixture))
  const view = composeWidget(input)
  if (isLeftOut(view)) throw new Error(`The ready fixture of ${kind} was to be shown; it was left out: ${view.reason}`)
  // More than a plan remembers of what it has just written: each is one that it has not seen for a while.
  const views = Array.from({ length: 64 }, () => composeWidget(input) as WidgetView)
  let next = 0
  return {
    kind,
    compose: () => composeWidget(input),
    write: () => write(views[next++ % views.length]),
    bytes: Buffer.byteLength(write(view satisfies WidgetView)),
  }
}

/** The data layer has checked its answers when it got them; a home does not do it again. */
function asInTheHome(input: ComposeInput): ComposeInput {
  const checked = Object.entries(input.outcomes).map(([name, outcome]) => [name, { ...outcome, isChecked: true }])
  return { ...input, outcomes: Object.fromEntries(checked) as ComposeInput['outcomes'] }
}

/** Writes a widget as the plan of a document that draws every kind does. */
function widgetWriter(): Write {
  const schema = createSchema()
  const { definitions } = parse(operationDocument(`query Home { mosaic { widgets { ${widgetSelection} } } }`))
  const operation = definitions.find((definition) => definition.kind === 'OperationDefinition') as OperationDefinitionNode
  const named = definitions.filter((definition): definition is FragmentDefinitionNode => definition.kind === 'FragmentDefinition')
  const fragments = Object.fromEntries(named.map((fragment) => [fragment.name.value, fragment]))
  const mosaic = fieldIn(operation, 'mosaic')
  const type = fieldType(fieldType(schema.getQueryType(), 'mosaic') as GraphQLObjectType, 'widgets')
  return writerOf({ schema, operation, fragments, variables: {} }, type, [fieldIn(mosaic, 'widgets')])
}

function fieldIn({ selectionSet }: { selectionSet?: OperationDefinitionNode['selectionSet'] | undefined }, name: string): FieldNode {
  const found = selectionSet?.selections.find((selection) => selection.kind === 'Field' && selection.name.value === name)
  if (found?.kind !== 'Field') throw new Error(`The document has no field ${name}`)
  return found
}

/** The type of a field, or of the elements of its list. */
function fieldType(type: GraphQLObjectType | null | undefined, name: string): GraphQLOutputType {
  let found = type?.getFields()[name]?.type
  while (found && (isNonNullType(found) || isListType(found))) found = found.ofType as GraphQLOutputType
  if (!found) throw new Error(`The schema has no field ${name}`)
  return found
}

/** How long one takes, from as many as fill a round. */
function microseconds(work: () => unknown): number {
  const begun = performance.now()
  const end = begun + roundMs
  let done = 0
  let now = begun
  while (now < end) {
    for (let time = 0; time < 16; time++) if (work() === undefined) throw new Error('Nothing came of it')
    done += 16
    now = performance.now()
  }
  return ((now - begun) * 1_000) / done
}
