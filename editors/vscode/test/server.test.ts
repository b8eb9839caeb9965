// The real server, spoken to as the extension's client does. Without a built program (`cargo build`, or its path in
// FIGLINT) there is nothing to speak to, and the tests are skipped.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

import { serverCommand } from "../src/command.ts";

const program = process.env.FIGLINT ?? join(__dirname, "../../../../target/debug/figlint");
const TEXT = "Peru sent 14 engineers, Chile 9 and Bolivia 6, for a total of 31 specialists.\n";

interface Diagnostic {
  code: string;
  message: string;
  range: { start: { line: number; character: number } };
}

test("a slip in a text without a file is shown", { skip: !existsSync(program) && `${program} is not built` }, async () => {
  const { command, args } = serverCommand({ path: program, arguments: [] }, undefined);
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const server = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const shown = new Promise<Diagnostic[]>((resolve) => {
    server.onNotification("textDocument/publishDiagnostics", (sent: { diagnostics: Diagnostic[] }) => {
      if (sent.diagnostics.length > 0) {
        resolve(sent.diagnostics);
      }
    });
  });
  server.onRequest("client/registerCapability", () => null);
  server.listen();
  await server.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await server.sendNotification("initialized", {});
  await server.sendNotification("textDocument/didOpen", {
    textDocument: { uri: "untitled:draft", languageId: "markdown", version: 1, text: TEXT },
  });
  const [first] = await shown;
  assert.equal(first?.code, "sum-mismatch");
  assert.deepEqual(first?.range.start, { line: 0, character: TEXT.indexOf("a total") });
  await server.sendRequest("shutdown");
  await server.sendNotification("exit");
  const code = await new Promise((resolve) => child.once("exit", resolve));
  assert.equal(code, 0);
});
