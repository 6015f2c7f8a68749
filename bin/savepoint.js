#!/usr/bin/env node
/* Starts Savepoint on Node 24: on an older Node it hands over to the one installed beside it. Plain JavaScript for any old Node. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED_MAJOR = 24

/* At a terminal an interrupt reaches the whole group of processes by itself. */
const FORWARDED = process.stdin.isTTY ? ['SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
const ENDURED = ['SIGINT', 'SIGTERM', 'SIGHUP'].filter((name) => !FORWARDED.includes(name))

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  keepCompiledCode()
  const { runCli } = await import('../dist/index.js')
  process.exitCode = await runCli(process.argv.slice(2))
} else {
  handOver(fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url)))
}

/* In the user's own cache: in a directory for all, others could put code there. Where it cannot be written, nothing is kept. */
function keepCompiledCode() {
  try {
    module.enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'savepoint'))
  } catch {
    // A user without a home: everything is compiled anew each time.
  }
}

function handOver(node) {
  if (!existsSync(node)) {
    console.error(
      `savepoint: this is Node ${process.versions.node}, and Savepoint needs Node ${NEEDED_MAJOR} or newer: install it`,
    )
    process.exitCode = 2
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const name of FORWARDED) process.on(name, () => child.kill(name))
  for (const name of ENDURED) process.on(name, () => {})
  child.on('error', (error) => {
    console.error(`savepoint: cannot start Node ${NEEDED_MAJOR} in ${node}: ${error.message}`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1
    else endBy(signal)
  })
}

/* Ends as the child did, so that a shell sees the same signal. */
function endBy(signal) {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}
