import { registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';

export const OrderDirection = enumOf(['asc', 'desc']);
export type OrderDirection = 'asc' | 'desc';

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list is sorted.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest or alphabetically first at the top.' },
    DESC: { description: 'Largest, latest or alphabetically last at the top.' },
  },
});
