import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from '@tanstack/vue-table';

interface ListColumnMeta {
  /** Key of the column's name among the messages */
  title: string;
  /** Figures stand at the end of their column */
  numeric?: boolean;
  /** The first to go where a detail leaves little room */
  spare?: boolean;
  /**
   * Its place where a row is a card: beside the first cell, on a line of its own, among the facts without its name;
   * by default among the facts with it
   */
  card?: 'beside' | 'line' | 'bare';
}

/** What the console's tables can do. Sorting, filtering and paging are the server's: no row model is needed for them. */
export const listFeatures = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<ListColumnMeta>(),
});

export type ListFeatures = typeof listFeatures;
export type ListColumn<Row extends RowData> = ColumnDef<ListFeatures, Row>;

export const listColumns = <Row extends RowData>() => createColumnHelper<ListFeatures, Row>();
