import { readFileSync } from 'node:fs';
import path from 'node:path';
import { registry } from '@crowd-recital/core/metrics/registry.js';
import { parser } from '@prometheus-io/lezer-promql';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = path.resolve(import.meta.dirname, '../../deploy/monitoring');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}
interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const alarms = (parse(read('alarms.yml')) as Rules).groups.flatMap(({ rules }) => rules);
const { panels } = JSON.parse(read('grafana-dashboard.json')) as Dashboard;
const expressions = [
  ...alarms.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** Names of all series that the processes really tell, histograms in their three parts. */
async function measuredNames(): Promise<ReadonlySet<string>> {
  const ofNode = new Registry();
  collectDefaultMetrics({ register: ofNode });
  const metrics = [...(await registry.getMetricsAsJSON()), ...(await ofNode.getMetricsAsJSON())];
  const names = metrics.flatMap(({ name }) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]);
  return new Set([...names, 'up', 'recital_build_info']);
}

function metricsOf(expression: string): string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter(node) {
      if (node.type.isError) throw new Error(`Not PromQL: ${expression.slice(0, node.to)}`);
      if (node.name === 'VectorSelector') {
        names.push(/^[\w:]+/.exec(expression.slice(node.from, node.to))?.[0] ?? '');
      }
    },
  });
  return names;
}

describe('alarms and dashboard', () => {
  it.each(expressions)('%s asks for what is measured', async (_title, expression) => {
    const names = metricsOf(expression);
    expect(names).not.toEqual([]);
    const measured = await measuredNames();
    expect(names.filter((name) => !measured.has(name))).toEqual([]);
  });

  it('explains each alarm in the operators manual', () => {
    const manual = readFileSync(path.resolve(folder, '../../docs/operations.md'), 'utf8');
    expect(alarms.map(({ alert }) => alert).filter((alert) => !manual.includes(alert))).toEqual([]);
  });
});
