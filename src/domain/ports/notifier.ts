/** The port through which people outside are told; nothing that happens to it changes a run. */
import type { Notice, NotificationRecord } from '../notice.ts'

export interface Notifier {
  /** Returns at once; what is sent to one target arrives in the order of the calls. */
  send(notice: Notice): void
  /** Waits until everything was delivered or given up; never throws. */
  settle(): Promise<readonly NotificationRecord[]>
}
