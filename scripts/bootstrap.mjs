#!/usr/bin/env node
// @ts-check
// The door of every npm script. It imports nothing at first: on a Node that is too old the modules behind
// it would fail with a syntax error before the sentence below could be said.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`This project needs Node 20.20 or newer; this is Node ${process.versions.node}.`);
  console.error('Get a current one from https://nodejs.org and try again.');
  process.exitCode = 1;
} else {
  import('./bootstrap/run-script.mjs').then(({ runScript }) => runScript(process.argv.slice(2)));
}
