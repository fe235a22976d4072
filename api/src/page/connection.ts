import { Field, Int, ObjectType, Root, type ClassType } from 'type-graphql';
import { PageInfo } from './page-info.type.js';

/** Something in a list, and how to find the place again. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** One page of a list. */
export interface Page<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: Readonly<PageInfo>;
  /** Counts the whole list, up to `countCeiling`; asked only when the caller selects it. */
  readonly countAll: () => Promise<number>;
}

/** Where counting a list stops: nobody reads further, and the database need not either. */
export const countCeiling = 10_000;

/** Declares `<name>Edge` and `<name>Connection` over the given node type. */
export function connectionOf(
  name: string,
  node: () => ClassType,
  description: string,
): ClassType<{ readonly edges: readonly Edge<object>[]; readonly pageInfo: PageInfo }> {
  @ObjectType(`${name}Edge`, { description: `One entry of a ${name}Connection.` })
  class ConnectionEdge implements Edge<object> {
    @Field(() => String, { description: 'The place of this entry, for `after` and `before`.' })
    readonly cursor!: string;

    @Field(node, { description: 'The entry itself.' })
    readonly node!: object;
  }

  @ObjectType(`${name}Connection`, { description })
  class Connection {
    @Field(() => [ConnectionEdge], { description: 'The entries of this page, in order.' })
    readonly edges!: readonly Edge<object>[];

    @Field(() => PageInfo, { complexity: 0, description: 'Where this page lies in the list.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      description: `How many entries all pages have together. Exact up to ${countCeiling}; ${countCeiling + 1} means "more than ${countCeiling}". Costs a count: leave it out where it is not shown.`,
    })
    totalCount(@Root() page: Page<object>): Promise<number> {
      return page.countAll();
    }
  }

  return Connection;
}
