import { ALEMBIC_PROJECT, alembicSettings, alembicVersion } from '../migrators/workbench.ts'
import { migratorContract, type Step } from './migrator.contract.ts'

migratorContract('alembic', {
  settings: alembicSettings,
  files: (steps) => Object.assign({ ...ALEMBIC_PROJECT }, ...steps.map(versionOf)),
})

function versionOf({ revision, name, up, down }: Step, index: number, steps: readonly Step[]): Record<string, string> {
  const parents = steps.slice(Math.max(0, index - 1), index).map((step) => step.revision)
  return alembicVersion({ revision, parents, message: `${name}, with -> and (head)`, up, down })
}
