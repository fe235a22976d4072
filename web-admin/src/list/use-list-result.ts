import type { AnyVariables, CombinedError, UseQueryResponse } from '@urql/vue';
import { computed, type ComputedRef, type Ref } from 'vue';
import type { PageEdgesFragment } from '../gql/generated';

interface Connection<Row> {
  edges: readonly { node: Row }[];
  pageInfo: PageEdgesFragment;
  totalCount: number;
}

export interface ListResult<Row> {
  /** The rows of the page; null until they have come, and when they could not be had */
  rows: ComputedRef<Row[] | null>;
  connection: ComputedRef<Connection<Row> | null>;
  error: Ref<CombinedError | undefined>;
  fetching: Ref<boolean>;
  refresh: () => void;
}

/** A page of a list out of the query that fetches it. While the next page is on its way the one before stays. */
export function useListResult<Data, Variables extends AnyVariables, Row>(
  query: UseQueryResponse<Data, Variables>,
  connectionOf: (data: Data) => Connection<Row>,
): ListResult<Row> {
  const connection = computed(() =>
    query.error.value || !query.data.value ? null : connectionOf(query.data.value),
  );
  return {
    rows: computed(() => connection.value?.edges.map(({ node }) => node) ?? null),
    connection,
    error: query.error,
    fetching: query.fetching,
    refresh: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  };
}
