// Starts LiteMaaS as people do, on free ports and with a new data folder, and runs the browser's tests against it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PORTS = 5;
const LITELLM_PORT = 2;
const BROKER_PORT = 4;
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

/**
 * A key that bears our name and is none of ours, as after a backup was restored. It has to be there before LiteLLM's
 * keys are compared with ours for the first time, which is when the first is issued; then not for minutes.
 */
async function plantStranger(port, isOver) {
  while (!isOver()) {
    const done = await fetch(`http://127.0.0.1:${port + LITELLM_PORT}/key/generate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer sk-stand-in-master' },
      body: JSON.stringify({ key: 'sk-stranger-0123456789', key_alias: 'lm:litemaas:<img src=x onerror=alert(1)>' }),
    }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (done) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function settings(port, data) {
  const lines = readFileSync(join(data, 'env'), 'utf8').matchAll(/^export (\w+)=(.*)$/gm);
  const [, secret] = /^litemaas\.ledger\.push-secret=(.*)$/m.exec(
    readFileSync(join(data, 'secrets.properties'), 'utf8'),
  );
  return {
    ...Object.fromEntries([...lines].map(([, name, value]) => [name, value])),
    LITEMAAS_PUSH_SECRET: secret.replaceAll(/\\(.)/g, '$1'),
    LITEMAAS_BROKER_URL: `http://127.0.0.1:${port + BROKER_PORT}`,
    LITEMAAS_BROKER_LOG: join(data, 'broker.log'),
  };
}

function ended(process) {
  return new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) resolve(process.exitCode ?? 1);
    else process.once('exit', (code) => resolve(code ?? 1));
  });
}

const data = mkdtempSync(join(tmpdir(), 'litemaas-e2e-'));
const port = await freePorts();
const { suite, ready } = start(port, data);
let isStarted = false;
const stop = () => suite.kill('SIGTERM');
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
try {
  await Promise.all([ready.finally(() => (isStarted = true)), plantStranger(port, () => isStarted)]);
  const env = { ...process.env, ...settings(port, data) };
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
