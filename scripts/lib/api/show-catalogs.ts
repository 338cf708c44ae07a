import type { CatalogResource } from '#enterprise-api';
import type { Column } from '../table.ts';
import { dayOf } from './cells.ts';
import { noteList } from './note-list.ts';
import type { View } from './view.ts';

const columns: Column<CatalogResource>[] = [
  { title: 'CATALOG', value: ({ uuid }) => uuid, isWhole: true },
  { title: 'TITLE', value: ({ title }) => title },
  { title: 'CHANGED', value: (catalog) => dayOf(catalog.content_last_modified), isWhole: true },
  { title: 'QUERY', value: ({ query_title: title }) => title },
  {
    title: 'CUSTOMER',
    value: ({ enterprise_customer: uuid }) => uuid,
    isWhole: true,
    isOptional: true,
  },
];

/** Every catalog that the credentials may see; of one customer where it is named. */
export const showCatalogs: View = async ({ client, output, customer }) => {
  const list = await client.fetchCatalogs();
  const rows = output.openRows(columns);
  await rows.write(
    list.items.filter(
      ({ enterprise_customer: uuid }) => customer === undefined || uuid === customer,
    ),
  );
  await rows.end('The credentials see no catalogs.');
  noteList(output, list);
};
