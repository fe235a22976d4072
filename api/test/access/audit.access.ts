import { admins, asObject, connectionFields, type NounAccess } from './matrix.js';

export const auditAccess: NounAccess = {
  operations: { 'Query.auditLog': { args: () => '(first: 5)', outcomes: admins } },
  fields: {
    AuditEntry: asObject('id', 'at', 'actor', 'delegated', 'action', 'subjectKind', 'subjectId', 'details'),
    ...connectionFields('AuditEntry'),
  },
};
