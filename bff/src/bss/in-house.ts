import type { MethodName, MethodResult } from '@mosaic/schemas/bss'
import type { AskedParams, WriteInput } from './contract.ts'

/** A question that is answered here, behind the method's cache, policy and contract like every other. */
export type InHouseQuestion<Name extends MethodName> = {
  params: AskedParams<Name>
  input: WriteInput<Name>
  now: Date
  /** What the operator's system says; asked only when this is called. */
  theirs(): Promise<MethodResult<Name>>
  /** To be told right before something is changed here. */
  onWrite(): void
}
/** Rejects with a BssFailure, as a source does. */
export type InHouseMethod<Name extends MethodName> = (question: InHouseQuestion<Name>) => Promise<MethodResult<Name>>

/** What Mosaic answers itself for a brand, in the place of the operator's systems; nothing for all other methods and brands. */
export type InHouseOf = (brand: string) => { readonly [Name in MethodName]?: InHouseMethod<Name> } | undefined
