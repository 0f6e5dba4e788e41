import { LRUCache } from 'lru-cache'
import { personaSpecs } from '../personas.ts'
import { buildAccount } from './build-account.ts'
import { buildLine, customerOfNumber } from './build-line.ts'
import { allCombinations, specFor } from './combinations.ts'
import { dayMs, startOfDay } from './dates.ts'
import { describe } from './describe.ts'
import { drawAddress, drawCompany, drawPerson, emailOf } from './names.ts'
import { createRandom } from './random.ts'
import type { CustomerSpec } from './specs.ts'
import type { Directory, Population, SimCustomer } from './types.ts'

/** The most customers there can be: beyond it telephone numbers would repeat. */
export const maxCustomers = 100_000
/** Of those whom no list shows, this many stay built: the calls of one home come close together. */
const kept = 2_000

/**
 * Everybody the operator knows: a pure function of the seed and the day. Dates are counted back from the day, so a customer who is
 * new today is new whenever the simulator runs.
 *
 * @param size how many customers, up to `maxCustomers`, when more than there are in the lists; the others take turns at the combinations and
 * are built when they are asked for. @default those in the lists
 */
export function createPopulation(seed: number, now: Date, size = 0): Population {
  const today = startOfDay(now)
  const combinations = allCombinations()
  const build = (number: number) => {
    const [index, isPersona] = [number - 1 - personaSpecs.length, number <= personaSpecs.length]
    const combination = combinations[index % combinations.length]
    const spec = personaSpecs[number - 1] ?? (combination && specFor(combination, index, seed))
    if (!spec) throw new RangeError(`There is no customer ${number}`)
    return buildCustomer(spec, number, isPersona, seed, today)
  }
  const customers = Array.from({ length: personaSpecs.length + combinations.length }, (_, index) => build(index + 1))
  const others = new LRUCache<number, SimCustomer>({ max: kept })
  const ofNumber = (number: number) => {
    const known = customers[number - 1] ?? others.get(number)
    if (known || !(number > customers.length && number <= size)) return known
    const built = build(number)
    others.set(number, built)
    return built
  }
  return {
    size: Math.max(customers.length, size),
    customers,
    customerById: directory(ofNumber, (customer, id) => customer.id === id),
    customerByPartyId: directory(ofNumber, (customer, id) => customer.partyId === id),
    customerByLineId: directory(ofNumber, (customer, id) => customer.lines.some((line) => line.id === id)),
    customerByNumber: {
      get(msisdn) {
        const customer = ofNumber(customerOfNumber(msisdn))
        return customer?.lines.some((line) => line.msisdn === msisdn) ? customer : undefined
      },
    },
  }
}

/** The population as of now, built again when the day changes. */
export function createPopulationClock(seed: number, now: () => Date, size?: number): () => Population {
  let end = 0
  let population: Population
  return () => {
    const at = now()
    if (population && at.getTime() < end && at.getTime() >= end - dayMs) return population
    end = startOfDay(at).getTime() + dayMs
    population = createPopulation(seed, at, size)
    return population
  }
}

/** Every id has the customer's number in its second part; the rest of it must be right too. */
function directory(
  ofNumber: (number: number) => SimCustomer | undefined,
  isWhose: (customer: SimCustomer, id: string) => boolean,
): Directory {
  return {
    get(id) {
      const customer = ofNumber(Number(id.split('-', 2)[1]))
      return customer && isWhose(customer, id) ? customer : undefined
    },
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
