// The extension: starts `figlint server` for the texts that figlint reads, and starts it again when its settings change.

import { spawn } from "node:child_process";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import { type Command, serverCommand, startFault } from "./command.ts";

/** The languages of the texts that figlint reads. */
const LANGUAGES = ["markdown", "mdx", "html", "plaintext"];

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("figlint", { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("figlint.restart", restart),
    vscode.commands.registerCommand("figlint.showOutput", () => output?.show()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("figlint.path") || change.affectsConfiguration("figlint.arguments")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const command = currentCommand();
  try {
    await canRun(command);
  } catch (error) {
    const settings = "Open settings";
    // Not awaited: the message may stay until somebody reads it.
    void vscode.window.showErrorMessage(startFault(error, command.command), settings).then((chosen) => {
      if (chosen === settings) {
        void vscode.commands.executeCommand("workbench.action.openSettings", "figlint.path");
      }
    });
    return;
  }
  const server: ServerOptions = { command: command.command, args: command.args };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { language, scheme: "file" },
      { language, scheme: "untitled" },
    ]),
    outputChannel: output,
    progressOnInitialization: true,
  };
  client = new LanguageClient("figlint", "figlint", server, options);
  await client.start();
}

function currentCommand(): Command {
  const settings = vscode.workspace.getConfiguration("figlint");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return serverCommand({ path: settings.get("path", "figlint"), arguments: settings.get("arguments", []) }, folder);
}

/** Whether the program is there at all; the client itself would only say that a connection was closed. */
function canRun({ command }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, ["--version"], { stdio: "ignore" });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`“${command} --version” ended with ${code}`));
      }
    });
  });
}
