/** Stops the shared PostgreSQL cluster and deletes its directory. */
export default async function stopSharedCluster(): Promise<void> {
  await globalThis.sharedTestServer?.remove()
}
