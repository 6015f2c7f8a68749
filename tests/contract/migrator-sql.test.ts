import { SQL_SETTINGS } from '../migrators/workbench.ts'
import { migratorContract } from './migrator.contract.ts'

migratorContract('sql', {
  settings: () => SQL_SETTINGS,
  files: (steps) =>
    Object.fromEntries(
      steps.flatMap(({ revision, name, up, down }) => [
        [`migrations/${revision}_${name}.up.sql`, `-- ${name}\n${up};\ndo $$ begin raise notice '${name}'; end $$;\n`],
        [`migrations/${revision}_${name}.down.sql`, `${down};\n`],
      ]),
    ),
})
