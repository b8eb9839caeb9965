// How the program is started: from the settings of the editor to a command line. Knows nothing of the editor, so that
// it can be tested without one.

import { homedir } from "node:os";

/** What the settings say of the program. */
export interface Settings {
  /** `figlint.path`: a name that is found in PATH, or a path. */
  path: string;
  /** `figlint.arguments`. */
  arguments: readonly string[];
}

/** A program with its arguments. */
export interface Command {
  command: string;
  args: string[];
}

/**
 * The command that starts the server. A `~` at the beginning of the path and `${workspaceFolder}` are replaced, the
 * latter by `folder`; without a folder it is left as it stands, so that the error message shows it.
 */
export function serverCommand(settings: Settings, folder: string | undefined, home: string = homedir()): Command {
  const path = settings.path.trim() || "figlint";
  const within = (text: string) => (folder === undefined ? text : text.replaceAll("${workspaceFolder}", folder));
  const command = within(/^~(?=[/\\]|$)/.test(path) ? home + path.slice(1) : path);
  return { command, args: ["server", ...settings.arguments.map(within)] };
}

/** What to tell somebody whose program did not start, in one sentence that says what to do. */
export function startFault(error: unknown, command: string): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return `figlint was not found as “${command}”: install it with “cargo install --path .” in its sources, or set figlint.path to where it is.`;
    case "EACCES":
      return `“${command}” may not be run: set figlint.path to the program itself, not to its folder.`;
    default:
      return `“${command}” did not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}
