import { join } from 'node:path'
import type { CommandSettings } from '../../src/domain/migrator-settings.ts'
import { migratorContract } from './migrator.contract.ts'

const TOOL = `"${process.execPath}" "${join(import.meta.dirname, 'migrator-command-tool.ts')}"`

const SETTINGS: CommandSettings = {
  kind: 'command',
  workingDirectory: '.',
  current: `${TOOL} current`,
  heads: `${TOOL} heads`,
  pending: `${TOOL} pending`,
  upgrade: `${TOOL} upgrade`,
  downgrade: `${TOOL} downgrade`,
  preview: `${TOOL} preview`,
  generate: `${TOOL} generate`,
  stamp: `${TOOL} stamp`,
  historyTables: ['tool_history'],
}

migratorContract('command', {
  settings: () => SETTINGS,
  files: (steps) => ({ 'steps.json': JSON.stringify(steps) }),
})
