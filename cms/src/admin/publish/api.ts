import type { IssueView, ReleaseState } from '../../publishing/release-state.ts'

export type { ChangeView, IssueView, ReleaseState, ReleaseView } from '../../publishing/release-state.ts'

/** An answer of `/api/publish`, or the sentence that says why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message?: string; issues?: IssueView[] }

/** Asks `/api/publish/<what>`; with a body it is a POST. Never throws. */
export async function askPublish<T>(what: string, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/publish/${what}`, {
      credentials: 'include',
      signal: signal ?? AbortSignal.timeout(60_000),
      ...(body !== undefined && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const value = (await response.json()) as T & { code?: string; message?: string; issues?: IssueView[] }
    if (response.ok) return { ok: true, value }
    return {
      ok: false,
      code: value.code ?? 'failed',
      ...(value.message && { message: value.message }),
      ...(value.issues && { issues: value.issues }),
    }
  } catch {
    return { ok: false, code: signal?.aborted ? 'aborted' : 'failed' }
  }
}

export const askState = (brand?: string, signal?: AbortSignal) =>
  askPublish<ReleaseState>(`state${brand ? `?brand=${encodeURIComponent(brand)}` : ''}`, undefined, signal)
