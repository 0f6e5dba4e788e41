import { methodNames, methods, type MethodName } from '@mosaic/schemas/bss'
import { show } from '@mosaic/schemas/errors'
import { Compile } from 'typebox/compile'

/** What each method may answer, compiled once. */
export type Contracts = {
  /** Why a value is no result of the method, or nothing when it is one. */
  objection(method: MethodName, value: unknown): string | undefined
  /** The result that a JSON text holds, or nothing when it holds none. */
  parse(method: MethodName, json: string): unknown
}

export function createContracts(): Contracts {
  const compiled = new Map(methodNames.map((name) => [name, Compile(methods[name].result)]))

  return {
    objection(method, value) {
      const contract = compiled.get(method)
      if (!contract || contract.Check(value)) return undefined
      const [first] = contract.Errors(value)
      return show(first ? `${first.instancePath} ${first.message}` : method)
    },
    parse(method, json) {
      try {
        const value: unknown = JSON.parse(json)
        return compiled.get(method)?.Check(value) ? value : undefined
      } catch {
        return undefined
      }
    },
  }
}
