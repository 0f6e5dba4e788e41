import { ApiError, askGraphql, type RequestContext } from '../api/client.ts'

/** The codes that unlock a SIM. They live in the dialog that shows them, and nowhere else. */
export type SimSecrets = { puk1: string; puk2: string | undefined }

type Answer = { simSecrets: { puk1?: string | null; puk2?: string | null } }

/** Asked with a POST: a line’s id stands in no address, and no cache keeps what is answered. @throws ApiError */
export async function askSimSecrets(lineId: string, context: RequestContext): Promise<SimSecrets> {
  const { simSecrets } = await askGraphql<Answer>({ operationName: 'SimSecrets', variables: { lineId } }, context)
  if (!simSecrets.puk1) throw new ApiError('SERVER', 'no PUK')
  return { puk1: simSecrets.puk1, puk2: simSecrets.puk2 ?? undefined }
}
