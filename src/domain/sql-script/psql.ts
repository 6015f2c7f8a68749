/** Commands of psql in SQL files: those that only change what psql shows can be left out where Savepoint runs the file. */

const ONLY_SHOWS = /^\\(?:echo|qecho|warn|timing|pset|x|t|a)(?:\s|$)/
/** `\set` of psql's own switches; a variable of the file's own would be missing in its statements. */
const OWN_SWITCH = /^\\(?:set|unset)\s+(?:ON_ERROR_STOP|ON_ERROR_ROLLBACK|QUIET|VERBOSITY|ECHO|SHOW_CONTEXT)(?:\s|$)/

/** @param command - a backslash command with its arguments */
export function onlyShows(command: string): boolean {
  return ONLY_SHOWS.test(command) || OWN_SWITCH.test(command)
}
