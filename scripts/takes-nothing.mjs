/** For commands that are told nothing: whoever gives something is told so, instead of what they did not ask for. */

/** Ends the process where anything is given: with `usage` alone to whom asks for help, else as a failure. */
export function takesNothing(usage) {
  const [given] = process.argv.slice(2);
  if (given === undefined) return;
  if (given === "--help") {
    console.log(usage);
    process.exit(0);
  }
  console.error(`"${given}" is not known here.\n\n${usage}`);
  process.exit(1);
}
