import { loadSigningKey } from '../../../bff/simulator/idp/keys.ts'
import { customersClient, personOf } from '../../../bff/simulator/idp/realms.ts'
import { accessTokenSeconds, createTokens } from '../../../bff/simulator/idp/tokens.ts'
import { createPopulation } from '../../../bff/simulator/population/population.ts'
import type { LoadJob } from './contract.ts'

/** So many are signed at once: enough for the threads that sign. */
const atOnce = 64

/**
 * An access token for every customer, by his number less one, that outlives the day: made before it begins, so that it takes no time from it. Signed with
 * the simulator's own key; its customers are the same ones here as there.
 */
export async function signIn({ issuer, signingKey, customers, rampSeconds, seconds }: LoadJob): Promise<string[]> {
  const now = new Date()
  const population = createPopulation(1, now, customers)
  const tokens = createTokens({ issuer, ...customersClient }, await loadSigningKey(signingKey), () => now)
  const made: string[] = []
  while (made.length < customers) {
    const numbers = Array.from({ length: Math.min(atOnce, customers - made.length) }, (_, index) => made.length + index + 1)
    const signed = numbers.map((number) => {
      const customer = population.customerById.get(`C-${String(number).padStart(4, '0')}`)
      if (!customer) throw new RangeError(`There is no customer ${number}`)
      return tokens.accessToken(personOf(customer), { expiresIn: rampSeconds + seconds + accessTokenSeconds })
    })
    made.push(...(await Promise.all(signed)))
  }
  return made
}
