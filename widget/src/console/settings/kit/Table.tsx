import type { ComponentChildren } from 'preact';

export interface Column<T> {
  title: string;
  /** What the cell shows; of the first column, what the row is called, as a link where it leads somewhere. */
  cell(row: T): ComponentChildren;
  isNumber?: boolean;
}

interface TableProps<T> {
  /** Read out before the table; not drawn, since the page's heading says it. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf(row: T): string;
}

/** Rows of the same kind. On a phone each is a card that names its cells: then only the roles say that it is a table. */
export function Table<T>({ caption, columns, rows, keyOf }: TableProps<T>) {
  return (
    <table class="table" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr role="row">
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ title, cell, isNumber }, at) =>
              at === 0 ? (
                <th key={title} scope="row" role="rowheader">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} role="cell" class={isNumber ? 'number' : undefined} data-title={title}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
