import { expect, it } from 'vitest';
import { createApp, defineComponent, h, nextTick, shallowRef, type Component } from 'vue';
import { createI18n } from 'vue-i18n';
import { createMemoryHistory, createRouter } from 'vue-router';
import { provideShortcuts } from '../keyboard/shortcuts';
import DataTable from './DataTable.vue';
import { readListState, type ListSpec } from './list-state';
import { listColumns } from './table-features';
import { useSelection } from './use-selection';

interface Row {
  readonly id: string;
}

const columns = listColumns<Row>().columns([
  listColumns<Row>().accessor('id', { id: 'id', meta: { title: 'list.id' } }),
]);
const spec: ListSpec = {
  columns: ['id'],
  shownColumns: ['id'],
  sortable: [],
  sort: { column: 'id', descending: false },
  filters: {},
};

it('chooses all rows only when there are any', async () => {
  const rows = shallowRef<readonly Row[] | null>(null);
  const selection = useSelection(rows);
  const root = document.createElement('div');
  const app = createApp(
    defineComponent(() => {
      provideShortcuts(root, () => false);
      return () =>
        h(DataTable as Component, {
          columns,
          rows: rows.value,
          state: readListState({}, spec),
          label: 'Rows',
          rowLink: () => '/',
          selectedId: null,
          waiting: false,
          selection,
        });
    }),
  );
  const routes = [{ path: '/', component: {} }];
  app.use(createRouter({ history: createMemoryHistory(), routes }));
  app.use(createI18n({ legacy: false, locale: 'en', missingWarn: false, fallbackWarn: false }));
  app.mount(root);
  const box = () => root.querySelector<HTMLInputElement>('thead input');
  expect(box()?.disabled).toBe(true);
  rows.value = [];
  await nextTick();
  expect(box()?.disabled).toBe(true);
  rows.value = [{ id: 'one' }, { id: 'two' }];
  await nextTick();
  expect(box()?.disabled).toBe(false);
  box()?.click();
  expect(selection.rows.value).toEqual(rows.value);
  app.unmount();
});
