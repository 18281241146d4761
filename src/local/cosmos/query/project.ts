import { valueAt, withoutUndefined, type Json, type JsonObject } from '../json';
import { type Selection } from './ast';

/** What the query gives for one document; nothing where it selects a missing value. */
export const project = (selection: Selection, document: JsonObject): readonly Json[] => {
  switch (selection.kind) {
    case 'document':
    case 'count':
      return [document];
    case 'value': {
      const value = valueAt(document, selection.path);
      return value === undefined ? [] : [value];
    }
    case 'fields':
      return [
        withoutUndefined(selection.fields.map(({ name, path }) => [name, valueAt(document, path)] as const)),
      ];
  }
};
