/** Loaded into a process with `--import`: notes the peak of its resident memory, in kB, when it ends. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS))
})
