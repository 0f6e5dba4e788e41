import type { SimSecrets } from '@mosaic/schemas/bss'
import { myAnswer, type MyAnswer, type MyDependencies, type MyRequest } from './my-answer.ts'

/** The codes that unlock the SIM of one of the customer's lines. Kept nowhere on the way. Throws what `myAnswer` throws. */
export function mySimSecrets(dependencies: MyDependencies, request: MyRequest): Promise<MyAnswer<SimSecrets>> {
  return myAnswer(dependencies, request, 'simSecrets', (secrets) => secrets)
}
