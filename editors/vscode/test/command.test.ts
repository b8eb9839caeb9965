import assert from "node:assert/strict";
import { test } from "node:test";

import { serverCommand, startFault } from "../src/command.ts";

test("the program is looked up in PATH where nothing is set", () => {
  assert.deepEqual(serverCommand({ path: "", arguments: [] }, undefined), { command: "figlint", args: ["server"] });
});

test("home and folder are replaced in the path", () => {
  const at = (path: string) => serverCommand({ path, arguments: [] }, "/desk", "/home/ada").command;
  assert.equal(at("~/bin/figlint"), "/home/ada/bin/figlint");
  assert.equal(at("${workspaceFolder}/bin/figlint"), "/desk/bin/figlint");
  assert.equal(at("~ada/figlint"), "~ada/figlint");
});

test("arguments follow the command, with the folder replaced", () => {
  const settings = { path: "figlint", arguments: ["--reference", "${workspaceFolder}/facts.toml"] };
  assert.deepEqual(serverCommand(settings, "/desk").args, ["server", "--reference", "/desk/facts.toml"]);
});

test("without a folder the path is left as it is", () => {
  assert.equal(serverCommand({ path: "${workspaceFolder}/f", arguments: [] }, undefined).command, "${workspaceFolder}/f");
});

test("a missing program is told with what to do", () => {
  assert.match(startFault(Object.assign(new Error("spawn"), { code: "ENOENT" }), "figlint"), /figlint\.path/);
});

test("a program that may not be run is told apart from a missing one", () => {
  assert.match(startFault(Object.assign(new Error("spawn"), { code: "EACCES" }), "/opt"), /may not be run/);
});

test("any other fault says what the system said", () => {
  assert.equal(startFault(new Error("out of memory"), "figlint"), "“figlint” did not start: out of memory");
});
