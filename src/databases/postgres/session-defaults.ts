/** What all sessions of one run have in common: their limits, and the name under which the server lists them. */

/** What every session of a run shares; times in ms, 0 means no limit. */
export interface SessionDefaults {
  readonly runId: string
  readonly lockTimeoutMs: number
  readonly statementTimeoutMs: number
  readonly connectTimeoutMs: number
}

/** `savepoint <runId> <purpose>`, cut to the 63 bytes that the server keeps. */
export function applicationNameOf(runId: string, purpose: string): string {
  return Buffer.from(`savepoint ${runId} ${purpose}`.replace(/[^\x20-\x7e]/g, '?'))
    .subarray(0, 63)
    .toString()
}
