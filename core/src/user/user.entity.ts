import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const userGroups = ['admin', 'speaker'] as const;
export type UserGroup = (typeof userGroups)[number];

/**
 * A person. Column names are those of the predecessor, and every column it did not have has a default,
 * so that its documented INSERT for development users still works.
 */
export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    email: p.text(),
    emailVerified: p.boolean().default(false),
    name: p.text(),
    picture: p.text().nullable(),
    /** Null: not yet approved. */
    group: p.enum([...userGroups]).nullable(),
    googleSub: p.text().nullable().unique(),
    /** Raised to revoke every token issued before. */
    tokenVersion: p.integer().default(0),
    agreementSignedVersion: p.text().nullable(),
    agreementSignedAt: p.datetime(3).nullable(),
    /** The account was deleted: what is left names nobody, and is there for what refers to it. */
    deletedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    updatedAt: p
      .datetime(3)
      .defaultRaw('now()')
      .onUpdate(() => new Date()),
  },
  indexes: [
    { name: 'users_created_at_id_index', properties: ['createdAt', 'id'] },
    { name: 'users_name_id_index', properties: ['name', 'id'] },
    { name: 'users_email_id_index', properties: ['email', 'id'] },
    {
      name: 'users_name_trigrams_index',
      expression: 'create index "users_name_trigrams_index" on "users" using gin ("name" gin_trgm_ops)',
    },
    {
      name: 'users_email_trigrams_index',
      expression: 'create index "users_email_trigrams_index" on "users" using gin ("email" gin_trgm_ops)',
    },
    {
      name: 'users_unapproved_index',
      expression: `create index "users_unapproved_index" on "users" ("created_at", "id") where "group" is null`,
    },
    {
      name: 'users_admins_index',
      expression: `create index "users_admins_index" on "users" ("created_at", "id") where "group" = 'admin'`,
    },
  ],
  uniques: [
    {
      name: 'users_email_lower_unique',
      expression: 'create unique index "users_email_lower_unique" on "users" (lower("email"))',
    },
  ],
});
export type User = InferEntity<typeof User>;
