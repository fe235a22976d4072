import { Client, fetchExchange } from '@urql/vue';
import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mountInApp } from '../../test/mount-in-app';
import OwnGoal from './OwnGoal.vue';

interface Call {
  minutes: number | undefined;
  answer: (body: object) => Promise<void>;
}

let calls: Call[];
let wrapper: VueWrapper;

beforeEach(() => {
  calls = [];
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((resolve) => {
      const { variables } = JSON.parse(init?.body as string) as {
        variables: { goal: { minutes: number } | null };
      };
      calls.push({
        minutes: variables.goal?.minutes,
        async answer(body) {
          resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
          await flushPromises();
        },
      });
    });
  const client = new Client({
    url: '/api/graphql',
    preferGetMethod: false,
    fetch,
    exchanges: [fetchExchange],
  });
  wrapper = mountInApp(OwnGoal, { goal: { period: 'DAY', minutes: 5, givenSeconds: 0 } }, client);
});

afterEach(() => wrapper.unmount());

const taken = { data: { setReadingGoal: null } };
const refused = { errors: [{ message: 'No', extensions: { code: 'RATE_LIMITED' } }] };
const shown = (): string => wrapper.find('select').element.value;
const sent = (): (number | undefined)[] => calls.map(({ minutes }) => minutes);

async function choose(name: string): Promise<void> {
  await wrapper.find('select').setValue(name);
  await flushPromises();
}

it('sends one choice after the other, and shows the last one all the while', async () => {
  await choose('DAY 10');
  await choose('DAY 20');
  expect(sent()).toEqual([10]);
  await wrapper.setProps({ goal: { period: 'DAY', minutes: 10, givenSeconds: 0 } });
  expect(shown()).toBe('DAY 20');
  await calls[0]?.answer(taken);
  await vi.waitFor(() => expect(sent()).toEqual([10, 20]));
  await calls[1]?.answer(taken);
  expect(shown()).toBe('DAY 20');
});

it('shows what holds where the last choice was refused, and says so', async () => {
  await choose('DAY 10');
  await choose('');
  await calls[0]?.answer(refused);
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  expect(wrapper.find('[role=alert]').exists()).toBe(false);
  await calls[1]?.answer(refused);
  await vi.waitFor(() => expect(wrapper.find('[role=alert]').exists()).toBe(true));
  expect(shown()).toBe('DAY 5');
});
