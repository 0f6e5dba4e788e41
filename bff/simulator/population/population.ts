import { personaSpecs } from '../personas.ts'
import { buildAccount } from './build-account.ts'
import { buildLine } from './build-line.ts'
import { allCombinations, specFor } from './combinations.ts'
import { startOfDay } from './dates.ts'
import { describe } from './describe.ts'
import { drawAddress, drawCompany, drawPerson, emailOf } from './names.ts'
import { createRandom } from './random.ts'
import type { CustomerSpec } from './specs.ts'
import type { Population, SimCustomer } from './types.ts'

/**
 * Everybody the operator knows: a pure function of the seed and the day. Dates are counted back from the day, so a customer who is
 * new today is new whenever the simulator runs.
 */
export function createPopulation(seed: number, now: Date): Population {
  const today = startOfDay(now)
  const specs: CustomerSpec[] = [...personaSpecs, ...allCombinations().map((combination, index) => specFor(combination, index, seed))]
  const customers = specs.map((spec, index) => buildCustomer(spec, index + 1, index < personaSpecs.length, seed, today))
  return {
    customers,
    customerById: new Map(customers.map((customer) => [customer.id, customer])),
    customerByPartyId: new Map(customers.map((customer) => [customer.partyId, customer])),
    customerByLineId: new Map(customers.flatMap((customer) => customer.lines.map((line) => [line.id, customer] as const))),
  }
}

/** The population as of now, built again when the day changes. */
export function createPopulationClock(seed: number, now: () => Date): () => Population {
  let day = startOfDay(now()).getTime()
  let population = createPopulation(seed, now())
  return () => {
    const today = startOfDay(now())
    if (today.getTime() !== day) {
      day = today.getTime()
      population = createPopulation(seed, today)
    }
    return population
  }
}

function buildCustomer(spec: CustomerSpec, customerNumber: number, isPersona: boolean, seed: number, today: Date): SimCustomer {
  const number = String(customerNumber).padStart(4, '0')
  const id = `C-${number}`
  const random = createRandom(seed, `customer-${number}`)
  const person = drawPerson(random)
  const company = drawCompany(random)
  const name = nameOf(spec, person, company)
  const lines = spec.lines.map((line, index) => buildLine(line, spec.segment, customerNumber, index + 1, today, random))
  const account = buildAccount(spec, lines, number, today, random)
  const isConsumer = spec.segment === 'consumer'
  return {
    id,
    partyId: `P-${number}`,
    segment: spec.segment,
    partyType: isConsumer ? 'individual' : 'organization',
    ...name,
    ...(isConsumer
      ? { birthDate: new Date(spec.birthDate ?? drawBirthDate(random.integer(1945, 2006), random.integer(1, 12), random.integer(1, 28))) }
      : {}),
    language: spec.language ?? 'it',
    email: emailOf(name.displayName, id),
    ...drawAddress(random),
    since: lines.reduce((first, line) => (line.activatedOn < first ? line.activatedOn : first), today),
    partyAccountId: `PA-${number}`,
    lines,
    ...(account ? { account } : {}),
    description: spec.description ?? describe(spec),
    isPersona,
  }
}

function nameOf(spec: CustomerSpec, drawn: { givenName: string; familyName: string }, company: string) {
  if (spec.segment === 'business') return { displayName: typeof spec.name === 'string' ? spec.name : company }
  const [givenName, familyName] = typeof spec.name === 'object' ? spec.name : [drawn.givenName, drawn.familyName]
  return { displayName: `${givenName} ${familyName}`, givenName, familyName }
}

function drawBirthDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
