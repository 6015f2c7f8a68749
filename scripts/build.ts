/** `npm run build`: writes the committed bundle `dist/`. */
import { join } from 'node:path'
import { PROJECT_DIRECTORY, writeBundle } from './bundle.ts'

await writeBundle(join(PROJECT_DIRECTORY, 'dist'))
