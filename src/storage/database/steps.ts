import { type OperationInput } from '@azure/cosmos';
import { type Version } from '../../use-cases/ports/common';
import { etagOf } from './version';

/** What is stored: its own id, the key of the partition it lies in, and what its writer put there. */
export type Document = {
  readonly id: string;
  readonly pk: string;
  readonly schema: number;
  readonly type: string;
  readonly [property: string]: unknown;
};

/** One operation of a batch, and what it means when it cannot be done. */
export type Step =
  /** `ifThere`: the whole batch was done before, somebody was first, or this one need not be created again. */
  | {
      readonly do: 'create';
      readonly document: Document;
      readonly ifThere: 'already-done' | 'changed-meanwhile' | 'skip';
    }
  | { readonly do: 'replace'; readonly document: Document; readonly version: Version }
  /** Whatever lay there: nobody decides by it. */
  | { readonly do: 'put'; readonly document: Document }
  | { readonly do: 'remove'; readonly id: string; readonly version: Version }
  /** Left out when there is no such document. */
  | { readonly do: 'set'; readonly id: string; readonly path: string; readonly value: unknown };

/** Created when there is no version to replace; either way somebody may have been first. */
export const written = (document: Document, version: Version | undefined): Step =>
  version === undefined
    ? { do: 'create', document, ifThere: 'changed-meanwhile' }
    : { do: 'replace', document, version };

type Body = Extract<OperationInput, { operationType: 'Create' }>['resourceBody'];
/** The library's JSON type has no readonly arrays, and ours has nothing else. */
const bodyOf = (document: Document): Body => ({ ...document }) as unknown as Body;

type Operation = OperationInput & { readonly ifMatch?: string };

/** A step as the service takes it. */
export const operationOf = (step: Step): Operation => {
  switch (step.do) {
    case 'create':
      return { operationType: 'Create', resourceBody: bodyOf(step.document) };
    case 'replace':
      return {
        operationType: 'Replace',
        id: step.document.id,
        resourceBody: bodyOf(step.document),
        ifMatch: etagOf(step.version),
      };
    case 'put':
      return { operationType: 'Upsert', resourceBody: bodyOf(step.document) };
    case 'remove':
      return { operationType: 'Delete', id: step.id, ifMatch: etagOf(step.version) };
    case 'set':
      return {
        operationType: 'Patch',
        id: step.id,
        resourceBody: { operations: [{ op: 'set', path: step.path, value: step.value }] },
      };
  }
};

const isMissing = (code: number): boolean => code === 404;
const isConflict = (code: number): boolean => code === 409 || code === 412 || isMissing(code);

/** What it means that this step was refused with this code; undefined when it is nobody's ordinary no. */
export const meaningOf = (
  step: Step,
  code: number,
): 'already-done' | 'changed-meanwhile' | 'skip' | undefined => {
  if (step.do === 'create' && code === 409) return step.ifThere;
  if (step.do === 'set' && isMissing(code)) return 'skip';
  return isConflict(code) ? 'changed-meanwhile' : undefined;
};
