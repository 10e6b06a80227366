// Starts LiteMaaS as people do, on free ports and with a new data folder, and runs the browser's tests against it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PORTS = 4;
const root = new URL('../../', import.meta.url).pathname;

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function freePorts() {
  const first = Number(process.env.E2E_PORT ?? 18_080);
  for (let port = first; port < first + 4000; port += PORTS) {
    const free = await Promise.all(Array.from({ length: PORTS }, (_, offset) => isFree(port + offset)));
    if (free.every(Boolean)) return port;
  }
  throw new Error('no free ports');
}

function start(port, data) {
  const suite = spawn('./litemaas', ['start', '--port', String(port), '--data', data], { cwd: root });
  const ready = new Promise((resolve, reject) => {
    suite.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('Ctrl-C stops everything')) resolve();
    });
    suite.stderr.on('data', (chunk) => process.stderr.write(chunk));
    suite.once('exit', (code) => reject(new Error(`./litemaas start ended with ${code}`)));
  });
  return { suite, ready };
}

function settings(data) {
  const lines = readFileSync(join(data, 'env'), 'utf8').matchAll(/^export (\w+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}

function ended(process) {
  return new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) resolve(process.exitCode ?? 1);
    else process.once('exit', (code) => resolve(code ?? 1));
  });
}

const data = mkdtempSync(join(tmpdir(), 'litemaas-e2e-'));
const { suite, ready } = start(await freePorts(), data);
const stop = () => suite.kill('SIGTERM');
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
try {
  await ready;
  const env = { ...process.env, ...settings(data) };
  const tests = spawn('node_modules/.bin/playwright', ['test', ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.exitCode = await ended(tests);
} catch (fault) {
  console.error(String(fault));
  process.exitCode = 1;
} finally {
  stop();
  await ended(suite);
  rmSync(data, { recursive: true, force: true });
}
