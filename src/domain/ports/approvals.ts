/** The port to whoever approves runs: the protection rules of the code host's environments. */
import type { Approval } from '../sign-off.ts'

export interface Approvals {
  /** @throws ConnectionError, CheckError where it cannot be told */
  of(environment: string, signal: AbortSignal): Promise<Approval>
}
