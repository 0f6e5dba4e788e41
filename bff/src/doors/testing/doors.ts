import { createClientAsync, type Client } from 'soap'
import { createSchema } from '../../graphql/schema.ts'
import { startSystem, type System, type SystemOptions } from '../../testing/system.ts'
import { createContract, type Contract, type Offered } from '../contract.ts'
import { operations } from '../operations.ts'
import { plain } from './plain.ts'

/** What came of asking through one door: the answer without nulls, or the code of the refusal with its words. */
export type Outcome = { value: unknown } | { code: string; message: string }
export type Inputs = Record<string, string | number>

/** The same questions through all doors, asked by clients that none of the doors has written. */
export type Doors = {
  system: System
  contract: Contract
  operation(name: string): Offered
  token(customerId: string): Promise<string>
  graphql(name: string, token: string | undefined, inputs?: Inputs): Promise<Outcome>
  rest(name: string, token: string | undefined, inputs?: Inputs): Promise<Outcome>
  soap(name: string, token: string | undefined, inputs?: Inputs): Promise<Outcome>
  close(): Promise<void>
}

export async function startDoors(options?: SystemOptions): Promise<Doors> {
  const system = await startSystem(options)
  const contract = createContract(createSchema(), operations)
  const client: Client = await createClientAsync(`${system.bff.url}/soap/v1?wsdl`)
  const operation = (name: string) => {
    const found = contract.operations.find((candidate) => candidate.name === name)
    if (!found) throw new RangeError(`There is no operation ${name}`)
    return found
  }
  const bearer = (token: string | undefined): Record<string, string> => (token === undefined ? {} : { authorization: `Bearer ${token}` })

  return {
    system,
    contract,
    operation,
    token: (customerId) => system.simulator.issueToken(customerId),

    async graphql(name, token, inputs = {}) {
      const { document, root, output } = operation(name)
      const { body } = await system.ask(undefined, document, inputs, bearer(token))
      const [error] = body.errors ?? []
      if (error) return { code: error.extensions?.code ?? 'BAD_INPUT', message: error.message }
      return { value: plain((body.data as unknown as Record<string, unknown>)[root], output) }
    },

    async rest(name, token, inputs = {}) {
      const { path, isWrite, output } = operation(name)
      const address = `${system.bff.url}/api/v1${path}`
      const query = new URLSearchParams(Object.entries(inputs).map(([key, value]) => [key, String(value)]))
      const response = isWrite
        ? await fetch(address, {
            method: 'POST',
            headers: { ...bearer(token), 'content-type': 'application/json' },
            body: JSON.stringify(inputs),
          })
        : await fetch(`${address}?${query}`, { headers: bearer(token) })
      const body = (await response.json()) as { error?: { code: string; message: string } }
      return body.error ?? { value: plain(body, output) }
    },

    async soap(name, token, inputs = {}) {
      const { root, output } = operation(name)
      try {
        const [answer] = (await client[`${name}Async`](inputs, undefined, bearer(token))) as [Record<string, unknown>]
        return { value: plain(answer[root], output) }
      } catch (error) {
        const refusal = faultOf(error)
        if (!refusal) throw error
        return refusal
      }
    },

    close: () => system.close(),
  }
}

/** The detail of a fault, as the `soap` client hands it over. */
function faultOf(error: unknown): { code: string; message: string } | undefined {
  const { root } = error as { root?: { Envelope?: { Body?: { Fault?: { detail?: { Refusal?: { code: string; message: string } } } } } } }
  return root?.Envelope?.Body?.Fault?.detail?.Refusal
}
