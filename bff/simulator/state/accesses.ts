/** That somebody was told the codes of a SIM; never the codes. */
export type Access = { at: string; lineId: string }

/** Who looked at what is secret, newest first. In memory, and bounded. */
export type Accesses = { record(lineId: string): void; list(): readonly Access[]; reset(): void }

const kept = 1_000

export function createAccesses(now: () => Date): Accesses {
  let accesses: Access[] = []
  return {
    record(lineId) {
      accesses = [{ at: now().toISOString(), lineId }, ...accesses].slice(0, kept)
    },
    list: () => accesses,
    reset() {
      accesses = []
    },
  }
}
